"""A finding shows where and what kind, and nothing of what was found."""

import pytest

from alliance_analytics.publish.audit.finding import LONGEST_PLACE, LONGEST_SHAPE, place_shown, shape_of


@pytest.mark.parametrize("text", ["ann.smith@example.org", "Öztürk 0612345678", "R_2aBcDeFgHiJkLmN"])
def test_a_shape_holds_no_run_of_the_text(text):
    shape = shape_of(text)
    assert not any(text[start : start + 3] in shape for start in range(len(text) - 2))


def test_a_shape_keeps_the_signs_that_make_the_kind():
    assert shape_of("a1@b.c") == "a9@a.a"


def test_a_long_text_has_a_short_shape():
    assert len(shape_of("a-" * 100)) == LONGEST_SHAPE


def test_a_place_that_holds_an_identifier_is_told_without_it():
    assert "ann" not in place_shown("notes of ann@example.org.txt")


def test_a_place_is_short():
    assert len(place_shown("x" * 500)) == LONGEST_PLACE
