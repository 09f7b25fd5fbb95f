"""Hand-overs between the boxes of a process: forward, past other steps, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from alliance_analytics.publish.figures.process_boxes import BESIDE, Box
from alliance_analytics.publish.figures.style import GROUPS, GUIDE, NOW

Look = Mapping[str, Any]
CROSSES: Look = {"color": NOW, "linewidth": 1.8}
WITHIN: Look = {"color": GUIDE, "linewidth": 1.2}
RETURNS: Look = {"color": GROUPS[3], "linewidth": 1.3, "linestyle": (0, (3, 2))}
TIP: Look = {"arrowstyle": "-|>", "mutation_scale": 9, "shrinkA": 0, "shrinkB": 1}


def draw_hand_overs(axes: Axes, hand_overs: pd.DataFrame, boxes: Mapping[str, Box]) -> None:
    """Draw an arrow for each hand-over, under the boxes; a step that hands over to itself has none."""
    for row in hand_overs.to_dict("records"):
        if row["step"] == row["next"]:
            continue
        look = RETURNS if row["returns"] else CROSSES if row["crosses"] else WITHIN
        patch = _arrow(boxes[row["step"]], boxes[row["next"]], look, returns=row["returns"])
        patch.set_label(f"hand-over {row['step']} {row['next']}")
        axes.add_artist(patch)


def _arrow(start: Box, end: Box, look: Look, *, returns: bool) -> FancyArrowPatch:
    if start.alone and (returns or end.row != start.row + 1):
        return _past(start, end, look)
    return _back(start, end, look) if returns else _forward(start, end, look)


def _forward(start: Box, end: Box, look: Look) -> FancyArrowPatch:
    if start.row == end.row:
        side = 1 if end.x > start.x else -1
        ends = (start.x + side * start.across, start.y), (end.x - side * end.across, end.y)
    else:
        ends = (start.x, start.y + start.down), (end.x, end.y - end.down)
    return FancyArrowPatch(posA=ends[0], posB=ends[1], zorder=1, **TIP, **look)


def _past(start: Box, end: Box, look: Look) -> FancyArrowPatch:
    """Return an arrow that passes other steps by, bowed to the right of the column; one back bows widest."""
    back = end.y < start.y
    bow = min(0.5, 2 * (BESIDE - 8 if back else BESIDE / 2) / abs(end.y - start.y)) * (1 if back else -1)
    ends = (start.x + start.across, start.y + start.down / 2), (end.x + end.across, end.y - end.down / 2)
    curve = f"arc3,rad={bow}"
    return FancyArrowPatch(posA=ends[0], posB=ends[1], connectionstyle=curve, zorder=1, **TIP, **look)


def _back(start: Box, end: Box, look: Look) -> FancyArrowPatch:
    """Return an arrow back up to the side of the earlier step, so that it does not hide the way down."""
    side = 1 if start.x >= end.x else -1
    ends = (start.x + 0.75 * side * start.across, start.y - start.down), (end.x + side * end.across, end.y)
    curve = f"arc3,rad={0.3 * side}"
    return FancyArrowPatch(posA=ends[0], posB=ends[1], connectionstyle=curve, zorder=1.5, **TIP, **look)
