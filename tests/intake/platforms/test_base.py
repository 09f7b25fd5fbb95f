import pandas as pd
import pytest

from alliance_analytics.intake.platforms.base import Column, export, ruled_out, without_note_rows
from alliance_analytics.intake.table import Table


@pytest.mark.parametrize(
    ("column", "heading"),
    [
        (Column("Q1", "How far?", "A row"), "How far? [A row]"),
        (Column("Q1", "How far?"), "How far?"),
        (Column("Q1", "", "A row"), "A row"),
        (Column("Q1", ""), "Q1"),
    ],
)
def test_a_heading_is_what_a_person_would_call_the_column(column, heading):
    assert column.heading == heading


def test_a_code_in_words_declares_no_answers():
    assert Column("Q1", "", labels={"1": "Agree"}).declares_answers
    assert not Column("Q1", "", labels={"strongly_agree": "strongly agree"}).declares_answers
    assert not Column("Q1", "").declares_answers


def test_the_first_mark_that_holds_is_the_reason():
    cells = pd.DataFrame(index=[4, 5, 6])
    marks = {
        "preview": pd.Series([True, False, False], [4, 5, 6]),
        "test": pd.Series([True, True, False], [4, 5, 6]),
    }
    assert ruled_out(cells, marks).to_dict() == {4: "preview", 5: "test", 6: ""}


def read(ids):
    cells = pd.DataFrame({0: ids}, index=pd.RangeIndex(2, 2 + len(ids)), dtype=object)
    return export("table", Table("x.csv", cells), [Column("id", "")], cells)


def test_a_record_without_an_id_is_somebodys_note():
    kept = without_note_rows(read(["1", "", "3"]), 0)
    assert kept.cells.index.tolist() == [2, 4]
    assert kept.exclusion.index.tolist() == [2, 4]
    assert [(note.reason, note.row) for note in kept.notes] == [("note_row", 3)]


@pytest.mark.parametrize(("ids", "place"), [(["", ""], 0), (["1", "2"], 0), (["1", ""], None)])
def test_without_a_column_of_ids_nothing_is_a_note(ids, place):
    assert len(without_note_rows(read(ids), place).cells) == 2
