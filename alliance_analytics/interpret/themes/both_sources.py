"""Whether what people score and what reports say of a theme moved the same way, from one wave to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from alliance_analytics.model.themes import THEME_IDS

Agreement = Literal["agree", "disagree", "cannot_tell"]
SOURCES = ("statements", "reports")
COMPARED_COLUMNS = [
    "theme",
    *(f"{source}{end}" for source in SOURCES for end in ("", "_low", "_high")),
    "agreement",
]


@dataclass(frozen=True)
class Move:
    """A change with its limits; NaN when one of the two waves says nothing."""

    change: float
    low: float
    high: float

    @property
    def way(self) -> int:
        """1 or -1 when the change is larger than its interval allows for none, else 0."""
        return int(self.low > 0) - int(self.high < 0)


def sources_compared(trend: pd.DataFrame, before: str, after: str) -> pd.DataFrame:
    """Return how each theme moved between two waves in either source, and whether the sources agree.

    Parameters
    ----------
    trend : DataFrame
        One row a wave, source and theme: value, low and high, as
        ``review.themes.reports.themes_from_both`` makes it.
    before, after : str
        Two waves.

    Returns
    -------
    DataFrame
        Columns of ``COMPARED_COLUMNS``, one row a theme of which anything is known: the change of each source
        with its limits, and agreement. Sources *agree* when both clearly move the same way, *disagree* when
        they clearly move in opposite ways; else it *cannot be told*: no clear move is no proof that nothing
        moved.

    Notes
    -----
    The limits of a change combine those of its two waves, taken as independent (MOVER; Zou & Donner 2008,
    Statistics in Medicine 27, 1693-1702). The same people answer in both waves, so the limits are rather too
    wide than too narrow.
    """
    found = set(trend["theme"])
    rows = [_row(trend, theme, before, after) for theme in THEME_IDS if theme in found]
    return pd.DataFrame(rows, columns=COMPARED_COLUMNS)


def explaining(coded: pd.DataFrame, theme: str, wave: str, most: int = 3) -> pd.DataFrame:
    """Return the passages of a wave that speak most clearly of a theme: the first to read."""
    rows = coded[(coded["wave"] == wave) & (coded["theme"] == theme)]
    return rows.sort_values("score", ascending=False, kind="stable").head(most).reset_index(drop=True)


def _row(trend: pd.DataFrame, theme: str, before: str, after: str) -> tuple[object, ...]:
    moves = [_move(trend, theme, source, before, after) for source in SOURCES]
    numbers = [number for move in moves for number in (move.change, move.low, move.high)]
    return (theme, *numbers, _agreement(*(move.way for move in moves)))


def _agreement(statements: int, reports: int) -> Agreement:
    if 0 in (statements, reports):
        return "cannot_tell"
    return "agree" if statements == reports else "disagree"


def _move(trend: pd.DataFrame, theme: str, source: str, before: str, after: str) -> Move:
    rows = trend[(trend["theme"] == theme) & (trend["source"] == source)].set_index("wave")
    numbers = rows[["value", "low", "high"]].astype(float).reindex([before, after])
    first, second = numbers.loc[before].to_dict(), numbers.loc[after].to_dict()
    change = second["value"] - first["value"]
    down = np.hypot(second["value"] - second["low"], first["high"] - first["value"])
    up = np.hypot(second["high"] - second["value"], first["value"] - first["low"])
    return Move(change, change - down, change + up)
