"""The mixed model: numbers in print, exact cases, a slow witness, and what cannot be fitted."""

import numpy as np
import pytest
from scipy import stats

from alliance_analytics.measure.differences import t_test_paired
from alliance_analytics.measure.mixed_model import lmm_trend


def two_waves(pairs, seed=2, spread=0.7):
    rng = np.random.default_rng(seed)
    own = rng.normal(3.5, spread, pairs)
    before, after = own + rng.normal(0, 0.4, pairs), own + 0.2 + rng.normal(0, 0.4, pairs)
    person = np.array([f"p{one}" for one in range(pairs)], dtype=object)
    return before, after, person


def stacked(before, after, person):
    time = np.repeat([1.0, 2.0], len(before))
    return np.concatenate([before, after]), time, np.concatenate([person, person])


def slow_criterion(scores, time, person, own, residual):
    """Write the whole covariance matrix down."""
    same = person[:, None] == person[None, :]
    covariance = own * same + residual * np.eye(len(scores))
    inverse = np.linalg.inv(covariance)
    design = np.column_stack([np.ones(len(scores)), time])
    information = design.T @ inverse @ design
    left = scores - design @ np.linalg.solve(information, design.T @ inverse @ scores)
    logs = np.linalg.slogdet(covariance)[1] + np.linalg.slogdet(information)[1]
    return logs + left @ inverse @ left + (len(scores) - 2) * np.log(2 * np.pi)


def test_complete_pairs_give_the_paired_t():
    before, after, person = two_waves(20)
    trend = lmm_trend(*stacked(before, after, person)).effects[1]
    paired = t_test_paired(after, before)
    assert (trend.estimate, trend.t) == pytest.approx((paired.estimate, paired.t), rel=1e-6)
    assert (trend.df, trend.p) == pytest.approx((paired.df, paired.p), rel=1e-3)
    assert (trend.low, trend.high) == pytest.approx((paired.low, paired.high), rel=1e-3)


def test_people_who_answered_once_count_as_well():
    before, after, person = two_waves(20)
    after[:4], before[16:] = np.nan, np.nan
    got = lmm_trend(*stacked(before, after, person))
    assert (got.n, got.people, got.reason) == (32, 20, "")
    assert 12 < got.effects[1].df < 30


def test_the_criterion_is_that_of_the_whole_matrix_and_no_neighbour_is_better():
    before, after, person = two_waves(15)
    after[:3] = np.nan
    scores, time, people = stacked(before, after, person)
    known = np.isfinite(scores)
    data = scores[known], time[known], people[known]
    got = lmm_trend(scores, time, people)
    own, residual = got.random[0, 0], got.residual
    assert slow_criterion(*data, own, residual) == pytest.approx(got.reml_criterion)
    for factor in (0.99, 1.01):
        assert slow_criterion(*data, factor * own, residual) > got.reml_criterion
        assert slow_criterion(*data, own, factor * residual) > got.reml_criterion


def test_a_person_without_a_level_of_their_own_is_a_singular_fit():
    rng = np.random.default_rng(3)
    person = np.array([f"p{one}" for one in range(12)], dtype=object)
    before = rng.normal(3, 0.5, 12)
    got = lmm_trend(*stacked(before, 6 - before + rng.normal(0, 0.05, 12), person))
    assert got.singular
    assert got.random[0, 0] == pytest.approx(0, abs=1e-6)


def test_slopes_of_their_own_need_three_waves_and_are_found():
    rng = np.random.default_rng(4)
    people, waves = 40, np.arange(5.0)
    own = rng.normal(3, 0.5, people)[:, None] + rng.normal(0.2, 0.15, people)[:, None] * waves
    scores = (own + rng.normal(0, 0.2, own.shape)).ravel()
    person = np.repeat([f"p{one}" for one in range(people)], 5).astype(object)
    got = lmm_trend(scores, np.tile(waves, people), person, slope=True)
    assert got.effects[1].low < 0.2 < got.effects[1].high
    assert got.random[1, 1] == pytest.approx(0.15**2, rel=0.6)
    assert got.effects[1].df == pytest.approx(people - 1, rel=0.05)


def test_order_does_not_matter():
    scores, time, person = stacked(*two_waves(12))
    order = np.random.default_rng(1).permutation(len(scores))
    one, other = lmm_trend(scores, time, person), lmm_trend(scores[order], time[order], person[order])
    assert one.effects[1].estimate == pytest.approx(other.effects[1].estimate, rel=1e-9)
    assert one.effects[1].se == pytest.approx(other.effects[1].se, rel=1e-5)


def test_the_interval_is_students_at_the_degrees_of_freedom():
    trend = lmm_trend(*stacked(*two_waves(20)), level=0.9).effects[1]
    assert trend.high - trend.estimate == pytest.approx(stats.t.ppf(0.95, trend.df) * trend.se)


@pytest.mark.parametrize(
    ("scores", "time", "person", "reason"),
    [
        ([3.0, 4.0, 2.0], [1, 2, 1], ["a", "b", "c"], "too_few"),
        ([3.0, np.nan], [1, 2], ["a", "a"], "too_few"),
        ([], [], [], "too_few"),
        ([3.0, 4.0, 2.0, 5.0], [1, 1, 1, 1], ["a", "a", "b", "b"], "no_trend"),
        ([3.0, 3.0, 3.0, 3.0], [1, 2, 1, 2], ["a", "a", "b", "b"], "no_variance"),
    ],
)
def test_what_cannot_be_fitted_says_why(scores, time, person, reason):
    got = lmm_trend(np.array(scores), np.array(time, dtype=float), np.array(person, dtype=object))
    assert (got.reason, got.effects) == (reason, ())
