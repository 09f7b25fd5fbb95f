"""A workbook: values stay, formulas become what they last showed, and nothing is calculated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from alliance_analytics.intake.rewriting.changes import Changes
from alliance_analytics.intake.workbook import sheet_of_answers


def rewritten(content: bytes, changes: Changes) -> bytes:
    """Return a workbook with changes in its sheet of answers, and in the texts of all others.

    Parameters
    ----------
    content : bytes
        A ``.xlsx`` file that was read before, so that its size is known to be harmless.
    changes : Changes
        What is to be different.
    """
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    sheet = answer_sheet(book)
    _change(sheet, changes)
    for other in book.worksheets:
        if other is not sheet and changes.elsewhere:
            _change_texts(other, changes.elsewhere)
    for row in sorted(changes.dropped, reverse=True):
        sheet.delete_rows(row)
    for table in sheet.tables.values():
        table.ref = _shorter(table.ref, len(changes.dropped))
    return _saved(book)


def bare(content: bytes, changes: Changes) -> bytes:
    """Return a new workbook with the values of the sheet of answers alone, and no word on who made it."""
    before = answer_sheet(openpyxl.load_workbook(BytesIO(content), data_only=True))
    _change(before, changes)
    book = openpyxl.Workbook()
    book.properties = DocumentProperties(creator="")
    sheet = book.worksheets[0]
    sheet.title = before.title
    for line in before.iter_rows():
        for cell in line:
            if cell.value is not None and cell.row not in changes.dropped:
                copy = sheet.cell(cell.row, cell.column)
                copy.value, copy.number_format = cell.value, cell.number_format
    return _saved(book)


def texts_elsewhere(content: bytes) -> Iterator[str]:
    """Yield the texts of a workbook in all sheets but that of the answers."""
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    sheet = answer_sheet(book)
    for other in book.worksheets:
        if other is not sheet:
            yield from (value for row in other.values for value in row if isinstance(value, str))


def answer_sheet(book: openpyxl.Workbook) -> Worksheet:
    """Return the visible sheet that is read as the answers."""
    visible = {sheet.title: [*sheet.values] for sheet in book.worksheets if sheet.sheet_state == "visible"}
    return book[sheet_of_answers({name: rows for name, rows in visible.items() if any(map(any, rows))})]


def _change(sheet: Worksheet, changes: Changes) -> None:
    for row, cells in changes.cells.items():
        for place, text in cells.items():
            cell: Any = sheet.cell(row, place + 1)
            cell.value = _value(text)
            cell.hyperlink = cell.comment = None


def _change_texts(sheet: Worksheet, change: Callable[[str], str]) -> None:
    for line in sheet.iter_rows():
        for cell in line:
            if isinstance(cell.value, str):
                cell.value = change(cell.value)


def _value(text: str) -> str | int | None:
    return int(text) if text.isdecimal() else text or None


def _shorter(reference: str, rows: int) -> str:
    left, top, right, bottom = range_boundaries(reference)
    last = max(int(top or 1) + 1, int(bottom or 1) - rows)
    return f"{get_column_letter(int(left or 1))}{top}:{get_column_letter(int(right or 1))}{last}"


def _saved(book: openpyxl.Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()
