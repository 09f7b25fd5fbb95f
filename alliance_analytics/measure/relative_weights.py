"""What moves an outcome: the part of its variance that goes with each of several predictors that overlap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
FEWEST_A_PREDICTOR = 5
"""Fewer people a predictor and the ranks are chance (Tonidandel & LeBreton 2011 ask for far more)."""


@dataclass(frozen=True)
class RelativeWeights:
    """Johnson's relative weights; NaN with a ``reason`` where there are none.

    Attributes
    ----------
    raw, low, high : array, shape (n_predictors,)
        Part of the outcome's variance, with percentile limits of the bootstrap (NaN without one).
    percent : array, shape (n_predictors,)
        Share of the explained variance, 0 to 100.
    r_squared : float
        Explained variance, 0 to 1; the raw weights add up to it.
    n : int
        People with every score.
    level : float
        Nominal coverage of the limits.
    method : str
        ``Johnson (2000)``, with the number of bootstrap samples.
    reason : str
        ``too_few`` or ``no_variance``, or ''.
    """

    raw: Floats
    low: Floats
    high: Floats
    percent: Floats
    r_squared: float
    n: int
    level: float
    method: str
    reason: str = ""


def relative_weights(
    outcome: Floats,
    predictors: Floats,
    *,
    level: float = 0.95,
    samples: int = 0,
    seed: int = 1,
    fewest: int = FEWEST_A_PREDICTOR,
) -> RelativeWeights:
    """Return the relative weight of each predictor.

    Parameters
    ----------
    outcome : array, shape (n,)
        Scores; NaN = none. Who lacks any score does not count.
    predictors : array, shape (n, n_predictors)
        Scores.
    level : float
        Nominal coverage, 0 to 1.
    samples : int
        Bootstrap samples for the limits; 0 for none.
    seed : int
        Same seed, same limits.
    fewest : int
        People a predictor below which nothing is computed.

    Notes
    -----
    Johnson (2000), Multivariate Behavioral Research 35, 1-19; percentile bootstrap as in Tonidandel, LeBreton
    & Johnson (2009), Psychological Methods 14, 387-399. docs/methods.md, "Drivers".
    """
    complete = np.isfinite(outcome) & np.isfinite(predictors).all(axis=1)
    table = np.column_stack([outcome, predictors])[complete]
    n, count = len(table), predictors.shape[1]
    reason = "too_few" if n < max(fewest * count, 3) else "" if table.std(axis=0).all() else "no_variance"
    if reason:
        none = np.full(count, np.nan)
        return RelativeWeights(none, none, none, none, np.nan, n, level, "Johnson (2000)", reason)
    raw = _weights(np.asarray(np.corrcoef(table, rowvar=False))[None])[0]
    low, high = _limits(table, level, samples, seed)
    method = f"Johnson (2000), {samples} bootstrap samples" if samples else "Johnson (2000)"
    total = float(raw.sum())
    return RelativeWeights(raw, low, high, 100 * raw / total, total, n, level, method)


def _weights(correlations: Floats) -> Floats:
    """Return the raw weights of many correlation matrices at once, the outcome first: shape (m, k)."""
    values, vectors = np.linalg.eigh(correlations[:, 1:, 1:])
    roots = np.sqrt(np.clip(values, 0, None))
    loading = (vectors * roots[:, None, :]) @ np.swapaxes(vectors, 1, 2)
    beta = np.linalg.solve(loading, correlations[:, 1:, :1])
    return np.asarray((np.square(loading) @ np.square(beta))[..., 0], dtype=float)


def _limits(table: Floats, level: float, samples: int, seed: int) -> tuple[Floats, Floats]:
    """Return percentile limits; a sample in which a column does not vary, or two coincide, is left out."""
    count = table.shape[1] - 1
    if not samples:
        return np.full(count, np.nan), np.full(count, np.nan)
    drawn = np.random.default_rng(seed).integers(0, len(table), (samples, len(table)))
    many = table[drawn] - table[drawn].mean(axis=1, keepdims=True)
    spread = np.sqrt(np.square(many).sum(axis=1))
    usable = spread.min(axis=1) > 0
    scaled = many[usable] / spread[usable][:, None, :]
    correlations = np.swapaxes(scaled, 1, 2) @ scaled
    regular = np.linalg.eigvalsh(correlations[:, 1:, 1:])[:, 0] > 1e-10
    raw = _weights(correlations[regular])
    low, high = np.quantile(raw, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return low, high
