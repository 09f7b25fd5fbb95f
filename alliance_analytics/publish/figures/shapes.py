"""Lines, bars and areas on given axes, each one artist, as they are.

What ``Axes.plot``, ``barh`` and ``vlines`` do besides (units, colours in turn, limits that grow) costs ten
times as much, and a chart that sets its own limits and colours has no use for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from math import isfinite
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon, Rectangle
from matplotlib.path import Path

Numbers = Sequence[float]
Place = tuple[float, float]


def line(axes: Axes, xs: Iterable[float], ys: Iterable[float], **style: Any) -> None:
    """Draw a line through places, with a mark at each when ``style`` has one."""
    axes.add_artist(Line2D(list(xs), list(ys), **style))


def uprights(axes: Axes, xs: Iterable[float], span: Place, **style: Any) -> None:
    """Draw an upright stroke through ``span`` at every x."""
    _strokes(axes, [((x, span[0]), (x, span[1])) for x in xs], **style)


def levels(axes: Axes, ys: Iterable[float], **style: Any) -> None:
    """Draw a level stroke at every y, from the left to the right end of ``axes``."""
    left, right = axes.get_xlim()
    _strokes(axes, [((left, y), (right, y)) for y in ys], **style)


def bar(axes: Axes, corner: Place, width: float, height: float, **style: Any) -> None:
    """Draw a bar from its corner; without a length there is none. It lies within the limits of ``axes``."""
    if isfinite(width) and isfinite(height):
        axes.add_artist(Rectangle(corner, width, height, clip_on=False, **style))


def area(axes: Axes, xs: Numbers, lows: Numbers, highs: Numbers, **style: Any) -> None:
    """Fill what lies between two lines."""
    there, back = zip(xs, lows, strict=True), zip(reversed(xs), reversed(highs), strict=True)
    axes.add_artist(Polygon([*there, *back], linewidth=0, **style))


def _strokes(axes: Axes, ends: Iterable[tuple[Place, Place]], **style: Any) -> None:
    """Draw straight strokes that look alike."""
    places = list(chain.from_iterable(ends))
    codes = list(chain.from_iterable(repeat((Path.MOVETO, Path.LINETO), len(places) // 2)))
    if places:
        axes.add_artist(PathPatch(Path(places, codes), fill=False, **style))
