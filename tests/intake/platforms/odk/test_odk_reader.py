import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms.odk.reader import Odk
from alliance_analytics.intake.table import read_table


@pytest.fixture
def table(tmp_path, as_csv):
    def make(*records):
        path = tmp_path / "x.csv"
        path.write_bytes(as_csv(records))
        return read_table(path)

    return make


def test_a_date_of_submission_and_a_key_are_enough(table):
    assert Odk().recognises(table(["SubmissionDate", "S1", "KEY"], ["t", "agree", "uuid:1"]))
    assert not Odk().recognises(table(["SubmissionDate", "S1"], ["t", "agree"]))
    assert not Odk().recognises(table(["S1", "KEY"], ["agree", "uuid:1"]))


def test_groups_choices_and_the_platforms_own_columns_are_told_apart(table):
    heading = ["SubmissionDate", "page-S1", "page-how", "page-how/mail", "DeviceID", "SubmitterName", "KEY"]
    export = Odk().read(table(heading, ["t", "strongly_agree", "mail", "1", "d", "Ann", "uuid:1"]))
    assert [(column.name, column.role) for column in export.columns] == [
        ("SubmissionDate", "administration"),
        ("S1", "answer"),
        ("how", "answer"),
        ("page-how/mail", "choice"),
        ("DeviceID", "device"),
        ("SubmitterName", "identifier"),
        ("KEY", "response_id"),
    ]
    assert export.columns[1].labels == {"strongly_agree": "strongly agree"}


def test_the_file_of_a_repeated_group_is_told_for_what_it_is(table):
    made = table(["who", "PARENT_KEY", "KEY"], ["Ann", "uuid:1", "uuid:1/who[1]"])
    assert Odk().recognises(made)
    with pytest.raises(ExportError, match="its records are repetitions, not people"):
        Odk().read(made)


def test_a_rejected_record_stays_and_is_named(table):
    heading = ["SubmissionDate", "S1", "ReviewState", "KEY"]
    export = Odk().read(table(heading, ["t", "agree", "rejected", "u1"], ["t", "agree", "", "u2"]))
    assert [(note.reason, note.row) for note in export.notes] == [("rejected", 2)]
