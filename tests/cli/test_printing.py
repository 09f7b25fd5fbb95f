import json

import pytest

from alliance_analytics.cli.options import Format
from alliance_analytics.cli.printing import print_rows, rows_as_text

ROWS = [
    {"name": "North, Bank", "mean": 3.456, "note": "", "n": 12},
    {"name": "[South]", "mean": None, "note": None, "n": 3},
]


@pytest.fixture
def printed(capsys):
    def of(rows, kind):
        print_rows(rows, Format(kind))
        return capsys.readouterr().out

    return of


def test_json_keeps_every_value_unrounded(printed):
    assert json.loads(printed(ROWS, "json")) == ROWS


def test_csv_quotes_and_leaves_missing_values_blank(printed):
    assert printed(ROWS, "csv").splitlines() == ["name,mean,note,n", '"North, Bank",3.456,,12', "[South],,,3"]


def test_a_table_rounds_and_leaves_out_columns_of_nothing(printed):
    lines = [line.split() for line in printed(ROWS, "table").splitlines()]
    assert lines == [["name", "mean", "n"], ["North,", "Bank", "3.46", "12"], ["[South]", "3"]]


def test_no_rows_print_no_heading(printed):
    assert printed([], "table").strip() == ""
    assert json.loads(printed([], "json")) == []


def test_rows_as_a_file_holds_them():
    rows = [{"alliance": "oak", "rank": 1, "mean": 3.25, "nothing": None}]
    assert json.loads(rows_as_text(rows, Format.json)) == rows
    assert rows_as_text(rows, Format.csv).splitlines()[0] == "alliance,rank,mean,nothing"
    table = rows_as_text(rows, Format.table)
    assert "3.25" in table
    assert "nothing" not in table
