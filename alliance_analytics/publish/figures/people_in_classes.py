"""How people are spread over ordered classes: a bar a class, never one of few people."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import absences, named, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas
from alliance_analytics.publish.figures.released import by_label, released, wave_of
from alliance_analytics.publish.figures.rows import Rows, stack
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import bar
from alliance_analytics.publish.figures.style import NOW, look

THICK = 15.0


def people_in_classes(
    frame: pd.DataFrame, *, labels: Mapping[str, str], language: str = "en", narrow: bool = False
) -> Figure:
    """Return bars of the people in each class.

    Parameters
    ----------
    frame : DataFrame
        Released numbers of one wave: ``wave, name, people`` (NaN where only shares may be told), ``share`` (0
        to 1), ``shown, reason``.
    labels : mapping
        Class to its text, in order.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.

    Raises
    ------
    DisclosureError
        If the frame was never released.
    """
    table = prepare_people(frame, labels)
    with look():
        return _figure(table, setting(labels, language, narrow))


def prepare_people(frame: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a class: people and share, NaN where nothing is shown."""
    return by_label(released(frame, "share", ("people",)), labels)


def draw_people(axes: Axes, table: pd.DataFrame, rows: Rows, setting: Setting) -> None:
    """Draw the bars on ``axes``, whose y axis is in points from the top of the page."""
    axes.set_xlim(0, table["share"].max() if table["share"].notna().any() else 1.0)
    records = table.to_dict("index")
    for row in rows.rows:
        values = records[row.name]
        if values["state"] == "shown":
            corner, label = (0, row.middle - THICK / 2), f"people {row.name}"
            bar(axes, corner, values["share"], THICK, facecolor=NOW, label=label)
        else:
            marks.absent(axes, values["state"], row.name, row.middle, setting)


def people_alt(frame: pd.DataFrame, *, labels: Mapping[str, str], about: str, language: str = "en") -> str:
    """Return at most 250 characters that say what :func:`people_in_classes` shows.

    Parameters
    ----------
    frame, labels, language
        As there.
    about : str
        What the classes are of, in a few words.
    """
    table = prepare_people(frame, labels)
    spoken = setting(labels, language, narrow=False)

    def compose(room: int) -> str:
        finding = _finding(table["share"].dropna(), spoken, room)
        sentence = spoken.say("people_alt", about=about, wave=wave_of(frame), finding=finding)
        return sentence + absences(table["state"], spoken)

    return within_limit(compose)


def _figure(table: pd.DataFrame, setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(legend.absences(table["state"], setting), page, page.width - 2 * EDGE)
    top, room = EDGE + (key.height + 10 if key.height else 0), page.width - 2 * EDGE if page.narrow else 150
    rows = stack(setting.labels, page, top=top, room=room, band=18)
    card = canvas(page, rows.bottom)
    left = EDGE if page.narrow else EDGE + room + 8
    axes = card.rows(left, top - 2, page.width - 84, rows.bottom)
    key.draw(card, EDGE, EDGE)
    rows.label(card)
    draw_people(axes, table, rows, setting)
    _write_people(card, table, rows)
    return card.figure


def _write_people(card: Canvas, table: pd.DataFrame, rows: Rows) -> None:
    edge, records = card.sheet.width - EDGE, table.to_dict("index")
    for row in rows.rows:
        values = records[row.name]
        if values["state"] == "shown":
            card.write(edge, row.middle, f"{values['share']:.0%}", ha="right", va="center", weight="bold")
        if pd.notna(values["people"]):
            card.note(edge - 42, row.middle, f"{values['people']:.0f}", ha="right", va="center")


def _finding(shares: pd.Series, setting: Setting, room: int) -> str:
    if shares.empty:
        return setting.say("alt_none")
    name = str(shares.idxmax())
    return setting.say("people_finding", name=named(setting.labels[name], room), share=f"{shares.max():.0%}")
