"""Many groups that lean on each other: a mean of few people is drawn towards the mean of all groups.

Each group's mean is one draw from a normal population of groups, seen with an error of its own. How far
groups truly differ is estimated with its doubt, which is carried into every mean and every rank. What is
known exactly is not moved.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.critical_values import critical_z
from alliance_analytics.measure.results import NAN, Floats

FEWEST_GROUPS = 3
"""Fewer groups do not tell how far groups differ: the posterior of their spread is improper (Gelman 2006)."""
GRID = 200
DRAWS, SEED = 4000, 20061209
"""Draws enough for the second decimal of a limit; one seed, so that the same groups give the same limits."""


@dataclass(frozen=True, eq=False)
class PooledMeans:
    """Means of groups, each leaning on the others as far as it is uncertain.

    Attributes
    ----------
    mean, low, high : array, shape (n_groups,)
        Posterior mean and limits, on the scale of what was given; NaN where nothing was.
    weight : array, shape (n_groups,)
        How much of each mean is its own, 1 to 0; the rest is that of all groups.
    centre, spread : float
        Posterior means of the mean and of the standard deviation of all groups; NaN where not pooled.
    draws : array, shape (n_draws, n_groups)
        The same doubt as draws, for what depends on several groups; NaN where nothing was given.
    level : float
        Nominal coverage of the limits.
    pooled : bool
        False where there were too few groups, so that each mean stands by itself.
    """

    mean: Floats
    low: Floats
    high: Floats
    weight: Floats
    centre: float
    spread: float
    draws: Floats
    level: float
    pooled: bool


def partial_pooling(
    means: npt.ArrayLike,
    errors: npt.ArrayLike,
    *,
    level: float = 0.95,
    draws: int = DRAWS,
    seed: int = SEED,
) -> PooledMeans:
    """Return the means of groups under a hierarchical normal model.

    Parameters
    ----------
    means : array, shape (n_groups,)
        NaN = not known; such a group gets nothing and gives nothing.
    errors : array, shape (n_groups,)
        Standard errors, 0 or more; 0 = known exactly.
    level : float
        Nominal coverage, 0 to 1.
    draws, seed : int
        Posterior draws, and where their random numbers start.

    Returns
    -------
    PooledMeans
        Means and normal limits as given, not pooled, below three groups or where all are known exactly.

    Notes
    -----
    Gelman, Carlin, Stern, Dunson, Vehtari & Rubin (2013), Bayesian Data Analysis, 3rd ed., section 5.4: mean
    and spread of the groups have flat priors; the posterior of the spread (equation 5.21) is taken on a grid.
    Why three groups: Gelman (2006), Bayesian Analysis 1(3), 515-534. docs/methods.md, "Partial pooling".
    """
    given, error = np.asarray(means, dtype=float), np.asarray(errors, dtype=float)
    known = np.isfinite(given) & np.isfinite(error)
    luck = np.random.default_rng(seed)
    if known.sum() < FEWEST_GROUPS or not (error[known] > 0).any():
        return _unpooled(given, error, known, level, luck.standard_normal((draws, len(given))))
    spreads, share = _posterior_of_spread(given[known], error[known])
    drawn, weights, centres = _draws(given[known], error[known], spreads, share, draws, luck)
    limits = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return PooledMeans(
        mean=_spread_out(_posterior_means(given[known], error[known], spreads, share), known),
        low=_spread_out(limits[0], known),
        high=_spread_out(limits[1], known),
        weight=_spread_out(weights, known),
        centre=float(centres.mean()),
        spread=float(share @ spreads),
        draws=_spread_out(drawn, known),
        level=level,
        pooled=True,
    )


def ranks_by_draws(draws: Floats, *, level: float = 0.95) -> tuple[Floats, Floats, Floats]:
    """Return the rank of each group with its limits, 1 for the highest.

    Parameters
    ----------
    draws : array, shape (n_draws, n_groups)
        What groups are ranked by, drawn with its doubt; NaN in a whole column = not ranked.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    rank, low, high : array, shape (n_groups,)
        Ranks of the mean ranks over the draws, each rank given once, and the quantiles of the ranks, rounded
        outward; NaN where a group is not ranked.

    Notes
    -----
    Ranking by mean ranks: Laird & Louis (1989), Journal of Educational Statistics 14, 29-46. Why a rank needs
    an interval: Goldstein & Spiegelhalter (1996), Journal of the Royal Statistical Society A 159, 385-443.
    """
    known = np.isfinite(draws).all(axis=0)
    found = np.full((3, draws.shape[1]), np.nan)
    if known.any():
        ranks = pd.DataFrame(-draws[:, known]).rank(axis=1).to_numpy()
        low, high = np.quantile(ranks, [(1 - level) / 2, (1 + level) / 2], axis=0)
        rank = pd.Series(ranks.mean(axis=0)).rank(method="first").to_numpy()
        found[:, known] = rank, np.minimum(np.floor(low), rank), np.maximum(np.ceil(high), rank)
    return found[0], found[1], found[2]


def error_of_interval(low: Floats, high: Floats, level: float = 0.95) -> Floats:
    """Return the standard error of the normal distribution that has these limits.

    For few people it is wider than the standard error of their mean, by the ratio of the quantiles of t and
    of the normal distribution, so that a mean that hardly leans on others keeps the interval it came with.

    Parameters
    ----------
    low, high : array, shape (n_groups,)
        Limits; NaN gives NaN, equal limits give 0.
    level : float
        Nominal coverage of the limits, 0 to 1.
    """
    half = (np.asarray(high, dtype=float) - np.asarray(low, dtype=float)) / 2
    return np.asarray(half / critical_z(level), dtype=float)


def _posterior_of_spread(means: Floats, errors: Floats) -> tuple[Floats, Floats]:
    """Return spreads of the groups on a grid, shape (GRID,), and how likely each is, summing to 1."""
    reach = 4 * max(float(np.std(means)), float(np.median(errors)))
    spreads = (np.arange(GRID) + 0.5) / GRID * max(reach, 1e-6)
    variance = errors**2 + spreads[:, None] ** 2
    precision = 1 / variance
    centre = (precision @ means) / precision.sum(axis=1)
    apart = ((means - centre[:, None]) ** 2 * precision).sum(axis=1)
    fit = -0.5 * (np.log(variance).sum(axis=1) + np.log(precision.sum(axis=1)) + apart)
    share = np.exp(fit - fit.max())
    return spreads, share / share.sum()


def _conditional(means: Floats, errors: Floats, spreads: Floats) -> tuple[Floats, Floats, Floats]:
    """Return centre and its variance, shape (k,), and each group's own weight, shape (k, n_groups)."""
    precision = 1 / (errors**2 + spreads[:, None] ** 2)
    variance = 1 / precision.sum(axis=1)
    return (precision @ means) * variance, variance, spreads[:, None] ** 2 * precision


