"""A card measured in points from its top left corner, with charts placed on it at fixed margins.

All lettering outside a chart is written on one *page* whose coordinates are points; a chart is an ordinary
Axes at a given place. Nothing is laid out while saving: drawing stays quick, and its result the same every
time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import AbstractPathEffect, withStroke

from alliance_analytics.publish.figures.bare_axes import BareAxes
from alliance_analytics.publish.figures.lettering import ASCENT
from alliance_analytics.publish.figures.letters import Letters
from alliance_analytics.publish.figures.shapes import uprights
from alliance_analytics.publish.figures.style import CARD, GRID, GUIDE, INK, MUTED, Sheet

EDGE = 5.0
"""Margin around everything, in points."""
POINTS_AN_INCH = 72
BACK: dict[str, Any] = {"facecolor": CARD, "edgecolor": "none", "pad": 0.8}
"""A white ground for text that stands on lines."""
LEADING = 1.28
"""Distance between two baselines, in type sizes."""
RISE = {"top": 1.0, "center": 0.365, "bottom": -0.28}
"""From the top, middle or bottom of a line of type to its baseline, in type sizes, downwards."""


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
        return self.figure.add_axes(box, axes_class=BareAxes)

    def rows(self, left: float, top: float, right: float, bottom: float) -> Axes:
        """Return new Axes whose y axis is that of the page, for charts made of rows."""
        axes = self.chart(left, top, right, bottom)
        axes.set_ylim(bottom, top)
        return axes

    def write(self, x: float, y: float, text: str | Iterable[str], **style: Any) -> None:
        """Write lines of text at a place on the page, by default from the top left down."""
        write(self.page, x, y, text, **({"size": self.sheet.text} | style))

    def note(self, x: float, y: float, text: str | Iterable[str], **style: Any) -> None:
        """Write lines of small, quiet text."""
        self.write(x, y, text, **({"size": self.sheet.small, "color": MUTED} | style))


def canvas(sheet: Sheet, height: float) -> Canvas:
    """Return an empty card as wide as ``sheet`` and ``height`` points high."""
    figure = Figure(figsize=(sheet.width / POINTS_AN_INCH, height / POINTS_AN_INCH))
    page = figure.add_axes((0, 0, 1, 1), axes_class=BareAxes)
    page.set(xlim=(0, sheet.width), ylim=(height, 0))
    return Canvas(figure, page, sheet, height)


def write(
    axes: Axes, x: float, y: float, text: str | Iterable[str], *, size: float, va: str = "top", **style: Any
) -> None:
    """Write lines of text on axes that are measured in points from the top.

    Lines stand on baselines reckoned here, because matplotlib lets a line without tall letters hang
    differently.
    """
    lines = [text] if isinstance(text, str) else list(text)
    above = {"top": 0.0, "center": (len(lines) - 1) / 2, "bottom": float(len(lines) - 1)}[va]
    first = y - above * LEADING * size + RISE[va] * size
    for place, line in enumerate(lines):
        baseline = first + place * LEADING * size
        axes.add_artist(Letters(x, baseline, line, size=size, va="baseline", **({"color": INK} | style)))


def beside(axes: Axes, place: tuple[float, float], text: str, *, size: float, **style: Any) -> None:
    """Write one line beside a place in the data of ``axes``; ``shift`` moves it right and up, in points."""
    right, up = style.pop("shift", (0.0, 0.0))
    _note(axes, text, place, (right, up - RISE["center"] * size), size=size, **({"color": INK} | style))


def name_below(axes: Axes, names: Mapping[float, str], size: float, pad: float = 2.0) -> None:
    """Write names under places on the x axis, ``pad`` points from it, instead of its own."""
    axes.xaxis.set_visible(False)
    down = (0.0, -pad - ASCENT * size)
    for x, name in names.items():
        _note(axes, name, (x, 0), down, xycoords=("data", "axes fraction"), size=size, ha="center")


def name_beside(axes: Axes, names: Mapping[float, str], size: float, pad: float = 3.0) -> None:
    """Write names at the left of places on the y axis, ``pad`` points from it, instead of its own."""
    axes.yaxis.set_visible(False)
    aside = (-pad, -ASCENT / 2 * size)
    for y, name in names.items():
        _note(axes, name, (0, y), aside, xycoords=("axes fraction", "data"), size=size, ha="right")


def title_below(axes: Axes, title: str, size: float, pad: float = 2.0) -> None:
    """Write what the x axis measures, under the names on it."""
    down = (0.0, -2 * pad - (1 + ASCENT) * size)
    _note(axes, title, (0.5, 0), down, xycoords="axes fraction", size=size, ha="center")


def halo() -> list[AbstractPathEffect]:
    """Return an effect that keeps text readable where a line passes behind it."""
    return [withStroke(linewidth=2.5, foreground=CARD)]


def points_a_unit(axes: Axes) -> float:
    """Return how many points one unit of the x axis takes."""
    low, high = axes.get_xlim()
    figure = axes.get_figure(root=True)
    width = figure.get_figwidth() if figure else 0.0
    return axes.get_position().width * width * POINTS_AN_INCH / (high - low)


def scale_axis(axes: Axes, points: int, sheet: Sheet, spans: Iterable[tuple[float, float]]) -> None:
    """Give ``axes`` a horizontal answer scale from 1 to ``points``.

    The grid is quiet, its midpoint is marked, and it runs only through ``spans`` (top and bottom, in points),
    so that it never crosses a label.
    """
    axes.set_xlim(0.85, points + 0.15)
    answers = range(1, points + 1)
    name_below(axes, dict(zip(answers, map(str, answers), strict=True)), sheet.small)
    for span in spans:
        uprights(axes, answers, span, color=GRID, linewidth=0.8, zorder=0)
        dashes: Any = {"linestyle": (0, (3, 2)), "linewidth": 0.9}
        uprights(axes, [(1 + points) / 2], span, color=GUIDE, zorder=0.5, label="midpoint", **dashes)


def _note(
    axes: Axes, text: str, place: tuple[float, float], shift: tuple[float, float], **style: Any
) -> None:
    """Write one line on a baseline ``shift`` points right of and above a place."""
    chosen: dict[str, Any] = {"color": MUTED, "va": "baseline", "annotation_clip": False} | style
    axes.annotate(text, place, shift, textcoords="offset points", **chosen)
