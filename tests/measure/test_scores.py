"""Scores against independent values, a slow version and plain expectations."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.measure.scores import scale_score, score_scales, turn, turned_answers

DATA = Path(__file__).parent / "data"
ENTRIES = [
    entry
    for entry in json.loads((DATA / "reference.json").read_text())
    if entry["statistic"] == "scale_score" and "items_file" in entry["arguments"]
]


def slow_score(row, minimum):
    """The definition, one respondent at a time."""
    answered = [answer for answer in row if not np.isnan(answer)]
    return sum(answered) / len(answered) if len(answered) >= minimum and answered else float("nan")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_agrees_with_independent_values(entry):
    arguments = entry["arguments"]
    responses = pd.read_csv(DATA / "sim_s_responses.csv").query(f"wave == {arguments['wave']}")
    scores = score_scales(
        responses, {"scale": arguments["items"]}, arguments["reverse"], arguments["scale_max"]
    )
    assert scores["scale"].notna().sum() == entry["value"]["n_scored"]
    assert scores["scale"].mean() == pytest.approx(entry["value"]["mean"], abs=entry["tolerance"])
    assert scores["scale"].std() == pytest.approx(entry["value"]["sd"], abs=entry["tolerance"])


answers = st.lists(
    st.lists(st.one_of(st.integers(1, 5).map(float), st.just(float("nan"))), min_size=4, max_size=4),
    min_size=1,
    max_size=8,
)


@given(answers)
def test_equals_the_slow_version(rows):
    expected = [slow_score(row, 2) for row in rows]
    np.testing.assert_allclose(scale_score(np.array(rows)), expected, equal_nan=True)


@given(answers)
def test_turning_every_item_mirrors_the_score_around_three(rows):
    table = np.array(rows)
    np.testing.assert_allclose(scale_score(turn(table, 1, 5)), 6 - scale_score(table), equal_nan=True)


def test_an_odd_number_of_items_needs_more_than_half_rounded_up():
    three = np.array([[4.0, np.nan, np.nan], [4.0, 2.0, np.nan]])
    np.testing.assert_allclose(scale_score(three), [np.nan, 3.0], equal_nan=True)


def test_turning_leaves_the_input_alone():
    responses = pd.DataFrame({"a": [1.0, 2.0], "b": [5.0, np.nan]})
    before = responses.copy()
    turned = turned_answers(responses, {"a"}, 5)
    pd.testing.assert_frame_equal(responses, before)
    assert turned["a"].tolist() == [5.0, 4.0]


def test_an_item_that_was_not_asked_counts_as_not_answered():
    responses = pd.DataFrame({"a": [4.0]})
    assert score_scales(responses, {"half": ["a", "b"], "third": ["a", "b", "c"]}, [], 5).notna().iloc[
        0
    ].tolist() == [
        True,
        False,
    ]
