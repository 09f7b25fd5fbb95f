"""Write answers as a Microsoft Forms workbook: one sheet, one table, each statement its own plain heading.

Headings carry no-break spaces, a repeated heading gets a digit, ids have gaps, times are true dates, and
somebody who opened the form and sent it empty is a row of blanks.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.workbook_records import workbook_bytes

MARKED = frozenset({"duplicate", "empty"})
METADATA = {
    "en": ("ID", "Start time", "Completion time", "Email", "Name"),
    "nl": ("ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"),
}
TIME_FORMAT = r"m/d/yy\ h:mm:ss"
FIRST_ID = 3
NO_MAIL = "anonymous"
HEADINGS_WITH_NO_BREAK_SPACES = 5


def write(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave as a Microsoft Forms workbook.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout.
    path : Path
        File to write.
    """
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Sheet1"
    sheet.append(_numbered_repeats(_heading(survey)))
    for row in survey.rows:
        sheet.append([*_metadata(survey, row), *(cell or None for cell in survey.answer_cells(row))])
    _dress(sheet)
    path.write_bytes(workbook_bytes(workbook, survey.drawn))


def _heading(survey: AnswersToWrite) -> list[str]:
    statements = [item.asked(survey.language) for item in survey.instrument.scored]
    shown = [
        text.replace(" ", "\u00a0", 2) if place % HEADINGS_WITH_NO_BREAK_SPACES == 0 else text
        for place, text in enumerate(statements, start=1)
    ]
    comments = [item.asked(survey.language) for item in survey.open_items]
    return [*METADATA[survey.language], survey.asked("partner"), survey.asked("level"), *shown, *comments]


def _numbered_repeats(headings: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    numbered = []
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        numbered.append(heading if seen[heading] == 1 else f"{heading}{seen[heading]}")
    return numbered


def _metadata(survey: AnswersToWrite, row: int) -> list[int | str | datetime | None]:
    record = survey.records[row]
    return [
        FIRST_ID + row + row // 9,
        record.started,
        record.submitted,
        record.mail or NO_MAIL,
        f"{record.first_name} {record.family_name}".strip() or None,
    ]


def _dress(sheet: Worksheet) -> None:
    for line in sheet.iter_rows(min_row=2, min_col=2, max_col=3):
        for cell in line:
            cell.number_format = TIME_FORMAT
    last = f"{get_column_letter(sheet.max_column)}{sheet.max_row}"
    table = Table(displayName="Table1", ref=f"A1:{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    sheet.add_table(table)
