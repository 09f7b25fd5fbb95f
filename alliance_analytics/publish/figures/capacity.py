"""What each person is asked to do beside the time there is: a range a person, held against *just full*.

The rows come from a register of hours, not from answers: there is nothing in them that a release plan hides.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas, name_below, title_below
from alliance_analytics.publish.figures.rows import Row, Rows, stack
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import line, uprights
from alliance_analytics.publish.figures.style import GRID, INK, look
from alliance_analytics.publish.wording import number

ROOM = 120.0
"""Room for a name at the left on a page, in points."""
MOST = 3.0
"""Load beyond which the axis ends (our convention); the number beside the row tells the rest."""
LOOKS: dict[str, tuple[str, str]] = {
    "fits": ("#39A18D", "o"),
    "cannot_tell": ("#A46E01", "s"),
    "too_much": ("#980974", "^"),
}
"""Verdict to its colour and its marker: each tells it alone."""


def capacity(
    frame: pd.DataFrame, *, labels: Mapping[str, str], language: str = "en", narrow: bool = False
) -> Figure:
    """Return a plot of the load of each person.

    Parameters
    ----------
    frame : DataFrame
        One row a person: ``person, load_low, load_high`` (1 = just full, infinite for work without time, NaN
        for unknown hours) and ``verdict`` ("fits", "cannot_tell", "too_much").
    labels : mapping
        Person to text, in the order drawn.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.
    """
    with look():
        return _figure(prepare_capacity(frame, labels), setting(labels, language, narrow))


def prepare_capacity(frame: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a label: load_low, load_high and verdict."""
    return frame.set_index("person").reindex(list(labels))[["load_low", "load_high", "verdict"]]


def draw_capacity(axes: Axes, table: pd.DataFrame, rows: Rows) -> None:
    """Draw the range of each row on ``axes``, whose y axis is in points from the top of the page."""
    records = table.to_dict("index")
    for row in rows.rows:
        values = records[row.name]
        if pd.notna(values["load_low"]):
            _draw_range(axes, values, row)


def capacity_alt(frame: pd.DataFrame, *, labels: Mapping[str, str], language: str = "en") -> str:
    """Return at most 250 characters that say what :func:`capacity` shows."""
    counts = prepare_capacity(frame, labels)["verdict"].value_counts()
    spoken = setting(labels, language, narrow=False)
    told = {verdict: int(counts.get(verdict, 0)) for verdict in LOOKS}
    return spoken.say("capacity_alt", count=len(labels), **told)


def _figure(table: pd.DataFrame, setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(table, setting), page, page.width - 2 * EDGE)
    room = page.width - 2 * EDGE if page.narrow else ROOM
    rows = stack(setting.labels, page, top=EDGE + key.height + 14, room=room, band=16)
    card = canvas(page, rows.bottom + 2.6 * page.pitch)
    left = EDGE + 6 if page.narrow else EDGE + ROOM + 8
    axes = card.rows(left, rows.rows[0].top - 4, page.width - 92, rows.bottom)
    _axis(axes, table, rows, setting)
    key.draw(card, EDGE, EDGE)
    rows.label(card)
    draw_capacity(axes, table, rows)
    _write_values(card, table, rows, setting)
    return card.figure


def _draw_range(axes: Axes, values: Mapping[Any, Any], row: Row) -> None:
    colour, marker = LOOKS[values["verdict"]]
    ends = tuple(min(float(values[name]), MOST) for name in ("load_low", "load_high"))
    marks.interval(
        axes, (ends[0], ends[1]), row.middle, f"load {row.name}", color=colour, linewidth=5, alpha=0.45
    )
    for end in ends:
        marks.dot(axes, end, row.middle, f"end {row.name}", color=colour, marker=marker, markersize=7)


def _axis(axes: Axes, table: pd.DataFrame, rows: Rows, setting: Setting) -> None:
    seen = table[["load_low", "load_high"]].to_numpy(float)
    reach = min(MOST, max(1.2, *seen[np.isfinite(seen)], MOST if np.isinf(seen).any() else 0.0))
    axes.set_xlim(-0.03 * reach, 1.04 * reach)
    step = 1.0 if setting.sheet.narrow and reach > 2 else 0.5
    ticks = [step * place for place in range(int(reach / step) + 1)]
    name_below(axes, {tick: _percent(tick, setting) for tick in ticks}, setting.sheet.small)
    title_below(axes, setting.say("load_axis"), setting.sheet.small)
    for span in rows.spans():
        uprights(axes, ticks, span, color=GRID, linewidth=0.8, zorder=0)
        uprights(axes, [1], span, color=INK, linewidth=1.2, zorder=0.5, label="just full")


def _write_values(card: Canvas, table: pd.DataFrame, rows: Rows, setting: Setting) -> None:
    for row, (low, high) in zip(rows.rows, table[["load_low", "load_high"]].to_numpy(float), strict=True):
        card.write(
            card.sheet.width - EDGE, row.middle, _range_text(low, high, setting), ha="right", va="center"
        )


def _range_text(low: float, high: float, setting: Setting) -> str:
    if np.isnan(low):
        return setting.say("load_unknown")
    if np.isinf(high):
        return setting.say("load_over", share=_percent(min(low, MOST), setting))
    return f"{_percent(low, setting, sign=False)}\u2013{_percent(high, setting)}"


def _percent(value: float, setting: Setting, *, sign: bool = True) -> str:
    return number(100 * value, 0, setting.language) + ("%" if sign else "")


def _entries(table: pd.DataFrame, setting: Setting) -> list[legend.Entry]:
    found = set(table["verdict"].dropna())
    entries = [
        legend.Entry(setting.say(f"load_{verdict}"), _swatch(verdict))
        for verdict in LOOKS
        if verdict in found
    ]
    return [*entries, legend.Entry(setting.say("load_full"), _upright)]


def _swatch(verdict: str) -> legend.Swatch:
    colour, marker = LOOKS[verdict]
    return lambda page, x, y: marks.dot(page, x + legend.SWATCH / 2, y, "key", color=colour, marker=marker)


def _upright(page: Axes, x: float, y: float) -> None:
    middle = x + legend.SWATCH / 2
    line(page, (middle, middle), (y - 6, y + 6), color=INK, linewidth=1.2, label="key")
