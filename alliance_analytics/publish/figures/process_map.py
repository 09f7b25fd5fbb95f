"""The alliance's process from beginning to end, downwards, with a lane for each owner and friction marked.

Downwards, so that it reads on a phone as on a wall; a hand-over that changes owner is the strong line, for
that is where partners meet.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import named, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, LEADING, Canvas, canvas
from alliance_analytics.publish.figures.lettering import BOLD, wrap
from alliance_analytics.publish.figures.process_arrows import CROSSES, RETURNS, WITHIN, draw_hand_overs
from alliance_analytics.publish.figures.process_boxes import PADDING, Box, Boxes, in_a_column, in_lanes
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import bar
from alliance_analytics.publish.figures.style import BLANK, CARD, GROUPS, INK, MUTED, look

BADGES = {"survey": (GROUPS[1], "D"), "reports": (GROUPS[2], "s")}
"""Source of friction to colour and marker."""
MOST_LANES = {False: 6, True: 3}
"""Owners that have room beside each other, on a page and on a phone; of more, each step tells its own."""


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
    top = EDGE + key.height + 10
    if len(setting.labels) > MOST_LANES[page.narrow]:
        boxes, bottom = in_a_column(steps, setting, top)
        card = canvas(page, bottom + EDGE)
    else:
        card, boxes = _lanes(steps, setting, top)
    key.draw(card, EDGE, EDGE)
    draw_hand_overs(card.page, hand_overs, boxes)
    for name, box in boxes.items():
        _draw_box(card, name, box)
    _draw_friction(card.page, friction, boxes)
    return card.figure


def _lanes(steps: pd.DataFrame, setting: Setting, top: float) -> tuple[Canvas, Boxes]:
    """Return a card with the lanes drawn, and the boxes that go into them."""
    page = setting.sheet
    lane = (page.width - 2 * EDGE) / len(setting.labels)
    room = (lane - 8) / BOLD
    heads = {name: wrap(text, room, page.small, lines=3) for name, text in setting.labels.items()}
    first = top + max(len(lines) for lines in heads.values()) * LEADING * page.small + 12
    boxes, bottom = in_lanes(steps, lane, first, page.small)
    card = canvas(page, bottom + EDGE)
    for place, (name, lines) in enumerate(heads.items()):
        left = EDGE + place * lane
        if place % 2 == 0:
            ground: dict[str, Any] = {"facecolor": BLANK, "linewidth": 0, "zorder": 0}
            bar(card.page, (left, top - 4), lane, bottom - top + 4, label=f"lane {name}", **ground)
        words: dict[str, Any] = {"size": page.small, "weight": "bold", "color": MUTED, "ha": "center"}
        card.write(left + lane / 2, top, lines, **words)
    return card, boxes


def _draw_box(card: Canvas, name: str, box: Box) -> None:
    corner, size = (box.x - box.across, box.y - box.down), card.sheet.small
    style: dict[str, Any] = {"boxstyle": "round,pad=0,rounding_size=4", "facecolor": CARD, "edgecolor": INK}
    patch = FancyBboxPatch(corner, 2 * box.across, 2 * box.down, linewidth=0.9, zorder=2, **style)
    patch.set_label(f"step {name}")
    card.page.add_artist(patch)
    words: dict[str, Any] = {"size": size, "ha": "center", "zorder": 3}
    top = box.y - box.down + PADDING
    card.write(box.x, top, box.head, color=MUTED, weight="bold", **words)
    card.write(box.x, top + len(box.head) * LEADING * size, box.lines, **words)


def _draw_friction(axes: Axes, friction: pd.DataFrame, boxes: Mapping[str, Box]) -> None:
    for row in friction.to_dict("records"):
        box, (colour, marker) = boxes[row["step"]], BADGES[row["source"]]
        side = 1 if row["source"] == "survey" else -1
        x, label = box.x + side * box.across, f"friction {row['source']} {row['step']}"
        marks.dot(axes, x, box.y - box.down, label, color=colour, marker=marker, markersize=9, zorder=4)


def _entries(hand_overs: pd.DataFrame, friction: pd.DataFrame, setting: Setting) -> list[legend.Entry]:
    forward = hand_overs[~hand_overs["returns"]]
    lines = {
        "map_hand_over": (forward["crosses"].any(), CROSSES),
        "map_within": ((~forward["crosses"]).any(), WITHIN),
        "map_returns": (hand_overs["returns"].any(), RETURNS),
    }
    entries = [
        legend.Entry(setting.say(key), legend.stroke(**style))
        for key, (there, style) in lines.items()
        if there
    ]
    found = set(friction["source"])
    badges = [source for source in BADGES if source in found]
    return entries + [legend.Entry(setting.say(f"map_{each}"), _swatch(*BADGES[each])) for each in badges]


def _swatch(colour: str, marker: str) -> legend.Swatch:
    return lambda page, x, y: marks.dot(page, x + legend.SWATCH / 2, y, "key", color=colour, marker=marker)
