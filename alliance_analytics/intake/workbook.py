"""A workbook: the cells of its answer sheet as text, evaluating nothing."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.log import LogEntry

Sheet = list[list[Any]]


def records(content: bytes, file: str) -> tuple[list[list[str]], list[LogEntry]]:
    """Return the records of the first visible sheet that holds any, each a list of cells.

    Parameters
    ----------
    content : bytes
        A workbook (``.xlsx`` or ``.xls``).
    file : str
        Its name, for messages.

    Raises
    ------
    ExportError
        If the workbook is damaged, or no visible sheet holds anything.
    """
    sheets = _filled_sheets(content, file)
    if not sheets:
        raise ExportError(
            "The workbook holds no cells.", where=file, remedy="Export the survey again, with its responses."
        )
    name, *others = sheets
    return [[_text(cell) for cell in row] for row in sheets[name]], _set_aside(others)


def _filled_sheets(content: bytes, file: str) -> dict[str, Sheet]:
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
            allowed="a whole .xlsx or .xls file; a .zip must be unpacked first",
            remedy="Download or copy the file again.",
        ) from error
    return {name: rows for name, rows in read.items() if any(map(any, rows))}


def _set_aside(others: list[str]) -> list[LogEntry]:
    if not others:
        return []
    action = "Only the first sheet with cells was read."
    return [LogEntry("other_sheets", action, found=f"{len(others)} more sheets with cells")]


def _text(cell: Any) -> str:
    """Write a cell as the person who filled in the form would have: 4 and not 4.0."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell) if not isinstance(cell, timedelta) else str(cell.total_seconds())
