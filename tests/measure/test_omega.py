"""Omega against loadings that are known, a slow likelihood, and cases that have none."""

import numpy as np
import pytest
from scipy import optimize

from alliance_analytics.measure import omega
from alliance_analytics.measure.omega import mcdonald_omega_total
from alliance_analytics.measure.reliability import cronbach_alpha


def table_with(correlation, people=60, seed=1):
    """Rows whose correlation matrix is exactly this one."""
    rows = np.random.default_rng(seed).standard_normal((people, len(correlation)))
    rows -= rows.mean(axis=0)
    whitened = rows @ np.linalg.inv(np.linalg.cholesky(np.cov(rows, rowvar=False)).T)
    return whitened @ np.linalg.cholesky(correlation).T


def one_factor(loadings):
    loadings = np.array(loadings)
    return np.outer(loadings, loadings) + np.diag(1 - loadings**2)


def slow_omega(correlation, n):
    """Maximum likelihood over loadings and uniquenesses, straight from the normal density."""

    def misfit(parameters):
        loadings, unique = np.split(parameters, 2)
        model = np.outer(loadings, loadings) + np.diag(np.exp(unique))
        return np.linalg.slogdet(model)[1] + np.trace(np.linalg.solve(model, correlation))

    items = len(correlation)
    start = np.concatenate([np.full(items, 0.7), np.full(items, np.log(0.5))])
    found = optimize.minimize(misfit, start, options={"gtol": 1e-9}).x
    loadings, unique = np.split(found, 2)
    return loadings.sum() ** 2 / (loadings.sum() ** 2 + np.exp(unique).sum())


@pytest.mark.parametrize("estimator", ["ml", "minres"])
@pytest.mark.parametrize("denominator", ["model", "observed"])
def test_known_loadings_give_their_omega(estimator, denominator):
    loadings = [0.8, 0.7, 0.6, 0.5]
    table = table_with(one_factor(loadings))
    found = mcdonald_omega_total(table, estimator=estimator, matrix="correlation", denominator=denominator)
    assert found.estimate == pytest.approx(2.6**2 / (2.6**2 + 4 - 1.74), abs=1e-5)
    assert found.loadings == pytest.approx(loadings, abs=1e-4)


def test_equal_to_a_slow_likelihood():
    correlation = one_factor([0.8, 0.7, 0.6, 0.5]) + np.array(
        [[0, 0.05, 0, 0], [0.05, 0, 0, 0], [0, 0, 0, -0.04], [0, 0, -0.04, 0]]
    )
    found = mcdonald_omega_total(table_with(correlation), matrix="correlation")
    assert found.estimate == pytest.approx(slow_omega(correlation, 60), abs=1e-6)


def test_equal_loadings_make_it_alpha():
    table = table_with(one_factor([0.6] * 4)) * 2 + 3
    assert mcdonald_omega_total(table).estimate == pytest.approx(cronbach_alpha(table).estimate, abs=1e-6)


def test_units_matter_to_the_covariance_only():
    table = table_with(one_factor([0.8, 0.7, 0.6, 0.5]))
    stretched = table * np.array([3.0, 1, 1, 1])
    plain, scaled = (mcdonald_omega_total(each, matrix="correlation") for each in (table, stretched))
    assert plain.estimate == pytest.approx(scaled.estimate, abs=1e-6)
    assert mcdonald_omega_total(stretched).estimate > plain.estimate


@pytest.mark.parametrize("estimator", ["ml", "minres"])
def test_a_heywood_case_is_not_estimable(estimator):
    correlation = np.array([[1, 0.7, 0.7], [0.7, 1, 0.4], [0.7, 0.4, 1]])  # l1^2 = .7 * .7 / .4
    found = mcdonald_omega_total(table_with(correlation), estimator=estimator)
    assert found.improper
    assert np.isnan(found.estimate)
    assert found.reason == "improper_solution"


def test_a_second_top_of_the_likelihood_is_found():
    """The climb from equal loadings ends on a proper solution; a better one is improper."""
    columns = ["5345523344", "4445533414", "4455455352", "3355433434", "2544243543"]
    table = np.array([[float(answer) for answer in column] for column in columns]).T
    assert mcdonald_omega_total(table).improper


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (np.empty((0, 4)), "no_answers"),
        (np.ones((1, 4)), "one_person"),
        (np.random.default_rng(1).normal(size=(9, 1)), "one_item"),
        (np.random.default_rng(1).normal(size=(9, 2)), "too_few_items"),
        (np.random.default_rng(1).normal(size=(4, 4)), "too_few_people"),
        (np.full((9, 3), 0.1), "no_variance"),
        (np.column_stack([np.random.default_rng(1).normal(size=(9, 3)), np.ones(9)]), "constant_item"),
    ],
)
def test_undefined_is_missing_with_a_reason(table, reason):
    found = mcdonald_omega_total(table)
    assert found.reason == reason
    assert np.isnan(found.estimate)


def test_turning_all_items_changes_nothing():
    table = np.clip(np.round(table_with(one_factor([0.8, 0.7, 0.6, 0.5])) + 3), 1, 5)
    found = mcdonald_omega_total(table).estimate
    assert mcdonald_omega_total(6 - table).estimate == pytest.approx(found, abs=1e-7)
    assert mcdonald_omega_total(table[::-1, ::-1]).estimate == pytest.approx(found, abs=1e-7)


@pytest.mark.parametrize("estimator", ["ml", "minres"])
def test_a_search_without_an_end_is_told(estimator, monkeypatch):
    monkeypatch.setattr(omega, "MOST_STEPS", 1)
    monkeypatch.setattr(omega, "LARGEST_SLOPE", 1e-30)
    found = mcdonald_omega_total(table_with(one_factor([0.8, 0.7, 0.6, 0.5])), estimator=estimator)
    assert found.reason == "not_converged"
    assert np.isnan(found.estimate)
