"""A plain table: whatever has one record a respondent below its headings.

It has no mark of its own, so it is never recognised: it is read as such when the settings say so, when its
headings are the questions of the instrument, or to describe a file of which nothing else is known. Where
names stand above the questions, as programs like to have them, the second record is a header too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.identifiers.headings import kind_named
from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    export,
    responses_below,
    without_note_rows,
)
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.folding import folded
from alliance_analytics.intake.platforms.plain_table.missing_headings import (
    FEWEST_COLUMNS,
    FEWEST_RECORDS,
    MOSTLY,
    come_back,
    refuse_no_headings,
    refuse_people_in_columns,
    refuse_running_text,
)
from alliance_analytics.intake.table import Table

LOOKED_AT = 500
MOST_TITLES = 5


class PlainTable:
    """A table made by hand, or by a program that this project does not know."""

    name = "table"
    aliases = ("plain", "plain-table", "generic", "csv")

    def recognises(self, table: Table) -> bool:
        """Return False: any table would do, and a guess is not recognition."""
        del table
        return False

    def read(self, table: Table) -> Export:
        """Return the export; a single heading is both name and text.

        Raises
        ------
        ExportError
            If answers or people stand in the place of the headings, or the file is running text.
        """
        titles = _titles(table)
        refuse_running_text(table.cells.iloc[:LOOKED_AT], table.file)
        refuse_people_in_columns(table.record(titles), table.file)
        refuse_no_headings(table.cells.iloc[titles : titles + LOOKED_AT], table.file)
        twice = _second_is_header(table.cells.iloc[titles : titles + LOOKED_AT + 2])
        headers = titles + 1 + twice
        columns = _columns(table.record(titles), table.record(titles + 1) if twice else [])
        read = replace(
            export(self.name, table, columns, responses_below(table, headers)), header_records=headers
        )
        return without_consent(folded(without_note_rows(read, _place_of_numbers(read), str.isdecimal)))


def _titles(table: Table) -> int:
    """Return the number of records above the headings, in which a title stands alone."""
    filled = [sum(map(bool, table.record(place))) for place in range(min(MOST_TITLES + 1, len(table.cells)))]
    headings = next((place for place, count in enumerate(filled) if count > 1), 0)
    return headings if filled and filled[headings] >= MOSTLY * table.cells.shape[1] else 0


def _columns(headings: Sequence[str], texts: Sequence[str]) -> list[Column]:
    if not texts:
        return [Column("", heading) for heading in headings]
    return [
        Column(name, text if texts.count(text) == 1 else "")
        for name, text in zip(headings, texts, strict=True)
    ]


def _place_of_numbers(read: Export) -> int | None:
    """Return the place of the first column that is headed as an id, if most of it are numbers."""
    named = (p for p, column in enumerate(read.columns) if kind_named(column.heading) == "response_id")
    place = next(named, None)
    if place is None or read.cells.empty:
        return None
    filled = read.cells[place][read.cells[place] != ""]
    return place if filled.str.isdecimal().mean() >= MOSTLY else None


def _second_is_header(cells: pd.DataFrame) -> bool:
    """Return whether the second record says something in every column, and nothing that anybody answered.

    Only columns in which answers come back can tell: what a respondent says there, others say too.
    """
    if len(cells) < FEWEST_RECORDS + 2:
        return False
    second, below = cells.iloc[1].tolist(), cells.iloc[2:].to_numpy().T.tolist()
    telling = [place for place, texts in enumerate(below) if come_back(texts)]
    said = {place: text for place in telling if (text := second[place].strip())}
    return (
        len(said) >= max(FEWEST_COLUMNS, MOSTLY * len(telling))
        and len(set(said.values())) > 1
        and not any(text in map(str.strip, below[place]) for place, text in said.items())
    )
