"""A downloaded table opens in a spreadsheet as the words and numbers it holds, and as nothing else."""

from __future__ import annotations

import csv
from base64 import b64decode
from io import StringIO

import pytest

from alliance_analytics.publish.exhibit import Table
from alliance_analytics.publish.page.download import csv_text, csv_uri, inert

TABLE = Table(
    "Means", ("Pillar", "Mean"), (("Trust, or not", "\u22120.3"), ('Said "no"', "3.1 (2.9 to 3.3)")), (1,)
)


def test_the_table_comes_back_as_it_was_but_for_the_minus() -> None:
    assert list(csv.reader(StringIO(csv_text(TABLE, "en")))) == [
        ["Pillar", "Mean"],
        ["Trust, or not", "-0.3"],
        ['Said "no"', "3.1 (2.9 to 3.3)"],
    ]


def test_dutch_columns_are_parted_by_a_semicolon() -> None:
    assert csv_text(TABLE, "nl").splitlines()[0] == '"Pillar";"Mean"'


def test_the_address_carries_utf_8_with_its_mark() -> None:
    head, body = csv_uri(Table("c", ("é", "b"), (("x", "y"),)), "en").split(",")
    assert head == "data:text/csv;charset=utf-8;base64"
    assert b64decode(body).decode("utf-8-sig") == '"é","b"\r\n"x","y"\r\n'
    assert b64decode(body).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+SUM(A1)", "-2+3", "@x", " =1", "\t1", "\r=1", "\n=1", "\uff1dcmd", '=HYPERLINK("x")', "-"],
)
def test_a_formula_becomes_text(formula: str) -> None:
    assert inert(formula) == f"'{formula}"


@pytest.mark.parametrize(
    ("shown", "stored"),
    [
        ("+0.3", "0.3"),
        ("\u22121,25", "-1,25"),
        ("88%", "88%"),
        ("-4 %", "-4 %"),
        ("hidden", "hidden"),
        ("a = b", "a = b"),
    ],
)
def test_numbers_and_words_stay(shown: str, stored: str) -> None:
    assert inert(shown) == stored
