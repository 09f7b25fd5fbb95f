"""Any export as a table of text: what is in the file, before anybody asks what it means.

Text, a workbook and an SPSS or Stata file come out alike: cells as text, nothing taken for missing (*N/A* and
*None* are answers until a platform says otherwise), and the number of each record in the file, so that a log
can point at it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import archive, delimited, labelled_file, workbook
from alliance_analytics.intake.labelled_file import Variable
from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.ragged import is_blank

HEAD = 4096
"""Bytes that tell what kind of file it is."""
HEAD_RECORDS = 64
"""Records that are kept as lists, since every platform looks for its headings among them."""
WHITE_SPACE = b" \t\r\n\0"
FIRST_CELLS = 1_000
HARDLY_REPEATED = 0.5
"""Different texts among the first cells, as a share of them, above which a column hardly repeats itself."""


@dataclass(frozen=True)
class Table:
    """A file as text.

    Parameters
    ----------
    file : str
        Name of the file, without its folder.
    cells : DataFrame of str
        Columns numbered from 0; the index holds the record's number in the file, from 1. Header records
        are still among them. Blank records are not.
    variables : tuple of Variable
        Names and labels of the columns of an SPSS or Stata file, which has no header records; else empty.
    encoding : str
        ``utf-8``, ``utf-8-sig``, ``utf-16``, ``cp1252``; ``xlsx``, ``xls``; ``sav``, ``zsav``, ``dta``.
    delimiter : str
        What stands between the cells of a text file; '' where there is no such thing.
    notes : tuple of LogEntry
        What was found on the way.
    dictionary : Table, optional
        The file that says what the columns ask and what their codes mean, where that is a file of its own.
    """

    file: str
    cells: pd.DataFrame = field(repr=False)
    variables: tuple[Variable, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    notes: tuple[LogEntry, ...] = ()
    dictionary: Table | None = None

    def record(self, place: int) -> list[str]:
        """Return the cells of the record at ``place``, counted from 0, stripped; [] when there is none."""
        if place >= len(self.cells):
            return []
        if place >= len(self._first_records):
            return [cell.strip() for cell in self.cells.iloc[place]]
        return [*self._first_records[place]]

    @cached_property
    def _first_records(self) -> list[list[str]]:
        """Where headings stand, which every platform asks for."""
        return [[cell.strip() for cell in record] for record in self.cells.iloc[:HEAD_RECORDS].to_numpy()]

    @property
    def headings(self) -> list[str]:
        """The first record, stripped, or the names of the variables of an SPSS or Stata file."""
        return [variable.name for variable in self.variables] or self.record(0)


def read_table(path: Path) -> Table:
    """Return a survey export as a table of text.

    Parameters
    ----------
    path : Path
        A text file, a workbook, an SPSS or a Stata file, or a zip archive with one of these in it. What it
        is, its content decides, not its name.

    Raises
    ------
    ExportError
        If there is no such file, or it is a folder, empty, damaged or not a table.
    """
    _refuse_no_file(path)
    with path.open("rb") as source:
        return _read(source, path.name)


def each_text(column: pd.Series[str], change: Callable[[str], object]) -> pd.Series[Any]:
    """Return a column with every different text in it changed once, and its cells with it.

    Where the first cells hardly repeat one another, as ids do not, to look for repeats costs more than it
    saves.
    """
    texts = column.tolist()
    first = texts[:FIRST_CELLS]
    change_one = change
    if len(set(first)) <= HARDLY_REPEATED * len(first):
        change_one = {text: change(text) for text in set(texts)}.__getitem__
    cells = np.fromiter(map(change_one, texts), dtype=object, count=len(texts))
    return pd.Series(cells, index=column.index, name=column.name, dtype=object)


def _refuse_no_file(path: Path) -> None:
    if not path.exists():
        raise ExportError(
            "There is no such file.", where=path.name, remedy="Check the name in the wave's settings."
        )
    if path.is_dir():
        raise ExportError(
            "This is a folder, not a survey export.",
            where=path.name,
            remedy="Name one file, such as the CSV that the platform made.",
        )


def _read(source: BinaryIO, file: str) -> Table:
    head = source.read(HEAD)
    source.seek(0)
    if not head.strip(WHITE_SPACE) and len(head) < HEAD:
        raise _nothing("The file is empty.", file)
    if archive.is_zip(head):
        return _read_archive(source.read(), file)
    kind = labelled_file.kind_of(head)
    if kind:
        cells, variables = labelled_file.read(source.read(), file)
        return Table(file, cells, variables, kind)
    if workbook.is_old(head):
        return _read_workbook(source.read(), file, "xls")
    read = delimited.read(source, file)
    return _filled(Table(file, read.cells, (), read.encoding, read.delimiter, read.notes))


def _read_archive(content: bytes, file: str) -> Table:
    """Return the workbook that a zip archive is, or the one table that lies in it."""
    archive.refuse_unsafe(content, file)
    kind = workbook.kind_of(content)
    if kind:
        return _read_workbook(content, file, kind)
    packed = archive.only_table(content, file)
    if archive.is_zip(packed) and not workbook.kind_of(packed):
        raise _nothing("The archive holds another archive, and no table.", file)
    inside = _read(BytesIO(packed), file)
    note = LogEntry("unpacked", "Read from the one file in the archive.", found=inside.encoding)
    return replace(inside, notes=(note, *inside.notes))


def _read_workbook(content: bytes, file: str, kind: str) -> Table:
    cells, notes = workbook.read(content, file)
    return _filled(Table(file, cells, (), kind, "", notes))


def _filled(table: Table) -> Table:
    """Return the table without its blank records, and a note on how many they were."""
    blank = is_blank(table.cells)
    if blank.all():
        raise _nothing("The file holds no filled record.", table.file)
    if not blank.any():
        return table
    found = f"{blank.sum()} blank records" if blank.sum() != 1 else "1 blank record"
    note = LogEntry("padding", "Left out: nobody answered there.", found=found)
    return replace(table, cells=table.cells[~blank], notes=(*table.notes, note))


def _nothing(what: str, file: str) -> ExportError:
    return ExportError(what, where=file, remedy="Export the survey again; the download may have broken off.")
