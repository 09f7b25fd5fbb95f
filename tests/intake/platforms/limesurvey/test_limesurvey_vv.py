import pandas as pd
import pytest

from alliance_analytics.intake.platforms.limesurvey.vv import is_vv, vv_cells, vv_columns
from alliance_analytics.intake.table import Table


def table(*records):
    return Table("x.txt", pd.DataFrame(records, dtype=object))


def test_the_second_record_gives_it_away():
    assert is_vv(table(["Response ID", "Date submitted"], ["submitdate", "lastpage"]))
    assert not is_vv(table(["submitdate", "lastpage"], ["2024", "3"]))
    assert not is_vv(table(["submitdate", "lastpage"]))


def test_the_codes_are_names_and_the_texts_are_read():
    (column,) = vv_columns(table(["How {quote}far{quote}? [We{newline}meet.]"], ["12X3X45SQ001"]))
    assert (column.name, column.text, column.part) == ("12X3X45SQ001", 'How "far"?', "We\nmeet.")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("a{tab}b{cr}{newline}c", "a\tb\r\nc"),
        ("{lbrace}newline}", "{newline}"),
        ("{question_not_shown}", "{question_not_shown}"),
        ("A1", "A1"),
    ],
)
def test_words_in_braces_are_marks(cell, text):
    assert vv_cells(pd.DataFrame([[cell]], dtype=object)).iloc[0, 0] == text
