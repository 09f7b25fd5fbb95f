"""One small survey, and the same people's answers in the layout of each platform, written out by hand."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest

from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.model.instrument import Instrument, Item
from alliance_analytics.model.sourced import Bilingual

STEM = "How far do you agree? Choose one."
STATEMENTS = {
    "S1": "Partners keep their promises.",
    "S2": "Some partners serve only themselves.",
    "S3": "It is clear, week by week, who decides.",
    "O1": "All in all I am satisfied.",
}
PARTNER, LEVEL, OPEN = "Which partner do you work for?", "At which level?", "What went well, in short?"
LEVELS = {"strategic": ("Strategic", "Strategisch"), "tactical": ("Tactical", "Tactisch")}
CODES = {
    "Strongly agree": 1.0,
    "Agree": 2.0,
    "Neutral": 3.0,
    "Disagree": 4.0,
    "Strongly disagree": 5.0,
    "Don't know": 8.0,
    "Not applicable": 9.0,
}
PARTNERS = ("North Bank", "South Bank")
Record = Sequence[str]


@dataclass(frozen=True)
class Person:
    """One respondent, with answers as written in the cells."""

    answers: tuple[str, str, str, str]
    mail: str = "ann@example.org"
    partner: str = "North Bank"
    level: str = "Strategic"
    comment: str = ""

    @property
    def cells(self) -> list[str]:
        return [self.partner, self.level, *self.answers, self.comment]


Layout = Callable[[Sequence[Person], Path], Path]


@pytest.fixture(scope="session")
def instrument() -> Instrument:
    """Four scored items, an open question, partner and level."""
    dutch = {"S1": "Partners komen hun beloften na.", "PARTNER": "Voor welke partner werkt u?"}
    asked = {**STATEMENTS, "C1": OPEN, "PARTNER": PARTNER, "LEVEL": LEVEL}
    kinds = {"O1": "outcome", "C1": "open", "PARTNER": "partner", "LEVEL": "level"}
    return Instrument(
        id="small",
        title=Bilingual(en="Small", nl="Klein"),
        version="1",
        levels={level: {"en": en, "nl": nl} for level, (en, nl) in LEVELS.items()},
        items=tuple(
            Item(
                id=item,
                kind=kinds.get(item, "statement"),
                wording={"en": text} | ({"nl": dutch[item]} if item in dutch else {}),
                direction="negative" if item == "S2" else "positive",
            )
            for item, text in asked.items()
        ),
    )


@pytest.fixture(scope="session")
def person() -> type[Person]:
    """The class of respondents, for tests that make their own."""
    return Person


@pytest.fixture(scope="session")
def people() -> tuple[Person, ...]:
    """Three respondents, with what is missing in each way."""
    return (
        Person(("Agree", "Disagree", "Strongly agree", "Neutral"), comment="We met, often."),
        Person(("Don't know", "", "Not applicable", "Agree"), "bob@example.org", "South Bank", "Tactical"),
        Person(
            ("Strongly disagree", "Agree", "Neutral", "Agree"), "cas@example.org", "South Bank", "Strategic"
        ),
    )


@pytest.fixture(scope="session")
def as_csv() -> Callable[..., bytes]:
    """Return records as the bytes of a text file."""
    return records_as_csv


@pytest.fixture(scope="session")
def make_export() -> Callable[..., Export]:
    """Return a function that makes an export from columns and records."""

    def make(columns: Sequence[Column], records: Sequence[Record], **fields: object) -> Export:
        cells = pd.DataFrame(records, dtype=object, index=pd.RangeIndex(2, len(records) + 2, name="row"))
        nothing = pd.Series("", index=cells.index, dtype=object)
        return Export("table", "x.csv", tuple(columns), cells, nothing, **fields)

    return make


@pytest.fixture(scope="session")
def layouts() -> dict[str, tuple[str, Layout]]:
    """Name of a layout to the platform it is of, and a function that writes people in it."""
    return {
        "qualtrics": ("qualtrics", qualtrics('{{"ImportId":"{}"}}')),
        "qualtrics 2016": ("qualtrics", qualtrics("{{'ImportId': '{}'}}")),
        "qualtrics without import ids": ("qualtrics", qualtrics("")),
        "qualtrics legacy": ("qualtrics", qualtrics_legacy),
        "limesurvey code and text": ("limesurvey", limesurvey("{code}. {text}")),
        "limesurvey text": ("limesurvey", limesurvey("{text}")),
        "limesurvey code": ("limesurvey", limesurvey("{code}")),
        "surveymonkey two headers": ("surveymonkey", surveymonkey),
        "surveymonkey one header": ("surveymonkey", surveymonkey_one_header),
        "google forms": ("google-forms", google_forms),
        "microsoft forms": ("microsoft-forms", microsoft_forms),
        "spss": ("spss", spss),
        "typeform": ("typeform", typeform),
        "kobo": ("kobo", kobo),
        "odk": ("odk", odk),
        "redcap labels": ("redcap", redcap),
        "plain table": ("table", plain_table),
    }


def records_as_csv(
    records: Sequence[Record], delimiter: str = ",", end: str = "\r\n", encoding: str = "utf-8"
) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(records)
    return text.getvalue().encode(encoding)


def written(path: Path, records: Sequence[Record]) -> Path:
    path.write_bytes(records_as_csv(records))
    return path


def qualtrics(import_id: str) -> Layout:
    """Write three header records, or two when there are no import ids."""
    names = [
        "StartDate",
        "Status",
        "Progress",
        "Finished",
        "ResponseId",
        "RecipientEmail",
        "DistributionChannel",
    ]
    texts = [
        "Start Date",
        "Response Type",
        "Progress",
        "Finished",
        "Response ID",
        "Recipient Email",
        "Channel",
    ]
    ids = [
        "startDate",
        "status",
        "progress",
        "finished",
        "_recordId",
        "recipientEmail",
        "distributionChannel",
    ]
    asked = [
        f"{PARTNER} - Selected Choice",
        LEVEL,
        *(f"{STEM}\n - {text}" for text in STATEMENTS.values()),
        OPEN,
    ]

    def write(people: Sequence[Person], path: Path) -> Path:
        headers = [
            [*names, "Q1", "Q2", "Q3_1", "Q3_2", "Q3_3", "Q4", "Q5"],
            [*texts, *asked],
            [
                import_id.format(i)
                for i in [*ids, "QID1", "QID2", "QID3_1", "QID3_2", "QID3_3", "QID4", "QID5_TEXT"]
            ],
        ]
        rows = [
            ["2024-05-01 09:00:00", "IP Address", "100", "True", f"R_{n}", p.mail, "email", *p.cells]
            for n, p in enumerate(people)
        ]
        return written(path, [*(headers if import_id else headers[:2]), *rows])

    return write


def qualtrics_legacy(people: Sequence[Person], path: Path) -> Path:
    asked = [PARTNER, LEVEL, *(f"{STEM}-{text}" for text in STATEMENTS.values()), OPEN]
    headers = [
        [*(f"V{n}" for n in range(1, 11)), "Q1", "Q2", "Q3_1", "Q3_2", "Q3_3", "Q4", "Q5", ""],
        [
            *("ResponseID", "ResponseSet", "Name", "ExternalDataReference", "EmailAddress"),
            *("IPAddress", "Status", "StartDate", "EndDate", "Finished"),
            *(*asked, ""),
        ],
    ]
    rows = [
        [
            f"R_{n}",
            "Set",
            "A Name",
            "",
            p.mail,
            "192.0.2.1",
            "0",
            "2016-01-01",
            "2016-01-01",
            "1",
            *p.cells,
            "",
        ]
        for n, p in enumerate(people)
    ]
    return written(path, [*headers, *rows])


def limesurvey(heading: str) -> Layout:
    meta = {
        "id": "Response ID",
        "submitdate": "Date submitted",
        "lastpage": "Last page",
        "token": "Access code",
    }
    asked = {
        "PARTNER": PARTNER,
        "LEVEL": LEVEL,
        **{f"G[{code}]": f"{STEM} [{text}]" for code, text in STATEMENTS.items()},
        "C1": f"{OPEN}&nbsp;",
    }

    def write(people: Sequence[Person], path: Path) -> Path:
        headings = [heading.format(code=code, text=text) for code, text in (meta | asked).items()]
        rows = [[str(n + 7), "1980-01-01 00:00:00", "3", p.mail, *p.cells] for n, p in enumerate(people)]
        return written(path, [headings, *rows, []])

    return write


def surveymonkey(people: Sequence[Person], path: Path) -> Path:
    headers = [
        ["Respondent ID", "Collector ID", "Email Address", PARTNER, LEVEL, STEM, "", "", "", OPEN],
        ["", "", "", "Response", "Response", *STATEMENTS.values(), "Open-Ended Response"],
    ]
    rows = [[f"1111477{n}", "24", p.mail, *p.cells] for n, p in enumerate(people)]
    return written(path, [*headers, *rows, [""] * 10])


def surveymonkey_one_header(people: Sequence[Person], path: Path) -> Path:
    header = ["Respondent ID", "Collector ID", "Email Address", PARTNER, LEVEL, *STATEMENTS.values(), OPEN]
    return written(path, [header, *([f"1111477{n}", "24", p.mail, *p.cells] for n, p in enumerate(people))])


def google_forms(people: Sequence[Person], path: Path) -> Path:
    header = [
        "Timestamp",
        "Email Address",
        PARTNER,
        LEVEL,
        *(f"{STEM} [{s}]" for s in STATEMENTS.values()),
        OPEN,
    ]
    rows = [["9/13/2024 13:29:55", p.mail, *p.cells] for p in people]
    return written(path, [header, *rows, [""] * 9, [""] * 9])


def microsoft_forms(people: Sequence[Person], path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(
        ["ID", "Start time", "Completion time", "Email", "Name", PARTNER, LEVEL, *STATEMENTS.values(), OPEN]
    )
    moment = datetime(2024, 5, 1, 9, 30)
    for number, p in enumerate(people):
        sheet.append([number + 18, moment, moment, p.mail, "A Name", *(cell or None for cell in p.cells)])
    book.save(path)
    return path


def spss(people: Sequence[Person], path: Path) -> Path:
    """Write codes that count down, as forms do that list agreement first; *don't know* is undeclared."""
    partners = {name: float(code) for code, name in enumerate(PARTNERS, start=1)}
    columns = {"respnr": [float(n) for n in range(len(people))], "email": [p.mail for p in people]}
    columns |= {"org": [partners[p.partner] for p in people], "niv": [p.level for p in people]}
    for place, item in enumerate(STATEMENTS):
        columns[item.lower()] = [CODES.get(p.answers[place], float("nan")) for p in people]
    columns["c"] = [p.comment for p in people]
    pyreadstat.write_sav(
        pd.DataFrame(columns),
        path,
        column_labels={"org": PARTNER, "niv": LEVEL, "c": OPEN, "s1": STATEMENTS["S1"][:26]},
        variable_value_labels={"org": {code: name for name, code in partners.items()}}
        | {item.lower(): {code: label for label, code in CODES.items()} for item in STATEMENTS},
        missing_ranges={item.lower(): [9.0] for item in STATEMENTS},
    )
    return path


