"""Exports described from their files: every layout that is read, tables, and hostile ones."""

import json

import pandas as pd
import pyreadstat
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.description.as_json import as_json
from alliance_analytics.intake.description.described import Scale
from alliance_analytics.intake.description.describing import describe

AGREEMENT = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
CODED = ("spss",)
ITEMS = {"S1", "S2", "S3", "O1"}


def role(description, name):
    return next(column.role for column in description.columns if column.name == name)


def scale(description, name):
    return next(column.scale for column in description.columns if column.name == name)


@pytest.fixture
def crowd(person):
    """Fifteen people who give every answer, and one comment each."""
    answers = [[AGREEMENT[(row * (column + 1)) % 5] for column in range(4)] for row in range(15)]
    return [
        person(
            tuple(given),
            f"person{row}@example.org",
            ("North Bank", "South Bank")[row % 2],
            comment=f"Word {row}.",
        )
        for row, given in enumerate(answers)
    ]


def test_one_survey_is_described_alike_in_every_layout(layouts, crowd, instrument, tmp_path):
    for name, (platform, write) in layouts.items():
        found = describe(write(crowd, tmp_path / "export"), instrument=instrument)
        assert (name, found.platform) == (name, platform)
        assert (name, found.records, found.people, found.responses) == (name, 15, 15, 15)
        assert (name, {column.item for column in found.answers}) == (name, ITEMS)
        assert (name, {column.scale.points for column in found.answers}) == (name, {5})
        direction = "descending" if name in CODED else "ascending"
        assert (name, {column.scale.direction for column in found.answers}) == (name, {direction})


def test_no_layout_gives_its_people_away(layouts, crowd, instrument, tmp_path):
    for name, (_, write) in layouts.items():
        told = json.dumps(as_json(describe(write(crowd, tmp_path / "export"), instrument=instrument)))
        traces = ("person1@", "Word 1.", "A Name", "192.0.2", "1111477", "R_1")
        assert (name, [trace for trace in traces if trace in told]) == (name, [])


def test_numbers_without_labels_are_answers_in_no_direction(described, repeated, instrument):
    asked = [item.wording["en"] for item in instrument.scored]
    found = described({text: repeated("1", "5", "3", "8") for text in asked}, instrument=instrument)
    assert {column.item for column in found.answers} == ITEMS
    assert {column.scale for column in found.answers} == {Scale((), None, "unknown")}
    assert "could not be read" in found.problems[0].found


def test_records_are_left_out_as_in_a_wave(layouts, people, instrument, person, tmp_path):
    _, write = layouts["qualtrics"]
    found = describe(
        write([*people, people[0], person(("",) * 4, "d@example.org")], tmp_path / "x"), instrument=instrument
    )
    assert (found.records, found.responses) == (5, 3)
    assert found.excluded == {"duplicate": 1, "empty": 1}


def test_declared_labels_tell_direction_and_missing_codes(tmp_path):
    path = tmp_path / "x.sav"
    frame = pd.DataFrame(
        {"Q1": [1.0, 2, 5, 8, 9] * 3, "Q2": [5.0, 4, 1, 2, 3] * 3, "weight": [0.4, 1.2, 1, 1, 1] * 3}
    )
    down = dict(enumerate(reversed(AGREEMENT), 1)) | {8: "I don't know", 9: "Refused"}
    ends = {1: "Completely disagree", 5: "Completely agree"}
    pyreadstat.write_sav(
        frame,
        path,
        column_labels=["We meet.", "We talk.", "Weight factor"],
        variable_value_labels={"Q1": down, "Q2": ends},
        missing_ranges={"Q1": [9]},
    )
    found = describe(path)
    assert scale(found, "Q1") == Scale(AGREEMENT, 5, "descending", ("8", "9"))
    assert scale(found, "Q2") == Scale(("Completely disagree", "Completely agree"), 5, "ascending")
    assert role(found, "weight") != "answer"
    assert found.encoding == "sav"


def test_a_table_has_the_roles_of_its_columns(described, repeated):
    found = described(
        {
            "Mail": [f"p{n}@example.org" for n in range(40)],
            "How safe do you feel?": repeated("Very safe", "Quite safe", "Quite unsafe", "Don't know"),
            "Town": repeated("Paris", "Rome", "Oslo"),
            "Why?": [f"because of my {chr(97 + n % 26)}{chr(97 + n // 26)} thing" for n in range(40)],
            "Age": repeated("23", "45", "67"),
        }
    )
    assert [column.role for column in found.columns] == ["identifier", "answer", "choice", "comment", "other"]
    assert found.columns[1].scale == Scale(
        ("Very unsafe", "Quite unsafe", "Quite safe", "Very safe"), 4, "ascending", ("Don't know",)
    )


