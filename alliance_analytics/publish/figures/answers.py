"""What people answered: one bar a statement, pulled apart between the two ends of its friction.

The right side always is the good end. A statement that describes the bad end is shown as it was asked,
carries a mark, and its bar is turned. Who did not know or did not answer stands apart, at the right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend
from alliance_analytics.publish.figures.alternatives import absences, named, within_limit
from alliance_analytics.publish.figures.answer_bars import draw_answers, draw_apart
from alliance_analytics.publish.figures.answer_rows import TURNED, AnswerRow, Pair, answer_rows, columns
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas, write
from alliance_analytics.publish.figures.released import by_label, released
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.style import BAD_TO_GOOD, look, shades

APART = ("dont_know", "not_answered")


def answers(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    ends: Mapping[str, Pair] | None = None,
    scale: Pair | None = None,
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return diverging stacked bars of how a wave answered a set of statements; a dozen fits on a page.

    Parameters
    ----------
    frame : DataFrame
        Released distributions of one wave: ``item, direction, n, share_1`` and on as answered (0 to 1; 1 =
        strongly disagree), ``dont_know, not_answered`` (persons), ``shown, reason``.
    labels : mapping
        Item id to the statement as it was asked, in the order drawn.
    ends : mapping, optional
        Item id to the words for the bad (left) and the good (right) end; written only where they change.
    scale : tuple of str, optional
        Words of the lowest and the highest answer; by default those of agreeing.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.

    Raises
    ------
    DisclosureError
        If the frame was never released.
    """
    table = prepare_answers(frame, labels)
    with look():
        return _figure(table, ends or {}, scale, setting(labels, language, narrow, _points(table)))


def prepare_answers(frame: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row an item: ``class_1`` (the bad end) and on, ``turned``, and ``start``, below zero.

    The classes of a negative statement are its shares in reverse, so that agreeing stands at the bad end.
    """
    shares = sorted((str(name) for name in frame if str(name).startswith("share_")), key=_place)
    table = by_label(released(frame, shares[0], ("n", *shares, *APART)), labels, "item")
    turned = table["direction"] == "negative"
    classes = table[shares].set_axis([f"class_{_place(share)}" for share in shares], axis=1)
    classes[turned] = classes.loc[turned].iloc[:, ::-1].to_numpy()
    return table.join(classes).assign(turned=turned, start=_start(classes))


def answers_alt(frame: pd.DataFrame, *, labels: Mapping[str, str], language: str = "en") -> str:
    """Return at most 250 characters that say what :func:`answers` shows."""
    table = prepare_answers(frame, labels)
    spoken = setting(labels, language, narrow=False)

    def compose(room: int) -> str:
        sentence = spoken.say("answers_alt", count=len(table), finding=_finding(table, spoken, room))
        return sentence + absences(table["state"], spoken)

    return within_limit(compose)


def _figure(table: pd.DataFrame, ends: Mapping[str, Pair], scale: Pair | None, setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(table, scale, setting), page, page.width - 2 * EDGE)
    top = EDGE + key.height + 2 * page.pitch + 12
    rows = answer_rows(setting, table["turned"].to_dict(), ends, top)
    bottom = rows[-1].middle + 16
    card = canvas(page, bottom)
    apart = columns(APART, setting)
    right = apart[0].left - 10
    key.draw(card, EDGE, EDGE)
    draw_answers(card.rows(EDGE, top, right, bottom), table, rows, setting)
    for column in apart:
        card.note(column.left, top - 5, column.words, va="bottom")
        draw_apart(card.rows(column.left, top, column.right, bottom), table, column.name, rows, page.small)
    _write_rows(card, table, rows, right)
    return card.figure


def _write_rows(card: Canvas, table: pd.DataFrame, rows: Sequence[AnswerRow], right: float) -> None:
    edge = card.sheet.width - EDGE
    card.note(edge, rows[0].top - 5, "n", ha="right", va="bottom")
    persons = table["n"].dropna().to_dict()
    for row in rows:
        row.write(card, EDGE, right)
        if row.name in persons:
            card.note(edge, row.middle, f"{persons[row.name]:.0f}", ha="right", va="center")


def _entries(table: pd.DataFrame, scale: Pair | None, setting: Setting) -> list[legend.Entry]:
    low, high = scale or (setting.say("lowest_answer"), setting.say("highest_answer"))
    colours = legend.ramp(shades(BAD_TO_GOOD, setting.points), width=40)
    entries = [legend.Entry(setting.say("answers_key", low=low, high=high), colours, width=40)]
    if table["turned"].any():
        size = setting.sheet.text

        def turned(page: Axes, x: float, y: float) -> None:
            write(page, x + 9, y, TURNED, size=size, va="center", ha="center")

        entries.append(legend.Entry(setting.say("turned_key"), turned))
    return [*entries, *legend.absences(table["state"], setting)]


def _finding(table: pd.DataFrame, setting: Setting, room: int) -> str:
    best = table[f"class_{_points(table)}"].dropna()
    if best.empty:
        return setting.say("alt_none")
    name = str(best.idxmax())
    statement = named(setting.labels[name], room)
    return setting.say("answers_finding", statement=statement, share=f"{best[name]:.0%}")


def _start(classes: pd.DataFrame) -> pd.Series:
    half, odd = divmod(classes.shape[1], 2)
    middle = classes.iloc[:, half] / 2 if odd else 0.0
    return -(classes.iloc[:, :half].sum(axis=1, skipna=False) + middle)


def _points(table: pd.DataFrame) -> int:
    return sum(str(name).startswith("class_") for name in table)


def _place(share: str) -> int:
    return int(share.removeprefix("share_"))
