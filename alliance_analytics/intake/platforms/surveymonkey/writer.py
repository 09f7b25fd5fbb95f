"""Write answers as SurveyMonkey exports them: two header records, the question only above its first column.

The second header record names the statement, or says *Response* and *Open-Ended Response*. Nothing in a row
tells whether it was finished; a form that was sent empty is a row of blanks, and blank records trail the
answers.
"""

from __future__ import annotations

from pathlib import Path

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv

MARKED = frozenset({"duplicate", "empty"})
TIME = "%Y-%m-%d %H:%M:%S"
METADATA = (
    "Respondent ID",
    "Collector ID",
    "Start Date",
    "End Date",
    "IP Address",
    "Email Address",
    "First Name",
    "Last Name",
    "Custom Data 1",
)
FIRST_RESPONDENT = 11_483_207_114
RESPONDENT_STEP = 61_331
COLLECTOR = "248310977"
BLANK_RECORDS = 6


def write(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave as a SurveyMonkey CSV in the condensed layout.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout.
    path : Path
        File to write.
    """
    headers = _headers(survey)
    rows = [[*_metadata(survey, row), *survey.answer_cells(row)] for row in survey.rows]
    padding = [[""] * len(headers[0])] * BLANK_RECORDS
    write_csv(path, [*headers, *rows, *padding])


def _headers(survey: AnswersToWrite) -> list[list[str]]:
    statements = [item.asked(survey.language) for item in survey.instrument.scored]
    comments = [item.asked(survey.language) for item in survey.open_items]
    questions = [survey.asked("partner"), survey.asked("level"), survey.stem, *[""] * (len(statements) - 1)]
    options = ["Response", "Response", *statements, *["Open-Ended Response"] * len(comments)]
    return [[*METADATA, *questions, *comments], [*[""] * len(METADATA), *options]]


def _metadata(survey: AnswersToWrite, row: int) -> list[str]:
    record = survey.records[row]
    return [
        str(FIRST_RESPONDENT + row * RESPONDENT_STEP),
        COLLECTOR,
        record.started.strftime(TIME),
        record.submitted.strftime(TIME),
        record.address,
        record.mail,
        record.first_name,
        record.family_name,
        "",
    ]
