"""Answer shares, with the two kinds of silence apart."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.measure.distributions import LikertDistribution, answer_shares, likert_distribution

RESPONSES = pd.DataFrame({"a": [1.0, 5.0, 5.0, np.nan, np.nan], "b": [np.nan] * 5})
MISSING = pd.DataFrame({"a": ["", "", "", "dont_know", "blank"], "b": ["not_applicable"] * 5})


def test_shares_are_of_those_who_chose_an_option():
    row = answer_shares(RESPONSES, MISSING, ["a"], 5).iloc[0]
    assert [row[f"share_{option}"] for option in range(1, 6)] == [
        pytest.approx(v) for v in (1 / 3, 0, 0, 0, 2 / 3)
    ]
    assert (row["n"], row["dont_know"], row["not_answered"]) == (3, 1, 1)


def test_nobody_answering_has_no_shares():
    row = answer_shares(RESPONSES, MISSING, ["b"], 5).iloc[0]
    assert np.isnan(row["share_1"])
    assert (row["n"], row["dont_know"]) == (0, 5)


def test_an_item_that_was_not_asked_is_left_out():
    assert answer_shares(RESPONSES, MISSING, ["a", "z"], 5)["item"].tolist() == ["a"]


def test_one_item_in_full():
    answers = np.array([1.0, 5, 5, 4, np.nan, np.nan, np.nan])
    missing = ["", "", "", "", "dont_know", "not_applicable", "blank"]
    assert likert_distribution(answers, missing) == LikertDistribution(
        counts=(1, 0, 0, 1, 2),
        shares=(0.25, 0, 0, 0.25, 0.5),
        n=4,
        dont_know=2,
        not_answered=1,
        mean=3.75,
        sd=pytest.approx(np.sqrt(10.75 / 3)),
        median=4.5,
        reason="",
    )


def test_without_reasons_every_gap_is_silence():
    found = likert_distribution(np.array([2.0, np.nan]), scale_min=0, scale_max=2)
    assert (found.counts, found.not_answered, found.dont_know) == ((0, 0, 1), 1, 0)
    assert np.isnan(found.sd)


def test_nobody_answering_is_missing_with_a_reason():
    found = likert_distribution(np.array([np.nan]), ["dont_know"])
    assert found.reason == "no_answers"
    assert np.isnan([*found.shares, found.mean, found.median]).all()


@given(st.lists(st.integers(1, 5).map(float), min_size=1, max_size=30))
def test_turning_mirrors_the_distribution(answers):
    found, turned = likert_distribution(np.array(answers)), likert_distribution(6 - np.array(answers))
    assert turned.counts == found.counts[::-1]
    assert turned.mean == pytest.approx(6 - found.mean)
    assert sum(found.shares) == pytest.approx(1)
