"""McDonald's omega: the share of the sum score's variance that one common factor explains.

In small groups the factor often has no proper solution (in 44 of 100 samples of 15 people with four items of
loading .6). Such a Heywood case is called not estimable; alpha is what remains.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.optimize import OptimizeResult
from statsmodels.multivariate.factor import Factor

from alliance_analytics.measure.reliability import Reliability, constant_items, listwise, too_small
from alliance_analytics.measure.results import NAN, Floats, Reason

Estimator = Literal["ml", "minres"]
Matrix = Literal["covariance", "correlation"]
Denominator = Literal["model", "observed"]

FEWEST_ITEMS = 3
"""Two items have one correlation and two loadings: any number of factors fits."""
SMALLEST_UNIQUENESS = 0.005
"""At or below it the solution is improper: the bound of R's factanal, so that both call the same cases so."""
MOST_STEPS, STEP = 20_000, 1e-12
"""Principal axes creep; so many steps, until the communalities move by less."""
LARGEST_SLOPE = 1e-4
"""A maximum of the likelihood is flat; a steeper end of the search was none."""


@dataclass(frozen=True, kw_only=True)
class Omega(Reliability):
    """An omega with the loadings it is made of, on the scale of the matrix that was asked for."""

    loadings: tuple[float, ...] = ()
    uniquenesses: tuple[float, ...] = ()

    @property
    def improper(self) -> bool:
        """Whether a uniqueness sits on its bound (a Heywood case); then there is no omega."""
        return self.reason == "improper_solution"


def mcdonald_omega_total(
    answers: Floats,
    *,
    estimator: Estimator = "ml",
    matrix: Matrix = "covariance",
    denominator: Denominator = "model",
) -> Omega:
    """Return McDonald's omega total of one factor, ``(sum l)^2 / ((sum l)^2 + sum u)``.

    Parameters
    ----------
    answers : array, shape (n_people, n_items)
        Turned answers; NaN = no usable answer. Incomplete rows are left out.
    estimator : {'ml', 'minres'}
        Maximum likelihood, or iterated principal axes, which ends where least squares of the residual
        correlations does.
    matrix : {'covariance', 'correlation'}
        Omega of the plain sum score, or of items brought to equal spread. The factor is fitted to the
        correlations in both cases; loadings and uniquenesses are then brought back to the items' units.
    denominator : {'model', 'observed'}
        Variance of the sum score as the model has it, or as observed. With minres and *observed* it is
        ``1 - sum u / sum of the matrix``, which differs from the ratio above by the residuals.

    Returns
    -------
    Omega
        0 to 1, without an interval. NaN with a reason for fewer than three items, no more people than items,
        a constant item, an improper solution, or a search that found no end.

    Notes
    -----
    McDonald (1999), Test Theory, ch. 6; docs/methods.md, "Reliability".
    """
    used = listwise(answers)
    reason = _too_little(used)
    if reason:
        return _omega(used, NAN, reason, (estimator, matrix, denominator), None)
    correlation = np.asarray(np.corrcoef(used, rowvar=False))
    scale = used.std(axis=0, ddof=1) if matrix == "covariance" else np.ones(used.shape[1])
    factor = _one_factor(correlation, len(used), estimator).times(scale)
    observed = float((correlation * np.outer(scale, scale)).sum())
    omega = NAN if factor.reason else _explained(factor, observed, estimator, denominator)
    return _omega(used, omega, factor.reason, (estimator, matrix, denominator), factor)


@dataclass(frozen=True, eq=False)
class _Factor:
    loadings: Floats
    uniquenesses: Floats
    reason: Reason

    def times(self, scale: Floats) -> _Factor:
        """Return the factor of answers of another spread."""
        return _Factor(self.loadings * scale, self.uniquenesses * scale**2, self.reason)


def _too_little(answers: Floats) -> Reason:
    n, items = answers.shape
    if too_small(n, items):
        return too_small(n, items)
    if items < FEWEST_ITEMS:
        return "too_few_items"
    constant = constant_items(answers)
    if constant.any():
        return "no_variance" if constant.all() else "constant_item"
    return "too_few_people" if n <= items else ""


def _one_factor(correlation: Floats, n: int, estimator: Estimator) -> _Factor:
    search = _maximum_likelihood if estimator == "ml" else _principal_axes
    loadings, uniquenesses, ended = search(correlation, n)
    improper = not (uniquenesses > SMALLEST_UNIQUENESS).all()
    reason: Reason = "improper_solution" if improper else "" if ended else "not_converged"
    return _Factor(loadings, uniquenesses, reason)


def _maximum_likelihood(correlation: Floats, n: int) -> tuple[Floats, Floats, bool]:
    even = np.full(len(correlation), np.sqrt(0.5))
    near_an_item = np.clip(correlation, -0.9, 0.9)  # in small groups the likelihood has several tops
    model = Factor(corr=correlation, n_factor=1, method="ml", nobs=n)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # how the search ended is told by the reason
        ends = [_climb(model, start) for start in (even, *near_an_item)]
    loadings, uniquenesses, search = min(ends, key=lambda end: _misfit(correlation, end[1]))
    return loadings, uniquenesses, bool(np.abs(search.jac).max() < LARGEST_SLOPE)


def _climb(model: Factor, start: Floats) -> tuple[Floats, Floats, OptimizeResult]:
    found = model.fit(start=(start[:, None], 1 - start**2))
    return found.loadings[:, 0], found.uniqueness, found.mle_retvals


def _misfit(correlation: Floats, uniquenesses: Floats) -> float:
    # Lawley & Maxwell (1971), ch. 4: minus the likelihood, given uniquenesses that are kept off 0.
    scale = 1 / np.sqrt(np.maximum(uniquenesses, SMALLEST_UNIQUENESS))
    left_over = np.linalg.eigvalsh(correlation * np.outer(scale, scale))[:-1]
    return float((left_over - np.log(left_over)).sum())


def _principal_axes(correlation: Floats, n: int) -> tuple[Floats, Floats, bool]:
    factor = Factor(corr=correlation, n_factor=1, method="pa", nobs=n, smc=False)
    found = factor.fit(maxiter=MOST_STEPS, tol=STEP)
    loadings, uniquenesses = found.loadings[:, 0], found.uniqueness
    left_over = correlation - np.outer(loadings, loadings) - np.diag(uniquenesses)
    ended = np.abs(left_over @ loadings).max() < LARGEST_SLOPE  # as the gradient of least squares is there
    return loadings, uniquenesses, bool(ended)


def _explained(factor: _Factor, observed: float, estimator: Estimator, denominator: Denominator) -> float:
    common, unique = factor.loadings.sum() ** 2, factor.uniquenesses.sum()
    if denominator == "model":
        return float(common / (common + unique))
    return float(common / observed if estimator == "ml" else 1 - unique / observed)


def _omega(
    answers: Floats, omega: float, reason: Reason, choices: tuple[str, ...], factor: _Factor | None
) -> Omega:
    return Omega(
        estimate=omega,
        method=f"McDonald's omega, {', '.join(choices)}",
        n=len(answers),
        items=answers.shape[1],
        reason=reason,
        loadings=tuple(factor.loadings.tolist()) if factor else (),
        uniquenesses=tuple(factor.uniquenesses.tolist()) if factor else (),
    )
