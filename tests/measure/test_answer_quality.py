import numpy as np
import pandas as pd
import pytest

from alliance_analytics.measure.answer_quality import (
    KINDS,
    fastest,
    filled_scores,
    most_used_share,
    share_missing,
    unanswered,
)

RESPONSES = pd.DataFrame({"a": [5.0, 1.0, np.nan], "b": [5.0, np.nan, np.nan], "c": [5.0, 2.0, 4.0]})
MISSING = pd.DataFrame(
    {"a": ["", "", "blank"], "b": ["", "dont_know", "unreadable"], "c": ["", "", ""], "d": ["not_shown"] * 3}
)


def test_missing_answers_are_counted_by_person_and_kind():
    found = unanswered(MISSING, ["a", "b", "c", "e"])
    assert list(found) == list(KINDS)
    assert found["dont_know"].tolist() == pytest.approx([0, 1 / 3, 0])
    assert found["blank"].tolist() == pytest.approx([0, 0, 2 / 3])  # what cannot be read is no answer either
    assert not found["not_shown"].any()


def test_the_share_missing_is_of_the_items_asked():
    assert share_missing(RESPONSES, ["a", "b", "c", "e"]).tolist() == pytest.approx([0, 1 / 3, 2 / 3])


def test_gaps_are_filled_after_turning():
    items = ["a", "b"]
    low = filled_scores(RESPONSES, items, {"a"}, fill=1, points=5)
    high = filled_scores(RESPONSES, items, {"a"}, fill=5, points=5)
    assert low.tolist() == [(1 + 5) / 2, (5 + 1) / 2, 1]
    assert high.tolist() == [(1 + 5) / 2, (5 + 5) / 2, 5]


def test_bounds_hold_the_mean_whatever_was_not_answered():
    generator = np.random.default_rng(4)
    whole = pd.DataFrame(generator.integers(1, 6, (200, 6)).astype(float), columns=list("abcdef"))
    seen = whole.mask(generator.random(whole.shape) < 0.2)
    low, high = (filled_scores(seen, list("abcdef"), {"b"}, fill=fill, points=5) for fill in (1.0, 5.0))
    true = filled_scores(whole, list("abcdef"), {"b"}, fill=np.nan, points=5)
    assert (low <= true + 1e-12).all()
    assert (true <= high + 1e-12).all()


def test_one_option_all_the_way_down_has_a_share_of_one():
    assert most_used_share(RESPONSES, ["a", "b", "c"]).tolist() == [1, 0.5, 1]


def test_who_answered_nothing_used_no_option():
    nothing = pd.DataFrame({"a": [np.nan, 2.0], "b": [np.nan, 2.0]})
    assert most_used_share(nothing, ["a", "b"])[1] == 1
    assert np.isnan(most_used_share(nothing, ["a", "b"])[0])
    assert np.isnan(most_used_share(nothing.iloc[:1], ["a", "b"])).all()


def test_the_fastest_are_a_fifth_of_those_whose_time_is_known():
    seconds = pd.Series([900.0, 30, np.nan, 700, 600, 500, 40, 800, 300, 200, 100])
    assert seconds[fastest(seconds)].tolist() == [30, 40]


def test_equal_times_belong_together():
    assert fastest(pd.Series([30.0, 30, 30, 40, 50])).tolist() == [True, True, True, False, False]


def test_of_few_people_nobody_is_the_fastest():
    assert not fastest(pd.Series([1.0, 2, 3, np.nan])).any()
