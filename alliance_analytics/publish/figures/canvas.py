"""A card measured in points from its top left corner, with charts placed on it at fixed margins.

All lettering outside a chart is written on one *page* whose coordinates are points; a chart is an ordinary Axes at a
given place. Nothing is laid out while saving, which keeps drawing quick and the result the same every time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import seaborn
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures.style import GRID, GUIDE, INK, MUTED, Sheet

POINTS = 72


@dataclass(frozen=True)
class Canvas:
    """A figure with its page of lettering; ``sheet`` holds the width, ``height`` is in points."""

    figure: Figure
    page: Axes
    sheet: Sheet
    height: float

    def chart(self, left: float, top: float, right: float, bottom: float) -> Axes:
        """Return new Axes between four edges, in points from the top left corner."""
        width = self.sheet.width
        box = (left / width, 1 - bottom / self.height, (right - left) / width, (bottom - top) / self.height)
        return self.figure.add_axes(box)

    def rows(self, left: float, top: float, right: float, bottom: float) -> Axes:
        """Return new Axes whose y axis is that of the page, for charts made of rows."""
        axes = self.chart(left, top, right, bottom)
        axes.set_ylim(bottom, top)
        axes.set_yticks([])
        seaborn.despine(ax=axes, left=True, bottom=True)
        return axes

    def write(self, x: float, y: float, text: str | Iterable[str], **style: Any) -> None:
        """Write lines of text at a place on the page, by default from the top left down."""
        write(self.page, x, y, text, self.sheet, **style)


def canvas(sheet: Sheet, height: float) -> Canvas:
    """Return an empty card as wide as ``sheet`` and ``height`` points high."""
    figure = Figure(figsize=(sheet.width / POINTS, height / POINTS))
    page = figure.add_axes((0, 0, 1, 1))
    page.set(xlim=(0, sheet.width), ylim=(height, 0))
    page.set_axis_off()
    return Canvas(figure, page, sheet, height)


def write(axes: Axes, x: float, y: float, text: str | Iterable[str], sheet: Sheet, **style: Any) -> None:
    """Write lines of text at a place in the coordinates of ``axes``."""
    lines = text if isinstance(text, str) else "\n".join(text)
    chosen = {"size": sheet.text, "va": "top", "ha": "left", "color": INK, "linespacing": 1.2} | style
    axes.text(x, y, lines, **chosen)


def scale_axis(axes: Axes, points: int, sheet: Sheet) -> None:
    """Give ``axes`` a horizontal answer scale from 1 to ``points`` with a quiet grid and its midpoint marked."""
    axes.set_xlim(0.85, points + 0.15)
    axes.set_xticks(range(1, points + 1))
    axes.tick_params(axis="x", length=0, pad=2, labelsize=sheet.small, labelcolor=MUTED)
    for value in range(1, points + 1):
        axes.axvline(value, color=GRID, linewidth=0.8, zorder=0)
    axes.axvline(midpoint(points), color=GUIDE, linewidth=0.9, linestyle=(0, (3, 2)), zorder=0.5, label="midpoint")


def midpoint(points: int) -> float:
    """Return the middle of an answer scale from 1 to ``points``."""
    return (1 + points) / 2
