"""Means of a finite population from strata or weights, with the standard error of the design.

The error is found by linearisation: each respondent's influence on the mean is taken, what partner and level
explain of it is taken away where the weights were fitted to them, and what is left varies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from alliance_analytics.measure.critical_values import critical_t
from alliance_analytics.measure.weights import Places, Weights

Floats = npt.NDArray[np.float64]
METHOD = "weighted-t-fpc"


@dataclass(frozen=True)
class WeightedMean:
    """A mean (or total) of a finite population.

    Attributes
    ----------
    mean, se : float
        Estimate and standard error; NaN with a ``reason`` where there is none.
    df : float
        Degrees of freedom of the design.
    low, high : float
        Limits of the interval.
    level : float
        Nominal coverage, 0 to 1.
    method : str
        Name under which docs/methods.md explains it.
    n : int
        People with a score.
    population : float
        People who could have answered.
    reason : str
        Why something is missing, or ''.
    """

    mean: float
    se: float
    df: float
    low: float
    high: float
    level: float
    method: str
    n: int
    population: float
    reason: str = ""


def stratified_mean_ci(
    scores: Floats, strata: npt.NDArray[np.object_], population: Mapping[str, float], *, level: float = 0.95
) -> WeightedMean:
    """Return the mean of all strata, each weighted by its people.

    Parameters
    ----------
    scores : array, shape (n,)
        Scores; NaN = none, and the person does not count.
    strata : array of str, shape (n,)
        Stratum of each person.
    population : mapping of str to float
        People in each stratum.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    WeightedMean
        With ``sum W_h^2 s_h^2 / n_h (1 - n_h / N_h)`` as squared standard error and ``n - strata`` degrees of
        freedom. A stratum without a score, or with one score of more people, leaves no mean or no error, with
        the reason ``empty_stratum`` or ``one_in_stratum``.

    Notes
    -----
    Cochran (1977), Sampling Techniques, ch. 5, theorems 5.3 and 5.5. docs/methods.md, "Weights".
    """
    return _stratified(scores, strata, population, level, total=False)


def stratified_total(
    scores: Floats, strata: npt.NDArray[np.object_], population: Mapping[str, float], *, level: float = 0.95
) -> WeightedMean:
    """Return the total over all people of all strata; see :func:`stratified_mean_ci`.

    The field ``mean`` holds the total. Cochran (1977), ch. 5, section 5.4.
    """
    return _stratified(scores, strata, population, level, total=True)


def weighted_mean_ci(
    scores: Floats,
    weights: Weights,
    *,
    population: float | Mapping[str, float] | None = None,
    strata: npt.NDArray[np.object_] | None = None,
    clusters: npt.NDArray[np.object_] | None = None,
    level: float = 0.95,
) -> WeightedMean:
    """Return the mean under weights, with the standard error of the design.

    Parameters
    ----------
    scores : array, shape (n,)
        Scores of all respondents; NaN = none. Who has none keeps a place in the design.
    weights : Weights
        As from :func:`~alliance_analytics.measure.weights.rake_weights` or ``poststratify_weights``.
    population : float or mapping of str to float, optional
        People (or clusters) that could have been drawn, of each stratum if there are strata; the sum of the
        weights when left out. Infinity: no finite population correction.
    strata : array of str, shape (n,), optional
        Stratum in which each person was drawn; one for all when left out.
    clusters : array of str, shape (n,), optional
        Cluster with which each person was drawn; everybody alone when left out.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    WeightedMean
        With people (or clusters) minus strata as degrees of freedom; NaN with a reason when nobody has a
        score, there are no weights, or one was drawn of more.

    Notes
    -----
    Deville & Sarndal (1992), Journal of the American Statistical Association 87, 376-382; Valliant (1993),
    same journal 88, 89-96; Binder (1983), International Statistical Review 51, 279-292. docs/methods.md,
    "Weights".
    """
    scored = np.isfinite(scores)
    people = float(weights.values.sum())
    design = _design(len(scores), strata, clusters, people if population is None else population)
    reason = weights.reason or ("" if scored.any() else "no_score")
    if reason:
        return _nothing(level, METHOD, int(scored.sum()), people, reason)
    mean, influence = _mean_and_influence(
        np.where(scored, scores, 0.0), np.where(scored, weights.values, 0.0)
    )
    parts = _residuals(influence, weights) * weights.values
    variance = sum(clustered_variance(parts[one.rows], one.clusters, one.fraction) for one in design)
    df = sum(len(set(one.clusters.tolist())) for one in design) - len(design)
    return _with_interval(mean, variance, df, level, METHOD, int(scored.sum()), people)


def clustered_variance(parts: Floats, clusters: Places, fraction: float) -> float:
    """Return the variance of a sum of ``parts`` when ``fraction`` (0 to 1) of the clusters were drawn.

    NaN for one cluster of more. Shapes ``(n,)``.
    """
    sums = np.bincount(clusters, parts)
    if len(sums) < 2:
        return 0.0 if fraction >= 1 else float("nan")
    return float(max(1 - fraction, 0.0) * len(sums) * sums.var(ddof=1))


@dataclass(frozen=True)
class _Stratum:
    rows: Places
    clusters: Places
    fraction: float


def _design(
    n: int,
    strata: npt.NDArray[np.object_] | None,
    clusters: npt.NDArray[np.object_] | None,
    population: float | Mapping[str, float],
) -> list[_Stratum]:
    drawn = np.arange(n) if clusters is None else clusters
    strata = np.full(n, "", dtype=object) if strata is None else strata
    sizes = population if isinstance(population, Mapping) else dict.fromkeys(strata, population)
    parts = []
    for name in sorted(set(strata)):
        rows = np.flatnonzero(strata == name)
        _, places = np.unique(drawn[rows], return_inverse=True)
        parts.append(_Stratum(rows, places, (int(places.max()) + 1) / sizes[name]))
    return parts


def _stratified(
    scores: Floats,
    strata: npt.NDArray[np.object_],
    population: Mapping[str, float],
    level: float,
    *,
    total: bool,
) -> WeightedMean:
    present = np.isfinite(scores)
    parts = [scores[present & (strata == name)] for name, people in population.items() if people > 0]
    sizes = np.array([people for people in population.values() if people > 0], dtype=float)
    method, n = "stratified-t-fpc", int(present.sum())
    if not parts or min(map(len, parts)) == 0:
        return _nothing(level, method, n, float(sizes.sum()), "empty_stratum")
    scale = 1.0 if total else sizes.sum()
    value = float(sum(people * part.mean() for people, part in zip(sizes, parts, strict=True)) / scale)
    variance = sum(_stratum_variance(part, people) for people, part in zip(sizes, parts, strict=True))
    return _with_interval(value, variance / scale**2, n - len(parts), level, method, n, float(sizes.sum()))


def _stratum_variance(part: Floats, people: float) -> float:
    """Return the variance of a stratum's estimated total; NaN for one score of more people."""
    n = len(part)
    if n >= people:
        return 0.0
    return float(people**2 * part.var(ddof=1) / n * (1 - n / people)) if n > 1 else float("nan")


