"""What to look at in each alliance of a portfolio: plain rules with their numbers, all our convention."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from alliance_analytics.interpret.front_door.revisits import months_later
from alliance_analytics.model.front_door import RESOURCING_IDS, SERVICE_LEVEL_IDS

WARNINGS = (
    "hidden", "most_in_need", "falling", "weak_pillar", "low_response", "not_measured_lately",
    "not_at_front_door", "no_alliance", "business_model", "raters_apart", "revisit_overdue",
    "less_service", "other_team", "untrained", "not_read",
)  # fmt: skip
"""In the order in which they are told."""
LOW_RESPONSE = 0.5
"""Share of those invited below which a response is called low."""
MONTHS = 18
"""After which an alliance that should be measured every year is late."""
TO_PROFESSIONALS = RESOURCING_IDS[0]


@dataclass(frozen=True)
class Seen:
    """What is known of one alliance, all of it released.

    Attributes
    ----------
    need : mapping
        Its row of the ranking.
    pillars : frame
        Pooled standing on its pillars.
    change : mapping or None
        Released change of the overall mean: ci_high, shown.
    response : mapping or None
        Released response rate of everybody: rate, shown.
    date : date or None
        Of the newest wave.
    door : mapping or None
        Its row of the front door.
    """

    need: Mapping[str, Any]
    pillars: pd.DataFrame
    change: Mapping[str, Any] | None
    response: Mapping[str, Any] | None
    date: datetime.date | None
    door: Mapping[str, Any] | None


def warnings_for(seen: Seen, *, today: datetime.date, has_register: bool, points: int) -> tuple[str, ...]:
    """Return the ids of the warnings of one alliance, in the order of ``WARNINGS``.

    Parameters
    ----------
    seen : Seen
        What is known of it.
    today : date
        From which a wave is late.
    has_register : bool
        Whether there is a front door at all.
    points : int
        Answer options; a pillar surely below the middle of the scale is weak.
    """
    found = {*_from_survey(seen, today, points), *_from_door(seen.door, has_register)}
    return tuple(warning for warning in WARNINGS if warning in found)


def _from_survey(seen: Seen, today: datetime.date, points: int) -> Iterable[str]:
    if pd.isna(seen.need["rank"]):
        yield "hidden"
    if seen.need["sure"]:
        yield "most_in_need"
    if seen.change is not None and seen.change["shown"] and seen.change["ci_high"] < 0:
        yield "falling"
    if (seen.pillars["ci_high"] < (1 + points) / 2).any():
        yield "weak_pillar"
    if seen.response is not None and seen.response["shown"] and seen.response["rate"] < LOW_RESPONSE:
        yield "low_response"
    if seen.date is not None and months_later(seen.date, MONTHS) < today:
        yield "not_measured_lately"


def _from_door(door: Mapping[str, Any] | None, has_register: bool) -> Iterable[str]:
    if door is None:
        if has_register:
            yield "not_at_front_door"
        return
    if door["reason"] in ("no_alliance", "business_model"):
        yield door["reason"]
    if door["apart"]:
        yield "raters_apart"
    if door["overdue"]:
        yield "revisit_overdue"
    if door["training"]:
        yield "untrained"
    yield from _less_than_placed(door)


def _less_than_placed(door: Mapping[str, Any]) -> Iterable[str]:
    """Say where an alliance gets less management than its place asks for."""
    wanted, given = door["service_level"], door["service_level_now"]
    if wanted and given and SERVICE_LEVEL_IDS.index(given) < SERVICE_LEVEL_IDS.index(wanted):
        yield "less_service"
    team, now = door["resourcing"], door["resourcing_now"]
    if team == TO_PROFESSIONALS and now and now != team:
        yield "other_team"