def typeform(people: Sequence[Person], path: Path) -> Path:
    """Write a question with two options between level and statements, as columns of the options alone."""
    asked = ["email", PARTNER, "Other", LEVEL, "By mail", "By phone", *STATEMENTS.values(), OPEN]
    header = ["#", *asked, "Start Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags"]
    sent = ["2024-05-01 09:00:00", "29-12-2018 23:46"]
    rows = [
        [f"#{n}", p.mail, p.partner, "", p.level, "By mail", "", *p.answers, p.comment, *sent, f"net{n}", ""]
        for n, p in enumerate(people)
    ]
    return written(path, [header, *rows])


def kobo(people: Sequence[Person], path: Path) -> Path:
    """Write labels, with an abandoned copy of the first statement, and separated by semicolons."""
    asked = ["E-mail", PARTNER, LEVEL, *(f"{STEM}/{text}" for text in STATEMENTS.values()), OPEN]
    header = ["start", *asked, f"{STEM}/{STATEMENTS['S1']}", "_id", "_uuid", "_submission_time", "_index"]
    rows = [
        ["2024-05-01T09:00:00", p.mail, *p.cells, "", str(n), f"uuid{n}", "2024-05-01T09:10:00", str(n + 1)]
        for n, p in enumerate(people)
    ]
    path.write_bytes(records_as_csv([header, *rows], delimiter=";"))
    return path


