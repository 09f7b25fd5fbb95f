"""Header records among the answers, where one export was put below another."""

import pandas as pd
import pytest

from alliance_analytics.intake.platforms.plain_table.reader import PlainTable
from alliance_analytics.intake.platforms.repeated_headers import without_repeated_headers
from alliance_analytics.intake.table import Table

HEADER = ["partner", "Partners keep their promises."]


def read(records):
    cells = pd.DataFrame(records, dtype=object, index=pd.RangeIndex(1, len(records) + 1, name="row"))
    table = Table("x.csv", cells)
    return without_repeated_headers(PlainTable().read(table), table)


@pytest.mark.parametrize("again", [HEADER, ["", HEADER[1]]], ids=["whole", "half"])
def test_headings_among_the_answers_are_left_out_and_told_of(again):
    found = read([HEADER, ["North", "Agree"], again, ["South", "Disagree"]])
    assert found.cells.index.tolist() == found.exclusion.index.tolist() == [2, 4]
    assert [(note.reason, note.row) for note in found.notes] == [("note_row", 3)]


def test_an_answer_that_says_what_a_heading_says_is_an_answer():
    found = read([["partner", "level", "S1", "S2"], ["partner", "level 1", "Agree", "Agree"]])
    assert found.cells.index.tolist() == [2]
    assert found.notes == ()
