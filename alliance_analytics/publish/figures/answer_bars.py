"""The bars of a set of statements, on axes whose y axis is in points from the top of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from alliance_analytics.publish.figures import marks
from alliance_analytics.publish.figures.answer_rows import AnswerRow
from alliance_analytics.publish.figures.canvas import points_a_unit, write
from alliance_analytics.publish.figures.lettering import text_width
from alliance_analytics.publish.figures.setting import Setting
from alliance_analytics.publish.figures.shapes import bar, uprights
from alliance_analytics.publish.figures.style import BAD_TO_GOOD, CARD, GUIDE, MUTED, ink_on, shades

THICK, THIN = 16.0, 9.0
NARROWEST = 0.25
"""The least share that either side of the middle has room for."""
FEWEST = 4.0
"""The least number of persons that a small bar has room for."""


def draw_answers(axes: Axes, table: pd.DataFrame, rows: Sequence[AnswerRow], setting: Setting) -> None:
    """Draw the bars of a prepared table around the middle at zero, in shares of the answers."""
    left, right = table["start"].min(skipna=True), (table["start"] + 1).max(skipna=True)
    axes.set_xlim(min(-NARROWEST, left), max(NARROWEST, right))
    records = table.to_dict("index")
    for row in rows:
        if records[row.name]["state"] == "shown":
            draw_bar(axes, records[row.name], row, setting)
        else:
            marks.absent(axes, records[row.name]["state"], row.name, row.middle, setting)


def draw_bar(axes: Axes, record: Mapping[Any, Any], row: AnswerRow, setting: Setting) -> None:
    """Draw one bar from the bad end to the good end, with the larger shares written in it."""
    at = record["start"]
    for place, colour in enumerate(shades(BAD_TO_GOOD, setting.points), start=1):
        share = record[f"class_{place}"]
        style: dict[str, Any] = {"facecolor": colour, "edgecolor": CARD, "linewidth": 0.6}
        bar(axes, (at, row.middle - THICK / 2), share, THICK, label=f"class {place} {row.name}", **style)
        _write_share(axes, at + share / 2, share, row, (colour, setting.sheet.small))
        at += share
    ends = (row.middle - 11, row.middle + 11)
    uprights(axes, [0], ends, color=GUIDE, linewidth=0.9, zorder=0, label="middle")


def draw_apart(axes: Axes, table: pd.DataFrame, name: str, rows: Sequence[AnswerRow], size: float) -> None:
    """Draw small bars with the persons who gave one kind of non-answer; hidden numbers are hatched."""
    counts = table[name]
    axes.set_xlim(0, 2.2 * max(FEWEST, counts.max() if counts.notna().any() else 0.0))
    for row in rows:
        count, label = counts[row.name], f"{name} {row.name}"
        if pd.notna(count):
            bar(axes, (0, row.middle - THIN / 2), count, THIN, facecolor=GUIDE, label=label)
            beside = count + 3 / points_a_unit(axes)
            write(axes, beside, row.middle, f"{count:.0f}", size=size, va="center", color=MUTED)
        elif table.loc[row.name, "state"] == "shown":
            marks.hatched(axes, (0, row.middle - THIN / 2, FEWEST, THIN), label)


def _write_share(axes: Axes, x: float, share: float, row: AnswerRow, style: tuple[str, float]) -> None:
    (colour, size), text = style, f"{share:.0%}"
    if share * points_a_unit(axes) >= text_width(text, size) + 4:
        write(axes, x, row.middle, text, size=size, va="center", ha="center", color=ink_on(colour))
