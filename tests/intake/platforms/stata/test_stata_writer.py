from __future__ import annotations

from dataclasses import replace

import pyreadstat
import pytest

from alliance_analytics.intake.platforms.answers_to_write import codes_in_order
from alliance_analytics.intake.platforms.stata.writer import LONGEST_LABEL, write

KINDS = ("response", "duplicate", "response", "empty", "response")
REVERSED = codes_in_order(5, first_special=8, reverse=True)


@pytest.fixture(params=["en", "nl"])
def survey(request, make_survey):
    return make_survey(KINDS, request.param, mail=False, codes=REVERSED)


def test_letters_say_why_there_is_no_answer(survey, tmp_path):
    write(survey, tmp_path / "s.dta")
    second = survey.instrument.scored[1].id
    frame, meta = pyreadstat.read_dta(tmp_path / "s.dta", user_missing=True)
    assert frame[second].iloc[0] == "d"
    assert meta.variable_value_labels[second]["d"] == survey.labels["dont_know"]
    assert meta.variable_value_labels[second][1] == survey.labels["5"]


def test_a_long_question_is_cut_short(survey, tmp_path):
    write(survey, tmp_path / "s.dta")
    _, meta = pyreadstat.read_dta(tmp_path / "s.dta")
    lengths = [len(label.encode()) for label in meta.column_labels if label]
    assert max(lengths) == LONGEST_LABEL


def test_what_is_written_is_read_back_without_persons(survey, expect_read_back, tmp_path):
    write(survey, tmp_path / "s.dta")
    got = expect_read_back(replace(survey, codes=None), tmp_path / "s.dta")
    assert got.platform == "stata"
    assert got.responses["person"].isna().all()


def test_without_codes_the_points_count_up(make_survey, expect_read_back, tmp_path):
    survey = make_survey(mail=False)
    write(survey, tmp_path / "s.dta")
    expect_read_back(survey, tmp_path / "s.dta")
    assert pyreadstat.read_dta(tmp_path / "s.dta")[1].variable_value_labels["P1a"][1] == "Strongly disagree"


def test_the_same_survey_gives_the_same_bytes(survey, tmp_path):
    write(survey, tmp_path / "s.dta")
    content = (tmp_path / "s.dta").read_bytes()
    assert b"07 May 2024 13:15" in content
    write(survey, tmp_path / "s.dta")
    assert (tmp_path / "s.dta").read_bytes() == content
