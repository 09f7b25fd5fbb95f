from __future__ import annotations

from dataclasses import replace

import pyreadstat
import pytest

from alliance_analytics.intake.platforms.answers_to_write import codes_in_order
from alliance_analytics.intake.platforms.spss.writer import write

KINDS = ("response", "duplicate", "response", "empty", "response")
REVERSED = codes_in_order(5, first_special=8, reverse=True)


@pytest.fixture
def survey(make_survey):
    return make_survey(KINDS, mail=False, codes=REVERSED)


def test_labels_say_what_a_number_means(survey, tmp_path):
    write(survey, tmp_path / "s.sav")
    _, meta = pyreadstat.read_sav(tmp_path / "s.sav")
    first = survey.instrument.scored[0]
    assert meta.column_names_to_labels[first.id] == first.asked("en")
    labels = meta.variable_value_labels[first.id]
    assert (labels[1.0], labels[5.0], labels[8.0]) == ("Strongly agree", "Strongly disagree", "Don't know")
    assert meta.variable_value_labels["LEVEL"] == {1.0: "Strategic", 2.0: "Tactical", 3.0: "Operational"}


def test_no_usable_answer_is_declared_user_missing(survey, tmp_path):
    write(survey, tmp_path / "s.sav")
    second = survey.instrument.scored[1].id
    frame, meta = pyreadstat.read_sav(tmp_path / "s.sav", user_missing=True)
    assert frame[second].iloc[0] == 8.0
    assert [part["lo"] for part in meta.missing_ranges[second]] == [8.0, 9.0]
    assert pyreadstat.read_sav(tmp_path / "s.sav")[0][second].isna().iloc[0]


def test_without_codes_the_points_count_up(make_survey, tmp_path):
    survey = make_survey(mail=False)
    write(survey, tmp_path / "s.sav")
    _, meta = pyreadstat.read_sav(tmp_path / "s.sav")
    assert meta.variable_value_labels["P1a"][1.0] == "Strongly disagree"


def test_a_typed_name_is_a_category_of_its_own(survey, tmp_path):
    typed = replace(survey, records=(replace(survey.records[0], partner="Zoon"), *survey.records[1:]))
    write(typed, tmp_path / "s.sav")
    frame, meta = pyreadstat.read_sav(tmp_path / "s.sav")
    assert meta.variable_value_labels["PARTNER"][frame["PARTNER"].iloc[0]] == "Zoon"


def test_what_is_written_is_read_back_without_persons(survey, expect_read_back, tmp_path):
    write(survey, tmp_path / "s.sav")
    assert expect_read_back(replace(survey, codes=None), tmp_path / "s.sav").responses["person"].isna().all()


def test_the_same_survey_gives_the_same_bytes(survey, tmp_path, monkeypatch):
    write(survey, tmp_path / "a.sav")
    content = bytearray((tmp_path / "a.sav").read_bytes())
    assert content[92:109] == b"07 May 2413:15:02"
    write(survey, tmp_path / "b.sav")
    assert (tmp_path / "b.sav").read_bytes() == bytes(content)
