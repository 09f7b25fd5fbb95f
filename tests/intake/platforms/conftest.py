"""A small survey to write in any layout, and a way to hold what is read back against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from alliance_analytics.intake.platforms import platform_of
from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite, Record, RecordKind
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.survey import SurveyIntake, SurveySettings, read_survey
from alliance_analytics.intake.table import read_table
from alliance_analytics.model.instruments import default_instrument

LABELS = {
    "en": ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"],
    "nl": ["Helemaal mee oneens", "Mee oneens", "Neutraal", "Mee eens", "Helemaal mee eens"],
}
SPECIAL = {
    "en": {"dont_know": "Don't know", "not_applicable": "Not applicable"},
    "nl": {"dont_know": "Weet ik niet", "not_applicable": "Niet van toepassing"},
}
PARTNERS = ("Brug & Zoon", "Eiland, het", "Third House")
UNTOUCHED = ("opened_only", "empty")

MakeSurvey = Callable[..., AnswersToWrite]


@pytest.fixture
def make_survey() -> MakeSurvey:
    """Return a function that makes a survey with one record of each kind asked for."""

    def make(
        kinds: tuple[RecordKind, ...] = ("response",) * 3,
        language: str = "en",
        *,
        mail: bool = True,
        codes: dict[str, int] | None = None,
    ) -> AnswersToWrite:
        instrument = default_instrument()
        items = [item.id for item in instrument.scored]
        answers = pd.DataFrame(
            [
                [(3 * row + row * place + place) % 5 + 1 for place in range(len(items))]
                for row in range(len(kinds))
            ],
            columns=items,
            dtype=float,
        )
        missing = pd.DataFrame("", index=answers.index, columns=items, dtype=object)
        missing.iloc[0, 1:4] = ["dont_know", "not_applicable", "blank"]
        for row, kind in enumerate(kinds):
            if kind in UNTOUCHED:
                missing.iloc[row] = "blank"
            if kind == "unfinished":
                missing.iloc[row, len(items) // 2 :] = "blank"
            if kind == "duplicate":
                answers.iloc[row], missing.iloc[row] = answers.iloc[row - 1], missing.iloc[row - 1]
        comments = pd.DataFrame("", index=answers.index, columns=["C1", "C2", "C3", "C4"], dtype=object)
        comments.loc[0, "C2"] = 'Good; "very" good,\nand on two lines'
        for row in (row for row, kind in enumerate(kinds) if kind == "duplicate"):
            comments.iloc[row] = comments.iloc[row - 1]
        return AnswersToWrite(
            instrument=instrument,
            language=language,
            stem="Say how far you agree.",
            partners=PARTNERS,
            labels={str(point): label for point, label in enumerate(LABELS[language], 1)} | SPECIAL[language],
            records=_records(kinds, mail),
            answers=answers.where(missing == ""),
            missing_kinds=missing,
            comments=comments,
            codes=codes,
        )

    return make


def _records(kinds: tuple[RecordKind, ...], mail: bool) -> tuple[Record, ...]:
    records: list[Record] = []
    for row, kind in enumerate(kinds):
        started = datetime(2024, 5, 7, 9, 3, 2) + timedelta(hours=row)
        record = Record(
            kind,
            partner="" if kind in UNTOUCHED else PARTNERS[row % 3],
            level="" if kind in UNTOUCHED else ("strategic", "tactical", "operational")[row % 3],
            started=started,
            submitted=started + timedelta(minutes=12),
            mail=f"person{row}@example.org" if mail else "",
            first_name=f"First{row}" if mail else "",
            family_name=f"Family{row}" if mail else "",
            address=f"192.0.2.{row + 1}",
        )
        if kind == "duplicate":
            first = records[-1]
            record = replace(
                record, partner=first.partner, level=first.level, mail=first.mail, address=first.address
            )
        records.append(record)
    return tuple(records)


@pytest.fixture
def with_partner() -> Callable[[AnswersToWrite, int, str], AnswersToWrite]:
    """Return a function that gives one record another partner, as written by hand."""

    def change(survey: AnswersToWrite, row: int, partner: str) -> AnswersToWrite:
        records = list(survey.records)
        records[row] = replace(records[row], partner=partner)
        return replace(survey, records=tuple(records))

    return change


@pytest.fixture
def read_export() -> Callable[[Path], Export]:
    """Return a function that reads a file by the platform that it is recognised to be of."""

    def read(path: Path) -> Export:
        table = read_table(path)
        platform = platform_of(table)
        assert platform is not None
        return platform.read(table)

    return read


ReadBack = Callable[[AnswersToWrite, Path], SurveyIntake]


@pytest.fixture
def expect_read_back() -> ReadBack:
    """Return a function that reads a file and fails unless it says what was written."""

    def expect(survey: AnswersToWrite, path: Path) -> SurveyIntake:
        got = read_survey(path, survey.instrument, _settings(survey), alliance="a", wave="w", link_key=b"key")
        kept = [row for row in survey.rows if survey.records[row].kind == "response"]
        items = list(survey.answers.columns)
        written = survey.answers.iloc[kept].reset_index(drop=True)
        pd.testing.assert_frame_equal(got.responses[items], written, check_dtype=False)
        kinds = survey.missing_kinds.iloc[kept].reset_index(drop=True)
        pd.testing.assert_frame_equal(got.missing_kinds[items], kinds, check_dtype=False)
        assert list(got.responses["partner"]) == [survey.records[row].partner for row in kept]
        assert list(got.responses["level"]) == [survey.records[row].level for row in kept]
        left_out = Counter(record.kind for record in survey.records if record.kind != "response")
        assert dict(got.excluded) == dict(left_out)
        assert set(got.comments["item"]) == {"C2"}
        return got

    return expect


def _settings(survey: AnswersToWrite) -> SurveySettings:
    if survey.codes is None:
        return SurveySettings(partners=PARTNERS, language=survey.language)
    return SurveySettings(
        partners=PARTNERS,
        language=survey.language,
        answer_codes={str(code): survey.labels[answer] for answer, code in survey.codes.items()},
        partner_codes={str(place): name for place, name in enumerate(PARTNERS, 1)},
        level_codes={"1": "strategic", "2": "tactical", "3": "operational"},
    )
