"""The records of a file as they stand in it, to be changed cell by cell and written back as they were."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.workbook_records import workbook_bytes
from benchmarks.mutations.layouts import Layout

Cell = str | int | float | datetime | None
Record = tuple[Cell, ...]
MOMENT = datetime(2025, 5, 12)


@dataclass(frozen=True)
class Sheet:
    """Records, the first ``headers`` of which are headings."""

    records: tuple[Record, ...]
    headers: int

    @property
    def width(self) -> int:
        """Cells of the headings."""
        return len(self.records[0])

    @property
    def people(self) -> range:
        """Places of the records that hold answers."""
        filled = [place for place, record in enumerate(self.records) if any(record)]
        return range(self.headers, filled[-1] + 1)

    def heading(self, column: int) -> str:
        """Return all that stands above a column."""
        return " ".join(str(record[column]) for record in self.records[: self.headers])

    def columns_of(self, item: str, survey: AnswersToWrite) -> list[int]:
        """Return the columns that ask an item, by its wording or its id."""
        asked = survey.instrument.item(item).asked(survey.language)
        return [
            column
            for column in range(self.width)
            if _same(asked, self.heading(column)) or item.casefold() in _words(self.heading(column))
        ]

    def with_cell(self, row: int, column: int, cell: Cell) -> Sheet:
        """Return the sheet with another text in one cell."""
        record = self.records[row]
        return self.with_record(row, (*record[:column], cell, *record[column + 1 :]))

    def with_record(self, row: int, *records: Record) -> Sheet:
        """Return the sheet with other records in the place of one."""
        return replace(self, records=(*self.records[:row], *records, *self.records[row + 1 :]))

    def with_columns(self, columns: Sequence[int]) -> Sheet:
        """Return the sheet with its columns in another order, some of them twice or not at all."""
        wide = [(*record, *[""] * (self.width - len(record))) for record in self.records]
        return replace(self, records=tuple(tuple(record[c] for c in columns) for record in wide))


def read_sheet(layout: Layout, content: bytes) -> Sheet:
    """Return the records of a file, which is no SPSS or Stata file."""
    if layout.form == "workbook":
        rows = load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True)
        return Sheet(
            tuple(tuple("" if cell is None else cell for cell in row) for row in rows), layout.headers
        )
    text = content.decode("utf-8-sig")
    if layout.form == "tabs":
        return Sheet(tuple(tuple(line.split("\t")) for line in text.splitlines()), layout.headers)
    records = csv.reader(io.StringIO(text, newline=""), delimiter=layout.delimiter)
    return Sheet(tuple(map(tuple, records)), layout.headers)


def write_sheet(layout: Layout, sheet: Sheet) -> bytes:
    """Return the records as the bytes of a file."""
    if layout.form == "workbook":
        workbook = Workbook()
        for row, record in enumerate(sheet.records, start=1):
            for column, cell in enumerate(record, start=1):
                if cell not in {"", None}:
                    workbook.worksheets[0].cell(row, column, cell)
        return workbook_bytes(workbook, MOMENT)
    if layout.form == "tabs":
        return "".join("\t".join(map(str, record)) + "\n" for record in sheet.records).encode()
    text = io.StringIO()
    csv.writer(text, delimiter=layout.delimiter, lineterminator="\n").writerows(sheet.records)
    return text.getvalue().encode()


def _same(asked: str, heading: str) -> bool:
    return " ".join(asked.split()) in " ".join(heading.split())


def _words(heading: str) -> set[str]:
    return set("".join(c if c.isalnum() else " " for c in heading.casefold()).split())
