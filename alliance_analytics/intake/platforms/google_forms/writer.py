"""Write the responses to a Google form, by each of the three routes that lead to a file.

A sheet saved as CSV opens with a timestamp in the form of the owner's language, and is padded with blank
records; the download of the form's own writes times with their zone; a workbook holds true dates. There is no
respondent id and no status: only the timestamp and, when collected, a mail address.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv
from alliance_analytics.intake.platforms.fixed_archive import without_times

Route = Literal["sheet", "download", "workbook"]

MARKED = frozenset({"duplicate"})
TIMESTAMP = {"en": "Timestamp", "nl": "Tijdstempel"}
MAIL = {"en": "Email Address", "nl": "E-mailadres"}
SHEET = {"en": "Form Responses 1", "nl": "Formulierreacties 1"}
ZONE = {"en": "GMT+1", "nl": "CET"}
BLANK_RECORDS = 12


def write(survey: AnswersToWrite, path: Path, route: Route = "sheet") -> None:
    """Write one wave of responses to a Google form.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout. Without mail addresses there is no
        such column.
    path : Path
        File to write.
    route : str, default 'sheet'
        ``'sheet'`` for a sheet saved as CSV, ``'download'`` for the CSV of the form, ``'workbook'`` for XLSX.
    """
    heading = _heading(survey)
    if route == "workbook":
        path.write_bytes(_workbook(survey, heading))
        return
    rows = [[_timestamp(survey, row, route), *_cells(survey, row)] for row in survey.rows]
    padding = [[""] * len(heading)] * BLANK_RECORDS if route == "sheet" else []
    write_csv(path, [heading, *rows, *padding])


def _heading(survey: AnswersToWrite) -> list[str]:
    mail = [MAIL[survey.language]] if survey.has_mail else []
    statements = [f"{survey.stem} [{item.asked(survey.language)}]" for item in survey.instrument.scored]
    comments = [item.asked(survey.language) for item in survey.open_items]
    place = [survey.asked("partner"), survey.asked("level")]
    return [TIMESTAMP[survey.language], *mail, *place, *statements, *comments]


def _cells(survey: AnswersToWrite, row: int) -> list[str]:
    mail = [survey.records[row].mail] if survey.has_mail else []
    return [*mail, *survey.answer_cells(row)]


def _timestamp(survey: AnswersToWrite, row: int, route: Route) -> str:
    moment = survey.records[row].submitted
    if route == "download":
        half = "AM" if moment.hour < 12 else "PM"
        return f"{moment:%Y/%m/%d} {moment.hour % 12 or 12}:{moment:%M:%S} {half} {ZONE[survey.language]}"
    time = f"{moment.hour}:{moment:%M:%S}"
    if survey.language == "nl":
        return f"{moment.day}-{moment.month}-{moment.year} {time}"
    return f"{moment.month}/{moment.day}/{moment.year} {time}"


def _workbook(survey: AnswersToWrite, heading: list[str]) -> bytes:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = SHEET[survey.language]
    sheet.append(heading)
    for row in survey.rows:
        moment: datetime = survey.records[row].submitted
        sheet.append([moment, *(cell or None for cell in _cells(survey, row))])
    workbook.properties.created = workbook.properties.modified = survey.drawn
    content = BytesIO()
    ExcelWriter(workbook, ZipFile(content, "w")).save()
    return without_times(content.getvalue())
