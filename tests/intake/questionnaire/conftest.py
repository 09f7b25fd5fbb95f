"""SIMULATED respondents: nobody gave these answers, and no platform wrote the files made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from alliance_analytics.intake.questionnaire.form import Form, Option
from alliance_analytics.intake.survey import SurveyIntake, SurveySettings, read_survey
from alliance_analytics.model.instruments import default_instrument

PARTNERS = ("Brug & Zoon", "Third House B.V.", "Eiland, het")
COMMENT = 'Good; "very" good,\nand on two lines'
DONT_KNOW = 98


@dataclass(frozen=True)
class Respondent:
    """What a simulated respondent chose, by the id of the question; a comment is a text."""

    chosen: Mapping[str, Option]
    written: Mapping[str, str]


Simulate = Callable[[Form], Sequence[Respondent]]
ReadBack = Callable[[Path, Sequence[Respondent]], SurveyIntake]


@pytest.fixture(scope="session")
def partners() -> tuple[str, ...]:
    return PARTNERS


@pytest.fixture(scope="session")
def simulate() -> Simulate:
    """Return a function that simulates five respondents, with *don't know* and blanks among the answers."""

    def simulated(form: Form) -> list[Respondent]:
        return [_respondent(form, number) for number in range(5)]

    return simulated


def _respondent(form: Form, number: int) -> Respondent:
    chosen = {question.id: question.options[number % len(question.options)] for question in form.about}
    for place, statement in enumerate(form.statements):
        choice = (3 * number + place * (number + 1)) % (len(form.scale) + 1)
        if choice < len(form.scale):
            chosen[statement.id] = form.scale[choice]
    return Respondent(chosen, {form.open_questions[1].id: COMMENT} if number == 0 else {})


@pytest.fixture(scope="session")
def expect_read_back() -> ReadBack:
    """Return a function that reads a file with NO mapping, and fails unless it says what was simulated."""

    def expect(path: Path, people: Sequence[Respondent]) -> SurveyIntake:
        settings = SurveySettings(partners=PARTNERS)
        got = read_survey(path, default_instrument(), settings, alliance="a", wave="w")
        items = [item.id for item in default_instrument().scored]
        answers = pd.DataFrame([[_point(person, item) for item in items] for person in people], columns=items)
        pd.testing.assert_frame_equal(got.responses[items], answers, check_dtype=False)
        kinds = pd.DataFrame([[_kind(person, item) for item in items] for person in people], columns=items)
        pd.testing.assert_frame_equal(got.missing_kinds[items], kinds, check_dtype=False)
        assert list(got.responses["partner"]) == [
            PARTNERS[_number(person, "PARTNER") - 1] for person in people
        ]
        levels = list(default_instrument().levels)
        assert list(got.responses["level"]) == [levels[_number(person, "LEVEL") - 1] for person in people]
        assert got.comments[["item", "text"]].to_numpy().tolist() == [["C2", COMMENT]]
        assert not set(got.log["reason"]) & {"matched_loosely", "misspelt", "unreadable", "partner_unknown"}
        return got

    return expect


def _number(person: Respondent, question: str) -> int:
    return person.chosen[question].number


def _point(person: Respondent, item: str) -> float:
    option = person.chosen.get(item)
    return float("nan") if option is None or option.number == DONT_KNOW else float(option.number)


def _kind(person: Respondent, item: str) -> str:
    option = person.chosen.get(item)
    return "blank" if option is None else "dont_know" if option.number == DONT_KNOW else ""
