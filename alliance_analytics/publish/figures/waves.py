"""Waves in a row: their order, the stretches without a break, and which of their names fit under an axis."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import ceil
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from alliance_analytics.publish.figures import marks
from alliance_analytics.publish.figures.canvas import name_below, points_a_unit
from alliance_analytics.publish.figures.lettering import text_width
from alliance_analytics.publish.figures.setting import Setting
from alliance_analytics.publish.figures.shapes import line
from alliance_analytics.publish.figures.style import GUIDE

HALF = 0.5
WIDEST = 30.0
"""The most a bar of one wave is wide, in points."""


def ordered(frame: pd.DataFrame, waves: Sequence[str] | None) -> tuple[str, ...]:
    """Return the waves to draw: those given, or those of the frame in alphabetical order.

    Without any there is one nameless wave, so that a figure can say that there are no answers.
    """
    found = waves if waves is not None else sorted(frame["wave"].astype(str).unique())
    return tuple(found) or ("",)


def span(waves: Sequence[str], setting: Setting) -> str:
    """Return from which to which wave a figure runs, in words."""
    key = "span" if len(waves) > 1 else "span_one"
    return setting.say(key, first=waves[0], last=waves[-1])


def stretches(present: Sequence[bool], breaks: Collection[int] = ()) -> list[range]:
    """Return the places of neighbouring waves that may be joined by a line.

    Parameters
    ----------
    present : sequence of bool
        Whether each wave has a value.
    breaks : collection of int
        Places of waves that cannot be compared with the wave before.

    Examples
    --------
    >>> stretches([True, True, True, False, True], breaks=[1])
    [range(0, 1), range(1, 3), range(4, 5)]
    """
    found: list[range] = []
    for place, here in enumerate(present):
        joins = bool(found) and found[-1].stop == place and place not in breaks
        if here and joins:
            found[-1] = range(found[-1].start, place + 1)
        elif here:
            found.append(range(place, place + 1))
    return found


def wave_axis(axes: Axes, waves: Sequence[str], size: float) -> None:
    """Give ``axes`` one unit a wave, and as many of their names, counted from the last, as fit."""
    axes.set_xlim(-HALF, len(waves) - HALF)
    widest = max(text_width(wave, size) for wave in waves) + 4
    step = min(len(waves), ceil(widest / points_a_unit(axes)))
    name_below(axes, {place: waves[place] for place in range(len(waves) - 1, -1, -step)}, size, pad=3)


def wave_width(axes: Axes) -> float:
    """Return how wide the bar of one wave is, in waves: a little over half, and never a slab."""
    return min(0.6, WIDEST / points_a_unit(axes))


def hide_waves(axes: Axes, states: Sequence[str], label: str) -> None:
    """Hatch the waves whose value is hidden, from the bottom to the top of ``axes``."""
    bottom, top = axes.get_ylim()
    wide = wave_width(axes)
    for place, state in enumerate(states):
        if state == "hidden":
            marks.hatched(
                axes, (place - wide / 2, bottom, wide, top - bottom), f"hidden {label} {place}", zorder=0.6
            )


def mark_breaks(axes: Axes, breaks: Collection[int]) -> None:
    """Draw a line before every wave that cannot be compared with the wave before it."""
    style: dict[str, Any] = {"color": GUIDE, "linewidth": 1.2, "linestyle": (0, (1, 1.5))}
    for place in breaks:
        line(axes, (place - HALF, place - HALF), axes.get_ylim(), label=f"break {place}", **style)
