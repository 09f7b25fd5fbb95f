from __future__ import annotations

import csv

import pytest

from alliance_analytics.intake.platforms.google_forms.writer import BLANK_RECORDS, write

KINDS = ("response", "duplicate", "response", "response")


def records(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_time_and_headings_follow_the_language_of_the_owner(make_survey, tmp_path):
    write(make_survey(KINDS, "nl"), tmp_path / "nl.csv")
    heading, first = records(tmp_path / "nl.csv")[:2]
    assert heading[:2] == ["Tijdstempel", "E-mailadres"]
    assert first[0] == "7-5-2024 9:15:02"
    write(make_survey(KINDS, "en"), tmp_path / "en.csv")
    heading, first = records(tmp_path / "en.csv")[:2]
    assert heading[:2] == ["Timestamp", "Email Address"]
    assert first[0] == "5/7/2024 9:15:02"


def test_a_statement_stands_in_brackets_behind_its_question(make_survey, tmp_path):
    survey = make_survey(KINDS)
    write(survey, tmp_path / "g.csv")
    heading = records(tmp_path / "g.csv")[0]
    assert heading[4] == f"{survey.stem} [{survey.instrument.scored[0].asked('en')}]"


def test_a_form_that_asks_no_address_has_no_such_column(make_survey, expect_read_back, tmp_path):
    survey = make_survey(("response",) * 3, mail=False)
    write(survey, tmp_path / "g.csv")
    assert records(tmp_path / "g.csv")[0][1] == survey.asked("partner")
    assert expect_read_back(survey, tmp_path / "g.csv").responses["person"].isna().all()


def test_blank_records_pad_the_sheet(make_survey, tmp_path):
    write(make_survey(KINDS), tmp_path / "g.csv")
    rows = records(tmp_path / "g.csv")[1:]
    assert [any(row) for row in rows] == [True] * len(KINDS) + [False] * BLANK_RECORDS


def test_what_is_written_is_read_back(make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, "nl")
    write(survey, tmp_path / "g.csv")
    assert expect_read_back(survey, tmp_path / "g.csv").responses["person"].notna().all()


def test_the_same_survey_gives_the_same_bytes(make_survey, tmp_path):
    for name in ("a.csv", "b.csv"):
        write(make_survey(KINDS), tmp_path / name)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("route", ["sheet", "download", "workbook"])
def test_every_route_is_read_back(route, language, make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, language)
    write(survey, tmp_path / "g", route)
    assert expect_read_back(survey, tmp_path / "g").platform == "google-forms"


def test_the_download_writes_the_zone(make_survey, tmp_path):
    write(make_survey(KINDS), tmp_path / "g.csv", "download")
    assert records(tmp_path / "g.csv")[1][0] == "2024/05/07 9:15:02 AM GMT+1"


def test_the_same_workbook_has_the_same_bytes(make_survey, tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write(make_survey(KINDS), tmp_path / name, "workbook")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
