"""The alliance's process from beginning to end, downwards, with a lane for each owner and friction marked.

Downwards, so that it reads on a phone as on a wall; a hand-over that changes owner is the strong line, for
that is where partners meet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import named, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas
from alliance_analytics.publish.figures.lettering import wrap
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.style import BLANK, CARD, GROUPS, GUIDE, INK, MUTED, NOW, look

BETWEEN = 20.0
"""Height between two rows of boxes, in points: room for an arrow."""
BADGES = {"survey": (GROUPS[1], "D"), "reports": (GROUPS[2], "s")}
"""Source of friction to colour and marker."""
RETURN: dict[str, Any] = {"linestyle": (0, (3, 2)), "color": GROUPS[3], "linewidth": 1.3}


@dataclass(frozen=True)
class Box:
    """One step: its middle, half its width and half its height in points, and the lines written in it."""

    x: float
    y: float
    across: float
    down: float
    lines: tuple[str, ...]


def process_map(
    steps: pd.DataFrame,
    hand_overs: pd.DataFrame,
    friction: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return a map of the process.

    Parameters
    ----------
    steps : DataFrame
        ``step, name, owner, column`` (how far along, from 0) and ``lane`` (which owner, from 0).
    hand_overs : DataFrame
        ``step, next, crosses`` (the owner changes) and ``returns`` (work comes back).
    friction : DataFrame
        ``step`` and ``source`` ("survey" or "reports"); released, a mark only where it may be shown.
    labels : mapping
        Owner to text, in the order of the lanes.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.
    """
    with look():
        return _figure(steps, hand_overs, friction, setting(labels, language, narrow))


def prepare_rows(steps: pd.DataFrame) -> pd.Series:
    """Return the row of each step, from 0: as far down as it is along, one row more where a lane is full."""
    turn = steps.groupby(["column", "lane"]).cumcount()
    places = sorted(set(zip(steps["column"], turn, strict=True)))
    return pd.Series(
        [places.index(place) for place in zip(steps["column"], turn, strict=True)], index=steps["step"]
    )


def draw_hand_overs(axes: Axes, hand_overs: pd.DataFrame, boxes: Mapping[str, Box]) -> None:
    """Draw an arrow for each hand-over, under the boxes."""
    for row in hand_overs.to_dict("records"):
        if row["step"] == row["next"]:
            continue
        start, end = boxes[row["step"]], boxes[row["next"]]
        patch = _return(start, end) if row["returns"] else _forward(start, end, row["crosses"])
        patch.set_label(f"hand-over {row['step']} {row['next']}")
        axes.add_patch(patch)


def process_map_alt(
    steps: pd.DataFrame,
    hand_overs: pd.DataFrame,
    friction: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    language: str = "en",
) -> str:
    """Return at most 250 characters that say what :func:`process_map` shows."""
    spoken = setting(labels, language, narrow=False)
    names = steps.set_index("step")["name"]
    marked = [str(names[step]) for step in dict.fromkeys(friction["step"])]
    crossing = int((hand_overs["crosses"] & ~hand_overs["returns"]).sum())

    def compose(room: int) -> str:
        told = ", ".join(named(name, room) for name in marked[:3]) or spoken.say("map_no_friction")
        return spoken.say("map_alt", steps=len(steps), owners=len(labels), crossing=crossing, names=told)

    return within_limit(compose)


def _figure(
    steps: pd.DataFrame, hand_overs: pd.DataFrame, friction: pd.DataFrame, setting: Setting
) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(hand_overs, friction, setting), page, page.width - 2 * EDGE)
    lane = (page.width - 2 * EDGE) / len(setting.labels)
    heads = {name: wrap(text, lane - 8, page.small, lines=3) for name, text in setting.labels.items()}
    top = EDGE + key.height + 10
    first = top + max(len(lines) for lines in heads.values()) * 1.28 * page.small + 12
    boxes, bottom = _boxes(steps, lane, first, page.small)
    card = canvas(page, bottom + EDGE)
    _draw_lanes(card, heads, lane, (top, bottom))
    key.draw(card, EDGE, EDGE)
    draw_hand_overs(card.page, hand_overs, boxes)
    for name, box in boxes.items():
        _draw_box(card, name, box)
    _draw_friction(card.page, friction, boxes)
    return card.figure


