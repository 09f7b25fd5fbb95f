"""Write answers as Qualtrics exports them: tags, question texts and ImportIds above the responses.

With ``codes`` the file holds numeric recodes, else choice text; Qualtrics never mixes the two. Layouts seen
in public exports: three header records, a newline inside the text of matrix questions, *IP Address* as the
status of a normal response, and previews and tests among the answers. Files of 2016 quote the ImportIds as
Python does, and the legacy layout has no ImportIds, numbers its metadata, and closes every record with an
empty cell.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Literal

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv

Layout = Literal["current", "2016", "legacy"]

MARKED = frozenset({"duplicate", "preview", "test", "unfinished"})
STATEMENTS_A_PAGE = 12
TIME = "%Y-%m-%d %H:%M:%S"
METADATA = (
    ("StartDate", "Start Date", "startDate"),
    ("EndDate", "End Date", "endDate"),
    ("Status", "Response Type", "status"),
    ("IPAddress", "IP Address", "ipAddress"),
    ("Progress", "Progress", "progress"),
    ("Duration (in seconds)", "Duration (in seconds)", "duration"),
    ("Finished", "Finished", "finished"),
    ("RecordedDate", "Recorded Date", "recordedDate"),
    ("ResponseId", "Response ID", "_recordId"),
    ("RecipientLastName", "Recipient Last Name", "recipientLastName"),
    ("RecipientFirstName", "Recipient First Name", "recipientFirstName"),
    ("RecipientEmail", "Recipient Email", "recipientEmail"),
    ("ExternalReference", "External Data Reference", "externalDataReference"),
    ("LocationLatitude", "Location Latitude", "locationLatitude"),
    ("LocationLongitude", "Location Longitude", "locationLongitude"),
    ("DistributionChannel", "Distribution Channel", "distributionChannel"),
    ("UserLanguage", "User Language", "userLanguage"),
)
LEGACY = {
    "ResponseID": "ResponseId",
    "ResponseSet": "",
    "Name": "",
    "ExternalDataReference": "ExternalReference",
    "EmailAddress": "RecipientEmail",
    "IPAddress": "IPAddress",
    "Status": "Status",
    "StartDate": "StartDate",
    "EndDate": "EndDate",
    "Finished": "Finished",
}
LEGACY_SETS = {"ResponseSet": "Default Response Set", "Name": "Anonymous"}
STATUS: dict[str, tuple[str, str]] = {"preview": ("Survey Preview", "1"), "test": ("Survey Test", "2")}
NORMAL = ("IP Address", "0")
STOPPED_AT = "38"


def write(survey: AnswersToWrite, path: Path, layout: Layout = "current") -> None:
    """Write one wave as a Qualtrics CSV.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout.
    path : Path
        File to write.
    layout : str, default 'current'
        ``'2016'`` for ImportIds in the quotes of those days, ``'legacy'`` for two header records.
    """
    if layout == "legacy":
        write_csv(path, _legacy(survey), encoding="utf-8-sig")
        return
    rows = [[*_metadata(survey, row), *survey.answer_cells(row)] for row in survey.rows]
    tags, texts, identities = _headers(survey)
    if layout == "2016":
        texts[: len(METADATA)] = tags[: len(METADATA)]
        identities = [cell.replace('"', "'") for cell in identities]
    write_csv(path, [tags, texts, identities, *rows])


def _legacy(survey: AnswersToWrite) -> list[list[str]]:
    tags, texts, _ = _headers(survey)
    known = len(METADATA)
    names = [f"V{number}" for number in range(1, len(LEGACY) + 1)]
    rows = [[*_legacy_metadata(survey, row), *survey.answer_cells(row), ""] for row in survey.rows]
    return [
        [*names, *tags[known:], ""],
        [*LEGACY, *(text.replace("\n - ", "-") for text in texts[known:]), ""],
        *rows,
    ]


def _legacy_metadata(survey: AnswersToWrite, row: int) -> list[str]:
    names = [name for name, _, _ in METADATA]
    cells = dict(zip(names, _metadata(survey, row), strict=True))
    return [LEGACY_SETS.get(name) or cells[today] for name, today in LEGACY.items()]


def _headers(survey: AnswersToWrite) -> list[list[str]]:
    questions = [("Q1", survey.asked("partner"), "QID1"), ("Q2", survey.asked("level"), "QID2")]
    questions += _statements(survey)
    first_open = 4 + (len(survey.instrument.scored) - 1) // STATEMENTS_A_PAGE
    questions += [
        (f"Q{number}", item.asked(survey.language), f"QID{number}_TEXT")
        for number, item in enumerate(survey.open_items, start=first_open)
    ]
    columns = [*METADATA, *questions]
    return [
        [tag for tag, _, _ in columns],
        [text for _, text, _ in columns],
        [_import_id(identity) for _, _, identity in columns],
    ]


def _statements(survey: AnswersToWrite) -> list[tuple[str, str, str]]:
    columns = []
    for place, item in enumerate(survey.instrument.scored):
        page, line = divmod(place, STATEMENTS_A_PAGE)
        number = f"{page + 3}_{line + 1}"
        columns.append((f"Q{number}", f"{survey.stem}\n - {item.asked(survey.language)}", f"QID{number}"))
    return columns


def _import_id(identity: str) -> str:
    zone = {"timeZone": "Europe/Amsterdam"} if identity.endswith("Date") else {}
    return json.dumps({"ImportId": identity} | zone, separators=(",", ":"))


def _metadata(survey: AnswersToWrite, row: int) -> list[str]:
    record = survey.records[row]
    coded = survey.codes is not None
    trial = record.kind in STATUS
    finished = record.kind != "unfinished"
    return [
        record.started.strftime(TIME),
        record.submitted.strftime(TIME),
        STATUS.get(record.kind, NORMAL)[coded],
        "" if trial else record.address,
        "100" if finished else STOPPED_AT,
        str(int((record.submitted - record.started).total_seconds())),
        str(int(finished)) if coded else str(finished),
        (record.submitted + timedelta(seconds=1)).strftime(TIME),
        _response_id(row, record.started),
        record.family_name,
        record.first_name,
        record.mail,
        *("", "52.1", "4.9"),
        record.kind if trial else "email",
        survey.language.upper(),
    ]


def _response_id(row: int, started: datetime) -> str:
    return "R_" + sha256(f"{row} {started.isoformat()}".encode()).hexdigest()[:15]
