from __future__ import annotations

import csv

import pytest

from alliance_analytics.intake.platforms.answers_to_write import codes_in_order
from alliance_analytics.intake.platforms.surveymonkey.writer import BLANK_RECORDS, write

KINDS = ("response", "duplicate", "response", "empty", "response")


def records(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_the_question_stands_only_above_its_first_column(make_survey, tmp_path):
    survey = make_survey(KINDS)
    write(survey, tmp_path / "s.csv")
    questions, options = records(tmp_path / "s.csv")[:2]
    statements = len(survey.instrument.scored)
    assert questions[:2] == ["Respondent ID", "Collector ID"]
    assert questions[11] == survey.stem
    assert set(questions[12 : 11 + statements]) == {""}
    assert options[:11] == [""] * 9 + ["Response"] * 2
    assert options[11] == survey.instrument.scored[0].asked("en")
    assert options[-4:] == ["Open-Ended Response"] * 4


def test_blank_records_trail_the_answers(make_survey, tmp_path):
    write(make_survey(KINDS), tmp_path / "s.csv")
    rows = records(tmp_path / "s.csv")[2:]
    assert len(rows) == len(KINDS) + BLANK_RECORDS
    assert not any(cell for row in rows[len(KINDS) :] for cell in row)


def test_an_empty_form_keeps_its_respondent(make_survey, tmp_path):
    write(make_survey(KINDS), tmp_path / "s.csv")
    row = records(tmp_path / "s.csv")[2 + KINDS.index("empty")]
    assert row[0].isdigit()
    assert not any(row[9:])


def test_what_is_written_is_read_back(make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS)
    write(survey, tmp_path / "s.csv")
    assert expect_read_back(survey, tmp_path / "s.csv").responses["person"].notna().all()


def test_the_same_survey_gives_the_same_bytes(make_survey, tmp_path):
    for name in ("a.csv", "b.csv"):
        write(make_survey(KINDS), tmp_path / name)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("headers", [1, 2, 3])
@pytest.mark.parametrize("expanded", [False, True])
@pytest.mark.parametrize("codes", [None, codes_in_order(5, first_special=6, reverse=True)])
def test_every_layout_is_read_back(
    headers, expanded, codes, language, make_survey, expect_read_back, read_export, tmp_path
):
    survey = make_survey(KINDS, language, codes=codes)
    write(survey, tmp_path / "s.csv", headers=headers, expanded=expanded)
    assert expect_read_back(survey, tmp_path / "s.csv").platform == "surveymonkey"
    assert read_export(tmp_path / "s.csv").header_records == headers


def test_an_expanded_statement_has_a_column_for_each_answer(make_survey, tmp_path):
    survey = make_survey(KINDS)
    write(survey, tmp_path / "s.csv", expanded=True)
    _, options, first, *_ = records(tmp_path / "s.csv")
    labels = [*survey.labels.values()]
    text = survey.instrument.scored[0].asked("en")
    assert options[11:18] == [f"{text} - {label}" for label in labels]
    assert [cell for cell in first[11:18] if cell] == [survey.cell(0, survey.instrument.scored[0].id)]
