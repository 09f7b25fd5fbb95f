"""Typeform as CSV or workbook: one header record, the respondent's hash first, dates and network last.

A question with several answers leaves one column an option, headed by the option alone; the question is
gone. Such a column is told by its content: a cell is blank, or says its own heading. A heading that occurs
again gets a number behind it in a workbook, none in a CSV.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    Role,
    export,
    responses_below,
    ruled_out,
    without_note_rows,
)
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.folding import folded
from alliance_analytics.intake.platforms.markup import without_markup
from alliance_analytics.intake.platforms.typeform.damage import turned_into_dates
from alliance_analytics.intake.table import Table, each_text
from alliance_analytics.model.spelling import plain

HASH, STARTED, SUBMITTED, NETWORK = "#", "start date (utc)", "submit date (utc)", "network id"
RESPONSE_TYPE = "response type"
ADMINISTRATION: dict[str, Role] = {
    HASH: "response_id",
    RESPONSE_TYPE: "administration",
    STARTED: "administration",
    "stage date (utc)": "administration",
    SUBMITTED: "administration",
    NETWORK: "device",
    "tags": "administration",
    "ending": "administration",
}
SURE = frozenset({HASH, STARTED, SUBMITTED, NETWORK})
ENOUGH_NAMES = 2
COMPLETED = frozenset({"", "completed", "complete"})
NUMBERED = re.compile(r"(?P<title>.*\D)\d+", re.DOTALL)
OTHER = frozenset({"other", "anders", "andere", "autre", "otro", "overig"})


class Typeform:
    """Responses of a Typeform."""

    name = "typeform"
    aliases = ("type-form",)

    def recognises(self, table: Table) -> bool:
        """Return whether at least two columns bear names that only Typeform gives together."""
        return not table.variables and len(SURE & set(map(plain, table.headings))) >= ENOUGH_NAMES

    def read(self, table: Table) -> Export:
        """Return the export, with responses that were never submitted marked as unfinished."""
        keys = [plain(heading) for heading in table.headings]
        places = {key: place for place, key in reversed(list(enumerate(keys)))}
        cells = responses_below(table, 1)
        columns = _columns(_titles(table.headings), keys, cells)
        read = without_note_rows(export(self.name, table, columns, cells), places.get(HASH))
        unfinished = _unfinished(read.cells, places.get(SUBMITTED), places.get(RESPONSE_TYPE))
        read = replace(
            read,
            exclusion=ruled_out(read.cells, {"unfinished": unfinished}),
            notes=(*read.notes, *turned_into_dates(columns, read.cells)),
        )
        return without_consent(folded(read))


def _titles(headings: Sequence[str]) -> list[str]:
    """Return the headings without markup, and without the number that a repeated one got."""
    shown = [without_markup(heading) for heading in headings]
    return [_unnumbered(title, shown[:place]) for place, title in enumerate(shown)]


def _unnumbered(title: str, before: Sequence[str]) -> str:
    found = NUMBERED.fullmatch(title)
    return found["title"] if found and found["title"] in before else title


def _columns(titles: Sequence[str], keys: Sequence[str], cells: pd.DataFrame) -> list[Column]:
    columns = [
        Column("", title, role=ADMINISTRATION.get(key) or _choice_or_answer(title, cells[place]))
        for place, (title, key) in enumerate(zip(titles, keys, strict=True))
    ]
    return _with_others(_with_options_left(columns, cells))


def _choice_or_answer(title: str, cells: pd.Series[str]) -> Role:
    """Return *choice* for a column in which every answer says the column's own title."""
    given = {plain(text) for text in cells.unique()} - {""}
    return "choice" if given == {plain(title)} else "answer"


def _with_options_left(columns: Sequence[Column], cells: pd.DataFrame) -> list[Column]:
    """Return the columns, those of options that nobody took among the choices.

    Such a column is blank, and tells nothing by itself: it must follow a choice, and be titled as one is
    elsewhere.
    """
    titles = {column.text for column in columns if column.role == "choice"}
    settled: list[Column] = []
    for place, column in enumerate(columns):
        after_choice = bool(settled) and settled[-1].role == "choice" and column.text in titles
        left = (
            after_choice
            and column.role == "answer"
            and not any(text.strip() for text in cells[place].unique())
        )
        settled.append(replace(column, role="choice") if left else column)
    return settled


def _with_others(columns: Sequence[Column]) -> list[Column]:
    """Return the columns, *Other* among them as typed; beside several options it belongs to no one column."""
    settled: list[Column] = []
    for place, column in enumerate(columns):
        if column.role == "answer" and settled and plain(column.text) in OTHER:
            owner = place - 1 if settled[-1].role == "answer" else None
            settled.append(replace(column, role="other_text", beside=owner))
        else:
            settled.append(column)
    return settled


def _unfinished(cells: pd.DataFrame, submitted: int | None, kind: int | None) -> pd.Series[bool]:
    """Return which responses the platform kept although they were not submitted."""
    unfinished = pd.Series(False, index=cells.index)
    if submitted is not None:
        dated = each_text(cells[submitted], str.strip) != ""
        unfinished = ~dated if dated.any() else unfinished
    if kind is not None:
        unfinished |= ~each_text(cells[kind], plain).isin(COMPLETED)
    return unfinished
