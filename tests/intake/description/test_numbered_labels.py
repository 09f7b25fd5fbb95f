"""Labels that no ladder knows, in an order that numbers declare."""

import pytest

from alliance_analytics.intake.description.numbered_labels import anchored_scale, numbered_scale
from alliance_analytics.intake.description.options import Option
from alliance_analytics.intake.labels import bare_number


def options(*texts, count=5):
    return [Option(text, text, count, bare_number(text)) for text in texts]


def test_ends_in_words_and_numbers_between_make_a_scale():
    scale = numbered_scale(options("(7) Very clear goals", "(3)", "(1) No goals", "(2)"))
    assert scale.labels == ("(1) No goals", "(2)", "(3)", "(7) Very clear goals")
    assert (scale.points, scale.direction) == (7, "unknown")


def test_one_end_leaves_the_length_open():
    assert numbered_scale(options("2)", "3)", "7) Very good mood")).points is None


@pytest.mark.parametrize(
    "texts",
    [
        ("1. Bachelor", "2. Master", "3. PhD"),
        ("1", "2", "3"),
        ("(1) a", "(1) b", "(2)"),
        ("(1) a", "(20)", "(3)"),
        ("5 years", "many", "3"),
    ],
)
def test_a_numbered_list_is_no_scale(texts):
    assert numbered_scale(options(*texts)) is None


def test_words_in_the_place_of_numbers():
    scale = anchored_scale(options("9", "8", "7", "6", "Fantastic", "Neutral"))
    assert (scale.labels, scale.points, scale.direction) == ((), 10, "unknown")


@pytest.mark.parametrize("texts", [("2019", "2020", "2021", "Never"), ("1", "2", "Other"), ("1", "2", "3")])
def test_numbers_of_another_kind_have_no_anchors(texts):
    assert anchored_scale(options(*texts)) is None


def test_a_word_that_one_person_wrote_is_no_anchor():
    assert anchored_scale([*options("1", "2", "3"), Option("lots", "lots", 1)]) is None
