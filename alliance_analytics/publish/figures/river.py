"""A river of shares: a bar for every wave, and what flows from one bar to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from alliance_analytics.publish.figures import marks
from alliance_analytics.publish.figures.canvas import beside, points_a_unit
from alliance_analytics.publish.figures.lettering import text_width
from alliance_analytics.publish.figures.shapes import area, bar
from alliance_analytics.publish.figures.style import CARD, STAGES, ink_on, shades
from alliance_analytics.publish.figures.waves import stretches

HEIGHT = 180.0
"""Height of the river in points."""
WIDEST = 46.0
"""The most a bar of one wave is wide, in points."""
Tables = Mapping[str, pd.DataFrame]


def draw_stages(axes: Axes, tables: Tables, size: float) -> None:
    """Draw bars and the flows between them on ``axes``: x is the place of a wave, y adds up to 1."""
    axes.set_ylim(0, 1)
    wide = min(0.62, WIDEST / points_a_unit(axes))
    placed = [state == "shown" for state in next(iter(tables.values()))["state"]]
    for (stage, table), colour in zip(tables.items(), shades(STAGES, len(tables)), strict=True):
        draw_flows(axes, table, placed, wide, facecolor=colour, label=f"flow {stage}")
        style: dict[str, Any] = {"facecolor": colour, "edgecolor": CARD, "linewidth": 0.6, "label": stage}
        for place, (bottom, share) in enumerate(zip(table["bottom"], table["share"], strict=True)):
            bar(axes, (place - wide / 2, bottom), wide, share, **style)
        _write_shares(axes, table, colour, (wide, size))
    for place in (place for place, here in enumerate(placed) if not here):
        marks.hatched(axes, (place - wide / 2, 0, wide, 1), f"not placed {place}")


def draw_flows(axes: Axes, table: pd.DataFrame, placed: Sequence[bool], wide: float, **style: Any) -> None:
    """Join one stage's bars of neighbouring waves that were both placed."""
    bottoms, tops = list(table["bottom"]), list(table["top"])
    for stretch in stretches(placed):
        for here, there in pairwise(stretch):
            ends = (here + wide / 2, there - wide / 2)
            low, high = (bottoms[here], bottoms[there]), (tops[here], tops[there])
            area(axes, ends, low, high, alpha=0.35, **style)


def spread(wanted: Sequence[float], heights: Sequence[float], span: tuple[float, float]) -> list[float]:
    """Return middles near those wanted, so that no two blocks overlap.

    Parameters
    ----------
    wanted : sequence of float
        Middles in points from the top, the lowest block first.
    heights : sequence of float
        Height of each block in points.
    span : tuple of float
        Top and bottom of the room in points.

    Examples
    --------
    >>> spread([95, 94], [10, 10], (0, 100))
    [95, 85.0]
    """
    middles: list[float] = []
    floor = span[1]
    for middle, height in zip(wanted, heights, strict=True):
        middles.append(min(middle, floor - height / 2))
        floor = middles[-1] - height / 2
    ceiling = span[0]
    for place in reversed(range(len(middles))):
        middles[place] = max(middles[place], ceiling + heights[place] / 2)
        ceiling = middles[place] + heights[place] / 2
    return middles


def _write_shares(axes: Axes, table: pd.DataFrame, colour: str, room: tuple[float, float]) -> None:
    wide, size = room
    for place, (share, bottom) in enumerate(zip(table["share"], table["bottom"], strict=True)):
        text = f"{share:.0%}" if pd.notna(share) else ""
        fits = wide * points_a_unit(axes) > text_width(text, size) + 2 and share * HEIGHT > size + 3
        if text and fits:
            style: dict[str, Any] = {"ha": "center", "color": ink_on(colour)}
            beside(axes, (place, bottom + share / 2), text, size=size, **style)
