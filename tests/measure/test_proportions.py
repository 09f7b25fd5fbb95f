"""Shares against printed intervals, a slow solution, and what a census must be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats

from alliance_analytics.measure.proportions import favourable_shares, top_box, wilson_interval

NAN = float("nan")


@pytest.mark.parametrize(
    ("k", "n", "low", "high"), [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611)]
)
def test_printed_limits(k, n, low, high):
    """Newcombe (1998), table I, method 3."""
    found = wilson_interval(k, n)
    assert (float(found.low), float(found.high)) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 39))
def test_limits_are_where_the_score_test_just_rejects(k):
    found, share = wilson_interval(k, 40), k / 40

    def beyond(truth):
        return abs(share - truth) - stats.norm.ppf(0.975) * np.sqrt(truth * (1 - truth) / 40)

    assert float(found.low) == pytest.approx(optimize.brentq(beyond, 1e-12, share), abs=1e-9)
    assert float(found.high) == pytest.approx(optimize.brentq(beyond, share, 1 - 1e-12), abs=1e-9)


@given(st.integers(0, 30), st.integers(1, 30))
def test_turning_mirrors_and_the_share_lies_inside(k, n):
    k = min(k, n)
    found, turned = wilson_interval(k, n), wilson_interval(n - k, n)
    assert 0 <= float(found.low) <= k / n <= float(found.high) <= 1
    assert float(turned.low) == pytest.approx(1 - float(found.high), abs=1e-12)


def test_a_finite_population_makes_n_larger():
    """20 of 30: n* = 20 * 29 / 10 = 58."""
    found, larger = wilson_interval(5, 20, population=30), wilson_interval(5 * 58 / 20, 58)
    assert (float(found.low), float(found.high)) == pytest.approx((float(larger.low), float(larger.high)))


def test_a_census_is_its_share_and_an_unknown_population_is_endless():
    found = wilson_interval([3, 3, 3], [4, 4, 4], population=[4, NAN, 3])
    endless = wilson_interval(3, 4)
    assert (found.low[0], found.high[0]) == (0.75, 0.75)
    assert found.low[1:].tolist() == [float(endless.low)] * 2


def test_finite_intervals_hold_the_share_of_everybody():
    generator = np.random.default_rng(3)
    everybody = generator.random((4000, 25)) < 0.6
    k, truth = everybody[:, :18].sum(axis=1), everybody.mean(axis=1)
    found = wilson_interval(k, np.full(4000, 18), population=np.full(4000, 25))
    assert ((found.low <= truth) & (truth <= found.high)).mean() > 0.94


def test_nobody_has_no_share():
    found = top_box(np.array([NAN, NAN]))
    assert (found.reason, found.n) == ("no_answers", 0)
    assert np.isnan([found.estimate, found.low, found.high]).all()


def test_the_highest_options_of_those_who_chose():
    found = top_box(np.array([1.0, 3, 4, 5, NAN]), population=9)
    assert (found.estimate, found.count, found.n, found.population) == (0.5, 2, 4, 9)
    assert top_box(np.array([4.0, 5, 6]), scale_max=6).count == 2


def test_three_shares_sum_to_one():
    found = favourable_shares(np.array([1.0, 2, 3, 4, 5, 5, NAN]))
    parts = found.favourable, found.neutral, found.unfavourable
    assert [part.count for part in parts] == [3, 1, 2]
    assert sum(part.estimate for part in parts) == pytest.approx(1)


@given(st.lists(st.integers(1, 5).map(float), min_size=1, max_size=40))
def test_turning_swaps_favourable_and_unfavourable(answers):
    found, turned = favourable_shares(np.array(answers)), favourable_shares(6 - np.array(answers))
    assert (turned.favourable, turned.neutral) == (found.unfavourable, found.neutral)
