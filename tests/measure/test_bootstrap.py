"""Bootstrap limits: a slow witness, and groups that do not feel each other."""

import numpy as np
import pytest

from alliance_analytics.measure.bootstrap import _quantiles, bootstrap_means

RNG = np.random.default_rng(3)
SCORES = RNG.choice([1.0, 2.25, 3.0, 4.5, 5.0], (60, 2))
PLACES = np.repeat([0, 1, 2], [25, 25, 10])


def slow_limits(scores, samples, seed):
    """Draw one resample after the other."""
    rng = np.random.default_rng(seed)
    means = [scores[rng.integers(0, len(scores), len(scores))].mean() for _ in range(samples)]
    return np.quantile(means, [0.025, 0.975])


def test_limits_are_those_of_patient_resampling():
    low, high = bootstrap_means(SCORES, PLACES, 3, samples=4000)
    for group in range(3):
        expected = slow_limits(SCORES[group == PLACES, 1], 4000, 9)
        assert (low[group, 1], high[group, 1]) == pytest.approx(expected, abs=0.05)


def test_groups_do_not_feel_their_order_or_each_other():
    whole = bootstrap_means(SCORES, PLACES, 3, samples=200)
    alone = bootstrap_means(SCORES[PLACES == 2], np.zeros(10, dtype=int), 1, samples=200)
    assert whole[0][2].tolist() == alone[0][0].tolist()
    assert whole[1][2].tolist() == alone[1][0].tolist()


def test_a_missing_score_is_no_score():
    scores = SCORES[:25, :1].copy()
    scores[:5] = np.nan
    low, high = bootstrap_means(scores, np.zeros(25, dtype=int), 1, samples=2000)
    expected = slow_limits(scores[5:, 0], 4000, 2)
    assert (low[0, 0], high[0, 0]) == pytest.approx(expected, abs=0.15)


def test_one_person_has_no_limits():
    low, high = bootstrap_means(SCORES[:1], np.array([1]), 2, samples=10)
    assert np.isnan(low).all()
    assert np.isnan(high).all()


def test_quantiles_are_those_of_numpy_with_missing_means_left_out():
    means = RNG.normal(3, 1, (4, 201)).astype(np.float32)
    means[1, :150], means[2] = np.nan, np.nan
    found = _quantiles(means, [0.025, 0.5, 0.975])
    known = [0, 1, 3]
    assert found[:, known] == pytest.approx(
        np.nanquantile(means[known], [0.025, 0.5, 0.975], axis=1), abs=1e-6
    )
    assert np.isnan(found[:, 2]).all()
