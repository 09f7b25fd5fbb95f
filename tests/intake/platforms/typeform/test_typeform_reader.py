import pytest

from alliance_analytics.intake.platforms.typeform.reader import Typeform
from alliance_analytics.intake.table import read_table

LAST = ["Start Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags"]
SENT = ["2024-05-01 09:00:00", "2024-05-01 09:10:00", "8f2a", ""]


@pytest.fixture
def table(tmp_path, as_csv):
    def make(*records):
        path = tmp_path / "x.csv"
        path.write_bytes(as_csv(records))
        return read_table(path)

    return make


@pytest.fixture
def read(table):
    def read(asked, *answers):
        rows = [[f"hash{n}", *given, *SENT] for n, given in enumerate(answers)]
        return Typeform().read(table(["#", *asked, *LAST], *rows))

    return read


def questions(export):
    return [(column.text, column.role, column.beside) for column in export.columns[1 : -len(LAST)]]


@pytest.mark.parametrize(
    "headings", [["#", "How?", *LAST], ["#", "How?", "Network ID"], ["How?", LAST[0], LAST[1]]]
)
def test_two_of_the_platforms_own_columns_are_enough(headings, table):
    assert Typeform().recognises(table(headings, ["x"] * len(headings)))


@pytest.mark.parametrize("headings", [["#", "How?"], ["How?", "Network ID"], ["No", "Start", "Submit"]])
def test_one_of_them_is_not(headings, table):
    assert not Typeform().recognises(table(headings, ["x"] * len(headings)))


def test_the_platforms_own_columns_are_no_questions(read):
    roles = [column.role for column in read(["How?"], ["Agree"]).columns]
    assert roles == ["response_id", "answer", "administration", "administration", "device", "administration"]


def test_a_column_that_says_its_own_heading_is_an_option(read):
    export = read(["By mail", "By phone", "How far?"], ["By mail", "", "Agree"], ["", "By phone", "Agree"])
    assert [role for _, role, _ in questions(export)] == ["choice", "choice", "answer"]


def test_a_number_that_a_repeated_heading_got_is_taken_off(read):
    asked = ["By mail", "By mail2", "By mail3", "Other4", "Topic 2"]
    export = read(asked, ["By mail", "Agree", "By mail", "", "Agree"])
    assert questions(export) == [
        ("By mail", "choice", None),
        ("By mail", "answer", None),
        ("By mail", "choice", None),
        ("Other4", "answer", None),
        ("Topic 2", "answer", None),
    ]


def test_an_option_that_nobody_took_is_one_still(read):
    asked = ["By mail", "By phone", "By mail2", "By phone3", "Why?"]
    export = read(asked, ["By mail", "By phone", "By mail", "", ""])
    assert [role for _, role, _ in questions(export)] == [*["choice"] * 4, "answer"]


def test_what_is_typed_at_other_belongs_to_the_choice_before_it(read):
    asked = ["Which partner?", "Other", "By mail", "Other2"]
    export = read(asked, ["", "Mine", "By mail", "By pigeon"], ["North", "", "", ""])
    assert questions(export)[1] == ("Other", "other_text", 1)
    assert questions(export)[3] == ("Other", "other_text", None)


def test_headings_lose_their_markup(read):
    assert questions(read(["<p>How <strong>far</strong>?</p>"], ["Agree"]))[0][0] == "How far?"


def test_what_was_never_submitted_is_unfinished(table):
    made = table(
        ["#", "How?", *LAST],
        ["a", "Agree", *SENT],
        ["b", "Agree", SENT[0], "", "8f2b", ""],
        ["", "note", "", "", "", ""],
    )
    export = Typeform().read(made)
    assert export.exclusion.tolist() == ["", "unfinished"]
    assert [note.reason for note in export.notes] == ["note_row"]


def test_partial_responses_are_told_by_their_type_too(table):
    heading = ["#", "How?", "Response Type", *LAST]
    made = table(heading, ["a", "Agree", "completed", *SENT], ["b", "Agree", "partial", *SENT])
    assert Typeform().read(made).exclusion.tolist() == ["", "unfinished"]


def test_without_any_date_of_submission_nobody_is_unfinished(table):
    made = table(["#", "How?", *LAST], ["a", "Agree", "", "", "8f", ""])
    assert Typeform().read(made).exclusion.tolist() == [""]


def test_a_statement_asked_in_two_branches_is_one(read):
    export = read(["How far?", "How far?2"], ["Agree", ""], ["", "Disagree"])
    assert export.cells[1].tolist() == ["Agree", "Disagree"]
    assert export.columns[2].repeats == 1
