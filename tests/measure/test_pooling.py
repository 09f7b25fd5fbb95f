"""Partial pooling beside published numbers, an integral that can be read, and worlds whose truth is known."""

import numpy as np
import pytest
from scipy import integrate, stats

from alliance_analytics.measure.pooling import (
    error_of_interval,
    partial_pooling,
    ranks_by_draws,
)

SCHOOLS = np.array([28.0, 8, -3, 7, -1, 1, 18, 12])
SCHOOL_ERRORS = np.array([15.0, 10, 16, 11, 9, 11, 10, 18])


def slow_mean(means, errors, place):
    """Integrate the posterior mean of one group over the spread, one step after the other."""

    def parts(spread):
        precision = 1 / (errors**2 + spread**2)
        centre = (precision * means).sum() / precision.sum()
        fit = np.sum(stats.norm.logpdf(means, centre, np.sqrt(1 / precision))) - 0.5 * np.log(precision.sum())
        own = spread**2 / (spread**2 + errors[place] ** 2)
        return np.exp(fit + 30), own * means[place] + (1 - own) * centre

    whole = integrate.quad(lambda spread: parts(spread)[0], 1e-6, 80, limit=200)[0]
    return integrate.quad(lambda spread: np.prod(parts(spread)), 1e-6, 80, limit=200)[0] / whole


def test_the_eight_schools_of_the_book():
    """Bayesian Data Analysis, table 5.3: posterior medians of A to H, from 200 draws."""
    pooled = partial_pooling(SCHOOLS, SCHOOL_ERRORS)
    book = np.array([10, 8, 7, 8, 5, 6, 10, 8])
    assert np.median(pooled.draws, axis=0) == pytest.approx(book, abs=1.5)
    assert pooled.centre == pytest.approx(7.9, abs=0.6)
    assert pooled.low[0] == pytest.approx(-2, abs=2.5)
    assert pooled.high[0] == pytest.approx(31, abs=3)


@pytest.mark.parametrize("place", [0, 2, 6])
def test_the_mean_is_the_integral_over_the_spread(place):
    pooled = partial_pooling(SCHOOLS, SCHOOL_ERRORS)
    assert pooled.mean[place] == pytest.approx(slow_mean(SCHOOLS, SCHOOL_ERRORS, place), abs=0.15)


def test_draws_and_means_tell_the_same():
    pooled = partial_pooling(SCHOOLS, SCHOOL_ERRORS, draws=40_000)
    assert pooled.draws.mean(axis=0) == pytest.approx(pooled.mean, abs=0.2)


def test_a_mean_of_few_people_is_drawn_further():
    errors = np.array([0.5, 0.1, 0.1, 0.1, 0.1, 0.1])
    pooled = partial_pooling([4.5, 4.5, 3.0, 3.1, 3.2, 3.4], errors)
    assert pooled.mean[0] < pooled.mean[1] < 4.5
    assert pooled.weight[0] < pooled.weight[1] < 1


def test_what_is_known_exactly_stays_where_it_is():
    pooled = partial_pooling([3.0, 4.0, 3.5, 2.0], [0.0, 0.3, 0.3, 0.3])
    assert (pooled.mean[0], pooled.low[0], pooled.high[0]) == pytest.approx((3.0, 3.0, 3.0))
    assert pooled.weight[0] == pytest.approx(1.0)


def test_what_is_hidden_gets_nothing_and_gives_nothing():
    whole = partial_pooling([3.0, 4.0, 3.5], [0.2, 0.2, 0.2])
    beside = partial_pooling([3.0, np.nan, 4.0, 3.5], [0.2, 0.2, 0.2, 0.2])
    assert np.isnan([beside.mean[1], beside.low[1], beside.weight[1]]).all()
    assert np.isnan(beside.draws[:, 1]).all()
    assert beside.mean[[0, 2, 3]] == pytest.approx(whole.mean)


