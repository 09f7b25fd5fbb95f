"""Values stay, other sheets are left out of a bare copy, and nothing is calculated."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from alliance_analytics.intake.rewriting.changes import Changes
from alliance_analytics.intake.rewriting.workbook import bare, rewritten, texts_elsewhere

ROWS = [["ID", "Name", "Answer"], [1, "Ann", "Agree"], [2, "Bob", None], [3, "Cas", 4]]


@pytest.fixture
def content():
    book = openpyxl.Workbook()
    book.properties.creator = "Ann"
    for row in ROWS:
        book.active.append(row)
    book.active.title = "Sheet1"
    book.active.add_table(Table(displayName="Table1", ref="A1:C4"))
    book.active["B3"].comment = Comment("Bob wrote this", "Ann")
    book.active["B3"].hyperlink = "mailto:bob@example.org"
    notes = book.create_sheet("Notes")
    notes.append(["Bob called", 5])
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def sheets(content):
    book = openpyxl.load_workbook(BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.values] for sheet in book.worksheets}


def test_records_go_and_the_rest_of_the_workbook_stays(content):
    changed = rewritten(content, Changes({2: {1: ""}}, frozenset({3})))
    assert sheets(changed)["Sheet1"] == [ROWS[0], [1, None, "Agree"], ROWS[3]]
    assert sheets(changed)["Notes"] == [["Bob called", 5]]
    book = openpyxl.load_workbook(BytesIO(changed))
    assert book["Sheet1"].tables["Table1"].ref == "A1:C3"


def test_what_hangs_on_a_record_goes_with_it(content):
    changed = rewritten(content, Changes(dropped=frozenset({3})))
    with zipfile.ZipFile(BytesIO(changed)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"bob@example.org" not in whole
    assert b"Bob wrote this" not in whole


def test_texts_in_other_sheets_can_be_changed_too(content):
    changed = rewritten(content, Changes(elsewhere=lambda text: text.replace("Bob", "[…]")))
    assert sheets(changed)["Notes"] == [["[…] called", 5]]
    assert list(texts_elsewhere(changed)) == ["[…] called"]


def test_a_bare_copy_holds_the_answers_and_not_who_made_them(content):
    copy = bare(content, Changes({2: {1: ""}, 3: {1: "7"}}))
    assert sheets(copy) == {"Sheet1": [ROWS[0], [1, None, "Agree"], [2, 7, None], ROWS[3]]}
    book = openpyxl.load_workbook(BytesIO(copy))
    assert not book.properties.creator
    assert book["Sheet1"]["B3"].comment is None
    assert book["Sheet1"]["B3"].hyperlink is None


def test_a_note_in_front_is_not_taken_for_the_answers(content):
    book = openpyxl.load_workbook(BytesIO(content))
    book.create_sheet("In front", 0).append(["Bob made this"])
    saved = BytesIO()
    book.save(saved)
    assert sheets(bare(saved.getvalue(), Changes()))["Sheet1"] == ROWS
