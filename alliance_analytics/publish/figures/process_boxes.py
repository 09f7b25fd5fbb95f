"""Where the steps of a process stand: in a lane for each owner, or under each other for want of room."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from alliance_analytics.publish.figures.canvas import EDGE, LEADING
from alliance_analytics.publish.figures.lettering import wrap
from alliance_analytics.publish.figures.setting import Setting

BETWEEN = 20.0
"""Height between two rows of boxes, in points: room for an arrow."""
BESIDE = 34.0
"""Room at the right of a single column, in points, for arrows that pass a step by."""
PADDING = 5.0


@dataclass(frozen=True)
class Box:
    """One step.

    ``x`` and ``y`` are its middle, ``across`` and ``down`` half its width and height, in points; ``lines``
    are written in it, below the lines of ``head``: its owner, where lanes do not tell. ``row`` counts from
    the top, and ``alone`` says that all steps stand in one column.
    """

    x: float
    y: float
    across: float
    down: float
    lines: tuple[str, ...]
    head: tuple[str, ...] = ()
    row: int = 0
    alone: bool = False


Boxes = dict[str, Box]


def rows_of_steps(steps: pd.DataFrame) -> pd.Series:
    """Return the row of each step, from 0: as far down as it is along, one row more where a lane is full."""
    turn = steps.groupby(["column", "lane"]).cumcount()
    places = sorted(set(zip(steps["column"], turn, strict=True)))
    rows = [places.index(place) for place in zip(steps["column"], turn, strict=True)]
    return pd.Series(rows, index=steps["step"])


def in_lanes(steps: pd.DataFrame, lane: float, top: float, size: float) -> tuple[Boxes, float]:
    """Return the steps in lanes of a width, from ``top`` down, and where the last one ends."""
    rows, across = rows_of_steps(steps), lane / 2 - 7
    lines = {
        step: wrap(name, 2 * across - 8, size, lines=4)
        for step, name in zip(steps["step"], steps["name"], strict=True)
    }
    heights = {step: len(each) * LEADING * size + 2 * PADDING for step, each in lines.items()}
    deep = [max(heights[step] for step in rows.index[rows == row]) for row in range(rows.max() + 1)]
    middles = [top + sum(deep[:row]) + row * BETWEEN + deep[row] / 2 for row in range(len(deep))]
    boxes = {
        step: Box(
            EDGE + (number + 0.5) * lane, middles[rows[step]], across, heights[step] / 2, lines[step],
            row=int(rows[step]),
        )
        for step, number in zip(steps["step"], steps["lane"], strict=True)
    }  # fmt: skip
    return boxes, top + sum(deep) + (len(deep) - 1) * BETWEEN + 8


def in_a_column(steps: pd.DataFrame, setting: Setting, top: float) -> tuple[Boxes, float]:
    """Return the steps under each other, each with its owner written in it, and where the last one ends."""
    size, across = setting.sheet.small, (setting.sheet.width - 2 * EDGE - BESIDE) / 2
    order = steps.sort_values(["column", "lane"], kind="stable")
    boxes: Boxes = {}
    for row, (step, name, owner) in enumerate(zip(order["step"], order["name"], order["owner"], strict=True)):
        head = wrap(setting.labels[owner], 2 * across - 14, size, lines=2)
        lines = wrap(name, 2 * across - 14, size, lines=3)
        down = (len(head) + len(lines)) * LEADING * size / 2 + PADDING
        boxes[step] = Box(EDGE + across, top + down, across, down, lines, head, row, alone=True)
        top += 2 * down + BETWEEN
    return boxes, top - BETWEEN + 8
