from __future__ import annotations

import csv

import pytest

from alliance_analytics.intake.platforms.answers_to_write import codes_in_order
from alliance_analytics.intake.platforms.limesurvey.writer import write, write_vv

KINDS = ("response", "duplicate", "response", "unfinished", "opened_only", "response")


def records(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_headings_are_code_and_text_in_the_language_of_the_form(make_survey, tmp_path):
    survey = make_survey(KINDS, "nl", mail=False)
    write(survey, tmp_path / "l.csv")
    heading = records(tmp_path / "l.csv")[0]
    assert heading[:2] == ["id. Respons ID", "submitdate. Datum verstuurd"]
    assert heading[10] == f"ST1[SQ001]. {survey.stem} [{survey.instrument.scored[0].asked('nl')}]"
    assert heading[18].startswith("ST2[SQ001]. ")
    write(make_survey(KINDS, "en", mail=False), tmp_path / "e.csv")
    assert records(tmp_path / "e.csv")[0][0] == "id. Response ID"


def test_the_file_opens_with_a_mark_and_ends_on_a_blank_record(make_survey, tmp_path):
    write(make_survey(KINDS, mail=False), tmp_path / "l.csv")
    content = (tmp_path / "l.csv").read_bytes()
    assert content.startswith(b'\xef\xbb\xbf"id')
    assert records(tmp_path / "l.csv")[-1] == [""]


def test_only_finished_records_have_a_date_of_submission(make_survey, tmp_path):
    write(make_survey(KINDS, mail=False), tmp_path / "l.csv")
    rows = records(tmp_path / "l.csv")[1:-1]
    assert [bool(row[1]) for row in rows] == [kind in ("response", "duplicate") for kind in KINDS]
    pages = dict(zip(KINDS, (int(row[2]) for row in rows), strict=True))
    assert pages["opened_only"] == 0 < pages["unfinished"] < pages["response"]


def test_a_question_that_was_not_shown_is_marked(make_survey, expect_read_back, tmp_path):
    survey = make_survey(("response",) * 2, "nl", mail=False)
    survey.answers.iloc[1, 5], survey.missing_kinds.iloc[1, 5] = float("nan"), "not_shown"
    write(survey, tmp_path / "l.csv")
    assert records(tmp_path / "l.csv")[2][15] == "N/A"
    expect_read_back(survey, tmp_path / "l.csv")


def test_what_is_written_is_read_back_without_persons(make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, "nl", mail=False)
    write(survey, tmp_path / "l.csv")
    assert expect_read_back(survey, tmp_path / "l.csv").responses["person"].isna().all()


def test_the_same_survey_gives_the_same_bytes(make_survey, tmp_path):
    for name in ("a.csv", "b.csv"):
        write(make_survey(KINDS), tmp_path / name)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


CODES = codes_in_order(5, first_special=6, reverse=True)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("headings", ["code. text", "codes", "text"])
@pytest.mark.parametrize("codes", [None, CODES])
def test_every_kind_of_heading_is_read_back(
    headings, codes, language, make_survey, expect_read_back, read_export, tmp_path
):
    survey = make_survey(KINDS, language, mail=False, codes=codes)
    write(survey, tmp_path / "l.csv", headings)
    assert expect_read_back(survey, tmp_path / "l.csv").platform == "limesurvey"
    assert read_export(tmp_path / "l.csv").header_records == 1


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("codes", [None, CODES])
def test_the_vv_format_is_read_back(codes, language, make_survey, expect_read_back, read_export, tmp_path):
    survey = make_survey(KINDS, language, mail=False, codes=codes)
    survey.missing_kinds.iloc[2, 4] = "not_shown"
    survey.answers.iloc[2, 4] = float("nan")
    comment = 'Said "so"; {newline} is a word,\r\nand\tthis is a tab'
    survey.comments.loc[2, "C2"] = comment
    write_vv(survey, tmp_path / "vvexport.txt")
    got = expect_read_back(survey, tmp_path / "vvexport.txt")
    assert got.platform == "limesurvey"
    assert comment in set(got.comments["text"])
    assert read_export(tmp_path / "vvexport.txt").header_records == 2


def test_the_vv_format_leaves_no_mark_that_tabs_cannot_hold(make_survey, tmp_path):
    survey = make_survey(KINDS, mail=False)
    write_vv(survey, tmp_path / "vvexport.txt")
    lines = (tmp_path / "vvexport.txt").read_text(encoding="utf-8").split("\n")
    assert len(lines) == 2 + len(KINDS) + 1
    assert len({line.count("\t") for line in lines[:-1]}) == 1
    assert lines[1].startswith("id\tsubmitdate\tlastpage")
    assert "ST1_P1a" in lines[1]
