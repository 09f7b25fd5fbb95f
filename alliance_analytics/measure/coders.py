"""Whether people who coded the same passages agree: Krippendorff's alpha and Cohen's kappa.

Both compare the disagreement that was seen with that of codes dealt out at random. Alpha takes any number of
coders and gaps; kappa takes two coders.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.critical_values import critical_z
from alliance_analytics.measure.results import NAN, Estimate, Floats, Integers, Reason

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Weights = Literal["unweighted", "linear", "quadratic"]
DRAWS, SEED = 2000, 20110125
"""Draws enough for the second decimal of a limit; one seed, so that the same codes give the same limits."""


@dataclass(frozen=True, kw_only=True)
class CoderAgreement(Estimate):
    """Krippendorff's alpha; ``n`` counts units with two codes or more, ``codes`` the codes given to them."""

    codes: int


@dataclass(frozen=True, kw_only=True)
class Kappa(Estimate):
    """Cohen's kappa; ``n`` counts units that both coded."""

    standard_error: float = NAN


def krippendorff_alpha(
    codes: npt.ArrayLike, metric: Metric, *, level: float = 0.95, draws: int = DRAWS, seed: int = SEED
) -> CoderAgreement:
    """Return Krippendorff's alpha, ``1 - observed / expected disagreement``, with a bootstrap interval.

    Parameters
    ----------
    codes : array, shape (n_coders, n_units)
        The code each coder gave each unit; NaN or None = not coded. Nominal codes may be text.
    metric : {'nominal', 'ordinal', 'interval', 'ratio'}
        How far two codes are apart: different or not; by the codes given between them; by their difference;
        by their difference relative to their sum.
    level : float
        Nominal coverage, 0 to 1.
    draws, seed : int
        Bootstrap samples, none for no interval, and where their random numbers start.

    Returns
    -------
    CoderAgreement
        1 when all agree, about 0 for codes at random, possibly negative. NaN with a reason when no unit has
        two codes, or only one code was ever used.

    Notes
    -----
    Krippendorff (2011), Computing Krippendorff's alpha-reliability. Limits are percentiles over samples of
    units drawn with replacement (Zapf, Castell, Morawietz & Karch 2016, BMC Medical Research Methodology 16,
    93); samples with a single code have no alpha and are left out. docs/methods.md, "Coders".
    """
    counts, values = _counts(codes)
    units = _coincidences(counts[counts.sum(axis=1) > 1])
    total = units.sum(axis=0)
    alpha = float(_alphas(total[None], values, metric)[0])
    low, high = _percentiles(units, values, metric, level=level, draws=draws, seed=seed)
    return CoderAgreement(
        estimate=alpha,
        method=f"Krippendorff's alpha, {metric}",
        n=len(units),
        codes=round(float(total.sum())),
        low=low,
        high=high,
        level=level,
        reason="" if np.isfinite(alpha) else "one_value" if len(units) else "no_pairs",
    )


