"""What comes back is SIMULATED: the form's own names and labels, in the layouts of KoboToolbox and ODK."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pyxform.xls2xform import convert

from alliance_analytics.errors import ModelError
from alliance_analytics.intake.questionnaire.form import Form, Question
from alliance_analytics.intake.questionnaire.making import make_form
from alliance_analytics.intake.questionnaire.xlsform import xlsform
from alliance_analytics.model.instruments import default_instrument

Record = dict[str, str]


def sheet(content: bytes, name: str) -> list[Record]:
    """Return the filled cells of a sheet, one dictionary a row."""
    heads, *rows = openpyxl.load_workbook(BytesIO(content))[name].iter_rows(values_only=True)
    return [{head: cell for head, cell in zip(heads, row, strict=True) if cell is not None} for row in rows]


@pytest.mark.parametrize(
    "options", [{}, {"language": "en"}, {"language": "nl"}, {"partners": ("A & B", "C <d>")}]
)
def test_the_reference_reader_converts_it_without_a_warning(options: dict[str, object]) -> None:
    warnings: list[str] = []
    form = make_form(default_instrument(), **options)
    converted = convert(xlsform(form), warnings=warnings, file_type=".xlsx")
    assert warnings == []
    names = {question.id for question in form.questions}
    assert names <= {element["name"] for group in converted._pyxform["children"] for element in flat(group)}


def flat(element: dict[str, object]) -> list[dict[str, object]]:
    return [element, *(inner for child in element.get("children", []) for inner in flat(child))]


def test_both_languages_stand_in_one_form() -> None:
    rows = {row.get("name"): row for row in sheet(xlsform(make_form(default_instrument())), "survey")}
    assert rows["P1a"]["type"] == "select_one agreement"
    assert rows["P1a"]["appearance"] == "likert"
    assert rows["P1a"]["label::English (en)"].startswith("Our leaders")
    assert rows["P1a"]["label::Nederlands (nl)"].startswith("Onze leiding")
    assert rows["C1"]["type"] == "text"
    assert rows["group_page_1"]["label::English (en)"] == "Statements 1 to 4 of 56. How far do you agree?"
    assert "at least 5 people" in rows["introduction"]["label::English (en)"]


def test_one_language_leaves_no_column_of_another() -> None:
    content = xlsform(make_form(default_instrument(), language="nl"))
    assert not any("English" in column for row in sheet(content, "survey") for column in row)
    assert sheet(content, "settings")[0]["default_language"] == "Nederlands (nl)"


def test_every_group_that_opens_closes() -> None:
    kinds = [row["type"] for row in sheet(xlsform(make_form(default_instrument())), "survey")]
    assert kinds.count("begin_group") == kinds.count("end_group") == 15


def test_an_id_that_names_no_question_is_refused() -> None:
    form = make_form(default_instrument())
    broken = Form(**(vars(form) | {"open_questions": (Question("1st", {"en": "Text.", "nl": "Tekst."}),)}))
    with pytest.raises(ModelError) as error:
        xlsform(broken)
    assert error.value.found == "1st"


def exported(
    content: bytes, people: list, heading: Callable[[str, Record], str], by_label: str
) -> list[Record]:
    """Return the answers as records, below names or labels, as the sheets of the form have them."""
    choices = {(row["list_name"], row["name"]): row for row in sheet(content, "choices")}
    records: list[Record] = [{} for _ in people]
    group: Record = {}
    for row in sheet(content, "survey"):
        group = row if row["type"] == "begin_group" else group
        if row["type"].split()[0] not in {"select_one", "text"}:
            continue
        for person, record in zip(people, records, strict=True):
            option = person.chosen.get(row["name"])
            cell = person.written.get(row["name"], "")
            if option:
                choice = choices[row["type"].split()[1], option.name]
                cell = choice[by_label] if by_label else choice["name"]
            record[heading(group, row)] = cell
    return records


KOBO = {"_id": "402117", "_uuid": "u-{}", "_submission_time": "2024-11-28T10:33:50", "_index": "{}"}
ODK = {"SubmissionDate": "2024-11-28T10:33:50.112Z", "KEY": "uuid:{}", "ReviewState": ""}


def saved(path: Path, records: list[Record], own: Record, delimiter: str) -> Path:
    rows = [
        {name: value.format(place) for name, value in own.items()} | record
        for place, record in enumerate(records)
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def name(group: Record, row: Record) -> str:
    return row["name"]


@pytest.mark.parametrize(
    ("platform", "heading", "label", "own", "delimiter"),
    [
        ("kobo", name, "", KOBO, ";"),
        ("kobo", lambda group, row: f"{group['name']}/{row['name']}", "", KOBO, ";"),
        ("kobo", lambda group, row: row["label::English (en)"], "label::English (en)", KOBO, ";"),
        ("kobo", lambda group, row: row["label::Nederlands (nl)"], "label::Nederlands (nl)", KOBO, ","),
        ("odk", lambda group, row: f"{group['name']}-{row['name']}", "", ODK, ","),
        ("odk", name, "", ODK, ","),
    ],
)
def test_what_comes_back_is_read_without_a_mapping(
    platform, heading, label, own, delimiter, tmp_path, partners, simulate, expect_read_back
) -> None:
    form = make_form(default_instrument(), partners=partners)
    people = simulate(form)
    records = exported(xlsform(form), people, heading, label)
    got = expect_read_back(saved(tmp_path / "answers.csv", records, own, delimiter), people)
    assert got.platform == platform
