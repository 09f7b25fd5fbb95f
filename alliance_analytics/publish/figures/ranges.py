"""Numbers that are no answers on the scale (a reliability, a difference, a share): each with its interval.

A line stands where a number means something by itself: no difference, or enough reliability.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import absences, extremes, named, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas, name_below, title_below
from alliance_analytics.publish.figures.released import by_label, released
from alliance_analytics.publish.figures.rows import Rows, stack
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import uprights
from alliance_analytics.publish.figures.style import BEFORE, GRID, GUIDE, look
from alliance_analytics.publish.wording import number

BELOW = 7.0
"""How far the open dot stands under the full one, in points."""
BAND = 24.0
ROOM = 172.0
"""Width of the labels on a page, in points."""


@dataclass(frozen=True)
class Measure:
    """What is drawn: ``name`` under the axis, a ``line`` to hold numbers against, ``ends`` to be in view.

    ``value`` and ``beside`` are the words for the full and the open dot, in the language of the figure.
    """

    name: str
    value: str
    line: float
    ends: tuple[float, float]
    beside: str = ""
    decimals: int = 2
    sign: bool = False


def ranges(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    measure: Measure,
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return a dot plot of numbers with intervals.

    Parameters
    ----------
    frame : DataFrame
        Released, one row a label: ``name, value, low, high, shown, reason``; optional ``beside``, a second
        number drawn as an open dot.
    labels : mapping
        Name to text, in the order drawn.
    measure : Measure
        What the numbers are.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.

    Raises
    ------
    DisclosureError
        If the frame was never released.
    """
    table = prepare_ranges(frame, labels)
    with look():
        return _figure(table, measure, setting(labels, language, narrow))


def prepare_ranges(frame: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a label: value, low, high, beside and state; NaN where not shown."""
    whole = frame if "beside" in frame else frame.assign(beside=float("nan"))
    return by_label(released(whole, "value", ("low", "high", "beside")), labels)


def draw_ranges(axes: Axes, table: pd.DataFrame, rows: Rows, setting: Setting) -> None:
    """Draw every row of a prepared table on ``axes``, whose y axis is in points from the top of the page."""
    records = table.to_dict("index")
    for row in rows.rows:
        values = records[row.name]
        if values["state"] != "shown":
            marks.absent(axes, values["state"], row.name, row.middle, setting)
            continue
        marks.interval(axes, (values["low"], values["high"]), row.middle, f"interval {row.name}")
        marks.dot(axes, values["value"], row.middle, f"value {row.name}")
        if pd.notna(values["beside"]):
            below, label = row.middle + BELOW, f"beside {row.name}"
            marks.hollow(axes, values["beside"], below, label, markeredgecolor=BEFORE)


def ranges_alt(
    frame: pd.DataFrame, *, labels: Mapping[str, str], measure: Measure, language: str = "en"
) -> str:
    """Return at most 250 characters that say what :func:`ranges` shows."""
    table, spoken = prepare_ranges(frame, labels), setting(labels, language, narrow=False)

    def compose(room: int) -> str:
        finding = extremes(table["value"], spoken, room, measure.decimals)
        sentence = spoken.say("ranges_alt", measure=named(measure.name, 60), finding=finding)
        return sentence + absences(table["state"], spoken)

    return within_limit(compose)


def _figure(table: pd.DataFrame, measure: Measure, setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(table, measure, setting), page, page.width - 2 * EDGE)
    rows = stack(
        setting.labels,
        page,
        top=EDGE + key.height + page.pitch + 8,
        room=page.width - 2 * EDGE if page.narrow else ROOM,
        band=BAND,
    )
    card = canvas(page, rows.bottom + 2.6 * page.pitch)
    left = EDGE + 6 if page.narrow else EDGE + ROOM + 8
    axes = card.rows(left, rows.rows[0].top - 4, page.width - 54, rows.bottom)
    _axis(axes, table, rows, measure, setting)
    key.draw(card, EDGE, EDGE)
    rows.label(card)
    draw_ranges(axes, table, rows, setting)
    _write_values(card, table, rows, measure, setting)
    return card.figure


def _axis(axes: Axes, table: pd.DataFrame, rows: Rows, measure: Measure, setting: Setting) -> None:
    """Give ``axes`` its range, a quiet grid and the line that numbers are held against."""
    seen = table[["value", "low", "high", "beside"]].to_numpy(float)
    every = [*measure.ends, *seen[np.isfinite(seen)]]
    margin = 0.04 * (max(every) - min(every))
    axes.set_xlim(min(every) - margin, max(every) + margin)
    ticks = [
        tick
        for tick in MaxNLocator(4, steps=[1, 2, 5, 10]).tick_values(min(every), max(every))
        if min(every) <= tick <= max(every)
    ]
    decimals = 1 if any(round(tick) != tick for tick in ticks) else 0
    texts = {tick: number(tick, decimals, setting.language, sign=measure.sign) for tick in ticks}
    name_below(axes, texts, setting.sheet.small)
    title_below(axes, measure.name, setting.sheet.small)
    for span in rows.spans():
        uprights(axes, ticks, span, color=GRID, linewidth=0.8, zorder=0)
        uprights(axes, [measure.line], span, color=GUIDE, linewidth=1.2, zorder=0.5, label="line")


def _write_values(card: Canvas, table: pd.DataFrame, rows: Rows, measure: Measure, setting: Setting) -> None:
    for row, value in zip(rows.rows, table["value"], strict=True):
        if pd.notna(value):
            text = number(value, measure.decimals, setting.language, sign=measure.sign)
            card.write(card.sheet.width - EDGE, row.middle, text, ha="right", va="center", weight="bold")


def _entries(table: pd.DataFrame, measure: Measure, setting: Setting) -> list[legend.Entry]:
    entries = []
    if table["value"].notna().any():
        entries.append(legend.Entry(measure.value, legend.value))
    if table["beside"].notna().any():
        entries.append(legend.Entry(measure.beside, legend.earlier))
    return [*entries, *legend.absences(table["state"], setting)]
