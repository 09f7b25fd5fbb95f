"""One person in several rows: a row for each event, or for each repetition of a form.

A row in which nothing was answered that counts is no response of its own. What was asked once, such as the
partner, holds for all rows of the person. Where a person answered in several rows, the first finished one
counts: rows of different times must not be counted as people, nor be mixed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.table import each_text

IDENTIFYING = frozenset({"mail", "token"})
ACTION = "The first finished row of each person counts. Export one event only to take another."


def one_row_a_person(read: Export, telling: Collection[int], asked_once: Collection[int]) -> Export:
    """Return the export with the rows marked that are no response of their own.

    Parameters
    ----------
    read : Export
        Without a column of role ``record_id`` every row is a person, and nothing changes.
    telling : collection of int
        Places of the columns of which an answer makes a row count.
    asked_once : collection of int
        Places of the columns whose answer holds for all rows of a person; blank cells are filled.
    """
    place = next((p for p, column in enumerate(read.columns) if column.role == "record_id"), None)
    if place is None or not _given(read, place).any():
        return read
    person = each_text(read.cells[place], str.strip)
    person = person.mask(person == "", person.index.to_series().map("row {}".format))
    if not person.duplicated().any():
        return read
    answered = _answered(read, telling) & (read.exclusion == "")
    says_nothing = ~answered.groupby(person).transform("any")
    other = ~answered & ~(says_nothing & ~person.duplicated())
    return replace(
        read,
        cells=_filled(read, person, asked_once),
        exclusion=read.exclusion.mask(other & (read.exclusion == ""), "other_row"),
        notes=(*read.notes, *_several(person[answered])),
    )


def _answered(read: Export, places: Collection[int]) -> pd.Series[bool]:
    answered = pd.Series(False, index=read.cells.index)
    for place in places:
        answered |= _given(read, place)
    return answered


def _given(read: Export, place: int) -> pd.Series[bool]:
    return ~each_text(read.cells[place], str.strip).isin(["", *read.missing_labels])


def _filled(read: Export, person: pd.Series[str], asked_once: Collection[int]) -> pd.DataFrame:
    """Return the cells, blank ones filled from the first row in which the person said it."""
    cells = read.cells.copy(deep=False)
    identifying = [place for place, column in enumerate(read.columns) if column.role in IDENTIFYING]
    for place in {*asked_once, *identifying}:
        given = cells[place].where(_given(read, place))
        cells[place] = given.fillna(given.groupby(person).transform("first")).fillna(cells[place])
    return cells


def _several(person: pd.Series[str]) -> list[LogEntry]:
    """Return a note on the people who answered in more than one row."""
    count = int((person.value_counts() > 1).sum())
    people = "1 person" if count == 1 else f"{count} people"
    return [LogEntry("several_rows", ACTION, found=f"{people} with answers in several rows")] if count else []
