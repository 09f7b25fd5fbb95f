"""What can be looked at: each view is one public function, and the line of code that calls it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.review import (
    agreement,
    answering,
    driving,
    groups,
    main_points,
    method,
    others,
    reliability,
    standing,
)
from alliance_analytics.review.change import changing, slopes, taking_apart
from alliance_analytics.review.conference import agenda, agreed, assumed, planned, process_map
from alliance_analytics.review.development import building, development
from alliance_analytics.review.development import views as stage_views
from alliance_analytics.review.quality import (
    answering_time,
    consequences,
    left_out,
    straight_lining,
    unanswered,
    weighting,
    who_answers,
)
from alliance_analytics.review.study import Study
from alliance_analytics.review.themes import factors as theming_factors
from alliance_analytics.review.themes import shares as theming_shares
from alliance_analytics.review.themes import sources as theming_sources
from alliance_analytics.review.themes import theming

Needs = Literal["", "scale", "dimension", "group", "group and scale"]
Look = Callable[[Study], Exhibit | None]
SCALES = ("pillar", "dimension", "theme")
GROUPS = ("partner", "level")


@dataclass(frozen=True)
class View:
    """One view: the public function's name, the function, and which controls it listens to."""

    name: str
    function: Callable[..., Exhibit | None]
    needs: Needs = ""

    @property
    def hears(self) -> frozenset[str]:
        """The controls that change it: scale, dimension, group."""
        return frozenset(self.needs.split(" and ")) - {""}


@dataclass(frozen=True)
class Asked:
    """A view with its arguments chosen: what to call, and how that is written in a cell."""

    name: str
    look: Look
    code: str


VIEWS = {
    view.name: view
    for view in (
        View("spider", standing.spider, "scale"),
        View("estimates", standing.estimates, "scale"),
        View("weighted", weighting.weighted, "scale"),
        View("answers", answering.answers, "dimension"),
        View("gaps", groups.partners, "group and scale"),
        View("trend", standing.trend, "scale"),
        View("changes", changing.changes, "scale"),
        View("change_parts", taking_apart.change_parts, "scale"),
        View("slopes", slopes.slopes, "scale"),
        View("stage", development.stage),
        View("evidence", development.evidence),
        View("stage_views", stage_views.stage_views, "group"),
        View("ecosystem", stage_views.ecosystem),
        View("themes", theming.themes),
        View("theme_shares", theming_shares.theme_shares),
        View("theme_factors", theming_factors.theme_factors),
        View("sources_agree", theming_sources.sources_agree),
        View("main_points", main_points.main_points),
        View("agenda", agenda.agenda),
        View("others", others.others, "group and scale"),
        View("agreement", agreement.agreement, "group and scale"),
        View("camps", agreement.camps),
        View("drivers", driving.drivers, "scale"),
        View("blocks", building.blocks),
        View("blocks_since", building.blocks_since),
        View("agreements", agreed.agreements),
        View("plan", planned.plan),
        View("assumptions", assumed.assumptions),
        View("process_map", process_map.process_map),
        View("response", method.response, "group"),
        View("who_answers", who_answers.who_answers),
        View("unanswered", unanswered.unanswered),
        View("straight_lining", straight_lining.straight_lining),
        View("answering_time", answering_time.answering_time),
        View("left_out", left_out.left_out),
        View("consequences", consequences.consequences),
        View("reliability", reliability.reliability, "scale"),
        View("data_quality", method.data_quality),
        View("hidden", method.hidden),
    )
}
"""In the order in which a newcomer asks."""


def asked(name: str, *, scale: str, group: str, dimension: str) -> Asked:
    """Return a view with the arguments that it listens to; it never gets another.

    Parameters
    ----------
    name : str
        A key of ``VIEWS``.
    scale : str
        pillar, dimension or theme.
    group : str
        partner or level.
    dimension : str
        A dimension of the instrument.

    Examples
    --------
    >>> asked("spider", scale="pillar", group="partner", dimension="").code
    "aa.spider(study, 'pillar')"
    """
    view = VIEWS[name]
    if name == "gaps":  # partners and levels are two functions, each with a name of its own
        called = f"{group}s"
        return _asked(name, called, {"partner": groups.partners, "level": groups.levels}[group], (scale,))
    given: dict[Needs, tuple[str, ...]] = {
        "": (),
        "scale": (scale,),
        "dimension": (dimension,),
        "group": (group,),
        "group and scale": (group, scale),
    }
    return _asked(name, name, view.function, given[view.needs])


def _asked(name: str, called: str, function: Callable[..., Exhibit | None], given: tuple[str, ...]) -> Asked:
    written = "".join(f", {each!r}" for each in given)
    return Asked(name, partial(_call, function, given), f"aa.{called}(study{written})")


def _call(function: Callable[..., Exhibit | None], given: tuple[str, ...], study: Study) -> Exhibit | None:
    return function(study, *given)


def scales_of(study: Study) -> tuple[str, ...]:
    """Return the kinds of scales that an instrument has, the main one first."""
    return tuple(scale for scale in SCALES if study.labels.of(scale))
