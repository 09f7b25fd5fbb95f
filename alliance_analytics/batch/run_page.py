"""The page of a run, for whoever mends it: what became of each review, where it stopped, why, its cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from alliance_analytics.batch.jobs import Outcome
from alliance_analytics.publish.page.templating import environment
from alliance_analytics.publish.wording import Words, number, words

STATUSES = ("failed", "done", "unchanged", "skipped")
"""In the order in which they matter to whoever looks."""
STOPPED = "failed"


@dataclass(frozen=True)
class Line:
    """One review on the page, every cell text."""

    anchor: str
    status: str
    said: str
    report: str
    href: str
    told: str
    remedy: str
    place: str
    cost: str


@dataclass(frozen=True)
class Group:
    """All reviews of one alliance."""

    anchor: str
    alliance: str
    lines: tuple[Line, ...]


def render_run(outcomes: Sequence[Outcome], *, title: str, language: str) -> str:
    """Return the page of a run as one HTML document without a script.

    Parameters
    ----------
    outcomes : sequence of Outcome
        In any order; the page sorts them by alliance, those with a failure first.
    title, language : str
        Of the page.
    """
    say = words("batch", language)
    counts: Counter[str] = Counter(outcome.status for outcome in outcomes)
    return (
        environment()
        .get_template("run.html.j2")
        .render(
            name=f"{title}: {say('title')}",
            title=title,
            language=language,
            groups=_groups(outcomes, say, language),
            summary=say("count", **{status: counts[status] for status in STATUSES}),
            say=say,
        )
    )


def _groups(outcomes: Sequence[Outcome], say: Words, language: str) -> list[Group]:
    failing = {outcome.alliance for outcome in outcomes if outcome.status == STOPPED}
    placed = sorted(
        outcomes,
        key=lambda each: (each.alliance not in failing, each.alliance.casefold(), each.alliance, each.label),
    )
    groups: list[Group] = []
    for alliance, found in groupby(placed, key=lambda each: each.alliance):
        anchor = f"alliance-{len(groups) + 1}"
        lines = (_line(each, f"{anchor}-{place}", say, language) for place, each in enumerate(found, 1))
        groups.append(Group(anchor, alliance, tuple(lines)))
    return groups


def _line(outcome: Outcome, anchor: str, say: Words, language: str) -> Line:
    return Line(
        anchor=anchor,
        status=outcome.status,
        said=say(f"status_{outcome.status}"),
        report=outcome.label or outcome.wave or say("no_wave"),
        href=outcome.page,
        told=outcome.reason or outcome.headline,
        remedy=outcome.remedy,
        place=_place(outcome, say),
        cost=_cost(outcome, say, language),
    )


def _place(outcome: Outcome, say: Words) -> str:
    """Return where a review stopped, or nothing."""
    if outcome.status != STOPPED or not outcome.notebook:
        return ""
    if outcome.cell is None:
        return outcome.notebook
    return say("cell", notebook=outcome.notebook, cell=outcome.cell)


def _cost(outcome: Outcome, say: Words, language: str) -> str:
    if not outcome.seconds:
        return ""
    seconds = say("seconds", seconds=number(outcome.seconds, 1, language))
    return seconds if outcome.memory is None else f"{seconds}, {say('memory', memory=outcome.memory)}"
