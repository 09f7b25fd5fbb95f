import pandas as pd
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.codes import UPWARDS
from alliance_analytics.intake.labels import vocabulary
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.scored_column import read_column, with_numbers
from alliance_analytics.model.answer_scales import answer_scales

WORDS = vocabulary(answer_scales().scale("agreement_5"), answer_scales(), {})


def column(*cells, declared=None, **fields):
    made = Column("q1", "A question", **fields)
    return read_column(
        "S1", made, pd.Series(cells, dtype=object), words=WORDS, declared=declared or {}, file="x.csv"
    )


def meanings(one):
    return [one.readings[place].meaning for place in one.of_cell]


def test_each_text_is_read_once_and_every_cell_follows():
    one = column("Agree", "Neutral", "Agree", "")
    assert one.texts == ("Agree", "Neutral", "")
    assert one.counts.tolist() == [2, 1, 1]
    assert meanings(one) == [4, 3, 4, "blank"]
    assert one.wordings == {"agree": 4, "neutral": 3}


def test_a_declared_code_goes_before_the_wording():
    one = column("1", "Agree", declared={"1": 5, "agree": 2})
    assert meanings(one) == [5, 2]
    assert one.wordings == {}
    assert one.anchors == [(1, 5)]


def test_the_labels_of_the_file_tell_what_its_codes_mean():
    one = column(
        "1", "5", "9", labels={"1": "Strongly agree", "5": "Strongly disagree"}, missing=frozenset("9")
    )
    assert meanings(one) == [5, 1, "blank"]


def test_labels_at_the_ends_place_the_numbers_in_between():
    ends = column("1 Strongly agree", "2", "4", "5 - Strongly disagree", "7")
    [read] = with_numbers([ends], 5, None, "x.csv")
    assert meanings(read) == [5, 4, 2, 1, "unreadable"]
    assert read.numbers == {2: 4, 4: 2}


def test_one_question_lends_its_ends_to_the_next():
    columns = [column("1 Strongly agree", "5 Strongly disagree"), column("2", "3")]
    assert meanings(with_numbers(columns, 5, UPWARDS, "x.csv")[1]) == [4, 3]


def test_without_any_declaration_numbers_stay_unread_or_mean_what_is_usual():
    one = column("1", "5", "6")
    assert meanings(with_numbers([one], 5, None, "x.csv")[0]) == ["unreadable"] * 3
    assert meanings(with_numbers([one], 5, UPWARDS, "x.csv")[0]) == [1, 5, "unreadable"]


def test_bare_numbers_beside_contradicting_labels_are_refused():
    one = column("4", "4 (Agree)", "2 (Agree)", "5 (Strongly disagree)")
    with pytest.raises(ExportError, match="contradicts itself"):
        with_numbers([one], 5, None, "x.csv")


def test_a_column_of_essays_is_refused():
    with pytest.raises(ExportError, match="no answers on a scale"):
        column(*(f"My answer is number {n}." for n in range(101)))
    assert column(*(" " * n + "Agree" for n in range(101))).counts.sum() == 101


def test_a_text_is_shown_by_its_label_where_it_has_one():
    assert column("6", labels={"6": "It depends"}).label(0) == "It depends"
