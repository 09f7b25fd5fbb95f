import pytest

from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.folding import folded


@pytest.fixture
def fold(make_export):
    def read(records, columns=None, **fields):
        arms = [Column("Q1", "We meet."), Column("Q2", "We plan."), Column("Q3", "We meet.")]
        return folded(make_export(columns or arms, records, **fields))

    return read


def test_arms_become_one_column(fold):
    read = fold([["Agree", "Neutral", ""], ["", "Agree", "Disagree"], ["", "", ""]])
    assert read.cells[0].tolist() == ["Agree", "Disagree", ""]
    assert [c.repeats for c in read.columns] == [None, None, 0]
    assert [(note.reason, note.found, note.column) for note in read.notes] == [
        ("folded", "2 columns", "We meet.")
    ]


def test_where_somebody_answered_twice_nothing_is_guessed(fold):
    read = fold([["Agree", "Neutral", "Agree"], ["", "Agree", "Disagree"]])
    assert read.cells[0].tolist() == ["Agree", ""]
    assert [c.repeats for c in read.columns] == [None] * 3
    assert [note.reason for note in read.notes] == ["not_folded"]


def test_a_question_not_shown_in_one_arm_may_be_blank_in_another(fold):
    records = [["N/A", "", ""], ["N/A", "", "N/A"], ["N/A", "", "Agree"]]
    read = fold(records, missing_labels={"N/A": "not_shown"})
    assert read.cells[0].tolist() == ["", "N/A", "Agree"]


def test_two_times_why_are_two_questions(fold):
    columns = [Column("", "Why?"), Column("", "Why?")]
    read = fold([["We never meet.", ""], ["", "Plans change."]], columns)
    assert [c.repeats for c in read.columns] == [None, None]
    assert read.notes == ()


def test_names_that_come_back_are_answers_to_one_question(fold):
    columns = [Column("", "Which partner?"), Column("", "Which partner?")]
    read = fold([["North", ""], ["", "North"], ["", "South"]], columns)
    assert read.cells[0].tolist() == ["North", "North", "South"]


def test_codes_with_other_labels_are_other_answers(fold):
    columns = [
        Column("a", "We meet.", labels={"1": "Agree"}),
        Column("b", "We meet.", labels={"1": "Disagree"}),
    ]
    assert fold([["1", ""], ["", "1"]], columns).cells[0].tolist() == ["1", ""]


def test_only_answers_are_folded(fold):
    columns = [Column("", "Name", role="identifier"), Column("", "Name", role="identifier")]
    assert fold([["Ann", ""], ["", "Ann"]], columns).notes == ()
