"""Write records as a workbook of plain sheets, with the same bytes whenever it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from alliance_analytics.intake.platforms.fixed_archive import without_times


def write_workbook(path: Path, records: Iterable[Sequence[str]], *, sheet: str, moment: datetime) -> None:
    """Write records as the only sheet of a workbook; an empty text leaves its cell blank.

    Parameters
    ----------
    path : Path
        File to write; one that is there is replaced.
    records : iterable of sequences of str
        Header records first.
    sheet : str
        Name of the sheet.
    moment : datetime
        When the workbook says it was made.
    """
    workbook = Workbook()
    page = workbook.worksheets[0]
    page.title = sheet
    for row, record in enumerate(records, start=1):
        for column, text in enumerate(record, start=1):
            if text:
                page.cell(row, column, text).data_type = "s"  # else "=..." is taken for a formula
    path.write_bytes(workbook_bytes(workbook, moment))


def workbook_bytes(workbook: Workbook, moment: datetime) -> bytes:
    """Return a workbook as bytes that hold no other time than ``moment``."""
    # Workbook.save stamps the present time on the properties; the writer below it does not.
    workbook.properties.created = workbook.properties.modified = moment
    content = BytesIO()
    ExcelWriter(workbook, ZipFile(content, "w")).save()
    return without_times(content.getvalue())