def test_strange_texts_in_a_column_of_answers_stay_secret(described, repeated):
    answers = [*repeated(*AGREEMENT), "ann@example.org", "Marjan de Boer", "0612345678", "stronlgy agree"]
    found = described({"We meet; ask jan@example.org": answers})
    told = json.dumps(as_json(found), ensure_ascii=False)
    assert [trace for trace in ("ann@", "Marjan", "0612", "jan@") if trace in told] == []
    assert {problem.found for problem in found.problems} >= {"text, 15 characters", "stronlgy agree"}


def test_a_scale_is_as_long_as_the_file_shows(described, repeated):
    found = described(
        {
            "We meet.": repeated(*AGREEMENT, cells=20),
            "We talk.": repeated("Agree", "Disagree", "Strongly agree", cells=20),
            "We eat.": repeated("Agree", cells=20),
        }
    )
    assert {column.scale.points for column in found.answers} == {5}
    assert {column.scale.labels for column in found.answers} == {AGREEMENT}


def test_scales_of_two_lengths_are_told(described, repeated):
    found = described({"A": repeated(*AGREEMENT), "B": repeated(*(a for a in AGREEMENT if a != "Neutral"))})
    assert [column.scale.points for column in found.columns] == [5, 4]
    assert [problem.found for problem in found.problems] == ["agreement: 4 and 5 points"]


def test_a_turned_copy_is_told(described):
    asked = ["1", "2", "5", "4", "3", "5", "1", "4"] * 3
    turned = [str(6 - int(answer)) for answer in asked]
    found = described({"op1": asked, "op2": list(reversed(asked)), "Rop1": turned})
    assert [problem.column for problem in found.problems] == ["Rop1"]


def test_words_in_the_place_of_numbers_are_told(described, repeated):
    found = described({"How was it, from 1 to 10?": repeated("9", "8", "7", "6", "Fantastic")})
    assert found.columns[0].scale == Scale((), 10, "unknown")
    assert found.problems[0].found == "Fantastic"


def test_a_grid_that_is_written_out_comes_once(described):
    options = {
        f"We meet - {label}": ["x" if n % 5 == p else "" for n in range(40)]
        for p, label in enumerate(AGREEMENT)
    }
    found = described({"Town": ["Oslo", "Rome"] * 20} | options | {"Age": ["40", "50"] * 20})
    assert [(column.name, column.role) for column in found.columns] == [
        ("Town", "choice"),
        ("We meet", "answer"),
        ("Age", "other"),
    ]


def test_an_unknown_layout_is_a_table_and_said_to_be(tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n3,4\n", encoding="utf-8")
    guessed, named = describe(tmp_path / "x.csv"), describe(tmp_path / "x.csv", platform="table")
    assert guessed.platform == named.platform == "table"
    assert "name it: --platform" in guessed.problems[0].action
    assert guessed.problems[1:] == named.problems


def test_a_platform_that_the_file_contradicts_is_refused(layouts, people, tmp_path):
    path = layouts["qualtrics"][1](people, tmp_path / "x.csv")
    with pytest.raises(ExportError, match="not an export of the platform"):
        describe(path, platform="limesurvey")


def test_headers_alone_are_described_too(described):
    found = described({"We meet.": [], "Town": []})
    assert (found.records, found.responses, [column.role for column in found.columns]) == (
        0,
        0,
        ["other"] * 2,
    )


def test_codes_that_nothing_explains_are_told(tmp_path):
    path = tmp_path / "redcap.csv"
    path.write_text("record_id,s1,s2,survey_complete\n1,2,3,2\n2,4,1,2\n", encoding="utf-8")
    told = [problem for problem in describe(path).problems if problem.found == "codes without labels"]
    assert [problem.allowed for problem in told] == [
        "the project's data dictionary, as a CSV beside the export"
    ]


def test_headings_alone_are_told_to_hold_nobody(tmp_path, instrument):
    (tmp_path / "x.csv").write_text("respnr,S1,S2,S3\n", encoding="utf-8")
    found = describe(tmp_path / "x.csv", instrument=instrument)
    assert (found.records, found.responses) == (0, 0)
    assert "no record below the headings" in [problem.found for problem in found.problems]