def cohen_kappa(
    first: Sequence[Hashable],
    second: Sequence[Hashable],
    *,
    weights: Weights = "unweighted",
    categories: Sequence[Hashable] | None = None,
    level: float = 0.95,
) -> Kappa:
    """Return Cohen's kappa of two coders with its standard error.

    Parameters
    ----------
    first, second : sequence, length n_units
        Their codes; NaN or None = not coded. Units that either left out do not count.
    weights : {'unweighted', 'linear', 'quadratic'}
        Whether every disagreement counts alike, or by the (squared) number of steps between two codes.
    categories : sequence, optional
        All codes in order, which the steps depend on; those that were used, sorted, when left out.
    level : float
        Nominal coverage of the normal interval, 0 to 1; limits are cut at -1 and 1.

    Returns
    -------
    Kappa
        NaN with a reason when no unit has two codes, or only one code was ever used.

    Notes
    -----
    Cohen (1960), Educational and Psychological Measurement 20, 37-46; Cohen (1968), Psychological Bulletin
    70, 213-220; standard error of Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323-327.
    docs/methods.md, "Coders".
    """
    from statsmodels.stats.inter_rater import cohens_kappa  # noqa: PLC0415 - takes a second to import, and is seldom needed

    pairs = pd.DataFrame({"first": list(first), "second": list(second)}).dropna()
    used = sorted(set(pairs["first"]) | set(pairs["second"])) if categories is None else list(categories)
    method = f"Cohen's kappa, {weights}"
    if pairs.stack().nunique() < 2:
        reason: Reason = "one_value" if len(pairs) else "no_pairs"
        return Kappa(estimate=NAN, method=method, n=len(pairs), reason=reason)
    table = pd.crosstab(pairs["first"], pairs["second"]).reindex(index=used, columns=used, fill_value=0)
    with np.errstate(divide="ignore", invalid="ignore"):  # a test that is not used here may have no value
        found = cohens_kappa(table.to_numpy(), wt=None if weights == "unweighted" else weights)
    half = float(critical_z(level) * found.std_kappa)
    return Kappa(
        estimate=float(found.kappa),
        method=method,
        n=len(pairs),
        low=max(float(found.kappa) - half, -1.0),
        high=min(float(found.kappa) + half, 1.0),
        level=level,
        standard_error=float(found.std_kappa),
    )


def _counts(codes: npt.ArrayLike) -> tuple[Integers, npt.NDArray[Any]]:
    """Return how often each value was given to each unit, shape (n_units, n_values), and the values."""
    table = np.asarray(codes, dtype=object)
    places, values = pd.factorize(pd.Series(table.ravel()), sort=True)
    units = np.broadcast_to(np.arange(table.shape[1]), table.shape).ravel()
    counts = np.zeros((table.shape[1], len(values)), dtype=np.int64)
    np.add.at(counts, (units[places >= 0], places[places >= 0]), 1)
    return counts, np.asarray(values)


def _coincidences(counts: Integers) -> Floats:
    """Return each unit's pairs of codes, shape (n_units, n_values, n_values), which sum to its codes."""
    pairs = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(counts.shape[1])
    return np.asarray(pairs / (counts.sum(axis=1) - 1)[:, None, None], dtype=float)


def _alphas(coincidences: Floats, values: npt.NDArray[Any], metric: Metric) -> Floats:
    """Return alpha of each matrix of coincidences, shape (n_matrices, n_values, n_values)."""
    given = coincidences.sum(axis=2)
    distance = _distances(given, values, metric)
    observed = (coincidences * distance).sum(axis=(1, 2)) * (given.sum(axis=1) - 1)
    expected = (given[:, :, None] * given[:, None, :] * distance).sum(axis=(1, 2))
    possible = expected > 0
    return np.where(possible, 1 - observed / np.where(possible, expected, 1), np.nan)


def _distances(given: Floats, values: npt.NDArray[Any], metric: Metric) -> Floats:
    if metric == "nominal":
        return 1 - np.eye(len(values))[None]
    if (
        metric == "ordinal"
    ):  # the codes between two values, their own counted half: a distance of middle ranks
        return _squared_gaps(given.cumsum(axis=1) - given / 2)
    numbers = values.astype(float)[None]
    sums = numbers[:, :, None] + numbers[:, None, :]
    scale = np.where(sums == 0, 1, sums) if metric == "ratio" else 1.0
    return np.asarray(_squared_gaps(numbers) / scale**2)


def _squared_gaps(places: Floats) -> Floats:
    return np.asarray((places[:, :, None] - places[:, None, :]) ** 2)


def _percentiles(
    units: Floats,
    values: npt.NDArray[Any],
    metric: Metric,
    *,
    level: float,
    draws: int,
    seed: int,
) -> tuple[float, float]:
    if len(units) < 2 or not draws:
        return NAN, NAN
    even = np.full(len(units), 1 / len(units))
    times = np.random.default_rng(seed).multinomial(len(units), even, size=draws)
    samples = (times @ units.reshape(len(units), -1)).reshape(draws, *units.shape[1:])
    alphas = _alphas(samples, values, metric)
    known = alphas[np.isfinite(alphas)]
    if not known.size:
        return NAN, NAN
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
