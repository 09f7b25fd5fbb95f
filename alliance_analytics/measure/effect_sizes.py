"""How large a difference is, in units that do not depend on the scale: d, g and Cliff's delta, with limits.

Two kinds of d are not the same number, so they are two functions: between groups, and within linked people.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize, special

from alliance_analytics.measure.critical_values import critical_t, critical_z

Floats = npt.NDArray[np.float64]
DIGITS = 10
"""Decimals kept before two scores are compared: means of three items are thirds, and thirds are noisy."""


@dataclass(frozen=True)
class IndependentD:
    """A standardised difference of two groups of different people; NaN with a ``reason`` where undefined.

    Attributes
    ----------
    d, d_low, d_high : float
        Difference in pooled standard deviations, with limits from the noncentral t.
    g, g_low, g_high : float
        The same times ``correction``, without the bias of few people.
    correction : float
        Hedges' exact factor, 0 to 1.
    difference : float
        First mean minus second, in points.
    n_first, n_second : int
        People.
    level : float
        Nominal coverage.
    reason : str
        Why there is none, or ''.
    """

    d: float
    d_low: float
    d_high: float
    g: float
    g_low: float
    g_high: float
    correction: float
    difference: float
    n_first: int
    n_second: int
    level: float
    reason: str = ""


@dataclass(frozen=True)
class PairedD:
    """Three standardised changes of the same people, which differ a lot; the one reported is to be named.

    Attributes
    ----------
    d_z, d_z_low, d_z_high, g_z : float
        In standard deviations of the changes; ``g_z`` without the bias of few people.
    d_av : float
        In the mean of the two standard deviations: on the raw scale, comparable with a d between groups.
    d_rm : float
        ``d_z`` corrected for the correlation of the two waves.
    correlation : float
        Of the two scores, -1 to 1.
    n : int
        Linked people.
    level : float
        Nominal coverage.
    reason : str
        Why there is none, or ''.
    """

    d_z: float
    d_z_low: float
    d_z_high: float
    g_z: float
    d_av: float
    d_rm: float
    correlation: float
    n: int
    level: float
    reason: str = ""


@dataclass(frozen=True)
class CliffsDelta:
    """How much more often a score of the first group is above one of the second than below, -1 to 1.

    Attributes
    ----------
    delta, low, high : float
        Estimate and asymmetric limits, from the unbiased variance and t.
    low_normal, high_normal : float
        Limits from the consistent variance and the normal distribution.
    n_first, n_second : int
        People.
    level : float
        Nominal coverage.
    reason : str
        Why there is none, or ''.
    """

    delta: float
    low: float
    high: float
    low_normal: float
    high_normal: float
    n_first: int
    n_second: int
    level: float
    reason: str = ""


def hedges_correction(df: float) -> float:
    """Return Hedges' exact factor for ``df`` degrees of freedom, 0 to 1; NaN below 2.

    ``gamma(df / 2) / (sqrt(df / 2) gamma((df - 1) / 2))``; Hedges (1981), eq. 6e.
    """
    if df < 2:
        return float("nan")
    return float(np.exp(special.gammaln(df / 2) - special.gammaln((df - 1) / 2)) / np.sqrt(df / 2))


def cohens_d_independent(first: Floats, second: Floats, *, level: float = 0.95) -> IndependentD:
    """Return the standardised difference of two groups of different people.

    Parameters
    ----------
    first, second : array, shapes (n_first,) and (n_second,)
        Scores; NaN = none. At least two people a group.
    level : float
        Nominal coverage, 0 to 1.

    Notes
    -----
    Hedges (1981), Journal of Educational Statistics 6, 107-128; Cumming & Finch (2001), Educational and
    Psychological Measurement 61, 532-574. docs/methods.md, "Effect sizes".
    """
    first, second = _present(first), _present(second)
    sizes = (len(first), len(second))
    reason = "too_few" if min(sizes) < 2 else ""
    pooled = np.nan if reason else _pooled(first, second)
    difference = float(first.mean() - second.mean()) if min(sizes) else np.nan
    if not pooled > 0:
        none = (np.nan,) * 6
        return IndependentD(*none, np.nan, difference, *sizes, level, reason or "no_variance")
    df, scale = sum(sizes) - 2, float(np.sqrt(1 / sizes[0] + 1 / sizes[1]))
    d, correction = difference / pooled, hedges_correction(df)
    low, high = (scale * limit for limit in _noncentrality(d / scale, df, level))
    return IndependentD(
        d,
        low,
        high,
        correction * d,
        correction * low,
        correction * high,
        correction,
        difference,
        *sizes,
        level,
    )


def cohens_d_paired(after: Floats, before: Floats, *, level: float = 0.95) -> PairedD:
    """Return the standardised changes of the same people.

    Parameters
    ----------
    after, before : array, each of shape (n,)
        Scores of the same people in the same order; who lacks one does not count. At least two count.
    level : float
        Nominal coverage, 0 to 1.

    Notes
    -----
    Lakens (2013), Frontiers in Psychology 4, 863, eqs. 6 to 10; limits of d_z from the noncentral t.
    docs/methods.md, "Effect sizes".
    """
    both = np.isfinite(after) & np.isfinite(before)
    after, before = after[both], before[both]
    n, change = len(after), np.round(after - before, DIGITS)
    spread = float(change.std(ddof=1)) if n > 1 else np.nan
    if not spread > 0:
        none = (np.nan,) * 7
        return PairedD(*none, n, level, "too_few" if n < 2 else "no_variance")
    d_z = float(change.mean()) / spread
    low, high = (limit / np.sqrt(n) for limit in _noncentrality(d_z * np.sqrt(n), n - 1, level))
    usual = float(np.sqrt((after.var(ddof=1) + before.var(ddof=1)) / 2))
    r = _correlation(after, before)
    d_rm = d_z * float(np.sqrt(2 * (1 - r)))
    g_z = hedges_correction(n - 1) * d_z
    return PairedD(d_z, float(low), float(high), g_z, float(change.mean()) / usual, d_rm, r, n, level)


def cliffs_delta(first: Floats, second: Floats, *, level: float = 0.95) -> CliffsDelta:
    """Return Cliff's delta with asymmetric limits.

    Parameters
    ----------
    first, second : array, shapes (n_first,) and (n_second,)
        Scores; NaN = none. At least two people a group for limits, one for an estimate.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    CliffsDelta
        At an estimate of -1 or 1 one limit is degenerate: it equals the estimate.

    Notes
    -----
    Cliff (1993), Psychological Bulletin 114, 494-509; Cliff (1996), Ordinal Methods, ch. 5; Feng & Cliff
    (2004), Journal of Modern Applied Statistical Methods 3, 322-332. docs/methods.md, "Effect sizes".
    """
    first, second = _present(first), _present(second)
    n, m = len(first), len(second)
    if not min(n, m):
        return CliffsDelta(*(np.nan,) * 5, n, m, level, "too_few")
    dominance = np.sign(np.round(first, DIGITS)[:, None] - np.round(second, DIGITS)[None, :])
    delta = float(dominance.mean())
    if min(n, m) < 2:
        return CliffsDelta(delta, *(np.nan,) * 4, n, m, level, "too_few")
    t = critical_t(level, n + m - 2)
    z = critical_z(level)
    unbiased = _asymmetric(delta, t, _variance(dominance, unbiased=True))
    consistent = _asymmetric(delta, z, _variance(dominance, unbiased=False))
    return CliffsDelta(delta, *unbiased, *consistent, n, m, level)


def _present(scores: Floats) -> Floats:
    scores = np.asarray(scores, dtype=float)
    return scores[np.isfinite(scores)]


def _pooled(first: Floats, second: Floats) -> float:
    n, m = len(first), len(second)
    return float(np.sqrt(((n - 1) * first.var(ddof=1) + (m - 1) * second.var(ddof=1)) / (n + m - 2)))


def _correlation(after: Floats, before: Floats) -> float:
    if min(np.ptp(after), np.ptp(before)) == 0:
        return float("nan")
    return float(np.corrcoef(after, before)[0, 1])


def _noncentrality(t: float, df: float, level: float) -> tuple[float, float]:
    """Return the noncentralities under which ``t`` is just at the upper and at the lower end."""
    tail = (1 - level) / 2
    return _solved(t, df, 1 - tail), _solved(t, df, tail)


def _solved(t: float, df: float, share: float) -> float:
    """Return the noncentrality at which ``share`` of the distribution lies below ``t``."""

    def missing(noncentrality: float) -> float:
        return float(special.nctdtr(df, noncentrality, t)) - share

    reach = 1.0
    while missing(t - reach) * missing(t + reach) > 0:
        reach *= 1.5
    return float(optimize.brentq(missing, t - reach, t + reach, xtol=1e-12))


def _variance(dominance: Floats, *, unbiased: bool) -> float:
    n, m = map(int, dominance.shape)
    mean = float(dominance.mean())
    rows = float(((dominance.mean(axis=1) - mean) ** 2).sum())
    columns = float(((dominance.mean(axis=0) - mean) ** 2).sum())
    cells = float(((dominance - mean) ** 2).sum())
    both = (n - 1) * (m - 1)
    if unbiased:
        found = (m * m * rows + n * n * columns - cells) / (n * m * both)
        return max(found, (1 - mean * mean) / (n * m - 1))
    return ((m - 1) * rows / (n - 1) + (n - 1) * columns / (m - 1) + cells / both) / (n * m)


def _asymmetric(delta: float, quantile: float, variance: float) -> tuple[float, float]:
    """Return Cliff's limits, which lean away from the near end of the scale and never leave it."""
    root = float(np.sqrt(variance * ((1 - delta**2) ** 2 + quantile**2 * variance)))
    below = 1 - delta**2 + quantile**2 * variance
    low, high = (
        ((delta - delta**3 + sign * quantile * root) / below for sign in (-1, 1)) if below else (delta,) * 2
    )
    return (delta if delta == -1 else max(low, -1.0)), (delta if delta == 1 else min(high, 1.0))
