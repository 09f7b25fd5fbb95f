"""Write answers as a Google Forms sheet saved as CSV: a timestamp, then ``Question [row]``.

The timestamp's heading and form follow the owner's language. There is no respondent id and no status: only
the timestamp and, when collected, a mail address. The sheet is padded with blank records.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv

MARKED = frozenset({"duplicate"})
TIMESTAMP = {"en": "Timestamp", "nl": "Tijdstempel"}
MAIL = {"en": "Email Address", "nl": "E-mailadres"}
BLANK_RECORDS = 12


def write(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave as the CSV of a Google Forms response sheet.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout. Without mail addresses there is no
        such column.
    path : Path
        File to write.
    """
    heading = _heading(survey)
    rows = [_record(survey, row) for row in survey.rows]
    write_csv(path, [heading, *rows, *[[""] * len(heading)] * BLANK_RECORDS])


def _heading(survey: AnswersToWrite) -> list[str]:
    mail = [MAIL[survey.language]] if survey.has_mail else []
    statements = [f"{survey.stem} [{item.asked(survey.language)}]" for item in survey.instrument.scored]
    comments = [item.asked(survey.language) for item in survey.open_items]
    place = [survey.asked("partner"), survey.asked("level")]
    return [TIMESTAMP[survey.language], *mail, *place, *statements, *comments]


def _record(survey: AnswersToWrite, row: int) -> list[str]:
    record = survey.records[row]
    mail = [record.mail] if survey.has_mail else []
    return [_timestamp(record.submitted, survey.language), *mail, *survey.answer_cells(row)]


def _timestamp(moment: datetime, language: str) -> str:
    time = f"{moment.hour}:{moment:%M:%S}"
    if language == "nl":
        return f"{moment.day}-{moment.month}-{moment.year} {time}"
    return f"{moment.month}/{moment.day}/{moment.year} {time}"
