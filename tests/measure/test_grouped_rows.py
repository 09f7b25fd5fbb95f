"""Sums over sorted rows are what pandas says of unsorted ones."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.measure.grouped_rows import GroupedRows, complete_rows

ANSWERS = np.array([[1.0, 5], [2, 4], [np.nan, 3], [4, 2], [5, 1], [3, np.nan]])
GROUPS = ["b", "a", "b", "b", None, "c"]


def test_incomplete_rows_and_rows_without_a_group_are_left_out():
    rows, grouped = complete_rows(ANSWERS, GROUPS)
    assert grouped.names.tolist() == ["a", "b", "c"]
    assert grouped.sizes.tolist() == [1, 2, 0]
    assert rows.tolist() == [[2, 4], [1, 5], [4, 2]]


@pytest.mark.parametrize(
    ("ours", "theirs"), [("sums", "sum"), ("means", "mean"), ("medians", "median"), ("variances", "var")]
)
def test_equal_to_pandas(ours, theirs):
    generator = np.random.default_rng(4)
    values, labels = generator.normal(3, 1, (300, 3)), generator.integers(0, 40, 300)
    rows, grouped = complete_rows(values, labels)
    expected = pd.DataFrame(values).groupby(labels).agg(theirs).to_numpy()
    np.testing.assert_allclose(getattr(grouped, ours)(rows), expected, atol=1e-12)


def test_a_group_without_rows_has_no_mean_and_no_median():
    rows, grouped = complete_rows(ANSWERS, GROUPS)
    assert np.isnan(grouped.means(rows)[2]).all()
    assert np.isnan(grouped.medians(rows)[2]).all()
    assert grouped.sums(rows)[2].tolist() == [0, 0]


def test_nobody_at_all_is_no_trouble():
    rows, grouped = complete_rows(np.empty((0, 2)), [])
    assert grouped.variances(rows).shape == (0, 2)


@given(st.floats(-1e6, 1e6), st.integers(2, 60))
def test_equal_answers_have_no_variance(answer, people):
    assert GroupedRows.of_one(people).variances(np.full((people, 1), answer))[0, 0] == 0