def test_two_groups_stand_by_themselves():
    alone = partial_pooling([3.0, 4.0], [0.1, 0.2])
    assert not alone.pooled
    assert alone.mean.tolist() == [3.0, 4.0]
    assert alone.high - alone.low == pytest.approx(2 * 1.959964 * np.array([0.1, 0.2]))
    assert np.isnan(alone.centre)


def test_a_census_of_all_needs_no_pooling():
    alone = partial_pooling([3.0, 4.0, 3.5], [0.0, 0.0, 0.0])
    assert alone.low.tolist() == alone.high.tolist() == [3.0, 4.0, 3.5]


def test_equal_groups_are_pulled_together():
    pooled = partial_pooling([3.4, 3.5, 3.6, 3.5, 3.5], [0.4] * 5)
    assert pooled.weight.max() < 0.35
    assert np.ptp(pooled.mean) < 0.1


def test_the_same_groups_give_the_same_limits():
    first, second = (partial_pooling(SCHOOLS, SCHOOL_ERRORS) for _ in range(2))
    assert first.low.tolist() == second.low.tolist()
    assert partial_pooling(SCHOOLS, SCHOOL_ERRORS, seed=1).low.tolist() != first.low.tolist()


def test_limits_and_ranks_cover_the_truth_as_often_as_they_say():
    luck, hits, ranked = np.random.default_rng(5), [], []
    for _ in range(60):
        truth = luck.normal(3.4, 0.4, 25)
        errors = luck.uniform(0.05, 0.4, 25)
        pooled = partial_pooling(truth + errors * luck.standard_normal(25), errors, draws=1000)
        hits.append((pooled.low <= truth) & (truth <= pooled.high))
        rank, low, high = ranks_by_draws(-pooled.draws)
        true_rank = stats.rankdata(truth)
        ranked.append((low <= true_rank) & (true_rank <= high))
        assert sorted(rank) == list(range(1, 26))
    assert 0.93 <= np.mean(hits) <= 0.98
    assert np.mean(ranked) >= 0.93


def test_the_pooled_mean_errs_less_than_the_plain_one():
    luck = np.random.default_rng(8)
    truth, errors = luck.normal(3.4, 0.3, 200), luck.uniform(0.1, 0.6, 200)
    seen = truth + errors * luck.standard_normal(200)
    pooled = partial_pooling(seen, errors)
    assert np.mean((pooled.mean - truth) ** 2) < 0.6 * np.mean((seen - truth) ** 2)


def test_ranks_of_draws_that_never_meet():
    rank, low, high = ranks_by_draws(np.array([[1.0, 3.0, 2.0], [1.1, 3.1, 2.1]]))
    assert rank.tolist() == low.tolist() == high.tolist() == [3, 1, 2]


def test_ranks_that_cannot_be_told_apart_span_all_places():
    draws = np.random.default_rng(3).standard_normal((2000, 4))
    rank, low, high = ranks_by_draws(draws)
    assert sorted(rank) == [1, 2, 3, 4]
    assert low.tolist() == [1] * 4
    assert high.tolist() == [4] * 4


def test_what_is_not_known_has_no_rank():
    draws = np.array([[1.0, np.nan, 2.0], [1.0, np.nan, 2.0]])
    for found in ranks_by_draws(draws):
        assert found[[0, 2]].tolist() == [2, 1]
        assert np.isnan(found[1])
    assert np.isnan(ranks_by_draws(np.full((2, 2), np.nan))).all()


def test_the_error_of_an_interval_gives_the_interval_back():
    low, high = np.array([2.5, 3.0]), np.array([3.5, 3.4])
    error = error_of_interval(low, high)
    assert stats.norm.interval(0.95, [3.0, 3.2], error) == (pytest.approx(low), pytest.approx(high))


def test_a_census_has_no_error_and_no_limits_give_none():
    found = error_of_interval(np.array([3.0, np.nan]), np.array([3.0, np.nan]))
    assert found[0] == 0
    assert np.isnan(found[1])
