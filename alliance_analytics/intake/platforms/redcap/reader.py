"""REDCap as CSV: codes under the names of fields, or labels under their texts.

Codes mean what the data dictionary says, a file of its own; without it they mean nothing. A project may ask
several forms at several events, with a row for each, so that rows are no people; and each form is finished,
or not, by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    export,
    responses_below,
    ruled_out,
    without_note_rows,
)
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.redcap.dictionary import fields_of
from alliance_analytics.intake.platforms.redcap.headings import (
    columns_of,
    is_headed_as_state,
    is_option,
    is_state_of_form,
    is_test_flag,
    is_time_of_form,
    numbers_records,
)
from alliance_analytics.intake.table import Table, each_text

UNFINISHED = frozenset({"0", "1", "incomplete", "unverified"})
IN_WORDS = frozenset({"incomplete", "unverified", "complete"})
NEVER_SUBMITTED = frozenset({"[not completed]"})
TICKED = frozenset({"1", "checked", "yes", "true"})
DICTIONARY = "the project's data dictionary, as a CSV beside the export"


class Redcap:
    """Exports of a REDCap project, of codes or of labels."""

    name = "redcap"
    aliases = ("red-cap",)

    def recognises(self, table: Table) -> bool:
        """Return whether there are names that only REDCap gives, or forms with the state they are in."""
        if table.variables:
            return False
        headings = table.headings
        cells = responses_below(table, 1)
        headed = [place for place, heading in enumerate(headings) if is_headed_as_state(heading)]
        forms = sum(is_state_of_form(headings[place], cells[place]) for place in headed)
        own = any(heading.startswith("redcap_") for heading in headings)
        numbered = any(numbers_records(heading) or is_option(heading) for heading in headings)
        return own or forms > 1 or (forms == 1 and (numbered or "Complete?" in headings))

    def read(self, table: Table) -> Export:
        """Return the export; which of a person's rows counts depends on what is asked of them."""
        cells = responses_below(table, 1)
        fields = fields_of(table.dictionary) if table.dictionary else {}
        columns = columns_of(table.headings, cells, fields)
        numbers = next((p for p, column in enumerate(columns) if column.role == "record_id"), None)
        read = without_note_rows(export(self.name, table, columns, cells), numbers)
        read = replace(
            read,
            exclusion=ruled_out(read.cells, {"test": _of_tests(table.headings, read.cells, numbers)}),
            unfinished_forms=_unfinished(table.headings, read.columns, read.cells),
            unexplained="" if fields or _says_labels(table.headings, read.cells) else DICTIONARY,
        )
        return without_consent(read)


def _says_labels(headings: Sequence[str], cells: pd.DataFrame) -> bool:
    """Return whether questions stand above the columns, or the states of the forms are in words."""
    texts = not all(re.fullmatch(r"\w+", heading) for heading in headings)
    states = [place for place, heading in enumerate(headings) if is_state_of_form(heading, cells[place])]
    return texts or any(_folded(cells[place]).isin(IN_WORDS).any() for place in states)


def _of_tests(headings: Sequence[str], cells: pd.DataFrame, numbers: int | None) -> pd.Series[bool]:
    """Return which rows belong to a person whom the project marks as a test, in whichever row."""
    flags = [place for place, heading in enumerate(headings) if is_test_flag(heading)]
    marked = pd.Series(False, index=cells.index)
    for place in flags:
        marked |= _folded(cells[place]).isin(TICKED)
    return marked if numbers is None else cells[numbers].isin(cells.loc[marked, numbers])


def _unfinished(
    headings: Sequence[str], columns: Sequence[Column], cells: pd.DataFrame
) -> dict[str, pd.Series[bool]]:
    """Return for each form which rows left it unfinished, by its state or by its time of submission."""
    found: dict[str, pd.Series[bool]] = {}
    for place, (heading, column) in enumerate(zip(headings, columns, strict=True)):
        if column.role == "administration" and column.form:
            before = found.get(column.form, pd.Series(False, index=cells.index))
            found[column.form] = before | _folded(cells[place]).isin(_unfinished_texts(heading, cells[place]))
    return found


def _unfinished_texts(heading: str, cells: pd.Series[str]) -> frozenset[str]:
    if is_state_of_form(heading, cells):
        return UNFINISHED
    return NEVER_SUBMITTED if is_time_of_form(heading) else frozenset()


def _folded(cells: pd.Series[str]) -> pd.Series[str]:
    return each_text(cells, lambda text: text.strip().casefold())
