"""Trend over waves from everybody who ever answered: people who answered once count as well.

A mixed model with a person's own level (and slope, if asked) as a random effect, fitted by restricted maximum
likelihood, with Satterthwaite's degrees of freedom. It works on sums a person, so that its cost does not grow
with the square of the people.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize
from statsmodels.tools.numdiff import approx_fprime, approx_hess

from alliance_analytics.measure.critical_values import critical_t, p_of_t
from alliance_analytics.measure.restricted_likelihood import (
    Sums,
    criterion,
    lower_triangle,
    profiled_criterion,
)

Floats = npt.NDArray[np.float64]
ON_THE_EDGE = 1e-4
"""Relative standard deviation of a random effect below which the fit is singular."""


@dataclass(frozen=True)
class FixedEffect:
    """One coefficient, with its interval and two-sided test of zero.

    Attributes
    ----------
    estimate, se, low, high : float
        In points (a trend: points a unit of time).
    df : float
        Satterthwaite's degrees of freedom.
    t, p : float
        Test of zero.
    """

    estimate: float
    se: float
    low: float
    high: float
    df: float
    t: float
    p: float


@dataclass(frozen=True)
class MixedModel:
    """A fitted model; without effects and with a ``reason`` where there is none.

    Attributes
    ----------
    effects : tuple of FixedEffect
        One a column of the fixed part, in its order.
    random : array, shape (q, q)
        Covariance of the random effects.
    residual : float
        Residual variance.
    reml_criterion : float
        Minus twice the restricted log likelihood.
    n, people : int
        Scores, and people who gave them.
    level : float
        Nominal coverage.
    singular : bool
        Whether a random effect has no variance, or two move as one: said, never hidden.
    method : str
        ``reml-satterthwaite``.
    reason : str
        Why there is no fit, or ''.
    """

    effects: tuple[FixedEffect, ...]
    random: Floats
    residual: float
    reml_criterion: float
    n: int
    people: int
    level: float
    singular: bool
    method: str = "reml-satterthwaite"
    reason: str = ""


def lmm_trend(
    scores: Floats,
    time: Floats,
    person: npt.NDArray[np.object_],
    *,
    slope: bool = False,
    level: float = 0.95,
) -> MixedModel:
    """Return intercept and trend of scores over time, with a random intercept a person.

    Parameters
    ----------
    scores : array, shape (n,)
        Scores; NaN = none, which does not count.
    time : array, shape (n,)
        Wave as a number.
    person : array of str, shape (n,)
        Who gave the score.
    slope : bool
        Whether people also have a trend of their own; it needs three waves.
    level : float
        Nominal coverage, 0 to 1.

    Notes
    -----
    Bates, Maechler, Bolker & Walker (2015), Journal of Statistical Software 67(1); Satterthwaite's degrees of
    freedom as in Kuznetsova, Brockhoff & Christensen (2017), same journal 82(13). docs/methods.md, "Change
    between waves".
    """
    fixed = np.column_stack([np.ones(len(scores)), np.asarray(time, dtype=float)])
    return mixed_model(scores, fixed, fixed if slope else fixed[:, :1], person, level=level)


def mixed_model(
    scores: Floats,
    fixed: Floats,
    random: Floats,
    group: npt.NDArray[np.object_],
    *,
    level: float = 0.95,
) -> MixedModel:
    """Return a fitted mixed model with one grouping.

    Parameters
    ----------
    scores : array, shape (n,)
        Scores; NaN = none.
    fixed, random : array, shapes (n, p) and (n, q)
        Columns of the fixed and of the random part.
    group : array, shape (n,)
        What the random effects belong to.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    MixedModel
        With reason ``too_few`` (no score left over to judge by, or nobody scored twice), ``no_trend`` (the
        fixed columns are not independent) or ``no_variance``.
    """
    known = np.isfinite(scores)
    _, places = np.unique(group[known], return_inverse=True)
    sums = Sums.of(np.asarray(scores, dtype=float)[known], fixed[known], random[known], places)
    reason = _why_not(sums)
    if reason:
        nothing = np.full((random.shape[1],) * 2, np.nan)
        return MixedModel((), nothing, np.nan, np.nan, sums.n, sums.groups, level, False, reason=reason)
    theta = _best(sums)
    at = sums.at(theta)
    sigma = float(np.sqrt(at.rss / sums.freedom))
    factor = lower_triangle(theta, sums.q)
    return MixedModel(
        effects=_effects(sums, theta, sigma, level),
        random=sigma**2 * factor @ factor.T,
        residual=sigma**2,
        reml_criterion=profiled_criterion(theta, sums),
        n=sums.n,
        people=sums.groups,
        level=level,
        singular=bool(np.diag(factor).min() < ON_THE_EDGE),
    )


def _why_not(sums: Sums) -> str:
    if sums.freedom < 1 or sums.most < 2 or sums.groups < 2:
        return "too_few"
    if np.linalg.matrix_rank(sums.xx) < len(sums.xx):
        return "no_trend"
    return "no_variance" if sums.yy < 1e-18 * sums.n else ""


def _best(sums: Sums) -> Floats:
    rows, columns = np.tril_indices(sums.q)
    start, floor = np.where(rows == columns, 1.0, 0.0), np.where(rows == columns, 0.0, -np.inf)
    bounds = [(low, np.inf) for low in floor]
    found = optimize.minimize(
        profiled_criterion,
        start,
        args=(sums,),
        method="L-BFGS-B",
        bounds=bounds,
        options={"ftol": 1e-15, "gtol": 1e-9},
    )
    polished = optimize.minimize(
        profiled_criterion,
        found.x,
        args=(sums,),
        method="Nelder-Mead",
        bounds=bounds,
        options={"xatol": 1e-9, "fatol": 1e-12},
    )
    return np.asarray(polished.x, dtype=float)


def _effects(sums: Sums, theta: Floats, sigma: float, level: float) -> tuple[FixedEffect, ...]:
    """Return the coefficients; Satterthwaite's df come from how their variances move with the parameters."""
    at, parameters = sums.at(theta), np.append(theta, sigma)

    def variances(values: Floats) -> Floats:
        inverse = np.linalg.inv(sums.at(values[:-1]).information)
        return np.asarray(values[-1] ** 2 * np.diag(inverse), dtype=float)

    hessian = approx_hess(parameters, criterion, args=(sums,))
    slopes = np.atleast_2d(approx_fprime(parameters, variances, centered=True))
    spread = slopes @ np.linalg.pinv(hessian / 2, rcond=1e-8, hermitian=True) @ slopes.T
    variance = variances(parameters)
    df = 2 * variance**2 / np.diag(spread)
    estimates = sums.centre + at.beta
    return tuple(
        _effect(float(estimate), float(np.sqrt(own)), float(freedom), level)
        for estimate, own, freedom in zip(estimates, variance, df, strict=True)
    )


def _effect(estimate: float, se: float, df: float, level: float) -> FixedEffect:
    t = estimate / se
    half = critical_t(level, df) * se
    return FixedEffect(estimate, se, estimate - half, estimate + half, df, t, p_of_t(t, df))
