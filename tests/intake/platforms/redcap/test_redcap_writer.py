from __future__ import annotations

import csv

import pytest

from alliance_analytics.intake.platforms.answers_to_write import codes_in_order
from alliance_analytics.intake.platforms.redcap.writer import DICTIONARY, dictionary_path, write
from alliance_analytics.intake.survey import SurveySettings, read_survey

KINDS = ("response", "duplicate", "test", "response", "unfinished", "opened_only", "empty", "response")
CODES = codes_in_order(5, first_special=8, reverse=True)


def records(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_codes_stand_under_names_and_labels_under_questions(make_survey, tmp_path):
    coded, labelled = make_survey(KINDS, codes=CODES), make_survey(KINDS)
    write(coded, tmp_path / "c.csv")
    write(labelled, tmp_path / "l.csv")
    item = coded.instrument.scored[0]
    heading, first, *_ = records(tmp_path / "c.csv")
    assert (heading[0], heading[6], heading[-1]) == (
        "record_id",
        item.id.casefold(),
        "partner_survey_complete",
    )
    assert (first[6], first[7], first[-1]) == ("5", "8", "2")
    heading, first, *_ = records(tmp_path / "l.csv")
    assert (heading[0], heading[6], heading[-1]) == ("Record ID", item.asked("en"), "Complete?")
    assert (first[6], first[-1]) == ("Strongly disagree", "Complete")


def test_the_dictionary_lies_beside_codes_and_not_beside_labels(make_survey, tmp_path):
    write(make_survey(KINDS), tmp_path / "l.csv")
    assert not dictionary_path(tmp_path / "l.csv").exists()
    write(make_survey(KINDS, codes=CODES), tmp_path / "c.csv")
    heading, *fields = records(dictionary_path(tmp_path / "c.csv"))
    assert heading == list(DICTIONARY)
    assert {len(field) for field in fields} == {18}
    assert ["level", "1, Strategic | 2, Tactical | 3, Operational"] in [[f[0], f[5]] for f in fields]


def test_only_submitted_records_have_a_time(make_survey, tmp_path):
    write(make_survey(KINDS, codes=CODES), tmp_path / "c.csv")
    rows = records(tmp_path / "c.csv")[1:]
    left = [kind in ("unfinished", "opened_only") for kind in KINDS]
    assert [row[2] == "[not completed]" for row in rows] == [row[-1] == "0" for row in rows] == left


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("codes", [None, CODES], ids=["labels", "codes"])
def test_what_is_written_is_read_back(language, codes, make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, language, codes=codes)
    write(survey, tmp_path / "r.csv")
    got = expect_read_back(survey, tmp_path / "r.csv")
    assert got.platform == "redcap"
    assert got.responses["person"].notna().all()


def test_the_dictionary_alone_says_what_codes_mean(make_survey, tmp_path):
    survey = make_survey(KINDS, "nl", codes=CODES)
    write(survey, tmp_path / "r.csv")
    settings = SurveySettings(partners=survey.partners)
    got = read_survey(tmp_path / "r.csv", survey.instrument, settings, alliance="a", wave="w")
    kept = [row for row in survey.rows if survey.records[row].kind == "response"]
    items = list(survey.answers.columns)
    assert got.responses[items].equals(survey.answers.iloc[kept].reset_index(drop=True))
    assert list(got.responses["partner"]) == [survey.records[row].partner for row in kept]


def test_the_same_survey_gives_the_same_bytes(make_survey, tmp_path):
    for name in ("a.csv", "b.csv"):
        write(make_survey(KINDS), tmp_path / name)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
