"""Who answered: a bar of the persons invited, filled as far as they answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import absences, named, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas
from alliance_analytics.publish.figures.released import ALL, by_label, released, wave_of
from alliance_analytics.publish.figures.rows import Rows, stack
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import bar
from alliance_analytics.publish.figures.style import GRID, NOW, look

THICK = 14.0


def response(
    frame: pd.DataFrame,
    *,
    by: str,
    labels: Mapping[str, str],
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return bars of the persons invited and answered in each group.

    Parameters
    ----------
    frame : DataFrame
        Released response rates of one wave: ``wave, invited, answered, rate`` (0 to 1), ``shown, reason`` and
        the column ``by``.
    by : str
        ``'partner'`` or ``'level'``; a missing value is the whole alliance, ``'all'``.
    labels : mapping
        Group to its text, in the order drawn.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.

    Raises
    ------
    DisclosureError
        If the frame was never released.
    """
    table = prepare_response(frame, by, labels)
    with look():
        return _figure(table, setting(labels, language, narrow))


def prepare_response(frame: pd.DataFrame, by: str, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a group: invited, answered and rate, NaN where nothing is shown."""
    return by_label(released(frame, "rate", ("invited", "answered")), labels, by)


def draw_response(axes: Axes, table: pd.DataFrame, rows: Rows, setting: Setting) -> None:
    """Draw the bars on ``axes``, whose y axis is in points from the top of the page."""
    most = table["invited"].max() if table["invited"].notna().any() else 1.0
    axes.set_xlim(0, most)
    records = table.to_dict("index")
    for row in rows.rows:
        values = records[row.name]
        if values["state"] == "shown":
            for name, colour in (("invited", GRID), ("answered", NOW)):
                corner, label = (0, row.middle - THICK / 2), f"{name} {row.name}"
                bar(axes, corner, values[name], THICK, facecolor=colour, label=label)
        else:
            marks.absent(axes, values["state"], row.name, row.middle, setting)


def response_alt(frame: pd.DataFrame, *, by: str, labels: Mapping[str, str], language: str = "en") -> str:
    """Return at most 250 characters that say what :func:`response` shows."""
    table = prepare_response(frame, by, labels)
    spoken = setting(labels, language, narrow=False)

    def compose(room: int) -> str:
        finding = _finding(table["rate"].dropna(), spoken, room)
        sentence = spoken.say("response_alt", wave=wave_of(frame), finding=finding)
        return sentence + absences(table["state"], spoken)

    return within_limit(compose)


def _figure(table: pd.DataFrame, setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(table, setting), page, page.width - 2 * EDGE)
    top, room = EDGE + key.height + 10, page.width - 2 * EDGE if page.narrow else 150
    rows = stack(setting.labels, page, top=top, room=room, band=18)
    card = canvas(page, rows.bottom)
    left = EDGE if page.narrow else EDGE + room + 8
    axes = card.rows(left, top - 2, page.width - (92 if page.narrow else 118), rows.bottom)
    key.draw(card, EDGE, EDGE)
    rows.label(card)
    draw_response(axes, table, rows, setting)
    _write_rates(card, table, rows, setting)
    return card.figure


def _write_rates(card: Canvas, table: pd.DataFrame, rows: Rows, setting: Setting) -> None:
    edge, records = card.sheet.width - EDGE, table.to_dict("index")
    for row in rows.rows:
        values: dict[Any, Any] = records[row.name]
        if values["state"] == "shown":
            counts = {name: f"{values[name]:.0f}" for name in ("answered", "invited")}
            card.write(edge, row.middle, f"{values['rate']:.0%}", ha="right", va="center", weight="bold")
            card.note(edge - 42, row.middle, setting.say("of", **counts), ha="right", va="center")


def _entries(table: pd.DataFrame, setting: Setting) -> list[legend.Entry]:
    entries = []
    if (table["state"] == "shown").any():
        entries.append(legend.Entry(setting.say("answered"), legend.patch(NOW)))
        entries.append(legend.Entry(setting.say("invited"), legend.patch(GRID)))
    return [*entries, *legend.absences(table["state"], setting)]


def _finding(rates: pd.Series, setting: Setting, room: int) -> str:
    """Return in words the rate of everybody, and the highest and the lowest of the groups."""
    if rates.empty:
        return setting.say("alt_none")
    names = {str(name): named(setting.labels[str(name)], room) for name in rates.index}
    groups = rates.drop(ALL, errors="ignore")
    if len(rates) == 1:
        return setting.say("alt_one", name=names[str(rates.index[0])], value=f"{rates.iloc[0]:.0%}")
    if len(groups) == 1:
        return ", ".join(f"{name} {rates[group]:.0%}" for group, name in names.items())
    ends = {"top": names[str(groups.idxmax())], "bottom": names[str(groups.idxmin())]}
    limits = {"high": f"{groups.max():.0%}", "low": f"{groups.min():.0%}"}
    everybody = [f"{names[ALL]} {rates[ALL]:.0%}"] if ALL in names else []
    return ", ".join([*everybody, setting.say("alt_extremes", **ends, **limits)])
