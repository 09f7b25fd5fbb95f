"""How far each objective of the annual plan came, and what became of the pillar that it should lift."""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.interpret.learning.movement import Words, beside

REACHED, NOT_REACHED, UNKNOWN = "reached", "not_reached", "unknown"
SCORE_COLUMNS = [
    "objective", "owner", "unit", "start", "target", "actual", "better", "progress", "result", "before",
    "pillar", "movement", "change", "ci_low", "ci_high",
]  # fmt: skip


def scorecard(plan: pd.DataFrame, moved: pd.DataFrame, earlier: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return one row an objective.

    Parameters
    ----------
    plan : frame
        Columns objective, owner, unit, start, target, actual (numbers, NaN where unknown), better ("higher",
        "lower" or None) and pillar.
    moved : frame
        Movement of the pillars over the same year.
    earlier : frame, optional
        The plan of the year before; the same words name the same objective.

    Returns
    -------
    frame
        Columns of ``SCORE_COLUMNS``. ``progress`` is the share of the way from start to target that was
        gone, below 0 where it went the other way and above 1 beyond the target; NaN without a start.
        ``result`` is "reached", "not_reached", or "unknown" without a target or an actual number.
        ``before`` is the actual number of the year before.
    """
    table = beside(plan, moved)
    table = table.assign(better=_better(table))
    way, gone = table["target"] - table["start"], table["actual"] - table["start"]
    return table.assign(
        progress=(gone / way.where(way != 0)).astype(float),
        result=_result(table),
        before=table["objective"].map(_actuals(earlier)).astype(float),
    )[SCORE_COLUMNS]


def _better(plan: pd.DataFrame) -> pd.Series[str]:
    """Return which way is better: as told, or else from start to target, or else higher."""
    falling = (plan["target"] < plan["start"]).map({True: "lower", False: "higher"})
    return plan["better"].astype(object).where(plan["better"].notna(), falling)


def _result(plan: pd.DataFrame) -> Words:
    known = plan["target"].notna() & plan["actual"].notna()
    enough = (plan["actual"] <= plan["target"]).where(
        plan["better"] == "lower", plan["actual"] >= plan["target"]
    )
    return np.select([~known, enough.astype(bool)], [UNKNOWN, REACHED], NOT_REACHED)


def _actuals(earlier: pd.DataFrame | None) -> dict[str, float]:
    if earlier is None or earlier.empty:
        return {}
    return dict(zip(earlier["objective"], earlier["actual"].astype(float), strict=True))
