"""Relative weights: what theory says of them, and when they are refused."""

import numpy as np
import pytest

from alliance_analytics.measure.relative_weights import relative_weights


@pytest.fixture
def scores():
    """Make an outcome and three predictors that overlap."""
    rng = np.random.default_rng(5)
    common = rng.normal(size=80)
    predictors = np.column_stack([common + rng.normal(size=80) for _ in range(3)])
    return predictors @ [0.6, 0.3, 0.0] + rng.normal(size=80), predictors


def explained(outcome, predictors):
    """Return R squared of an ordinary regression."""
    design = np.column_stack([np.ones(len(outcome)), predictors])
    left = outcome - design @ np.linalg.lstsq(design, outcome, rcond=None)[0]
    return 1 - left.var() / outcome.var()


def test_the_weights_add_up_to_what_is_explained(scores):
    got = relative_weights(*scores)
    assert got.raw.sum() == pytest.approx(explained(*scores))
    assert got.percent.sum() == pytest.approx(100)
    assert (got.raw >= 0).all()


def test_predictors_that_do_not_overlap_keep_their_squared_correlation():
    square = np.array([[1, 1], [1, -1], [-1, 1], [-1, -1]] * 10, dtype=float)
    outcome = square @ [2.0, 1.0] + np.tile([0.5, -0.5], 20) * np.repeat([1, -1], 20)
    got = relative_weights(outcome, square)
    assert got.raw == pytest.approx([np.corrcoef(outcome, square[:, one])[0, 1] ** 2 for one in (0, 1)])


def test_scale_and_order_do_not_matter(scores):
    outcome, predictors = scores
    one = relative_weights(outcome, predictors)
    other = relative_weights(3 * outcome - 1, predictors[:, ::-1] * 10 + 2)
    assert one.raw == pytest.approx(other.raw[::-1])


def test_limits_hold_the_estimate_and_come_again(scores):
    got, again = (relative_weights(*scores, samples=400, seed=3) for _ in range(2))
    assert (got.low <= got.raw).all()
    assert (got.raw <= got.high).all()
    assert got.low.tolist() == again.low.tolist()


def test_fewer_than_five_people_a_predictor_is_refused(scores):
    outcome, predictors = scores
    got = relative_weights(outcome[:14], predictors[:14])
    assert (got.reason, got.n) == ("too_few", 14)
    assert np.isnan(got.raw).all()


def test_a_column_without_variance_is_refused(scores):
    _, predictors = scores
    assert relative_weights(np.ones(80), predictors).reason == "no_variance"
