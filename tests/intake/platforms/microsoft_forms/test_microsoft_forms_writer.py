from __future__ import annotations

from datetime import datetime

import openpyxl
import pytest

from alliance_analytics.intake.platforms.microsoft_forms import writer
from alliance_analytics.intake.platforms.microsoft_forms.writer import write

KINDS = ("response", "duplicate", "response", "empty", "response")


@pytest.fixture
def sheet(make_survey, tmp_path):
    write(make_survey(KINDS, "nl"), tmp_path / "m.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "m.xlsx")
    assert workbook.sheetnames == ["Sheet1"]
    return workbook["Sheet1"]


def test_one_table_covers_the_sheet(sheet):
    assert sheet.tables["Table1"].ref == sheet.dimensions
    assert sheet.max_row == len(KINDS) + 1


def test_headings_are_plain_statements_with_no_break_spaces_here_and_there(sheet, make_survey):
    survey = make_survey(KINDS, "nl")
    heading = [cell.value for cell in sheet[1]]
    assert heading[:5] == ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"]
    assert heading[7] == survey.instrument.scored[0].asked("nl")
    assert "\u00a0" in heading[11]
    assert heading[11].replace("\u00a0", " ") == survey.instrument.scored[4].asked("nl")


def test_times_are_dates_and_ids_have_gaps(make_survey, tmp_path):
    write(make_survey(("response",) * 12), tmp_path / "m.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "m.xlsx")["Sheet1"].iter_rows(min_row=2, values_only=True))
    assert rows[0][1] == datetime(2024, 5, 7, 9, 3, 2)
    ids = [row[0] for row in rows]
    assert ids[0] > 1
    assert ids[-1] - ids[0] > len(ids) - 1


def test_a_form_that_asks_no_address_says_anonymous(make_survey, tmp_path):
    write(make_survey(mail=False), tmp_path / "m.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "m.xlsx")["Sheet1"]
    assert {sheet.cell(row, 4).value for row in (2, 3, 4)} == {"anonymous"}


def test_a_repeated_heading_gets_a_digit():
    assert writer._numbered_repeats(["a", "b", "a", "a"]) == ["a", "b", "a2", "a3"]


def test_what_is_written_is_read_back(make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, "nl")
    write(survey, tmp_path / "m.xlsx")
    assert expect_read_back(survey, tmp_path / "m.xlsx").responses["person"].notna().all()


def test_the_same_survey_gives_the_same_bytes(make_survey, tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write(make_survey(KINDS), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
