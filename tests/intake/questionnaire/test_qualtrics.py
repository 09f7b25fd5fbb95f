"""Checked by a small reader of the documented tags; what comes back is SIMULATED.

The tags: Qualtrics support, *Preparing an Advanced Format TXT file*.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.intake.platforms.csv_records import write_csv
from alliance_analytics.intake.platforms.qualtrics.writer import METADATA
from alliance_analytics.intake.questionnaire.form import Form, Question
from alliance_analytics.intake.questionnaire.making import make_form
from alliance_analytics.intake.questionnaire.qualtrics import qualtrics
from alliance_analytics.model.instruments import default_instrument

TAG = re.compile(r"\[\[(?P<name>[A-Za-z]+)(?::(?P<value>[^\[\]]+))?\]\]")
KINDS = {"DB", "TE:SingleLine", "TE:Essay", "MC:SingleAnswer:Vertical", "Matrix:SingleAnswer"}
BEFORE = {"Choices": {"Matrix"}, "AdvancedChoices": {"MC"}, "AdvancedAnswers": {"Matrix"}}


@dataclass
class Asked:
    """A question as the tags have it."""

    kind: str
    id: str = ""
    text: list[str] = field(default_factory=list)
    choices: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)


def tags(content: bytes) -> list[list[Asked]]:
    """Return the questions of each block, by the documented rules; fail where one is broken."""
    first, *lines = content.decode().split("\n")
    assert first == "[[AdvancedFormat]]"
    blocks: list[list[Asked]] = []
    part, code = "", ""
    for line in filter(None, lines):
        tag = TAG.fullmatch(line)
        if not tag:
            assert "[[" not in line
            _take(blocks[-1][-1], part, code, line)
            continue
        name, value = tag["name"], tag["value"] or ""
        if name == "Block":
            blocks.append([])
        elif name == "Question":
            assert value in KINDS
            blocks[-1].append(Asked(value))
            part = "Question"
        elif name == "ID":
            assert part == "Question"
            assert not blocks[-1][-1].text
            blocks[-1][-1].id = value
        elif name in BEFORE:
            assert blocks[-1][-1].kind.split(":")[0] in BEFORE[name]
            part, code = name, ""
        elif name in {"Choice", "Answer"}:
            assert part == f"Advanced{name}s"
            assert value.isdigit()
            code = value
        else:
            assert name == "PageBreak"
    asked = [question for block in blocks for question in block]
    assert len({question.id for question in asked}) == len(asked)
    assert all(question.text and question.id for question in asked)
    assert all(blocks)
    return blocks


def _take(question: Asked, part: str, code: str, line: str) -> None:
    if part == "Question":
        question.text.append(line)
    elif part == "AdvancedAnswers":
        assert code not in question.answers
        question.answers[code] = line
    else:
        key = code or str(len(question.choices) + 1)
        assert key not in question.choices
        question.choices[key] = line


@pytest.fixture(scope="module")
def form(partners: tuple[str, ...]) -> Form:
    return make_form(default_instrument(), partners=partners)


def test_the_tags_hold_every_question(form: Form) -> None:
    blocks = tags(qualtrics(form))
    assert len(blocks) == 1 + 13 + 1
    rows = [
        text
        for block in blocks
        for question in block
        if question.answers
        for text in question.choices.values()
    ]
    assert rows == [statement.texts["en"] for statement in form.statements]
    plain = [question for block in (blocks[0], blocks[-1]) for question in block]
    assert [question.id for question in plain] == [
        *("INTRODUCTION", "PARTNER", "LEVEL", "OWN_WORDS", "C1", "C2", "C3", "C4"),
    ]
    assert "at least 5 people" in plain[0].text[0]


def test_a_matrix_numbers_its_answers(form: Form) -> None:
    (matrix,) = tags(qualtrics(form))[1]
    assert matrix.kind == "Matrix:SingleAnswer"
    assert matrix.answers == {
        "1": "Strongly disagree",
        "2": "Disagree",
        "3": "Neither agree nor disagree",
        "4": "Agree",
        "5": "Strongly agree",
        "98": "Don't know",
    }


def test_the_base_language_is_written() -> None:
    blocks = tags(qualtrics(make_form(default_instrument(), language="nl")))
    assert blocks[1][0].text == ["In hoeverre bent u het hiermee eens?"]
    assert blocks[0][1].kind == "TE:SingleLine"


def test_nothing_typed_becomes_a_tag_or_a_text_to_fill_in() -> None:
    form = make_form(default_instrument(), partners=["[[PageBreak]]", "A <b> & ${e://Field/x}"])
    partner = tags(qualtrics(form))[0][1]
    assert [html.unescape(choice) for choice in partner.choices.values()] == [
        "[[PageBreak]]",
        "A <b> & ${e://Field/x}",
    ]
    assert not any("<b>" in choice or "${" in choice for choice in partner.choices.values())


@pytest.mark.parametrize("name", ["Q 1", "Q]]", "block2", "introduction"])
def test_an_id_that_is_no_tag_is_refused(form: Form, name: str) -> None:
    broken = Form(**(vars(form) | {"open_questions": (Question(name, {"en": "Text."}),)}))
    with pytest.raises(ModelError) as error:
        qualtrics(broken)
    assert error.value.found == name


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_comes_back_is_read_without_a_mapping(
    language, tmp_path, partners, simulate, expect_read_back
) -> None:
    form = make_form(default_instrument(), language=language, partners=partners)
    people = simulate(form)
    path = exported(tags(qualtrics(form)), form, people, tmp_path / "survey.csv")
    assert expect_read_back(path, people).platform == "qualtrics"


def exported(blocks: list[list[Asked]], form: Form, people: list, path: Path) -> Path:
    """Write simulated answers as choice text below the three header records of the platform."""
    ids = {
        html.escape(statement.texts[form.languages[0]], quote=False): statement.id
        for statement in form.statements
    }
    columns = [(tag, text, identity) for tag, text, identity in METADATA]
    records = [["2024-05-07 09:03:02"] * 2 + ["IP Address", "", "100", "600", "True"] for _ in people]
    records = [[*record, *[""] * (len(METADATA) - len(record))] for record in records]
    asked = [question for block in blocks for question in block if question.kind != "DB"]
    for number, question in enumerate(asked, start=1):
        for place, row in question.choices.items() if question.answers else [("", "")]:
            code = ids[row] if row else question.id
            tag = f"{question.id}_{place}" if row else question.id
            text = f"{question.text[0]} - {row}" if row else question.text[0]
            columns.append((tag, html.unescape(text), f"QID{number}" + (f"_{place}" if row else "")))
            shown = question.answers or question.choices
            for person, record in zip(people, records, strict=True):
                option = person.chosen.get(code)
                cell = html.unescape(shown[str(option.number)]) if option else person.written.get(code, "")
                record.append(cell)
    headers = [[column[0] for column in columns], [column[1] for column in columns]]
    write_csv(path, [*headers, [f'{{"ImportId":"{column[2]}"}}' for column in columns], *records])
    return path
