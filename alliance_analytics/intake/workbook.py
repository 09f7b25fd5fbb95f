"""A workbook: the cells of its answer sheet as text, evaluating nothing.

A cell with a formula holds what the program that saved it worked out last, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import archive
from alliance_analytics.intake.log import LogEntry, cells

Sheet = list[list[Any]]

OLD_MAGIC = b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")
KINDS = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "content.xml": "ods"}
WORKSHEETS = "xl/worksheets/"
ERROR_CELL = re.compile(rb'<c\b[^<>]*\bt="e"[^<>]*>')
"""A cell whose formula went wrong: ``#REF!``, ``#N/A``."""
FORMULA_ALONE = re.compile(rb"(?:</f>|<f\b[^<>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
"""A formula in a cell without a value behind it."""


def is_old(head: bytes) -> bool:
    """Return whether a file that begins so is a workbook of before 2007, or one with a password."""
    return head.startswith(OLD_MAGIC)


def kind_of(content: bytes) -> str:
    """Return ``xlsx``, ``xlsb`` or ``ods`` for the zip archive that a workbook is, '' for any other."""
    names = {entry.filename for entry in archive.entries(content)}
    return next((kind for name, kind in KINDS.items() if name in names), "")


def read(content: bytes, file: str) -> tuple[pd.DataFrame, tuple[LogEntry, ...]]:
    """Return the cells of the first visible sheet with a table, and what is worth knowing about it.

    Parameters
    ----------
    content : bytes
        A workbook; an archive that is safe to open.
    file : str
        Its name, for messages.

    Returns
    -------
    DataFrame of str, and notes
        Columns numbered from 0; the index holds the row in the sheet, from 1.

    Raises
    ------
    ExportError
        If the workbook is damaged or locked, or no visible sheet holds anything.
    """
    sheets = _filled_sheets(content, file)
    if not sheets:
        raise ExportError(
            "The workbook holds no cells.", where=file, remedy="Export the survey again, with its responses."
        )
    name = sheet_of_answers(sheets)
    return _as_text(sheets[name]), (*_set_aside(len(sheets) - 1), *_never_worked_out(content))


def sheet_of_answers(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> str:
    """Return the name of the first sheet that holds a table, or else of the first.

    Parameters
    ----------
    sheets : mapping of str to rows
        The visible sheets that hold anything, in their order. A note that somebody put in front is no table:
        no two of its rows fill two cells.
    """
    tables = (name for name, rows in sheets.items() if sum(map(_fills_two_cells, rows)) > 1)
    return next(tables, next(iter(sheets)))


def _fills_two_cells(row: Sequence[Any]) -> bool:
    return sum(cell not in (None, "") for cell in row) > 1


def _filled_sheets(content: bytes, file: str) -> dict[str, Sheet]:
    if is_old(content) and LOCKED in content:
        raise ExportError(
            "The workbook is locked with a password.",
            where=file,
            remedy="Save it without a password, in a place that is safe.",
        )
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        visible = [s.name for s in workbook.sheets_metadata if s.visible == SheetVisibleEnum.Visible]
        # Leading blank rows are kept, so that a record's number is its row in the sheet.
        read = {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in visible}
    except CalamineError as error:
        raise ExportError(
            "The workbook is damaged or incomplete.",
            where=file,
            found=str(error),
            allowed="a whole .xlsx or .xls file",
            remedy="Download or copy the file again.",
        ) from error
    return {name: rows for name, rows in read.items() if any(map(any, rows))}


def _set_aside(others: int) -> list[LogEntry]:
    if not others:
        return []
    action = "Only the first sheet that holds a table was read."
    return [LogEntry("other_sheets", action, found=f"{others} more with cells")]


def _never_worked_out(content: bytes) -> list[LogEntry]:
    """Return a note when formulas stand there without results, or with errors; old workbooks do not tell."""
    if not archive.is_zip(content):
        return []
    sheets = [entry for entry in archive.entries(content) if entry.filename.startswith(WORKSHEETS)]
    count = sum(_without_result(archive.pieces(content, sheet)) for sheet in sheets)
    action = "Read as blank: the program that saved the workbook left no results. Open it and save it anew."
    found = f"{cells(count)} with a formula and no result, or an error"
    return [LogEntry("formula_without_result", action, found=found)] if count else []


def _without_result(pieces: Iterable[bytes]) -> int:
    count, rest = 0, b""
    for piece in pieces:
        whole, end, rest = (rest + piece).rpartition(b"</c>")
        filled = ERROR_CELL.sub(b"", whole + end)
        count += len(ERROR_CELL.findall(whole + end)) + len(FORMULA_ALONE.findall(filled))
    return count


def _as_text(rows: Sheet) -> pd.DataFrame:
    texts = [[_text(cell) for cell in row] for row in rows]
    return pd.DataFrame(texts, dtype=object, index=pd.RangeIndex(1, len(texts) + 1, name="row"))


def _text(cell: Any) -> str:
    """Write a cell as the person who filled in the form would have: 4 and not 4.0."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell) if not isinstance(cell, timedelta) else str(cell.total_seconds())
