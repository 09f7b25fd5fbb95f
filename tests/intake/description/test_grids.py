"""Rows of one grid are known by their question, or by the stem of their names."""

from alliance_analytics.intake.description.grids import grids_of
from alliance_analytics.intake.platforms.base import Column


def test_rows_share_their_question():
    columns = [Column("", "How far?", "We meet."), Column("", "How far?", "We talk."), Column("", "Why?")]
    assert grids_of(columns) == ["how far", "how far", ""]


def test_two_scales_of_one_row_are_one_grid():
    columns = [Column("", "How far? [We meet]", f"Scale {scale}") for scale in (1, 2)]
    assert len(set(grids_of(columns))) == 1


def test_names_with_one_stem_are_a_grid():
    assert grids_of([Column("Q3_1", "a"), Column("Q3_2", "b"), Column("Q4_1", "c")]) == [
        "q3 ...",
        "q3 ...",
        "",
    ]
    assert grids_of([Column("SQ[1]", ""), Column("SQ[2]", "")]) == ["sq ...", "sq ..."]


def test_headings_that_end_on_a_number_are_no_names():
    assert grids_of([Column("", "Rate the talk 1"), Column("", "Rate the talk 2")]) == ["", ""]
