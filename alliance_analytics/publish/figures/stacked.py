"""What something is made of: a bar a row, built of a few kinds, with its length written at the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import absences, named, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, canvas
from alliance_analytics.publish.figures.released import released
from alliance_analytics.publish.figures.rows import Rows, stack
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import bar
from alliance_analytics.publish.figures.style import BAD_TO_GOOD, CARD, GRID, GUIDE, NOW, NOW_PALE, look

Unit = Literal["share", "small share", "count"]
Kinds = Mapping[str, str]
THICK = 15.0
COLOURS = (NOW, NOW_PALE, "#A46E01", "#1B132A", GUIDE)
OF_ITS_OWN = {"enabler": BAD_TO_GOOD[-1], "constraint": BAD_TO_GOOD[0], "unclear": GUIDE, "abstained": GRID}
"""Kinds that have one colour in all figures."""


def stacked(
    frame: pd.DataFrame,
    *,
    kinds: Kinds,
    labels: Mapping[str, str],
    unit: Unit = "share",
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return bars stacked of kinds.

    Parameters
    ----------
    frame : DataFrame
        Released numbers, a row a bar and kind: ``name, kind, value`` (0 to 1, or a number), ``shown,
        reason``. A bar of which one kind is hidden is hidden.
    kinds : mapping
        Kind to its text, in the order stacked; at most five. The legend names those that occur.
    labels : mapping
        Name of a bar to its text, in the order drawn.
    unit : str
        ``'share'``, ``'small share'`` (with one decimal) or ``'count'``: how lengths are written.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.

    Raises
    ------
    DisclosureError
        If the frame was never released.
    """
    table = prepare_stacked(frame, kinds, labels)
    with look():
        return _figure(table, kinds, unit, setting(labels, language, narrow))


def prepare_stacked(frame: pd.DataFrame, kinds: Kinds, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a label: a column each kind, ``total``, and ``state``; NaN where nothing is shown."""
    told = released(frame, "value")
    state = told.groupby("name")["state"].agg(_state_of_bar).reindex(list(labels)).fillna("empty")
    values = told.pivot_table(index="name", columns="kind", values="value", aggfunc="sum")
    values = values.reindex(index=list(labels), columns=list(kinds)).fillna(0.0)
    shown = state == "shown"
    return values.where(shown).assign(total=values.sum(axis=1).where(shown), state=state)


def draw_stacked(axes: Axes, table: pd.DataFrame, rows: Rows, kinds: Kinds, setting: Setting) -> None:
    """Draw the bars on ``axes``, whose y axis is in points from the top of the page."""
    longest = table["total"].max() if table["total"].notna().any() else 0.0
    axes.set_xlim(0, longest or 1.0)
    records = table.to_dict("index")
    for row in rows.rows:
        if records[row.name]["state"] == "shown":
            _draw_bar(axes, records[row.name], row.middle, kinds, row.name)
        else:
            marks.absent(axes, records[row.name]["state"], row.name, row.middle, setting)


def stacked_alt(
    frame: pd.DataFrame,
    *,
    kinds: Kinds,
    labels: Mapping[str, str],
    about: str,
    unit: Unit = "share",
    language: str = "en",
) -> str:
    """Return at most 250 characters that say what :func:`stacked` shows.

    Parameters
    ----------
    frame, kinds, labels, unit, language
        As there.
    about : str
        What the bars are of, in a few words.
    """
    table = prepare_stacked(frame, kinds, labels)
    spoken = setting(labels, language, narrow=False)

    def compose(room: int) -> str:
        finding = _finding(table["total"].dropna(), unit, spoken, room)
        return spoken.say("stacked_alt", about=about, finding=finding) + absences(table["state"], spoken)

    return within_limit(compose)


def _state_of_bar(states: pd.Series) -> str:
    return "hidden" if (states == "hidden").any() else str(states.iloc[0])


def _draw_bar(axes: Axes, values: Mapping[Any, Any], y: float, kinds: Kinds, name: str) -> None:
    at = 0.0
    for kind, colour in _coloured(kinds).items():
        style: dict[str, Any] = {"facecolor": colour, "edgecolor": CARD, "linewidth": 0.6}
        if values[kind] > 0:
            bar(axes, (at, y - THICK / 2), values[kind], THICK, label=f"{kind} {name}", **style)
        at += values[kind]


def _figure(table: pd.DataFrame, kinds: Kinds, unit: Unit, setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(table, kinds, setting), page, page.width - 2 * EDGE)
    room = page.width - 2 * EDGE if page.narrow else 150
    rows = stack(setting.labels, page, top=EDGE + key.height + 10, room=room, band=18)
    card = canvas(page, rows.bottom)
    left, edge = EDGE if page.narrow else EDGE + room + 8, page.width - EDGE
    axes = card.rows(left, rows.rows[0].top - 2, edge - 46, rows.bottom)
    key.draw(card, EDGE, EDGE)
    rows.label(card)
    draw_stacked(axes, table, rows, kinds, setting)
    totals = table["total"].dropna().to_dict()
    for row in rows.rows:
        if row.name in totals:
            text = _written(totals[row.name], unit, setting)
            card.write(edge, row.middle, text, ha="right", va="center", weight="bold")
    return card.figure


def _written(value: float, unit: Unit, setting: Setting) -> str:
    if unit == "count":
        return f"{value:.0f}"
    return f"{setting.number(100 * value, 1 if unit == 'small share' else 0)}%"


def _entries(table: pd.DataFrame, kinds: Kinds, setting: Setting) -> list[legend.Entry]:
    entries = [
        legend.Entry(kinds[kind], legend.patch(colour))
        for kind, colour in _coloured(kinds).items()
        if (table[kind] > 0).any()
    ]
    return [*entries, *legend.absences(table["state"], setting)]


def _coloured(kinds: Kinds) -> dict[str, str]:
    return {kind: OF_ITS_OWN.get(kind, colour) for kind, colour in zip(kinds, COLOURS, strict=False)}


def _finding(totals: pd.Series, unit: Unit, setting: Setting, room: int) -> str:
    if totals.empty:
        return setting.say("alt_none")
    ends = [str(totals.idxmax()), str(totals.idxmin())]
    top, bottom = (named(setting.labels[name], room) for name in ends)
    high, low = (_written(totals[name], unit, setting) for name in ends)
    if len(totals) == 1:
        return setting.say("alt_one", name=top, value=high)
    return setting.say("alt_extremes", top=top, high=high, bottom=bottom, low=low)
