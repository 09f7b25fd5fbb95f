"""Write answers as ODK Central exports them: names for headings and for options, groups joined by a hyphen.

A partner that the form does not offer is *other*, with what was typed in a column of its own.
"""

from __future__ import annotations

import re
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv
from alliance_analytics.model.spelling import plain

MARKED = frozenset({"duplicate", "empty"})
GROUP = "statements"
BEHIND = (
    "meta-instanceID",
    "KEY",
    "SubmitterID",
    "SubmitterName",
    "AttachmentsPresent",
    "AttachmentsExpected",
    "Status",
    "ReviewState",
    "DeviceID",
    "Edits",
    "FormVersion",
)
TIME = "%Y-%m-%dT%H:%M:%S.000Z"
OTHER = "other"
VERSION = "3"


def write(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave as an ODK Central CSV.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout. Without mail addresses there is no
        such column.
    path : Path
        File to write.
    """
    write_csv(path, [_heading(survey), *(_record(survey, row) for row in survey.rows)])


def option_name(label: str) -> str:
    """Return the name that a form gives an option: its words, joined by underscores.

    Examples
    --------
    >>> option_name("Don't know")
    'dont_know'
    """
    return "_".join(re.findall(r"\w+", plain(label).replace("'", "")))


def _heading(survey: AnswersToWrite) -> list[str]:
    place = {item.kind: item.id for item in survey.instrument.items if item.kind in ("partner", "level")}
    statements = [f"{GROUP}-{item.id}" for item in survey.instrument.scored]
    comments = [item.id for item in survey.open_items]
    mail = ["email"] if survey.has_mail else []
    partner = [place["partner"], f"{place['partner']}_{OTHER}"]
    return [
        *("SubmissionDate", "start", "end", *mail),
        *(*partner, place["level"], *statements, *comments, *BEHIND),
    ]


def _record(survey: AnswersToWrite, row: int) -> list[str]:
    record = survey.records[row]
    partner, level, *answers = survey.answer_cells(row)
    statements = [option_name(cell) for cell in answers[: len(survey.instrument.scored)]]
    offered = not record.partner or record.partner in survey.partners
    key = f"uuid:{uuid5(NAMESPACE_OID, f'{row} {record.started.isoformat()}')}"
    device = f"collect:{uuid5(NAMESPACE_OID, record.address).hex[:16]}" if record.address else ""
    return [
        record.submitted.strftime(TIME),
        record.started.strftime(TIME),
        record.submitted.strftime(TIME),
        *([record.mail] if survey.has_mail else []),
        *((option_name(partner), "") if offered else (OTHER, partner)),
        option_name(level),
        *statements,
        *answers[len(statements) :],
        *(key, key, "14", "collector", "0", "0", "", "", device, "0", VERSION),
    ]
