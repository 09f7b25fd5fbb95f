"""Write answers as Typeform exports them, as CSV or as workbook: a hash first, dates and network last.

A partner that the form does not offer stands in the column *Other* beside the choice. A response that was
begun and never submitted has no date of submission.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv
from alliance_analytics.intake.platforms.workbook_records import write_workbook

MARKED = frozenset({"duplicate", "unfinished", "empty"})
TIME = "%Y-%m-%d %H:%M:%S"
METADATA = ("Start Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags")
OTHER = {"en": "Other", "nl": "Anders"}
SHEET = "mX4bTq9L"
HASH_LETTERS, NETWORK_LETTERS = 32, 10


def write(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave as a Typeform export: a workbook when ``path`` ends on ``.xlsx``, else a CSV.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout. Without mail addresses there is no
        such column.
    path : Path
        File to write.
    """
    records = [_heading(survey), *(_record(survey, row) for row in survey.rows)]
    if path.suffix == ".xlsx":
        write_workbook(path, records, sheet=SHEET, moment=survey.drawn)
    else:
        write_csv(path, records)


def _heading(survey: AnswersToWrite) -> list[str]:
    statements = [f"<strong>{item.asked(survey.language)}</strong>" for item in survey.instrument.scored]
    comments = [item.asked(survey.language) for item in survey.open_items]
    place = [survey.asked("partner"), OTHER[survey.language], survey.asked("level")]
    mail = ["email"] if survey.has_mail else []
    return ["#", *mail, *place, *statements, *comments, *METADATA]


def _record(survey: AnswersToWrite, row: int) -> Sequence[str]:
    record = survey.records[row]
    partner, *answers = survey.answer_cells(row)
    offered = not record.partner or record.partner in survey.partners
    return [
        _hashed(f"{row} {record.started.isoformat()}", HASH_LETTERS),
        *([record.mail] if survey.has_mail else []),
        *((partner, "") if offered else ("", partner)),
        *answers,
        record.started.strftime(TIME),
        "" if record.kind == "unfinished" else record.submitted.strftime(TIME),
        _hashed(record.address, NETWORK_LETTERS) if record.address else "",
        "",
    ]


def _hashed(text: str, letters: int) -> str:
    return sha256(text.encode()).hexdigest()[:letters]
