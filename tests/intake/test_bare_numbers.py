import numpy as np
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.bare_numbers import with_numbers
from alliance_analytics.intake.codes import UPWARDS
from alliance_analytics.intake.labels import vocabulary
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.scored_column import read_column
from alliance_analytics.model.answer_scales import answer_scales

WORDS = vocabulary(answer_scales().scale("agreement_5"), answer_scales(), {})


def column(*cells, declared=None, **fields):
    made = Column("q1", "A question", **fields)
    return read_column(
        "S1", made, np.array(cells, dtype=object), words=WORDS, declared=declared or {}, file="x.csv"
    )


def meanings(one):
    return [one.readings[place].meaning for place in one.of_cell]


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


def test_one_labelled_end_places_the_others_where_only_one_way_fits():
    [down] = with_numbers([column("1 Strongly agree", "2", "3", "4")], 5, None, "x.csv")
    assert meanings(down) == [5, 4, 3, 2]
    [up] = with_numbers([column("5 Strongly agree", "4", "2")], 5, UPWARDS, "x.csv")
    assert meanings(up) == [5, 4, 2]


def test_a_labelled_middle_leaves_the_way_open():
    [read] = with_numbers([column("3 Neutral", "2")], 5, None, "x.csv")
    assert meanings(read) == [3, "unreadable"]


def test_labels_that_count_otherwise_than_their_platform_are_refused():
    with pytest.raises(ExportError, match="contradicts itself"):
        with_numbers([column("2 Neutral", "3", "4")], 5, UPWARDS, "x.csv")


def test_what_is_usual_on_a_platform_says_nothing_of_a_number_among_labels():
    [read] = with_numbers([column("Agree", "Neutral", "4")], 5, UPWARDS, "x.csv")
    assert meanings(read) == [4, 3, "unreadable"]
    with pytest.raises(ExportError, match="which way the numbers count"):
        with_numbers([column("Agree", "Neutral", "4", "2")], 5, UPWARDS, "x.csv")


def test_a_number_beside_a_missing_answer_is_missing_alone_too():
    one = column("1 helemaal oneens", "5 helemaal eens", "3 weet niet", "3")
    assert meanings(with_numbers([one], 5, None, "x.csv")[0]) == [1, 5, "dont_know", "dont_know"]


def test_numbers_beyond_the_scale_are_a_sign_of_another_one():
    with pytest.raises(ExportError, match="run off the scale") as error:
        with_numbers([column("1", "5", "6", "7")], 5, UPWARDS, "x.csv")
    assert error.value.found == "numbers from 1 to 7"
    assert "6, 7" in error.value.remedy


@pytest.mark.parametrize("stray", [["6"], ["55", "44"], ["-99", "-99"]])
def test_a_slip_or_a_code_far_off_is_missing(stray):
    [read] = with_numbers([column("1", "5", *stray)], 5, UPWARDS, "x.csv")
    assert meanings(read) == [1, 5, *["unreadable"] * len(stray)]


def test_labels_with_numbers_in_between_that_nothing_places_are_refused():
    with pytest.raises(ExportError, match="which way the numbers count"):
        with_numbers([column("Strongly agree", "4", "3")], 5, None, "x.csv")
    assert meanings(with_numbers([column("Agree", "4")], 5, None, "x.csv")[0]) == [4, "unreadable"]
