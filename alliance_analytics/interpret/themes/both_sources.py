"""Whether what people score and what reports say of a theme move the same way, from one wave to the next."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

Agreement = Literal["agree", "disagree", "cannot_tell"]
SOURCES = ("statements", "reports")


def sources_agree(trend: pd.DataFrame, theme: str, before: str, after: str) -> Agreement:
    """Return whether the two sources agree on the change of a theme between two waves.

    Parameters
    ----------
    trend : DataFrame
        One row a wave, source and theme: value, low and high, as ``review.texts.themes_from_both`` makes it.
    theme, before, after : str
        The theme and two waves.

    Returns
    -------
    {'agree', 'disagree', 'cannot_tell'}
        Each source moves up, down, or not by more than its two intervals allow. They agree when both move
        the same way, disagree when they move in opposite ways, and else it cannot be told: no clear move is
        no proof that nothing moved.
    """
    moves = [_move(trend, theme, source, before, after) for source in SOURCES]
    if 0 in moves:
        return "cannot_tell"
    return "agree" if moves[0] == moves[1] else "disagree"


def explaining(coded: pd.DataFrame, theme: str, wave: str, most: int = 5) -> pd.DataFrame:
    """Return the passages of a wave that speak most clearly of a theme: the first to read."""
    rows = coded[(coded["wave"] == wave) & (coded["theme"] == theme)]
    return rows.sort_values("score", ascending=False, kind="stable").head(most).reset_index(drop=True)


def _move(trend: pd.DataFrame, theme: str, source: str, before: str, after: str) -> int:
    """Return 1 or -1 when a difference is larger than its interval (of two estimates), else 0."""
    rows = trend[(trend["theme"] == theme) & (trend["source"] == source)].set_index("wave")
    if not {before, after} <= set(rows.index):
        return 0
    numbers = rows[["value", "low", "high"]].astype(float)
    first, second = numbers.loc[before].to_dict(), numbers.loc[after].to_dict()
    difference = second["value"] - first["value"]
    down = np.hypot(second["value"] - second["low"], first["high"] - first["value"])
    up = np.hypot(second["high"] - second["value"], first["value"] - first["low"])
    if not np.isfinite([difference, down, up]).all():
        return 0
    return int(difference - down > 0) - int(difference + up < 0)
