"""Numbers become text once, here, in the language of the reader."""

import math

import pytest

from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells, decimals_for, in_sentence

ENGLISH, DUTCH = (Cells(words("review", language), language) for language in ("en", "nl"))
ROW = {
    "shown": True, "reason": "", "method": "logit-t-fpc-prior",
    "n": 30, "mean": 3.456, "ci_low": 3.251, "ci_high": 3.649,
}  # fmt: skip


def test_a_number_is_written_as_readers_write_it():
    assert ENGLISH.score(3.456) == "3.5"
    assert DUTCH.score(3.456, 2) == "3,46"
    assert ENGLISH.signed(-0.2) == "\u22120.2"
    assert DUTCH.share(0.823) == "82%"
    assert ENGLISH.count(30.0) == "30"


def test_two_limits_are_a_range_in_words():
    assert ENGLISH.interval(3.25, 3.65, 2) == "3.25 to 3.65"
    assert DUTCH.interval(-0.21, 0.42, sign=True) == "\u22120,2 tot +0,4"
    assert ENGLISH.share_range(0.1, 0.9) == "10% to 90%"


def test_an_estimate_is_its_mean_its_interval_and_its_n():
    assert ENGLISH.estimate(ROW) == ("3.46", "3.25 to 3.65", "30")


def test_a_mean_of_few_people_carries_one_decimal():
    assert ENGLISH.estimate(ROW | {"n": 9}) == ("3.5", "3.3 to 3.6", "9")
    assert (decimals_for(10, 30), decimals_for(10, 9)) == (2, 1)


def test_a_census_has_no_interval_but_a_reason():
    assert ENGLISH.interval_of(ROW | {"method": "census"}) == "everybody answered"


def test_what_has_no_interval_says_so():
    assert ENGLISH.interval_of(ROW | {"ci_low": math.nan}) == "too few for an interval"


def test_hidden_is_another_thing_than_no_answers():
    hidden, silent = ({"shown": False, "reason": reason} for reason in ("too_few", "no_answers"))
    assert ENGLISH.estimate(hidden) == ("hidden",) * 3
    assert DUTCH.or_absent(silent, "never said") == "geen antwoorden"


def test_a_change_is_signed_and_as_precise_as_the_smaller_wave():
    change = {"change": 0.216, "ci_low": -0.013, "ci_high": 0.449, "n_now": 30, "n_before": 28}
    assert ENGLISH.change_of(change) == ("+0.22", "\u22120.01 to +0.45")
    assert ENGLISH.change_of(change | {"n_before": 7}) == ("+0.2", "0.0 to +0.4")


@pytest.mark.parametrize(
    ("names", "text"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed_with_and_before_the_last(names, text):
    assert ENGLISH.listed(names) == text


def test_a_name_inside_a_sentence_begins_small_unless_it_is_an_abbreviation():
    assert in_sentence("Key alliance manager") == "key alliance manager"
    assert in_sentence("ICT") == "ICT"
