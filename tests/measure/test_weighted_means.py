"""Weighted and stratified means: by hand, against every sample that could be drawn, and in special cases."""

from itertools import combinations

import numpy as np
import pytest

from alliance_analytics.measure.group_means import group_mean_ci
from alliance_analytics.measure.weighted_means import (
    clustered_variance,
    stratified_mean_ci,
    stratified_total,
    weighted_mean_ci,
)
from alliance_analytics.measure.weights import Weights, poststratify_weights, rake_weights

SCORES = np.array([4.0, 3.0, 5.0, 2.0, 2.5, 3.5, 4.5])
STRATA = np.array(["a", "a", "a", "b", "b", "b", "b"], dtype=object)
EQUAL = Weights(np.full(7, 2.0), np.full(7, 2.0))


def test_a_stratified_mean_by_hand():
    got = stratified_mean_ci(SCORES, STRATA, {"a": 10, "b": 8})
    assert got.mean == pytest.approx((10 * 4 + 8 * 3.125) / 18)
    variance = (10 / 18) ** 2 * 1 / 3 * 0.7 + (8 / 18) ** 2 * SCORES[3:].var(ddof=1) / 4 * 0.5
    assert got.se == pytest.approx(variance**0.5)
    assert (got.df, got.n, got.population) == (5, 7, 18)
    assert got.low < got.mean < got.high


def test_a_total_is_the_mean_times_the_people():
    mean = stratified_mean_ci(SCORES, STRATA, {"a": 10, "b": 8})
    total = stratified_total(SCORES, STRATA, {"a": 10, "b": 8})
    assert (total.mean, total.se) == pytest.approx((18 * mean.mean, 18 * mean.se))


def test_the_squared_error_is_unbiased_over_every_sample():
    people = {"a": np.array([1.0, 2.0, 4.0, 5.0]), "b": np.array([3.0, 3.5, 5.0])}
    strata = np.array(["a", "a", "b", "b"], dtype=object)
    found = [
        stratified_mean_ci(np.array([*first, *second]), strata, {"a": 4, "b": 3})
        for first in combinations(people["a"], 2)
        for second in combinations(people["b"], 2)
    ]
    means = np.array([one.mean for one in found])
    assert means.mean() == pytest.approx((12 + 11.5) / 7)
    assert np.mean([one.se**2 for one in found]) == pytest.approx(means.var())


def test_equal_weights_give_the_textbook_interval():
    got = weighted_mean_ci(SCORES, EQUAL, population=14)
    plain = group_mean_ci(
        *(np.array([v]) for v in (SCORES.mean(), SCORES.std(ddof=1), 7, 14)), method="t-fpc"
    )
    assert (got.low, got.high) == pytest.approx((plain.low[0], plain.high[0]))


def test_groups_that_explain_the_score_leave_no_error():
    scores = np.where(STRATA == "a", 4.0, 2.0)
    got = weighted_mean_ci(scores, poststratify_weights(STRATA, {"a": 10, "b": 8}))
    assert got.mean == pytest.approx((40 + 16) / 18)
    assert got.se == pytest.approx(0, abs=1e-12)


def test_a_missing_score_keeps_its_place_in_the_design():
    weights = rake_weights({"p": STRATA}, {"p": {"a": 10, "b": 8}})
    got = weighted_mean_ci(np.where(SCORES == 2.0, np.nan, SCORES), weights)
    assert (got.n, got.df) == (6, 6)


def test_a_census_has_no_error():
    got = weighted_mean_ci(SCORES, Weights(np.ones(7), np.ones(7)))
    assert (got.se, got.low, got.high) == (0, got.mean, got.mean)
    assert stratified_mean_ci(SCORES, STRATA, {"a": 3, "b": 4}).se == 0


def test_people_drawn_in_clusters_vary_by_cluster():
    clusters = np.array(["t1", "t1", "t1", "t2", "t2", "t3", "t3"], dtype=object)
    got = weighted_mean_ci(SCORES, EQUAL, clusters=clusters, population=30)
    sums = [sum((SCORES[clusters == name] - SCORES.mean()) / 7) for name in ("t1", "t2", "t3")]
    assert got.se**2 == pytest.approx(0.9 * 3 / 2 * sum(value**2 for value in sums))
    assert got.df == 2


def test_order_of_people_does_not_matter():
    weights = poststratify_weights(STRATA, {"a": 10, "b": 8})
    order = np.random.default_rng(1).permutation(7)
    turned = poststratify_weights(STRATA[order], {"a": 10, "b": 8})
    one, other = weighted_mean_ci(SCORES, weights), weighted_mean_ci(SCORES[order], turned)
    assert (one.mean, one.se) == pytest.approx((other.mean, other.se), rel=1e-12)


@pytest.mark.parametrize(
    ("scores", "population", "reason"),
    [
        ([4.0, np.nan, np.nan], {"a": 5, "b": 5}, "empty_stratum"),
        ([4.0, 3.0, 2.0], {"a": 5, "b": 5}, "one_in_stratum"),
        ([4.0, 3.0, 2.0], {}, "empty_stratum"),
    ],
)
def test_what_a_stratum_lacks_is_said(scores, population, reason):
    got = stratified_mean_ci(np.array(scores), np.array(["a", "a", "b"], dtype=object), population)
    assert got.reason == reason
    assert np.isnan(got.low)


def test_without_weights_or_scores_there_is_no_mean():
    none = rake_weights({"p": STRATA}, {"p": {"a": 10}})
    assert weighted_mean_ci(SCORES, none).reason == "unknown_group"
    assert weighted_mean_ci(np.full(7, np.nan), EQUAL).reason == "no_score"


def test_one_cluster_of_more_tells_no_variance():
    assert np.isnan(clustered_variance(np.ones(2), np.array([0, 0]), 0.5))
    assert clustered_variance(np.ones(2), np.array([0, 0]), 1.0) == 0
