"""The page of the portfolio: one self-contained document, through the same template and the same gate."""

from __future__ import annotations

from alliance_analytics.interpret.portfolio.standing import OVERALL
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.check import refuse_leaks
from alliance_analytics.publish.page.render import render_page
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.portfolio import Portfolio
from alliance_analytics.review.portfolio_door_views import assumed, at_the_door, raters, screened
from alliance_analytics.review.portfolio_points import main_points, warned
from alliance_analytics.review.portfolio_views import (
    among,
    beside_norms,
    need,
    scales,
    standing,
)

SECTIONS = ("need", "standing", "among", "door", "how")
KINDS = ("dimension", "pillar", "theme")


def portfolio_exhibits(found: Portfolio) -> tuple[Exhibit, ...]:
    """Return the exhibits of the portfolio, in the order of the page."""
    made = (
        main_points(found), need(found), warned(found), standing(found),
        *(scales(found, kind) for kind in KINDS), among(found), beside_norms(found),
        at_the_door(found), raters(found), assumed(found), screened(found), how(found),
    )  # fmt: skip
    return tuple(exhibit for exhibit in made if exhibit is not None)


def portfolio_view(found: Portfolio, anchor: str) -> Exhibit:
    """Return one exhibit of the portfolio by its anchor, e.g. ``portfolio-need`` or ``front-door``.

    Raises
    ------
    ParameterError
        If the portfolio has no such exhibit, with those that it has.
    """
    made = {exhibit.anchor: exhibit for exhibit in portfolio_exhibits(found)}
    refuse_unknown("exhibit", anchor, made)
    return made[anchor]


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
        sections={name: say(f"section.{name}") for name in SECTIONS},
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
    """Show how means and ranks were made, and what of the registers was not understood."""
    say, places = found.say, dict.fromkeys(problem.where or "" for problem in found.problems)
    return Exhibit(
        "portfolio-how",
        "how",
        say("how.headline"),
        paragraphs=(_pooling(found), say("how.released"), say("need.note")),
        notes=(say("how.not_understood", places="; ".join(places)),) if places else (),
        language=found.language,
    )


def _pooling(found: Portfolio) -> str:
    rows = found.standing[(found.standing["scale"] == OVERALL) & found.standing["pooled"]]
    if rows.empty:
        return found.say("how.unpooled")
    first, score = rows.iloc[0], found.cells.score
    return found.say("how.pooling", centre=score(first["centre"], 2), spread=score(first["spread"], 2))
