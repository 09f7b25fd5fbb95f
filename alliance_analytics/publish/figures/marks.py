"""The marks every figure shares: a value with its interval, and what stands where there is no value."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from alliance_analytics.publish.figures.canvas import BACK, write
from alliance_analytics.publish.figures.setting import Setting
from alliance_analytics.publish.figures.shapes import bar, line
from alliance_analytics.publish.figures.style import BLANK, CARD, GUIDE, MUTED, NOW, NOW_PALE

HATCH: dict[str, Any] = {"facecolor": BLANK, "edgecolor": GUIDE, "hatch": "/////", "linewidth": 0}
Box = tuple[float, float, float, float]


def hatched(axes: Axes, box: Box, label: str, **style: Any) -> None:
    """Hatch a rectangle (x, y, width, height): there is a value, and it is hidden."""
    x, y, width, height = box
    bar(axes, (x, y), width, height, label=label, **(HATCH | style))


def interval(axes: Axes, ends: tuple[float, float], y: float, label: str, **style: Any) -> None:
    """Draw a horizontal interval at ``y``; without both ends there is none to draw."""
    if pd.notna(ends[0]) and pd.notna(ends[1]):
        chosen: dict[str, Any] = {"color": NOW_PALE, "linewidth": 6, "solid_capstyle": "butt"}
        line(axes, ends, (y, y), label=label, **(chosen | style))


def dot(axes: Axes, x: float, y: float, label: str, **style: Any) -> None:
    """Draw one value as a filled marker with a thin edge that keeps it apart from what lies under it."""
    chosen: dict[str, Any] = {"marker": "o", "color": NOW, "markersize": 7.5, "markeredgecolor": CARD}
    line(axes, [x], [y], linestyle="none", clip_on=False, label=label, **(chosen | style))


def hollow(axes: Axes, x: float, y: float, label: str, **style: Any) -> None:
    """Draw one value as an open marker: the same thing, one wave earlier."""
    chosen: dict[str, Any] = {"color": CARD, "markeredgewidth": 1.3, "markersize": 6}
    dot(axes, x, y, label, **(chosen | style))


def absent(axes: Axes, state: str, name: str, y: float, setting: Setting) -> None:
    """Say in a row why there is no value: hatched and *hidden*, or a plain *no answers*."""
    low, high = axes.get_xlim()
    if state == "hidden":
        hatched(axes, (low, y - 5, high - low, 10), f"hidden {name}")
    style: dict[str, Any] = {"color": MUTED, "bbox": BACK | {"pad": 2.5}, "ha": "center"}
    write(axes, (low + high) / 2, y, setting.say(state), size=setting.sheet.small, va="center", **style)
