"""Columns in the order of the file."""

from alliance_analytics.intake.description.folded_columns import in_file_order
from alliance_analytics.intake.platforms.base import Column


def test_a_statement_stands_where_its_options_stood(exported):
    columns = [
        Column("", "Before"),
        Column("", "We meet - Agree", role="choice"),
        Column("", "We meet - Disagree", role="choice"),
        Column("", "After"),
        Column("", "We meet"),
    ]
    assert in_file_order(exported([(column, ["x"]) for column in columns]), 4) == [0, 4, 3]


def test_options_of_a_grid_belong_to_their_row(exported):
    columns = [
        Column("", "How far?", f"{row} - {option}", role="choice")
        for row in ("We meet", "We talk")
        for option in ("Agree", "Disagree")
    ]
    rows = [Column("", "How far?", "We meet"), Column("", "How far?", "We talk")]
    assert in_file_order(exported([(column, ["x"]) for column in (*columns, *rows)]), 4) == [4, 5]


def test_a_repetition_is_part_of_what_it_repeats(exported):
    columns = [Column("", "We meet"), Column("a", "We meet", repeats=0), Column("", "Why?", role="choice")]
    assert in_file_order(exported([(column, ["x"]) for column in columns]), 3) == [0, 2]
