from __future__ import annotations

import csv
import json

import pytest

from alliance_analytics.intake.platforms.answers_to_write import codes_in_order
from alliance_analytics.intake.platforms.qualtrics.writer import MARKED, write

KINDS = ("response", "duplicate", "response", "preview", "test", "unfinished", "response")


def records(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_three_header_records_stand_above_the_responses(make_survey, tmp_path):
    survey = make_survey(KINDS)
    write(survey, tmp_path / "q.csv")
    tags, texts, ids, *rows = records(tmp_path / "q.csv")
    assert len(rows) == len(KINDS)
    assert tags[:3] == ["StartDate", "EndDate", "Status"]
    assert tags[17:21] == ["Q1", "Q2", "Q3_1", "Q3_2"]
    assert len(set(tags)) == len(tags) == len(texts) == len(ids)
    assert texts[19] == f"{survey.stem}\n - {survey.instrument.scored[0].asked('en')}"
    assert json.loads(ids[0]) == {"ImportId": "startDate", "timeZone": "Europe/Amsterdam"}
    assert json.loads(ids[19]) == {"ImportId": "QID3_1"}
    assert json.loads(ids[-1])["ImportId"].endswith("_TEXT")


def test_choice_text_marks_each_kind_in_words(make_survey, tmp_path):
    write(make_survey(KINDS), tmp_path / "q.csv")
    rows = records(tmp_path / "q.csv")[3:]
    normal, trial = "IP Address", {"preview": "Survey Preview", "test": "Survey Test"}
    assert [row[2] for row in rows] == [trial.get(kind, normal) for kind in KINDS]
    assert [row[6] for row in rows] == [str(kind != "unfinished") for kind in KINDS]
    assert {row[3] for row, kind in zip(rows, KINDS, strict=True) if kind in trial} == {""}


def test_recodes_are_numbers_throughout(make_survey, tmp_path):
    survey = make_survey(KINDS, codes=codes_in_order(5, first_special=6, reverse=True))
    write(survey, tmp_path / "q.csv")
    rows = records(tmp_path / "q.csv")[3:]
    assert [row[2] for row in rows] == ["0", "0", "0", "1", "2", "0", "0"]
    cells = {cell for row in rows for cell in row[17 : 19 + len(survey.instrument.scored)]}
    assert cells <= {"", *"1234567"}


def test_what_is_written_is_read_back(make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, "nl")
    write(survey, tmp_path / "q.csv")
    assert expect_read_back(survey, tmp_path / "q.csv").responses["person"].notna().all()


def test_recodes_are_read_back(make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, codes=codes_in_order(5, first_special=6, reverse=True))
    write(survey, tmp_path / "q.csv")
    expect_read_back(survey, tmp_path / "q.csv")


def test_the_same_survey_gives_the_same_bytes(make_survey, tmp_path):
    for name in ("a.csv", "b.csv"):
        write(make_survey(KINDS), tmp_path / name)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_it_can_mark_what_it_says():
    assert {"duplicate", "preview", "test", "unfinished"} == MARKED


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("layout", "headers"), [("current", 3), ("2016", 3), ("legacy", 2)])
@pytest.mark.parametrize("codes", [None, codes_in_order(5, first_special=6, reverse=True)])
def test_every_layout_is_read_back(
    layout, headers, codes, language, make_survey, expect_read_back, read_export, tmp_path
):
    survey = make_survey(KINDS, language, codes=codes)
    write(survey, tmp_path / "q.csv", layout)
    assert expect_read_back(survey, tmp_path / "q.csv").platform == "qualtrics"
    assert read_export(tmp_path / "q.csv").header_records == headers


def test_the_legacy_layout_numbers_its_metadata_and_closes_on_nothing(make_survey, tmp_path):
    survey = make_survey(KINDS)
    write(survey, tmp_path / "q.csv", "legacy")
    with (tmp_path / "q.csv").open(encoding="utf-8-sig", newline="") as file:
        names, texts, first, *_ = csv.reader(file)
    assert names[:10] == [f"V{number}" for number in range(1, 11)]
    assert texts[:3] == ["ResponseID", "ResponseSet", "Name"]
    assert names[-1] == texts[-1] == first[-1] == ""


def test_files_of_2016_quote_as_python_does(make_survey, tmp_path):
    write(make_survey(KINDS), tmp_path / "q.csv", "2016")
    tags, texts, ids, *_ = records(tmp_path / "q.csv")
    assert ids[17] == "{'ImportId':'QID1'}"
    assert texts[:17] == tags[:17]