def _boxes(steps: pd.DataFrame, lane: float, top: float, size: float) -> tuple[dict[str, Box], float]:
    rows = prepare_rows(steps)
    across = lane / 2 - 7
    lines = {
        step: wrap(name, 2 * across - 8, size, lines=4)
        for step, name in zip(steps["step"], steps["name"], strict=True)
    }
    heights = {step: len(each) * 1.28 * size + 10 for step, each in lines.items()}
    deep = [max(heights[step] for step in rows.index[rows == row]) for row in range(rows.max() + 1)]
    middles = [top + sum(deep[:row]) + row * BETWEEN + deep[row] / 2 for row in range(len(deep))]
    boxes = {
        step: Box(EDGE + (number + 0.5) * lane, middles[rows[step]], across, heights[step] / 2, lines[step])
        for step, number in zip(steps["step"], steps["lane"], strict=True)
    }
    return boxes, top + sum(deep) + (len(deep) - 1) * BETWEEN + 8


def _draw_lanes(
    card: Canvas, heads: Mapping[str, tuple[str, ...]], lane: float, span: tuple[float, float]
) -> None:
    for place, (name, lines) in enumerate(heads.items()):
        left = EDGE + place * lane
        if place % 2 == 0:
            card.page.fill_between(
                (left, left + lane),
                span[0] - 4,
                span[1],
                color=BLANK,
                linewidth=0,
                zorder=0,
                label=f"lane {name}",
            )
        looks: dict[str, Any] = {"size": card.sheet.small, "weight": "bold", "color": MUTED, "ha": "center"}
        card.write(left + lane / 2, span[0], lines, **looks)


def _draw_box(card: Canvas, name: str, box: Box) -> None:
    corner = box.x - box.across, box.y - box.down
    style: dict[str, Any] = {"boxstyle": "round,pad=0,rounding_size=4", "facecolor": CARD, "edgecolor": INK}
    patch = FancyBboxPatch(corner, 2 * box.across, 2 * box.down, linewidth=0.9, zorder=2, **style)
    patch.set_label(f"step {name}")
    card.page.add_patch(patch)
    card.write(box.x, box.y, box.lines, size=card.sheet.small, ha="center", va="center", zorder=3)


def _draw_friction(axes: Axes, friction: pd.DataFrame, boxes: Mapping[str, Box]) -> None:
    for row in friction.to_dict("records"):
        box, (colour, marker) = boxes[row["step"]], BADGES[row["source"]]
        side = 1 if row["source"] == "survey" else -1
        x, label = box.x + side * box.across, f"friction {row['source']} {row['step']}"
        marks.dot(axes, x, box.y - box.down, label, color=colour, marker=marker, markersize=9, zorder=4)


def _forward(start: Box, end: Box, crosses: bool) -> FancyArrowPatch:
    looks: dict[str, Any] = (
        {"color": NOW, "linewidth": 1.8} if crosses else {"color": GUIDE, "linewidth": 1.2}
    )
    level = abs(start.y - end.y) < 1
    side = 1 if end.x > start.x else -1
    ends = (
        ((start.x + side * start.across, start.y), (end.x - side * end.across, end.y))
        if level
        else ((start.x, start.y + start.down), (end.x, end.y - end.down))
    )
    return FancyArrowPatch(*ends, arrowstyle="-|>", mutation_scale=9, shrinkA=0, shrinkB=1, zorder=1, **looks)


def _return(start: Box, end: Box) -> FancyArrowPatch:
    """Return an arrow back up to the side of the earlier step, so that it does not hide the way down."""
    looks: dict[str, Any] = {
        "arrowstyle": "-|>",
        "mutation_scale": 9,
        "shrinkA": 0,
        "shrinkB": 1,
        "zorder": 1.5,
    }
    side = 1 if start.x >= end.x else -1
    ends = (start.x + 0.75 * side * start.across, start.y - start.down), (end.x + side * end.across, end.y)
    bow = f"arc3,rad={0.3 * side}"
    return FancyArrowPatch(posA=ends[0], posB=ends[1], connectionstyle=bow, **looks, **RETURN)


def _entries(hand_overs: pd.DataFrame, friction: pd.DataFrame, setting: Setting) -> list[legend.Entry]:
    forward = hand_overs[~hand_overs["returns"]]
    lines = {
        "map_hand_over": (forward["crosses"].any(), {"color": NOW, "linewidth": 1.8}),
        "map_within": ((~forward["crosses"]).any(), {"color": GUIDE, "linewidth": 1.2}),
        "map_returns": (hand_overs["returns"].any(), RETURN),
    }
    entries = [
        legend.Entry(setting.say(key), legend.stroke(**looks))
        for key, (there, looks) in lines.items()
        if there
    ]
    found = set(friction["source"])
    return entries + [
        legend.Entry(setting.say(f"map_{source}"), _swatch(*BADGES[source]))
        for source in BADGES
        if source in found
    ]


def _swatch(colour: str, marker: str) -> legend.Swatch:
    return lambda page, x, y: marks.dot(page, x + legend.SWATCH / 2, y, "key", color=colour, marker=marker)
