from __future__ import annotations

import csv

from alliance_analytics.intake.platforms.limesurvey.writer import write

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