def _posterior_means(means: Floats, errors: Floats, spreads: Floats, share: Floats) -> Floats:
    centre, _, own = _conditional(means, errors, spreads)
    return np.asarray(share @ (own * means + (1 - own) * centre[:, None]), dtype=float)


def _draws(  # noqa: PLR0917 - the posterior, how often, and by what luck
    means: Floats, errors: Floats, spreads: Floats, share: Floats, count: int, luck: np.random.Generator
) -> tuple[Floats, Floats, Floats]:
    """Return draws of the groups, shape (count, n_groups), their mean weights, and draws of the centre."""
    drawn = spreads[luck.choice(len(spreads), size=count, p=share)]
    centre, variance, own = _conditional(means, errors, drawn)
    centres = centre + np.sqrt(variance) * luck.standard_normal(count)
    middle = own * means + (1 - own) * centres[:, None]
    groups = middle + np.sqrt(own) * errors * luck.standard_normal(own.shape)
    return groups, own.mean(axis=0), centres


def _unpooled(
    means: Floats, errors: Floats, known: npt.NDArray[np.bool_], level: float, noise: Floats
) -> PooledMeans:
    mean, error = np.where(known, means, np.nan), np.where(known, errors, np.nan)
    half = critical_z(level) * error
    own = np.where(known, 1.0, np.nan)
    return PooledMeans(
        mean, mean - half, mean + half, own, NAN, NAN, mean + error * noise, level, pooled=False
    )


def _spread_out(values: Floats, known: npt.NDArray[np.bool_]) -> Floats:
    """Return values of the known groups in the places of all, NaN elsewhere; groups are the last axis."""
    whole = np.full((*values.shape[:-1], len(known)), np.nan)
    whole[..., known] = values
    return whole
