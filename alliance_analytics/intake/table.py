"""Any export as a table of text: what is in the file, before anybody asks what it means.

Text, a workbook and an SPSS file come out alike: cells as text, nothing taken for missing (*N/A* and *None*
are answers until a platform says otherwise), and the number of each record in the file, so that a log can
point at it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import delimited, sav, workbook
from alliance_analytics.intake.log import LogEntry

SPSS_MAGIC = (b"$FL2", b"$FL3")
WORKBOOK_MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


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
        Names and labels of the columns of an SPSS file, which has no header records; else empty.
    encoding : str
        ``utf-8``, ``utf-8-sig``, ``utf-16``, ``cp1252``; ``xlsx``, ``xls`` for a workbook, ``sav``, ``dta``.
    delimiter : str
        What stands between the cells of a text file; '' where there is no such thing.
    notes : tuple of LogEntry
        What was found on the way.
    """

    file: str
    cells: pd.DataFrame
    variables: tuple[sav.Variable, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    notes: tuple[LogEntry, ...] = ()

    def record(self, place: int) -> list[str]:
        """Return the cells of the record at ``place``, counted from 0, stripped; [] when there is none."""
        if place >= len(self.cells):
            return []
        return [cell.strip() for cell in self.cells.iloc[place]]

    @property
    def headings(self) -> list[str]:
        """The first record, stripped, or the names of the variables of an SPSS file."""
        return [variable.name for variable in self.variables] or self.record(0)


def read_table(path: Path) -> Table:
    """Return a survey export as a table of text.

    Parameters
    ----------
    path : Path
        A text file, a workbook or an SPSS file. What it is, its content decides, not its name.

    Raises
    ------
    ExportError
        If there is no such file, or it is a folder, empty, damaged or not a table.
    """
    content = _content(path)
    if content.startswith(SPSS_MAGIC):
        cells, variables = sav.read(content, path.name)
        return Table(path.name, cells.set_axis(_numbers(len(cells)), axis="index"), variables)
    if content.startswith(WORKBOOK_MAGIC):
        records, notes = workbook.records(content, path.name)
    else:
        text, notes = delimited.decoded(content, path.name)
        records = delimited.records(text, path.name)
    return _table(path.name, records, notes)


def each_text(column: pd.Series[str], change: Callable[[str], str]) -> pd.Series[str]:
    """Return a column with every different text in it changed once, and its cells with it."""
    return column.map({text: change(text) for text in column.unique()}).astype(object)


def _content(path: Path) -> bytes:
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
    content = path.read_bytes()
    if not content.strip():
        raise ExportError(
            "The file is empty.",
            where=path.name,
            remedy="Export the survey again; the download may have broken off.",
        )
    return content


def _table(file: str, records: Sequence[Sequence[str]], notes: list[LogEntry]) -> Table:
    filled = [number for number, record in enumerate(records) if any(cell.strip() for cell in record)]
    if not filled:
        raise ExportError("The file holds no filled record.", where=file, remedy="Export the survey again.")
    width = max(len(records[number]) for number in filled)
    level = [[*records[number], *[""] * (width - len(records[number]))] for number in filled]
    cells = pd.DataFrame(level, dtype=object, index=pd.Index(np.array(filled) + 1, name="row"))
    return Table(file, cells, notes=(*notes, *_padding(len(records) - len(filled))))


def _numbers(count: int) -> pd.Index[int]:
    return pd.RangeIndex(1, count + 1, name="row")


def _padding(count: int) -> list[LogEntry]:
    found = f"{count} blank records" if count != 1 else "1 blank record"
    return [LogEntry("padding", "Left out: nobody answered there.", found=found)] if count else []
