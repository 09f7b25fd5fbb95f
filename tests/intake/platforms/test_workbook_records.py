from datetime import datetime

import openpyxl

from alliance_analytics.intake.platforms.workbook_records import write_workbook

MOMENT = datetime(2024, 5, 7, 9, 3, 2)


def test_records_stand_in_one_sheet_with_blanks_blank(tmp_path):
    write_workbook(tmp_path / "x.xlsx", [["a", "b"], ["", "4"], []], sheet="Answers", moment=MOMENT)
    workbook = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert workbook.sheetnames == ["Answers"]
    assert list(workbook["Answers"].values) == [("a", "b"), (None, "4")]
    assert workbook.properties.created == MOMENT


def test_a_text_that_looks_like_a_formula_is_a_text(tmp_path):
    write_workbook(tmp_path / "x.xlsx", [["=1+1"]], sheet="Answers", moment=MOMENT)
    assert openpyxl.load_workbook(tmp_path / "x.xlsx")["Answers"]["A1"].data_type == "s"
