from dataclasses import replace

import pytest

from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.record_rows import one_row_a_person

COLUMNS = [
    Column("id", "", role="record_id"),
    Column("mail", "", role="mail"),
    Column("partner", ""),
    Column("s1", ""),
    Column("note", ""),
]
PARTNER, S1 = 2, 3


@pytest.fixture
def read(make_export):
    def read(*records, columns=COLUMNS, exclusion=()):
        export = make_export(columns, records)
        for row, reason in exclusion:
            export.exclusion[row] = reason
        return one_row_a_person(export, [S1], [PARTNER])

    return read


def test_rows_that_hold_no_answer_are_other_rows(read):
    made = read(["1", "", "", "", "x"], ["1", "", "", "4", ""], ["1", "", "", "", ""], ["2", "", "", "5", ""])
    assert made.exclusion.tolist() == ["other_row", "", "other_row", ""]
    assert made.notes == ()


def test_who_answered_nowhere_keeps_one_row(read):
    assert read(["1", "", "", "", "x"], ["1", "", "", "", "y"]).exclusion.tolist() == ["", "other_row"]


def test_what_was_asked_once_holds_for_all_rows(read):
    made = read(["1", "a@b.org", "North", "", "x"], ["1", "", "", "4", ""], ["2", "", "", "5", ""])
    assert made.cells[PARTNER].tolist() == ["North", "North", ""]
    assert made.cells[1].tolist() == ["a@b.org", "a@b.org", ""]
    assert made.cells[4].tolist() == ["x", "", ""]


def test_answers_in_several_rows_are_kept_for_the_count_of_duplicates_and_noted(read):
    made = read(["1", "", "", "3", ""], ["1", "", "", "4", ""], ["2", "", "", "5", ""])
    assert made.exclusion.tolist() == ["", "", ""]
    assert [(note.reason, note.found) for note in made.notes] == [
        ("several_rows", "1 person with answers in several rows")
    ]


def test_a_row_that_is_ruled_out_already_answers_nothing(read):
    made = read(["1", "", "", "3", ""], ["1", "", "", "4", ""], exclusion=[(2, "test")])
    assert made.exclusion.tolist() == ["test", ""]
    assert made.notes == ()


def test_rows_without_a_number_are_people_of_their_own(read):
    assert (
        read(["", "", "", "", ""], ["", "", "", "", ""], ["1", "", "", "4", ""]).exclusion.tolist()
        == [""] * 3
    )


def test_without_such_a_column_every_row_is_a_person(make_export):
    columns = [replace(COLUMNS[0], role="response_id"), *COLUMNS[1:]]
    export = make_export(columns, [["1", "", "", "", ""], ["1", "", "", "4", ""]])
    assert one_row_a_person(export, [S1], [PARTNER]) is export
