"""Cells are text to every spreadsheet, and tables travel as text."""

import csv
from io import StringIO

import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.publish.sharing.tables import SharedTable, as_text, csv_bytes, from_text, harmless

TABLE = SharedTable("scores", "Means", ("name", "n"), ("what", "people"), (("Trust", "12"), ("=1+1", "")))


@pytest.mark.parametrize(
    "cell", ["=cmd|' /C calc'!A0", "+1+1", "-1+cmd", "@SUM(A1)", "\t=1", "\u202e=1+1", "\r=1", "＝1+1"]
)
def test_no_cell_is_a_formula(cell):
    text = harmless(cell)
    assert text.lstrip()[0] not in "=+-@\t\r＝"


@pytest.mark.parametrize(
    ("cell", "expected"), [("-0,3", "-0,3"), ("\u22120.3", "-0.3"), ("12", "12"), ("Ann", "Ann")]
)
def test_numbers_and_words_stay(cell, expected):
    assert harmless(cell) == expected


def test_nothing_turns_its_neighbours_around():
    assert harmless("a\u202egpj.exe\u2066") == "agpj.exe"


@pytest.mark.parametrize(("language", "delimiter"), [("en", ","), ("nl", ";")])
def test_a_file_reads_back(language, delimiter):
    text = csv_bytes(TABLE.header, (('Trust, "all";\nx', "12"),), language).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text), delimiter=delimiter)) == [["name", "n"], ['Trust, "all"; x', "12"]]


def test_tables_travel_as_text():
    assert from_text(as_text([TABLE])) == (TABLE,)


@pytest.mark.parametrize("text", ["", "{", "[1]", '[["a", "b", ["c"], ["d"], [["e", "f"]]]]'])
def test_a_broken_text_is_refused(text):
    with pytest.raises(PageError):
        from_text(text)
