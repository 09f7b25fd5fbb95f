"""Trend over waves from everybody who ever answered: people who answered once count as well.

A mixed model with a person's own level (and slope, if asked) as a random effect, fitted by restricted maximum
likelihood, with Satterthwaite's degrees of freedom. It works on sums a person, so that its cost does not grow
with the square of the people.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize, stats
from statsmodels.tools.numdiff import approx_fprime, approx_hess

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
    sums = _Sums.of(np.asarray(scores, dtype=float)[known], fixed[known], random[known], places)
    reason = _why_not(sums)
    if reason:
        nothing = np.full((random.shape[1],) * 2, np.nan)
        return MixedModel((), nothing, np.nan, np.nan, sums.n, sums.groups, level, False, reason=reason)
    theta = _best(sums)
    at = sums.at(theta)
    sigma = float(np.sqrt(at.rss / sums.freedom))
    factor = _lower(theta, sums.q)
    return MixedModel(
        effects=_effects(sums, theta, sigma, level),
        random=sigma**2 * factor @ factor.T,
        residual=sigma**2,
        reml_criterion=_profiled(theta, sums),
        n=sums.n,
        people=sums.groups,
        level=level,
        singular=bool(np.diag(factor).min() < ON_THE_EDGE),
    )


@dataclass(frozen=True)
class _At:
    """What a choice of the random effects' relative spread gives."""

    log_det: float
    information: Floats
    beta: Floats
    rss: float


@dataclass(frozen=True)
class _Sums:
    """All that the likelihood needs: cross products, by group where the random part is in them."""

    zz: Floats
    zx: Floats
    zy: Floats
    xx: Floats
    xy: Floats
    yy: float
    centre: Floats
    n: int
    most: int

    @classmethod
    def of(cls, y: Floats, x: Floats, z: Floats, places: npt.NDArray[np.intp]) -> _Sums:
        """Return the sums of products of outcome, fixed and random part; ``places`` names each row's group."""
        groups = int(places.max()) + 1 if len(places) else 0
        # The fixed part is taken out first, so that no digits are lost in sums of squares.
        start = np.linalg.lstsq(x, y, rcond=None)[0] if len(y) else np.zeros(x.shape[1])
        y = y - x @ start

        def by_group(products: Floats) -> Floats:
            total = np.zeros((groups, *products.shape[1:]))
            np.add.at(total, places, products)
            return total

        return cls(
            zz=by_group(z[:, :, None] * z[:, None, :]),
            zx=by_group(z[:, :, None] * x[:, None, :]),
            zy=by_group(z * y[:, None]),
            xx=x.T @ x,
            xy=x.T @ y,
            yy=float(y @ y),
            centre=np.asarray(start, dtype=float),
            n=len(y),
            most=int(np.bincount(places).max()) if len(y) else 0,
        )

    @property
    def groups(self) -> int:
        """Number of groups."""
        return len(self.zz)

    @property
    def q(self) -> int:
        """Number of random effects in a group."""
        return int(self.zz.shape[1])

    @property
    def freedom(self) -> int:
        """Rows less fixed effects: the divisor of restricted maximum likelihood."""
        return self.n - len(self.xx)

    def at(self, theta: Floats) -> _At:
        """Return the fit where the random effects vary as ``theta`` says, in units of the residual."""
        factor = _lower(theta, self.q)
        inner = np.eye(self.q) + factor.T @ self.zz @ factor
        zx, zy = factor.T @ self.zx, self.zy @ factor
        solved_x = np.linalg.solve(inner, zx)
        solved_y = np.linalg.solve(inner, zy[:, :, None])[:, :, 0]
        information = self.xx - np.einsum("gqp,gqr->pr", zx, solved_x)
        right = self.xy - np.einsum("gqp,gq->p", zx, solved_y)
        beta = np.linalg.solve(information, right)
        rss = self.yy - float(np.einsum("gq,gq->", zy, solved_y)) - float(right @ beta)
        return _At(float(np.linalg.slogdet(inner)[1].sum()), information, beta, rss)


def _why_not(sums: _Sums) -> str:
    if sums.freedom < 1 or sums.most < 2 or sums.groups < 2:
        return "too_few"
    if np.linalg.matrix_rank(sums.xx) < len(sums.xx):
        return "no_trend"
    return "no_variance" if sums.yy < 1e-18 * sums.n else ""


def _lower(theta: Floats, q: int) -> Floats:
    factor = np.zeros((q, q))
    factor[np.tril_indices(q)] = theta
    return factor


def _profiled(theta: Floats, sums: _Sums) -> float:
    """Return minus twice the restricted log likelihood at its best residual variance."""
    at = sums.at(theta)
    spread = sums.freedom * (1 + np.log(2 * np.pi * at.rss / sums.freedom))
    return float(at.log_det + np.linalg.slogdet(at.information)[1] + spread)


def _deviance(parameters: Floats, sums: _Sums) -> float:
    """Return the same at any residual variance; ``parameters`` are theta and the residual SD."""
    at, sigma = sums.at(parameters[:-1]), parameters[-1]
    spread = sums.freedom * np.log(2 * np.pi * sigma**2) + at.rss / sigma**2
    return float(at.log_det + np.linalg.slogdet(at.information)[1] + spread)


def _best(sums: _Sums) -> Floats:
    rows, columns = np.tril_indices(sums.q)
    start, floor = np.where(rows == columns, 1.0, 0.0), np.where(rows == columns, 0.0, -np.inf)
    bounds = [(low, np.inf) for low in floor]
    found = optimize.minimize(
        _profiled,
        start,
        args=(sums,),
        method="L-BFGS-B",
        bounds=bounds,
        options={"ftol": 1e-15, "gtol": 1e-9},
    )
    polished = optimize.minimize(
        _profiled,
        found.x,
        args=(sums,),
        method="Nelder-Mead",
        bounds=bounds,
        options={"xatol": 1e-9, "fatol": 1e-12},
    )
    return np.asarray(polished.x, dtype=float)


def _effects(sums: _Sums, theta: Floats, sigma: float, level: float) -> tuple[FixedEffect, ...]:
    """Return the coefficients; Satterthwaite's df come from how their variances move with the parameters."""
    at, parameters = sums.at(theta), np.append(theta, sigma)

    def variances(values: Floats) -> Floats:
        inverse = np.linalg.inv(sums.at(values[:-1]).information)
        return np.asarray(values[-1] ** 2 * np.diag(inverse), dtype=float)

    hessian = approx_hess(parameters, _deviance, args=(sums,))
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
    half = float(stats.t.ppf((1 + level) / 2, df)) * se
    return FixedEffect(
        estimate, se, estimate - half, estimate + half, df, t, float(2 * stats.t.sf(abs(t), df))
    )