def odk(people: Sequence[Person], path: Path) -> Path:
    """Write names for headings and answers, statements in a group."""
    header = ["SubmissionDate", "email", "PARTNER", "LEVEL", *(f"grid-{s}" for s in STATEMENTS), "C1"]
    rows = [
        ["2024-05-01", p.mail, *(named(text) for text in p.cells[:-1]), p.comment, f"uuid:{n}", f"uuid:{n}"]
        for n, p in enumerate(people)
    ]
    return written(path, [[*header, "meta-instanceID", "KEY"], *rows])


def named(label: str) -> str:
    return label.replace("'", "").replace(" ", "_").lower()


def redcap(people: Sequence[Person], path: Path) -> Path:
    """Write labels; without events and dictionary."""
    asked = [PARTNER, LEVEL, *STATEMENTS.values(), OPEN]
    header = ["Record ID", "Survey Identifier", "Survey Timestamp", *asked]
    rows = [[str(n), p.mail, "2024-05-01 09:10:00", *p.cells, "Complete"] for n, p in enumerate(people)]
    return written(path, [[*header, "Complete?"], *rows])


def plain_table(people: Sequence[Person], path: Path) -> Path:
    header = ["respnr", "e-mail", "partner", "level", *STATEMENTS, "C1"]
    return written(path, [header, *([str(n), p.mail, *p.cells] for n, p in enumerate(people))])
