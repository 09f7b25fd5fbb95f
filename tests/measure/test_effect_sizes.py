"""Effect sizes: numbers in print, slow witnesses, and what theory says of them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from alliance_analytics.measure.effect_sizes import (
    cliffs_delta,
    cohens_d_independent,
    cohens_d_paired,
    hedges_correction,
)

# Hours of sleep gained by ten people with one drug and with another (Student 1908, Biometrika 6, p. 20).
DEXTRO = np.array([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0])
LAEVO = np.array([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
SCORES = st.lists(st.sampled_from([1.0, 1.5, 2.0, 2.75, 3.0, 4.25, 5.0]), min_size=2, max_size=25)


def slow_delta(first, second):
    """Count every pair."""
    above = sum(a > b for a in first for b in second)
    below = sum(a < b for a in first for b in second)
    return (above - below) / (len(first) * len(second))


def test_between_groups_as_in_print():
    got = cohens_d_independent(DEXTRO, LAEVO)
    assert (got.d, got.g) == pytest.approx((-0.83218, -0.79694), abs=1e-5)
    assert got.difference == pytest.approx(-1.58)
    assert (got.n_first, got.n_second) == (10, 10)


def test_within_people_as_in_print():
    got = cohens_d_paired(DEXTRO, LAEVO)
    assert got.d_z == pytest.approx(-1.28, abs=0.005)
    assert got.d_av == pytest.approx(cohens_d_independent(DEXTRO, LAEVO).d)
    assert got.d_rm == pytest.approx(got.d_z * np.sqrt(2 * (1 - got.correlation)))


def test_limits_are_where_the_noncentral_t_says():
    got = cohens_d_independent(DEXTRO, LAEVO, level=0.9)
    scale = np.sqrt(1 / 10 + 1 / 10)
    assert stats.nct.cdf(got.d / scale, 18, got.d_low / scale) == pytest.approx(0.95)
    assert stats.nct.cdf(got.d / scale, 18, got.d_high / scale) == pytest.approx(0.05)


def test_the_correction_is_a_ratio_of_gammas():
    for df in (2, 10, 50):
        exact = math.gamma(df / 2) / (math.sqrt(df / 2) * math.gamma((df - 1) / 2))
        assert hedges_correction(df) == pytest.approx(exact)
    assert np.isnan(hedges_correction(1))


@given(first=SCORES, second=SCORES)
def test_delta_counts_every_pair(first, second):
    got = cliffs_delta(np.array(first), np.array(second))
    assert got.delta == pytest.approx(slow_delta(first, second))
    assert -1 <= got.low <= got.delta <= got.high <= 1


@given(first=SCORES, second=SCORES)
def test_exchanging_the_groups_turns_the_sign(first, second):
    one = cliffs_delta(np.array(first), np.array(second))
    other = cliffs_delta(np.array(second), np.array(first))
    assert (one.delta, one.low, one.high) == pytest.approx((-other.delta, -other.high, -other.low))


def test_thirds_are_ties():
    assert cliffs_delta(np.array([1 / 3 + 1 / 3 + 1 / 3, 2.0]), np.array([1.0, 2.0])).delta == 0


def test_groups_that_do_not_overlap_have_one_degenerate_limit():
    got = cliffs_delta(np.array([4.0, 5.0]), np.array([1.0, 2.0, 3.0]))
    assert (got.delta, got.high) == (1, 1)


def test_adding_a_constant_changes_nothing():
    one, other = cohens_d_independent(DEXTRO, LAEVO), cohens_d_independent(DEXTRO + 7, LAEVO + 7)
    assert (one.d, one.d_low) == pytest.approx((other.d, other.d_low))


@pytest.mark.parametrize(
    ("function", "first", "second", "reason"),
    [
        (cohens_d_independent, [4.0], [1.0, 2.0], "too_few"),
        (cohens_d_independent, [3.0, 3.0], [3.0, 3.0], "no_variance"),
        (cohens_d_independent, [], [3.0, 3.0], "too_few"),
        (cohens_d_paired, [4.0, np.nan], [1.0, 2.0], "too_few"),
        (cohens_d_paired, [4.0, 3.0], [3.0, 2.0], "no_variance"),
        (cliffs_delta, [], [1.0], "too_few"),
        (cliffs_delta, [4.0], [1.0, 2.0], "too_few"),
    ],
)
def test_what_is_undefined_is_missing_with_a_reason(function, first, second, reason):
    got = function(np.array(first), np.array(second))
    assert got.reason == reason
    limits = [getattr(got, name) for name in ("d_low", "d_z_low", "low") if hasattr(got, name)]
    assert np.isnan(limits).all()
