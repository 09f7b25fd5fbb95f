"""The marks every figure shares: a value with its interval, and what stands where there is no value."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from alliance_analytics.publish.figures.style import BLANK, CARD, GUIDE, NOW

HATCH: dict[str, Any] = {"facecolor": BLANK, "edgecolor": GUIDE, "hatch": "/////", "linewidth": 0}


def hatched(axes: Axes, x: float, y: float, width: float, height: float, label: str, **style: Any) -> None:
    """Hatch a rectangle: a value is there, and it is hidden. ``x`` and ``y`` are its lowest corner."""
    axes.add_patch(Rectangle((x, y), width, height, label=label, **(HATCH | style)))


def interval(axes: Axes, low: float, high: float, y: float, label: str, **style: Any) -> None:
    """Draw a horizontal interval at ``y``; an end that is missing leaves it out."""
    if pd.notna(low) and pd.notna(high):
        chosen: dict[str, Any] = {"color": NOW, "linewidth": 4, "alpha": 0.35, "solid_capstyle": "butt"}
        axes.plot([low, high], [y, y], label=label, **(chosen | style))


def dot(axes: Axes, x: float, y: float, label: str, **style: Any) -> None:
    """Draw one value as a filled marker with a thin edge that keeps it apart from what lies under it."""
    chosen: dict[str, Any] = {"marker": "o", "color": NOW, "markersize": 7.5, "markeredgecolor": CARD}
    axes.plot([x], [y], linestyle="none", clip_on=False, label=label, **(chosen | style))


def hollow(axes: Axes, x: float, y: float, label: str, colour: str, **style: Any) -> None:
    """Draw one value as an open marker: the same thing, one wave earlier."""
    dot(axes, x, y, label, color=CARD, markeredgecolor=colour, markeredgewidth=1.3, **({"markersize": 6} | style))
