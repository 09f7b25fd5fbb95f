"""The page of the portfolio: one self-contained document, through the same template and the same gate."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from alliance_analytics.interpret.portfolio.standing import OVERALL
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.check import refuse_leaks
from alliance_analytics.publish.page.render import render_page
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.conference.assumed import assumptions_of
from alliance_analytics.review.portfolio.capacity import (
    capacity,
    how_many,
    tiering,
    try_out,
    unmanaged_alliances,
    usual_scenarios,
)
from alliance_analytics.review.portfolio.door_views import assumed, at_the_door, raters, screened
from alliance_analytics.review.portfolio.governance import (
    decision_times,
    meetings_that_decide,
    services_delivered,
)
from alliance_analytics.review.portfolio.network import connected, network
from alliance_analytics.review.portfolio.points import main_points, warned
from alliance_analytics.review.portfolio.portfolio import Portfolio
from alliance_analytics.review.portfolio.practice import Practice, sections, to_mend
from alliance_analytics.review.portfolio.views import (
    among,
    beside_norms,
    need,
    scales,
    standing,
)

SECTIONS = ("need", "standing", "among", "door")
View = Callable[[Portfolio], Exhibit | None]


def portfolio_exhibits(found: Portfolio) -> tuple[Exhibit, ...]:
    """Return the exhibits of the portfolio, in the order of the page."""
    made = [make(found) for make in VIEWS.values()]
    return (*(each for each in made if each is not None), *practice_exhibits(found.practice), how(found))


def practice_exhibits(found: Practice) -> tuple[Exhibit, ...]:
    """Return how the alliances are looked after, as far as its registers tell, and what in them to mend.

    Capacity asks for people: without any there is no load, and nobody to be missing.
    """
    staffed = len(found.registers.people.rows) > 0
    of_capacity = (
        capacity(found), how_many(found), unmanaged_alliances(found), tiering(found),
        try_out(found, usual_scenarios(found)),
    ) if staffed else ()  # fmt: skip
    made = (
        *of_capacity, services_delivered(found), decision_times(found), meetings_that_decide(found),
        network(found), connected(found), to_mend(found),
    )  # fmt: skip
    return tuple(exhibit for exhibit in made if exhibit is not None)


def portfolio_view(found: Portfolio, anchor: str) -> Exhibit | None:
    """Return one exhibit of the portfolio by its anchor, e.g. ``portfolio-need`` or ``front-door``.

    None where there is nothing to show in it.

    Raises
    ------
    ParameterError
        If there is no such exhibit, with those that there are.
    """
    known = {**VIEWS, "portfolio-how": how}
    refuse_unknown("exhibit", anchor, known)
    return known[anchor](found)


def portfolio_page(found: Portfolio) -> str:
    """Return the page of the portfolio as one HTML document, without a script.

    Raises
    ------
    PageError
        If a register holds a mail address, a path or a link: these never leave.
    """
    say, settings = found.say, found.workspace.settings
    page = render_page(
        portfolio_exhibits(found),
        title=say("title"),
        language=found.language,
        sections={
            **{name: say(f"section.{name}") for name in SECTIONS},
            **sections(found.practice),
            "how": say("section.how"),
        },
        synthetic=settings.synthetic,
        provenance={
            say("how.alliances"): found.cells.count(len(found.measured)),
            say("how.as_of"): found.today.isoformat(),
            say("how.door"): say(
                "how.door_value", version=found.door.version, relations=len(found.relations)
            ),
        },
    )
    refuse_leaks(page, ())  # raters enter no exhibit; what remains are cells that somebody typed
    return page


def how(found: Portfolio) -> Exhibit:
    """Show how means and ranks were made."""
    say = found.say
    return Exhibit(
        "portfolio-how",
        "how",
        say("how.headline"),
        paragraphs=(_pooling(found), say("how.released"), say("need.note")),
        language=found.language,
    )


def _pooling(found: Portfolio) -> str:
    rows = found.standing[(found.standing["scale"] == OVERALL) & found.standing["pooled"]]
    if rows.empty:
        return found.say("how.unpooled")
    first, score = rows.iloc[0], found.cells.score
    return found.say("how.pooling", centre=score(first["centre"], 2), spread=score(first["spread"], 2))


def _assumptions(found: Portfolio) -> Exhibit | None:
    return assumptions_of(
        found, found.practice.registers.assumptions, found.today, section="door", whose="portfolio"
    )


VIEWS: dict[str, View] = {
    "portfolio-main": main_points,
    "portfolio-need": need,
    "portfolio-warnings": warned,
    "portfolio-standing": standing,
    **{f"portfolio-{kind}": partial(scales, kind=kind) for kind in ("dimension", "pillar", "theme")},
    "portfolio-among": among,
    "portfolio-norms": beside_norms,
    "front-door": at_the_door,
    "front-door-raters": raters,
    "front-door-assumptions": assumed,
    "assumptions": _assumptions,
    "front-door-screening": screened,
}
"""What a portfolio shows before its practice, by anchor, in the order of the page."""
