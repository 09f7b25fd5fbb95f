"""Columns on their ladders, with help from each other."""

from collections import Counter

from alliance_analytics.intake.description.graded_columns import graded_columns
from alliance_analytics.intake.description.options import Option
from alliance_analytics.intake.labels import bare_number


def options(*texts):
    return tuple(Option(text, text, count, bare_number(text)) for text, count in Counter(texts).items())


def test_words_are_graded_with_their_numbers_beside_them():
    one = graded_columns({0: options("Agree (5)", "Disagree (2)", "Strongly agree (6)")}, [""])[0]
    assert [(option.code, rung) for option, rung in one.on_ladder] == [(5, 9), (2, 3), (6, 10)]
    assert one.rungs == {3, 9, 10}


def test_one_answer_alone_is_graded_as_the_grid_is():
    given = {0: options("Agree", "Disagree", "Neutral"), 1: options("Agree"), 2: options("Paris")}
    assert set(graded_columns(given, ["how far", "how far", ""])) == {0, 1}


def test_labels_of_two_ladders_go_where_most_of_the_file_goes():
    quality = options("Very poor", "Poor", "Fair", "Good", "Very good")
    given = {0: options("Very poor", "Poor", "Good", "Very good"), 1: quality, 2: quality}
    assert {one.grading.family.id for one in graded_columns(given, ["", "", ""]).values()} == {"quality"}


def test_a_stranger_is_left_and_numbers_stay_bare():
    one = graded_columns(
        {0: options(*["Agree"] * 9, *["Disagree"] * 9, "Neutral", "my own words", "7")}, [""]
    )[0]
    assert [option.text for option in one.left] == ["my own words"]
    assert [option.text for option in one.bare] == ["7"]


def test_comments_with_a_label_among_them_are_not_graded():
    assert (
        graded_columns({0: options("Good", "Good", "bad food", "too long", "nice people", "Poor")}, [""])
        == {}
    )


def test_one_label_beside_a_whole_scale_may_be_the_commonest():
    graded = ["Very easy", "Easy", "Difficult", "Very difficult"]
    one = graded_columns({0: options(*graded, *["My colleague does that"] * 9)}, [""])[0]
    assert [option.text for option in one.left] == ["My colleague does that"]
    assert graded_columns({0: options(*graded, *["My colleague does"] * 9, *["Later"] * 9)}, [""]) == {}
