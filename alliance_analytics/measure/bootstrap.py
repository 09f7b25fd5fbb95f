"""Bootstrap limits of means, for thousands of groups at once.

Groups of one size share their resamples, so that drawing costs nothing beside multiplying. Each group's
limits are as good as with draws of its own; only the chance errors of two groups are no longer independent.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


def bootstrap_means(
    scores: Floats,
    places: Places,
    groups: int,
    *,
    samples: int = 2000,
    level: float = 0.95,
    seed: int = 1,
) -> tuple[Floats, Floats]:
    """Return percentile limits of the mean of each group on each scale.

    Parameters
    ----------
    scores : array, shape (n, n_scales)
        NaN = no score; a resample in which nobody has one does not count.
    places : array of int, shape (n,)
        Group of each person, 0 to ``groups - 1``.
    groups : int
        Number of groups.
    samples : int
        Resamples a group.
    level : float
        Nominal coverage, 0 to 1.
    seed : int
        Same seed, same limits, whichever order the groups come in.

    Returns
    -------
    low, high : array, shape (groups, n_scales)
        NaN for a group of fewer than two people.

    Notes
    -----
    Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 13.3. Below twenty people these
    limits are too narrow (docs/methods.md, "Group means"): they serve statistics without a formula, not means
    shown.
    """
    order = np.argsort(places, kind="stable")
    sizes = np.bincount(places, minlength=groups)
    starts = np.cumsum(sizes) - sizes
    low, high = np.full((2, groups, scores.shape[1]), np.nan)
    for size in np.unique(sizes[sizes > 1]):
        weights = _weights(int(size), samples, seed)
        for group in np.flatnonzero(sizes == size):
            mine = scores[order[starts[group] : starts[group] + size]]
            low[group], high[group] = _limits(mine, weights, level)
    return low, high


def _weights(size: int, samples: int, seed: int) -> npt.NDArray[np.float32]:
    """Return how often each of ``size`` people is drawn in each resample, shape (size, samples)."""
    drawn = np.random.default_rng([seed, size]).integers(0, size, (samples, size))
    cells = (np.arange(samples)[:, None] * size + drawn).ravel()
    counts = np.bincount(cells, minlength=samples * size).reshape(samples, size)
    return np.ascontiguousarray(counts.T, dtype=np.float32)


def _limits(scores: Floats, weights: npt.NDArray[np.float32], level: float) -> Floats:
    known = np.isfinite(scores)
    sums = np.where(known, scores, 0).astype(np.float32).T @ weights
    people = len(scores) if known.all() else known.astype(np.float32).T @ weights
    means = np.where(people > 0, sums / np.maximum(people, 1), np.float32(np.nan))
    return _quantiles(means, [(1 - level) / 2, (1 + level) / 2])


def _quantiles(means: npt.NDArray[np.float32], shares: Sequence[float]) -> Floats:
    """Return quantiles of each row, shape (shares, rows), NaN left out; sorting short floats is quickest."""
    ordered = np.sort(means, axis=1)  # NaN goes to the end
    known = np.count_nonzero(~np.isnan(means), axis=1)
    places = np.outer(shares, np.maximum(known - 1, 0))
    below = np.floor(places).astype(np.intp)
    rows = np.arange(len(means))
    left, right = ordered[rows, below], ordered[rows, np.minimum(below + 1, means.shape[1] - 1)]
    part = places - below
    return np.where(part > 0, left + part * (right - left), left)
