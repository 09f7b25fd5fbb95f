"""An answer is compared number by number: nested, undefined, withheld and printed."""

import pytest

from benchmarks.reference.comparing import Answer, compare
from benchmarks.reference.entries import Entry, Tolerance

NAN = float("nan")


def entry(value, size=0.01, published=None):
    return Entry("x", None, "s", {}, value, Tolerance(size), published or {})


@pytest.mark.parametrize(
    ("found", "expected", "agrees"),
    [
        ({"alpha": 0.705}, {"alpha": 0.7}, True),
        ({"alpha": 0.72}, {"alpha": 0.7}, False),
        ({"alpha": NAN}, {"alpha": None}, True),
        ({"alpha": 0.0}, {"alpha": None}, False),
        ({"alpha": NAN}, {"alpha": 0.7}, False),
        ({"improper": False}, {"improper": True}, False),
        ({"by_group": {"a": 1.0}}, {"by_group": {"a": 1.0, "b": None}}, False),
        ({"by_group": {"a": 1.0, "b": NAN}}, {"by_group": {"a": 1.0, "b": None}}, True),
        ({"counts": [1, 2]}, {"counts": [1, 2]}, True),
        ({"counts": [1]}, {"counts": [1, 2]}, False),
        ([0.1, 0.2], [0.1, 0.5], False),
        ({"alpha": 0.7}, {"alpha": 0.7, "another": 1}, True),
        ({"omega": 0.7}, {"alpha": 0.7}, False),
    ],
)
def test_numbers_are_compared(found, expected, agrees):
    assert (compare(Answer(found), entry(expected)).misses == ()) is agrees


def test_no_value_at_all_needs_a_reason():
    nothing = entry({"value": None}, 0)
    assert compare(Answer({"alpha": NAN}, "no_variance"), nothing).misses == ()
    assert compare(Answer({"alpha": 0.5}), nothing).misses


def test_printed_numbers_are_compared_as_they_round():
    printed = entry({"alpha": 0.7434}, published={"alpha": "0.743"})
    assert compare(Answer({"alpha": 0.7434}), printed).misses == ()
    assert compare(Answer({"alpha": 0.744}), printed).misses


def test_a_withheld_field_is_not_compared_and_the_rest_is():
    answer = Answer({"omega": NAN, "improper": True}, withheld={"omega": "Heywood"})
    assert compare(answer, entry({"omega": 0.7, "improper": True})).misses == ()
    assert compare(answer, entry({"omega": 0.7, "improper": False})).misses


def test_a_field_may_have_a_tolerance_of_its_own():
    answer = Answer({"p": 0.5}, tolerances={"p": Tolerance(1.0)})
    assert compare(answer, entry({"p": 0.1})).misses == ()


def test_the_largest_share_of_the_tolerance_is_kept():
    assert compare(Answer({"a": 1.0, "b": 2.005}), entry({"a": 1.0, "b": 2.0})).used == pytest.approx(0.5)
