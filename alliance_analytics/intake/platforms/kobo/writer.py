"""Write answers as KoboToolbox exports them with labels: a CSV with semicolons, or a workbook.

Start, end and device stand before the answers, what the platform notes itself behind them. Somebody who sent
the form empty is a row of metadata alone.
"""

from __future__ import annotations

from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv
from alliance_analytics.intake.platforms.workbook_records import write_workbook

MARKED = frozenset({"duplicate", "empty"})
METADATA = (
    "_id",
    "_uuid",
    "_submission_time",
    "_validation_status",
    "_notes",
    "_status",
    "_submitted_by",
    "__version__",
    "_tags",
    "_index",
)
MAIL = {"en": "E-mail", "nl": "E-mail"}
TIME = "%Y-%m-%dT%H:%M:%S"
ZONE = ".000+02:00"
FIRST_ID = 402_117_730
VERSION = "vHkq2Rm8TzW4"
LONGEST_SHEET_NAME = 31


def write(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave as a KoboToolbox export: a workbook when ``path`` ends on ``.xlsx``, else a CSV.

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
        write_workbook(path, records, sheet=survey.instrument.id[:LONGEST_SHEET_NAME], moment=survey.drawn)
    else:
        write_csv(path, records, delimiter=";", quote_all=True)


def _heading(survey: AnswersToWrite) -> list[str]:
    statements = [f"{survey.stem}/{item.asked(survey.language)}" for item in survey.instrument.scored]
    comments = [item.asked(survey.language) for item in survey.open_items]
    mail = [MAIL[survey.language]] if survey.has_mail else []
    place = [survey.asked("partner"), survey.asked("level")]
    return ["start", "end", "deviceid", *mail, *place, *statements, *comments, *METADATA]


def _record(survey: AnswersToWrite, row: int) -> list[str]:
    record = survey.records[row]
    return [
        record.started.strftime(TIME) + ZONE,
        record.submitted.strftime(TIME) + ZONE,
        f"ee.example.org:{uuid5(NAMESPACE_OID, record.address)}" if record.address else "",
        *([record.mail] if survey.has_mail else []),
        *survey.answer_cells(row),
        str(FIRST_ID + 3 * row),
        str(uuid5(NAMESPACE_OID, f"{row} {record.started.isoformat()}")),
        record.submitted.strftime(TIME),
        *("", "", "submitted_via_web", "", VERSION, ""),
        str(row + 1),
    ]
