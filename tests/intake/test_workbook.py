import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.workbook import is_old, kind_of, read


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


def packed(files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def repacked(content, part, *changes):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        files[part] = files[part].replace(old, new)
    return packed(files)


def test_cells_are_written_as_people_would():
    row = [4, 4.5, 11114772291, True, None, "Agree ", datetime(2024, 5, 1, 9, 30), date(2024, 5, 1)]
    cells, notes = read(book([row]), "x.xlsx")
    assert cells.to_numpy().tolist() == [
        ["4", "4.5", "11114772291", "True", "", "Agree ", "2024-05-01 09:30:00", "2024-05-01"]
    ]
    assert notes == ()


def test_blank_rows_on_top_keep_their_number():
    cells, _ = read(book([[None], [None], ["a"]]), "x.xlsx")
    assert cells[0].to_dict() == {1: "", 2: "", 3: "a"}


def test_the_first_visible_sheet_with_cells_is_read_and_others_are_noted():
    cells, notes = read(book([["hidden"]], [], [["shown"]], [["more"]], hidden=[0]), "x.xlsx")
    assert cells.to_numpy().tolist() == [["shown"]]
    assert [(note.reason, note.found) for note in notes] == [("other_sheets", "1 more with cells")]


def test_a_note_in_front_of_the_answers_is_no_table():
    note, answers = [["Made by hand"], ["on", "Monday"]], [["id", "S1"], [1, "Agree"]]
    cells, notes = read(book(note, answers), "x.xlsx")
    assert cells.to_numpy().tolist() == [["id", "S1"], ["1", "Agree"]]
    assert [note.reason for note in notes] == ["other_sheets"]
    first, _ = read(book([["a", "b"], [1, None], [2, 3]], answers), "x.xlsx")
    assert first.to_numpy().tolist()[0] == ["a", "b"]


def test_a_workbook_without_cells_is_refused():
    with pytest.raises(ExportError, match="no cells"):
        read(book([]), "x.xlsx")


def test_a_workbook_that_cannot_be_opened_is_refused():
    with pytest.raises(ExportError, match="damaged or incomplete"):
        read(packed({"xl/workbook.xml": "<workbook"}), "x.xlsx")


def test_a_workbook_with_a_password_is_refused():
    locked = b"\xd0\xcf\x11\xe0" + bytes(50) + "EncryptedPackage".encode("utf-16-le")
    assert is_old(locked)
    with pytest.raises(ExportError, match="locked"):
        read(locked, "x.xlsx")


def test_no_formula_is_worked_out_and_one_without_a_result_is_told_of():
    cells, notes = read(book([["a", "b"], [1, "=A2+1"], [2, "=A3+1"]]), "x.xlsx")
    assert cells[1].tolist() == ["b", "", ""]
    assert [(note.reason, note.found) for note in notes] == [
        ("formula_without_result", "2 cells with a formula and no result, or an error")
    ]


def test_a_cell_with_an_error_is_blank_and_told_of():
    cells, notes = read(book([["a", "b"], [1, "#REF!"], [2, 3]]), "x.xlsx")
    assert cells[1].tolist() == ["b", "", "3"]
    assert [note.found for note in notes] == ["1 cell with a formula and no result, or an error"]


def test_a_formula_with_its_result_is_read_as_the_result():
    content = book([["a", "b"], [1, "=A2+1"]])
    worked_out = repacked(content, "xl/worksheets/sheet1.xml", b"<v />", b"<v>7</v>", b"<v></v>", b"<v>7</v>")
    cells, notes = read(worked_out, "x.xlsx")
    assert (cells[1].tolist(), notes) == (["b", "7"], ())


def test_the_kind_of_a_workbook_is_told_by_its_parts():
    assert kind_of(book([["a"]])) == "xlsx"
    assert kind_of(packed({"mimetype": "x", "content.xml": "<x/>"})) == "ods"
    assert kind_of(packed({"a.csv": "a,b"})) == ""
