"""Write answers as SurveyMonkey exports them: two header records, the question only above its first column.

People and programs take one header record out, or put a record of question numbers on top. An expanded export
has a column for each answer to a statement, with the label in the one that was given.

The second header record names the statement, or says *Response* and *Open-Ended Response*. Nothing in a row
tells whether it was finished; a form that was sent empty is a row of blanks, and blank records trail the
answers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

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


def write(
    survey: AnswersToWrite, path: Path, *, headers: Literal[1, 2, 3] = 2, expanded: bool = False
) -> None:
    """Write one wave as a SurveyMonkey CSV.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout.
    path : Path
        File to write.
    headers : int, default 2
        Header records: 1 with all in one heading, 3 with a record of question numbers.
    expanded : bool, default False
        Whether a statement has a column for each of its answers.
    """
    records = _headers(survey, headers, expanded)
    rows = [[*_metadata(survey, row), *_answers(survey, row, expanded)] for row in survey.rows]
    padding = [[""] * len(records[0])] * BLANK_RECORDS
    write_csv(path, [*records, *rows, *padding])


def _headers(survey: AnswersToWrite, count: int, expanded: bool) -> list[list[str]]:
    statements = [item.asked(survey.language) for item in survey.instrument.scored]
    comments = [item.asked(survey.language) for item in survey.open_items]
    if expanded:
        statements = [f"{text} - {label}" for text in statements for label in survey.labels.values()]
    place = [survey.asked("partner"), survey.asked("level")]
    if count == 1:
        return [[*METADATA, *place, *statements, *comments]]
    questions = [*METADATA, *place, survey.stem, *[""] * (len(statements) - 1), *comments]
    options = [*[""] * len(METADATA), *["Response"] * len(place), *statements]
    options += ["Open-Ended Response"] * len(comments)
    return [_numbers(len(statements), len(comments)), questions, options][3 - count :]


def _numbers(statements: int, comments: int) -> list[str]:
    grid = [f"q3_{number}" for number in range(1, statements + 1)]
    return [*[""] * len(METADATA), "q1", "q2", *grid, *(f"q{number + 4}" for number in range(comments))]


def _answers(survey: AnswersToWrite, row: int, expanded: bool) -> list[str]:
    cells = survey.answer_cells(row)
    if not expanded:
        return cells
    items = survey.instrument.scored
    chosen = [
        survey.cell(row, item.id) if survey.answer(row, item.id) == answer else ""
        for item in items
        for answer in survey.labels
    ]
    return [*cells[:2], *chosen, *cells[2 + len(items) :]]


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
