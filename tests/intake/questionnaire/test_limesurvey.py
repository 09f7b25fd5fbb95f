"""Checked by a small reader of the documented structure; what comes back is SIMULATED.

The structure: the LimeSurvey manual, *Tab Separated Value survey structure*.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.intake.platforms.csv_records import write_csv
from alliance_analytics.intake.platforms.limesurvey.writer import METADATA
from alliance_analytics.intake.questionnaire.form import Form, Question
from alliance_analytics.intake.questionnaire.limesurvey import COLUMNS, limesurvey
from alliance_analytics.intake.questionnaire.making import make_form
from alliance_analytics.model.instruments import default_instrument

CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,19}")
WITH_ANSWERS, WITH_PARTS, BARE = {"L", "F"}, {"F"}, {"S", "T"}


@dataclass
class Asked:
    """A question as the structure has it: its code and text, its sub-questions and its answers."""

    code: str
    kind: str
    text: str
    parts: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)


@dataclass
class Survey:
    """A structure as an import would understand it."""

    settings: dict[str, str]
    texts: dict[str, dict[str, str]]
    questions: dict[str, list[Asked]]


def structure(content: bytes) -> Survey:
    """Read a structure by the documented rules, and fail where it breaks one."""
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig")), delimiter="\t"))
    assert tuple(rows[0]) == COLUMNS
    survey = Survey({}, {}, {})
    group, shape = "", {}
    for row in rows:
        kind, name, text, language = row["class"], row["name"], row["text"], row["language"]
        assert kind in {"S", "SL", "G", "Q", "SQ", "A"}
        if kind == "S":
            assert not survey.texts
            survey.settings[name] = text
        elif kind == "SL":
            assert not survey.questions
            survey.texts.setdefault(language, {})[name] = text
        else:
            shape.setdefault(language, []).append((kind, row["type/scale"], "" if kind == "G" else name))
            if kind == "G":
                group = row["type/scale"]
                assert group.isdigit()
                assert name
            else:
                assert group
                _add(survey.questions.setdefault(language, []), row)
    languages = [survey.settings["language"], *survey.settings.get("additional_languages", "").split()]
    assert list(survey.texts) == list(survey.questions) == languages
    assert all(shape[language] == shape[languages[0]] for language in languages)
    return survey


def _add(questions: list[Asked], row: dict[str, str]) -> None:
    kind, name, text = row["class"], row["name"], row["text"]
    assert text
    if kind == "Q":
        assert CODE.fullmatch(name)
        assert name not in {question.code for question in questions}
        assert row["type/scale"] in WITH_ANSWERS | WITH_PARTS | BARE
        assert {row["mandatory"], row["other"]} <= {"Y", "N"}
        questions.append(Asked(name, row["type/scale"], text))
        return
    owner = questions[-1]
    known = owner.parts if kind == "SQ" else owner.answers
    assert owner.kind in (WITH_PARTS if kind == "SQ" else WITH_ANSWERS)
    assert re.fullmatch(r"[A-Za-z0-9]{1,20}" if kind == "SQ" else r"[A-Za-z0-9]{1,5}", name)
    assert row["type/scale"] == "0"
    assert name not in known
    known[name] = text


@pytest.fixture(scope="module")
def form(partners: tuple[str, ...]) -> Form:
    return make_form(default_instrument(), partners=partners)


def test_the_structure_holds_every_question_in_both_languages(form: Form) -> None:
    survey = structure(limesurvey(form))
    for language in ("en", "nl"):
        asked = survey.questions[language]
        wordings = {question.code: question.text for question in asked if question.kind != "F"}
        wordings |= {code: text for question in asked for code, text in question.parts.items()}
        assert wordings == {question.id: question.texts[language] for question in form.questions}
    assert survey.texts["nl"]["surveyls_title"] == "Jaarlijkse evaluatie van een alliantie"
    assert "at least 5 people" in survey.texts["en"]["surveyls_welcometext"]


def test_a_block_is_an_array_with_the_answers_as_numbers(form: Form) -> None:
    block = next(question for question in structure(limesurvey(form)).questions["en"] if question.kind == "F")
    assert list(block.parts) == ["P1a", "P1b", "P1c", "P1d"]
    assert list(block.answers.items())[-2:] == [("5", "Strongly agree"), ("98", "Don't know")]


def test_addresses_are_not_kept(form: Form) -> None:
    settings = structure(limesurvey(form)).settings
    assert settings["ipaddr"] == "N"
    assert settings["format"] == "G"


def test_one_language_has_no_others() -> None:
    settings = structure(limesurvey(make_form(default_instrument(), language="nl"))).settings
    assert settings["language"] == "nl"
    assert "additional_languages" not in settings


def test_a_typed_partner_is_a_short_text() -> None:
    partner = structure(limesurvey(make_form(default_instrument()))).questions["en"][0]
    assert (partner.code, partner.kind, partner.answers) == ("PARTNER", "S", {})


def test_no_text_becomes_a_formula_or_a_second_cell() -> None:
    form = make_form(default_instrument(), partners=['The {x} "House"\tGroup', "Two"], contact="{me}")
    survey = structure(limesurvey(form))
    assert survey.questions["en"][0].answers["1"] == 'The { x} "House" Group'
    assert "{ me}" in survey.texts["en"]["surveyls_welcometext"]


@pytest.mark.parametrize("name", ["P_1", "1a", "other", "BLOCK1", "a" * 21])
def test_an_id_that_is_no_code_is_refused(form: Form, name: str) -> None:
    broken = Form(**(vars(form) | {"open_questions": (Question(name, {"en": "Text.", "nl": "Tekst."}),)}))
    with pytest.raises(ModelError) as error:
        limesurvey(broken)
    assert error.value.found == name


HEADINGS: dict[str, Callable[[str, str], str]] = {
    "codes": lambda code, text: code,
    "texts": lambda code, text: text,
    "code. text": lambda code, text: f"{code}. {text}",
}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("heading", HEADINGS)
def test_what_comes_back_is_read_without_a_mapping(
    heading, language, form, tmp_path, simulate, expect_read_back
) -> None:
    people = simulate(form)
    path = exported(structure(limesurvey(form)), people, heading, language, tmp_path / "results.csv")
    assert expect_read_back(path, people).platform == "limesurvey"


def exported(survey: Survey, people: list, heading: str, language: str, path: Path) -> Path:
    """Write simulated answers, in full, as the survey would export them in one language."""
    own = [part.partition(". ")[:: 1 if heading == "code. text" else 2] for part in METADATA[language]]
    names = {"codes": 0, "texts": 1}
    heads = ["".join(part) if heading == "code. text" else part[names[heading]] for part in own]
    records = [
        [str(n + 7), "1980-01-01 00:00:00", "16", language, "", "", "", ""] for n in range(len(people))
    ]
    for question in survey.questions[language]:
        for code, text in question.parts.items() or [(question.code, question.text)]:
            whole = f"{question.code}[{code}]" if question.parts else code
            heads.append(HEADINGS[heading](whole, f"{question.text} [{text}]" if question.parts else text))
            for person, record in zip(people, records, strict=True):
                option = person.chosen.get(code)
                record.append(
                    question.answers[str(option.number)] if option else person.written.get(code, "")
                )
    write_csv(path, [heads, *records, [""]], delimiter=";", quote_all=True, encoding="utf-8-sig")
    return path
