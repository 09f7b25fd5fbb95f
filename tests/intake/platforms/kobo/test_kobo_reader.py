import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms.kobo.reader import Kobo
from alliance_analytics.intake.table import read_table


@pytest.fixture
def table(tmp_path, as_csv):
    def make(*records):
        path = tmp_path / "x.csv"
        path.write_bytes(as_csv(records, delimiter=";"))
        return read_table(path)

    return make


@pytest.fixture
def read(table):
    def read(asked, *answers):
        rows = [[*given, f"uuid{n}", "2024-05-01T09:00:00"] for n, given in enumerate(answers)]
        return Kobo().read(table([*asked, "_uuid", "_submission_time"], *rows))

    return read


def test_an_id_and_a_time_of_the_platforms_own_are_enough(table):
    assert Kobo().recognises(table(["S1", "_id", "_uuid", "_submission_time"], ["4", "1", "u", "t"]))
    assert not Kobo().recognises(table(["S1", "_id", "_submission_time"], ["4", "1", "t"]))


def test_the_platforms_own_columns_are_no_questions(read):
    asked = ["start", "username", "_id", "_tags", "__version__", "_submitted_by", "_index", "How far?"]
    roles = [column.role for column in read(asked, ["x"] * 8).columns]
    assert roles == [
        *("administration", "identifier", "administration", "administration", "administration"),
        *("identifier", "administration", "answer", "response_id", "administration"),
    ]


def test_an_abandoned_question_is_joined_to_the_one_that_took_its_place(read):
    export = read(["How far?", "How far?"], ["Agree", ""], ["", "Disagree"], ["", ""])
    assert export.cells[0].tolist() == ["Agree", "Disagree", ""]
    assert export.columns[1].repeats == 0
    assert [note.reason for note in export.notes] == ["folded"]


def test_questions_of_one_heading_that_somebody_answered_twice_stay_two(read):
    export = read(["How far?", "How far?"], ["Agree", "Disagree"], ["", "Disagree"])
    assert export.cells[0].tolist() == ["Agree", ""]
    assert export.columns[1].repeats is None
    assert [note.reason for note in export.notes] == ["not_folded"]


@pytest.mark.parametrize("heading", ["_parent_index", "_submission__uuid"])
def test_the_sheet_of_a_repeated_group_is_told_for_what_it_is(heading, table):
    made = table(["Who?", "_index", "_parent_index", "_submission__uuid"], ["Ann", "1", "1", "u"])
    assert Kobo().recognises(made)
    with pytest.raises(ExportError, match="its records are repetitions, not people"):
        Kobo().read(made)


def test_a_record_without_an_id_is_a_note_and_a_rejected_one_stays(table):
    made = table(
        ["How far?", "_uuid", "_submission_time", "_validation_status"],
        ["Agree", "u1", "t", "Not Approved"],
        ["Agree", "u2", "t", "Approved"],
        ["total", "", "", ""],
    )
    export = Kobo().read(made)
    assert export.cells.index.tolist() == [2, 3]
    assert [(note.reason, note.row) for note in export.notes] == [("note_row", 4), ("rejected", 2)]
