from __future__ import annotations

import csv

import pytest

from alliance_analytics.intake.platforms.kobo.writer import write

KINDS = ("response", "duplicate", "response", "empty", "response")


def records(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_the_platforms_columns_stand_around_the_labels(make_survey, tmp_path):
    survey = make_survey(KINDS, "nl")
    write(survey, tmp_path / "k.csv")
    heading, *rows = records(tmp_path / "k.csv")
    assert heading[:4] == ["start", "end", "deviceid", "E-mail"]
    assert heading[6] == f"{survey.stem}/{survey.instrument.scored[0].asked('nl')}"
    assert heading[-9:-7] == ["_uuid", "_submission_time"]
    assert [row[-1] for row in rows] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", ["k.csv", "k.xlsx"])
@pytest.mark.parametrize("mail", [True, False])
def test_what_is_written_is_read_back(language, name, mail, make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, language, mail=mail)
    write(survey, tmp_path / name)
    got = expect_read_back(survey, tmp_path / name)
    assert got.platform == "kobo"
    assert got.responses["person"].notna().all() == mail


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_same_survey_gives_the_same_bytes(ending, make_survey, tmp_path):
    for name in (f"a.{ending}", f"b.{ending}"):
        write(make_survey(KINDS), tmp_path / name)
    assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()
