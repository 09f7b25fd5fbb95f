from __future__ import annotations

import csv

import openpyxl
import pytest

from alliance_analytics.intake.platforms.typeform.writer import write

KINDS = ("response", "duplicate", "response", "unfinished", "empty", "response")


def records(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_hash_comes_first_and_dates_and_network_last(make_survey, tmp_path):
    survey = make_survey(KINDS)
    write(survey, tmp_path / "t.csv")
    heading, *rows = records(tmp_path / "t.csv")
    assert heading[:5] == ["#", "email", survey.asked("partner"), "Other", survey.asked("level")]
    assert heading[5] == f"<strong>{survey.instrument.scored[0].asked('en')}</strong>"
    assert heading[-4:] == ["Start Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags"]
    assert len({row[0] for row in rows}) == len(rows)
    assert [bool(row[-3]) for row in rows] == [kind != "unfinished" for kind in KINDS]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", ["t.csv", "t.xlsx"])
@pytest.mark.parametrize("mail", [True, False])
def test_what_is_written_is_read_back(language, name, mail, make_survey, expect_read_back, tmp_path):
    survey = make_survey(KINDS, language, mail=mail)
    write(survey, tmp_path / name)
    got = expect_read_back(survey, tmp_path / name)
    assert got.platform == "typeform"
    assert got.responses["person"].notna().all() == mail


def test_a_partner_of_ones_own_is_typed_beside_the_choice(make_survey, with_partner, tmp_path):
    write(with_partner(make_survey(), 1, "Bridge & Son"), tmp_path / "t.csv")
    assert records(tmp_path / "t.csv")[2][2:4] == ["", "Bridge & Son"]


def test_a_workbook_has_one_sheet_and_no_formula(make_survey, tmp_path):
    survey = make_survey()
    survey.comments.loc[0, "C1"] = "=1+1"
    write(survey, tmp_path / "t.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert len(workbook.sheetnames) == 1
    assert "f" not in {cell.data_type for row in workbook.active.iter_rows() for cell in row}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_same_survey_gives_the_same_bytes(ending, make_survey, tmp_path):
    for name in (f"a.{ending}", f"b.{ending}"):
        write(make_survey(KINDS), tmp_path / name)
    assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()