def _mean_and_influence(scores: Floats, weights: Floats) -> tuple[float, Floats]:
    total = weights.sum()
    mean = float(weights @ scores / total)
    return mean, np.where(weights > 0, (scores - mean) / total, 0.0)


def _residuals(influence: Floats, weights: Weights) -> Floats:
    """Return what the margins leave of the influence, by least squares under the starting weights."""
    if not weights.margins:
        return influence
    design = np.column_stack([np.eye(int(places.max()) + 1)[places] for places in weights.margins])
    root = np.sqrt(weights.start)
    fitted = np.linalg.lstsq(design * root[:, None], influence * root, rcond=None)[0]
    return np.asarray(influence - design @ fitted, dtype=float)


def _with_interval(  # noqa: PLR0917 - what the result holds, in its order
    mean: float, variance: float, df: float, level: float, method: str, n: int, population: float
) -> WeightedMean:
    se = float(np.sqrt(variance))
    if not np.isfinite(se) or (df < 1 and se > 0):
        return WeightedMean(mean, se, df, np.nan, np.nan, level, method, n, population, "one_in_stratum")
    half = critical_t(level, df) * se if se > 0 else 0.0
    return WeightedMean(mean, se, df, mean - half, mean + half, level, method, n, population)


def _nothing(level: float, method: str, n: int, population: float, reason: str) -> WeightedMean:
    none = float("nan")
    return WeightedMean(none, none, none, none, none, level, method, n, population, reason)
