"""A spider web drawn on axes whose coordinates are points from its centre, x to the right and y down."""

from __future__ import annotations

from collections.abc import Mapping
from math import degrees
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Arc, Polygon

from alliance_analytics.publish.figures.canvas import halo, write
from alliance_analytics.publish.figures.marks import HATCH
from alliance_analytics.publish.figures.shapes import line
from alliance_analytics.publish.figures.style import BEFORE, CARD, GRID, GUIDE, MUTED, NOW, NOW_PALE
from alliance_analytics.publish.figures.web import Web, runs

RIM = 4.0
"""How far the rim of a sector lies outside the web, in points."""
APART = 0.47
"""How far a rim runs to a neighbour of another sector, in spokes."""
EARLIER: Mapping[str, Any] = {
    "color": BEFORE,
    "linewidth": 1.2,
    "linestyle": (0, (4, 2.5)),
    "markersize": 4.5,
    "markerfacecolor": CARD,
    "markeredgecolor": BEFORE,
}
"""The wave before: dashed, with hollow marks as in the dot plot."""
MIDPOINT: Mapping[str, Any] = {"color": GUIDE, "linewidth": 1.6}
"""The middle of the scale: a ring like the others, but heavier; never dashed as the wave before is."""


def draw_spider(axes: Axes, table: pd.DataFrame, web: Web, size: float) -> None:
    """Draw a prepared table on ``axes``, with the answers of its rings in type of ``size`` points."""
    draw_web(axes, web)
    write_rings(axes, web, size)
    draw_sectors(axes, table, web)
    draw_absences(axes, table, web)
    draw_band(axes, table, web)
    draw_line(axes, list(table["mean_before"]), web, "before", **EARLIER)
    draw_line(axes, list(table["mean"]), web, "now", color=NOW, linewidth=2, markersize=6.5)


def draw_web(axes: Axes, web: Web) -> None:
    """Draw the rings, that of the midpoint heavier, and the spokes."""
    for value in range(1, web.points + 1):
        style: dict[str, Any] = {"edgecolor": GRID, "linewidth": 0.8, "label": f"ring {value}"}
        axes.add_artist(Polygon(web.ring(value), fill=False, **style))
    axes.add_artist(Polygon(web.ring(web.middle), fill=False, label="midpoint", **MIDPOINT))
    for spoke in range(web.spokes):
        ends = zip(web.place(spoke, 1), web.place(spoke, web.points), strict=True)
        line(axes, *ends, color=GRID, linewidth=0.8, zorder=1, label=f"spoke {spoke}")


def draw_sectors(axes: Axes, table: pd.DataFrame, web: Web) -> None:
    """Draw a rim in the colour of its sector half a spoke to either side, with a gap between two sectors."""
    size, sectors = 2 * (web.radius + RIM), list(table["sector"])
    for spoke, (sector, colour) in enumerate(zip(sectors, table["colour"], strict=True)):
        if sector:
            opens = 0.5 if sectors[spoke - 1] == sector else APART
            closes = 0.5 if sectors[(spoke + 1) % len(sectors)] == sector else APART
            start, end = (degrees(web.angle(spoke + half)) - 90 for half in (-opens, closes))
            style: dict[str, Any] = {"color": colour, "linewidth": 3.5, "label": f"sector {sector}"}
            axes.add_artist(Arc((0, 0), size, size, theta1=start, theta2=end, **style))


def draw_absences(axes: Axes, table: pd.DataFrame, web: Web) -> None:
    """Hatch the spokes of hidden values and dot those without answers."""
    for spoke, (name, state) in enumerate(table["state"].items()):
        if state == "hidden":
            axes.add_artist(Polygon(web.strip(spoke, 5), zorder=1.5, label=f"hidden {name}", **HATCH))
        elif state == "empty":
            ends = zip(web.place(spoke, 1), web.place(spoke, web.points), strict=True)
            line(axes, *ends, color=GUIDE, linestyle=":", linewidth=1.4, label=f"empty {name}")


def draw_band(axes: Axes, table: pd.DataFrame, web: Web) -> None:
    """Draw the intervals as a band between neighbours, and as a stroke on every spoke."""
    lows, highs = list(table["ci_low"]), list(table["ci_high"])
    known = list(table["ci_low"].notna() & table["ci_high"].notna())
    for run in (run for run in runs(known) if len(run) > 1):
        outer = [web.place(spoke, highs[spoke]) for spoke in run]
        inner = [web.place(spoke, lows[spoke]) for spoke in reversed(run)]
        style: dict[str, Any] = {"facecolor": NOW_PALE, "alpha": 0.45, "linewidth": 0, "zorder": 2}
        axes.add_artist(Polygon([*outer, *inner], label="band", **style))
    for spoke in (place for place, here in enumerate(known) if here):
        ends = zip(web.place(spoke, lows[spoke]), web.place(spoke, highs[spoke]), strict=True)
        stroke: dict[str, Any] = {"color": NOW_PALE, "linewidth": 3, "solid_capstyle": "butt", "zorder": 2.1}
        line(axes, *ends, label=f"interval {table.index[spoke]}", **stroke)


def draw_line(axes: Axes, values: list[float], web: Web, label: str, **style: Any) -> None:
    """Draw one wave: a line through neighbours, open where a value is missing."""
    chosen: dict[str, Any] = {"marker": "o", "markeredgecolor": CARD, "zorder": 3, "clip_on": False}
    for run in runs([bool(pd.notna(value)) for value in values]):
        x, y = zip(*(web.place(spoke, values[spoke]) for spoke in run), strict=True)
        line(axes, x, y, label=label, **(chosen | style))


def write_rings(axes: Axes, web: Web, size: float) -> None:
    """Write the answers of the scale beside the top spoke."""
    for value in range(1, web.points + 1):
        x, y = web.place(0, value)
        style: dict[str, Any] = {"color": MUTED, "path_effects": halo(), "zorder": 4}
        write(axes, x - 4, y + 0.6 * size, str(value), size=size, ha="right", va="center", **style)
