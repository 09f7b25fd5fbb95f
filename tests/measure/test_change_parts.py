"""A change taken apart: the parts add up, and each is what its name says."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance_analytics.measure.change import mean_change
from alliance_analytics.measure.change_parts import change_parts, smallest_change
from alliance_analytics.measure.differences import t_test_paired

PEOPLE = st.lists(
    st.tuples(st.sampled_from([np.nan, 1.0, 2.25, 3.0, 4.5]), st.sampled_from([np.nan, 1.5, 3.0, 5.0])),
    min_size=6,
    max_size=40,
)


def waves(people):
    names = [f"p{one}" for one in range(len(people))]
    before, now = zip(*people, strict=True)
    return pd.Series(before, index=names, dtype=float), pd.Series(now, index=names, dtype=float)


@given(PEOPLE)
@settings(deadline=None)
def test_the_parts_add_up(people):
    before, now = waves([*people, (2.0, 3.0), (4.0, 4.0)])
    got = change_parts(before, now)
    parts = (got.within.estimate, got.came.estimate, got.went.estimate, got.items.estimate)
    assert got.total.estimate == pytest.approx(sum(parts))
    assert got.total.estimate == pytest.approx(now.mean() - before.mean())


def test_within_is_the_paired_change_of_those_who_answered_twice():
    before, now = waves([(3.0, 3.5), (2.0, 3.0), (4.0, 4.25), (np.nan, 5.0), (1.0, np.nan)])
    got = change_parts(before, now).within
    paired = t_test_paired(np.array([3.5, 3.0, 4.25]), np.array([3.0, 2.0, 4.0]))
    assert (got.estimate, got.low, got.high) == pytest.approx((paired.estimate, paired.low, paired.high))
    assert got.n == 3


def test_critical_people_who_leave_raise_the_mean_and_change_nobody():
    before, now = waves([(4.0, 4.0)] * 6 + [(1.0, np.nan)] * 6)
    got = change_parts(before, now)
    assert (got.within.estimate, got.came.estimate) == (0, 0)
    assert got.went.estimate == pytest.approx(1.5)


def test_total_is_the_change_that_is_told_elsewhere():
    before, now = waves([(3.0, 3.5), (2.0, 3.0), (4.0, 4.25), (np.nan, 5.0), (1.0, np.nan)])
    total, whole = change_parts(before, now).total, mean_change(before, now)
    assert (total.estimate, total.low, total.high) == (whole.estimate, whole.low, whole.high)


def test_easier_items_are_told_apart_from_people():
    before, now = waves([(3.0, 3.0), (2.0, 2.0), (4.0, 4.0)])
    got = change_parts(before, now + 0.5, common_before=before, common_now=now)
    assert got.within.estimate == 0
    assert got.items.estimate == pytest.approx(0.5)


def test_without_links_nothing_can_be_taken_apart():
    before, now = waves([(3.0, 3.0), (2.0, 2.5)])
    before.index, now.index = [None, None], [None, None]
    got = change_parts(before, now)
    assert got.within.reason == got.came.reason == got.went.reason == "nobody_linked"
    assert got.total.estimate == pytest.approx(0.25)


def test_the_smallest_change_is_found_four_times_in_five():
    rng, error = np.random.default_rng(1), 0.1
    smallest = smallest_change(error, 1e6)
    seen = np.abs(rng.normal(smallest, error, 20_000)) > 1.96 * error
    assert seen.mean() == pytest.approx(0.8, abs=0.01)
    assert np.isnan(smallest_change(np.nan, 10))


def test_who_stayed_may_be_told_so_that_skipping_a_scale_is_not_leaving():
    before, now = waves([(3.0, 3.5), (2.0, 3.0), (4.0, np.nan), (1.0, 1.5), (2.0, 2.5), (np.nan, 5.0)])
    got = change_parts(before, now, stayed=before.index)
    assert (got.came.n, got.went.n, got.came.estimate, got.went.estimate) == (0, 0, 0, 0)
    assert got.within.estimate == pytest.approx(now.mean() - before.mean())
    assert np.isfinite(got.within.low)
