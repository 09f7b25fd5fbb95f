from __future__ import annotations

import csv

import pytest

from alliance_analytics.intake.platforms.answers_to_write import codes_in_order
from alliance_analytics.intake.platforms.odk.writer import option_name, write

KINDS = ("response", "duplicate", "response", "empty", "response")


def records(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_names_stand_for_questions_and_for_answers(make_survey, tmp_path):
    survey = make_survey(KINDS)
    write(survey, tmp_path / "o.csv")
    heading, first, *_ = records(tmp_path / "o.csv")
    assert heading[0] == "SubmissionDate"
    assert heading[7] == f"statements-{survey.instrument.scored[0].id}"
    assert (first[4], first[7], first[8]) == ("brug_zoon", "strongly_disagree", "dont_know")
    assert first[heading.index("KEY")] == first[heading.index("meta-instanceID")]


@pytest.mark.parametrize(
    ("label", "name"),
    [("Mee eens", "mee_eens"), ("Niet eens, niet oneens", "niet_eens_niet_oneens"), ("", "")],
)
def test_an_option_is_named_by_its_words(label, name):
    assert option_name(label) == name


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("mail", [True, False])
def test_what_is_written_is_read_back(language, mail, make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, language, mail=mail)
    write(survey, tmp_path / "o.csv")
    got = expect_read_back(survey, tmp_path / "o.csv")
    assert got.platform == "odk"
    assert got.responses["person"].notna().all() == mail


def test_numbers_are_read_back_when_the_settings_declare_them(make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, codes=codes_in_order(5, first_special=8, reverse=True))
    write(survey, tmp_path / "o.csv")
    expect_read_back(survey, tmp_path / "o.csv")


def test_a_partner_of_ones_own_is_typed_beside_the_choice(make_survey, with_partner, tmp_path):
    write(with_partner(make_survey(), 1, "Bridge & Son"), tmp_path / "o.csv")
    assert records(tmp_path / "o.csv")[2][4:6] == ["other", "Bridge & Son"]
