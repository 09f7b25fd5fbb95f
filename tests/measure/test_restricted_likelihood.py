"""The restricted likelihood: beside the whole covariance matrix, written down."""

import numpy as np
import pytest

from alliance_analytics.measure.restricted_likelihood import (
    Sums,
    criterion,
    lower_triangle,
    profiled_criterion,
)

RNG = np.random.default_rng(5)
PLACES = np.array([0, 0, 0, 1, 1, 2, 2, 2, 3])
TIMES = np.array([1.0, 2, 3, 1, 3, 1, 2, 3, 2])
FIXED = np.column_stack([np.ones(9), TIMES])
SCORES = 3 + 0.2 * TIMES + RNG.normal(0, 0.5, 4)[PLACES] + RNG.normal(0, 0.3, 9)
SUMS = Sums.of(SCORES, FIXED, FIXED, PLACES)
THETA = np.array([1.2, -0.3, 0.4])


def slow_fit(theta, sigma):
    """Return criterion and coefficients from the covariance of all scores."""
    effects = np.zeros((9, 8))
    for row, place in enumerate(PLACES):
        effects[row, 2 * place : 2 * place + 2] = FIXED[row]
    factor = np.array([[theta[0], 0], [theta[1], theta[2]]])
    covariance = sigma**2 * (effects @ np.kron(np.eye(4), factor @ factor.T) @ effects.T + np.eye(9))
    inverse = np.linalg.inv(covariance)
    information = FIXED.T @ inverse @ FIXED
    beta = np.linalg.solve(information, FIXED.T @ inverse @ SCORES)
    left = SCORES - FIXED @ beta
    logs = np.linalg.slogdet(covariance)[1] + np.linalg.slogdet(information)[1]
    return logs + left @ inverse @ left + 7 * np.log(2 * np.pi), beta


@pytest.mark.parametrize("sigma", [0.3, 1.0])
def test_the_criterion_is_that_of_the_whole_covariance(sigma):
    expected = slow_fit(THETA, sigma)[0]
    assert criterion(np.append(THETA, sigma), SUMS) == pytest.approx(expected, rel=1e-9)


def test_the_best_residual_variance_gives_the_profiled_criterion():
    best = np.sqrt(SUMS.at(THETA).rss / SUMS.freedom)
    profiled = profiled_criterion(THETA, SUMS)
    assert profiled == pytest.approx(criterion(np.append(THETA, best), SUMS), rel=1e-12)
    assert profiled < criterion(np.append(THETA, 1.01 * best), SUMS)


def test_the_coefficients_are_those_of_generalised_least_squares():
    found = SUMS.centre + SUMS.at(THETA).beta
    assert found == pytest.approx(slow_fit(THETA, 1.0)[1], rel=1e-9)


def test_what_there_is_is_counted():
    assert (SUMS.n, SUMS.groups, SUMS.q, SUMS.freedom, SUMS.most) == (9, 4, 2, 7, 3)


def test_the_triangle_is_filled_row_by_row():
    assert lower_triangle(THETA, 2).tolist() == [[1.2, 0], [-0.3, 0.4]]
