import pytest

from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.written_out import gathered

LABELS = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
STATEMENTS = ["We meet.", "We plan - ahead."]


def columns(labels=LABELS):
    return [Column("", "How far?", f"{text} - {label}") for text in STATEMENTS for label in labels]


def marked(*points, mark=None, blank="", labels=LABELS):
    """Return one record: a mark under one label of each statement, None for no answer."""
    return [
        (mark or labels[place]) if place == point else blank
        for point in points
        for place in range(len(labels))
    ]


@pytest.mark.parametrize("mark", [None, "1", "x", "4"])
def test_a_statement_gets_a_column_of_its_own(mark, make_export):
    read = gathered(make_export(columns(), [marked(3, None, mark=mark), marked(3, 3, mark=mark)]))
    assert [c.role for c in read.columns[:10]] == ["choice"] * 10
    assert [(c.text, c.part, c.role) for c in read.columns[10:]] == [
        ("How far?", text, "answer") for text in STATEMENTS
    ]
    assert read.cells[10].tolist() == ["Agree", "Agree"]
    assert read.cells[11].tolist() == ["", "Agree"]
    assert [note.reason for note in read.notes] == ["folded", "folded"]


def test_codes_of_the_options_are_marks_too(make_export):
    record = [str(place + 1) if place in (1, 9) else "" for place in range(10)]
    read = gathered(make_export(columns(), [record]))
    assert read.cells.iloc[0, 10:].tolist() == ["Disagree", "Strongly agree"]


def test_zero_says_no_where_it_stands_beside_marks(make_export):
    records = [marked(0, 4, mark="1", blank="0"), marked(None, 1, mark="1", blank="0")]
    read = gathered(make_export(columns(), records))
    assert read.cells[10].tolist() == ["Strongly disagree", ""]
    assert read.cells[11].tolist() == ["Strongly agree", "Disagree"]


def test_zero_may_be_the_code_of_the_first_option(make_export):
    record = ["0", *[""] * 9]
    read = gathered(make_export(columns(), [record]))
    assert read.cells.iloc[0, 10:].tolist() == ["Strongly disagree", ""]


def test_numbers_from_one_up_are_options(make_export):
    labels = ["1", "2", "3", "4"]
    read = gathered(make_export(columns(labels), [marked(3, 0, labels=labels)]))
    assert read.cells.iloc[0, 8:].tolist() == ["4", "1"]


def test_a_number_that_contradicts_its_option_is_no_mark(make_export):
    labels = ["1", "2", "3"]
    read = gathered(make_export(columns(labels), [["3", "", "", "", "", "3"]]))
    assert len(read.columns) == 7
    assert read.columns[0].role == "answer"


def test_two_answers_to_one_statement_are_left_apart(make_export):
    record = marked(3, 3)
    record[0] = LABELS[0]
    read = gathered(make_export(columns(), [record, marked(1, 1)]))
    assert [c.part for c in read.columns[10:]] == ["We plan - ahead."]
    assert [(note.reason, note.found) for note in read.notes] == [
        ("not_folded", "5 columns, more than one of them filled in 1 record"),
        ("folded", "5 columns"),
    ]


def test_a_scale_with_a_gap_is_no_scale(make_export):
    made = make_export(columns(LABELS[1:]), [marked(2, 2, labels=LABELS[1:])])
    assert gathered(made).columns == made.columns


def test_the_option_may_stand_alone_below_its_question(make_export):
    made = make_export([Column("", "How far?", label) for label in LABELS], [["", "", "", "Agree", ""]])
    read = gathered(made)
    assert (read.columns[5].heading, read.cells[5].tolist()) == ("How far?", ["Agree"])


def test_the_option_may_close_the_text(make_export):
    made = make_export([Column("", f"How far? - {label}") for label in LABELS], [["", "1", "", "", ""]])
    assert gathered(made).cells[5].tolist() == ["Disagree"]
