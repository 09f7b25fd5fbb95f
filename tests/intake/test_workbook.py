import io
from datetime import date, datetime

import openpyxl
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.workbook import records


def book(*sheets, hidden=()):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"S{number}")
        sheet.sheet_state = "hidden" if number in hidden else "visible"
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def test_cells_are_written_as_people_would():
    row = [4, 4.5, 11114772291, True, None, "Agree ", datetime(2024, 5, 1, 9, 30), date(2024, 5, 1)]
    read, notes = records(book([row]), "x.xlsx")
    assert read == [["4", "4.5", "11114772291", "True", "", "Agree ", "2024-05-01 09:30:00", "2024-05-01"]]
    assert notes == []


def test_blank_rows_on_top_keep_their_number():
    assert records(book([[None], [None], ["a"]]), "x.xlsx")[0] == [[""], [""], ["a"]]


def test_the_first_visible_sheet_with_cells_is_read_and_others_are_noted():
    read, notes = records(book([["hidden"]], [], [["shown"]], [["more"]], hidden=[0]), "x.xlsx")
    assert read == [["shown"]]
    assert [(note.reason, note.found) for note in notes] == [("other_sheets", "1 more sheets with cells")]


def test_a_workbook_without_cells_is_refused():
    with pytest.raises(ExportError, match="no cells"):
        records(book([]), "x.xlsx")


def test_a_workbook_cut_off_is_refused():
    with pytest.raises(ExportError, match="damaged or incomplete"):
        records(book([["a"] * 50] * 50)[:2000], "x.xlsx")
