"""The contract that others build on: released estimates as plain rows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from alliance_analytics.model.instrument import SCALE_KINDS
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.counting import all_but_one_partner
from alliance_analytics.review.history import measure_history
from alliance_analytics.review.waves import MeasuredWave
from alliance_analytics.workspace import Workspace

GROUPS = ("partner", "level", "wave")
DEFAULT_SCALES = ("dimension", "pillar", "theme")
NUMBERS = ("n", "population", "mean", "sd", "ci_low", "ci_high")


def released_scores(
    workspace: Workspace,
    alliance: str,
    wave: str | None = None,
    by: Sequence[str] = (),
    scales: Sequence[str] = DEFAULT_SCALES,
) -> list[dict[str, Any]]:
    """Return what the release plans allow, one row a wave, group and scale.

    Parameters
    ----------
    workspace, alliance
        Which alliance.
    wave : str, optional
        One wave; all waves when left out. Waves are never pooled.
    by : sequence of str
        Which of partner, level and wave make the groups; nothing is everybody.
    scales : sequence of str
        Which of dimension, pillar, theme and item.

    Returns
    -------
    list of dict
        Keys alliance, wave, group (dict with keys among partner and level), scale, name, n, population, mean,
        sd, ci_low, ci_high, shown and reason. What is hidden is None; a census has ci_low = mean = ci_high.

    Raises
    ------
    ParameterError
        If a group or a scale is unknown.
    AllianceError
        If the alliance or the wave does not exist or cannot be read.
    """
    for name in by:
        refuse_unknown("group", name, GROUPS)
    for name in scales:
        refuse_unknown("scale", name, SCALE_KINDS)
    history = measure_history(workspace, alliance, wave or workspace.newest(alliance))
    waves = [each for each in history.waves if wave is None or each.wave == wave]
    groups = [name for name in ("partner", "level") if name in by]
    return [row for each in waves for row in _rows(_table(each, groups, scales), groups, scales)]


def _table(wave: MeasuredWave, groups: list[str], scales: Sequence[str]) -> pd.DataFrame:
    """Return released rows that hold what is asked; for everybody's scales, all else is not decided on."""
    return wave.released if groups or "item" in scales else wave.everybody(*sorted(set(scales)))


def _rows(released: pd.DataFrame, groups: list[str], scales: Sequence[str]) -> list[dict[str, Any]]:
    wanted = released["scale"].isin(scales) & released["link"].isna() & ~all_but_one_partner(released)
    for name in ("partner", "level"):
        wanted &= released[name].notna() if name in groups else released[name].isna()
    return [_row(record, groups) for record in released[wanted].to_dict("records")]


def _row(record: dict[Any, Any], groups: list[str]) -> dict[str, Any]:
    return {
        "alliance": record["alliance"],
        "wave": record["wave"],
        "group": {name: record[name] for name in groups},
        "scale": record["scale"],
        "name": record["name"],
        **{name: _plain(record[name], whole=name in ("n", "population")) for name in NUMBERS},
        "shown": bool(record["shown"]),
        "reason": record["reason"],
    }


def _plain(value: float, *, whole: bool) -> float | int | None:
    if not math.isfinite(value):
        return None
    return int(value) if whole else float(value)
