"""The mean of a group in a finite population, with an interval that keeps its promise from five people on.

Every function takes numbers or arrays of equal shape, so that one call serves one group or ten thousand.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy import special

from alliance_analytics.measure.results import Interval

Floats = npt.NDArray[np.float64]
Method = Literal["logit-t-fpc-prior", "t-fpc-prior", "t-fpc"]


def finite_population_correction(n: Floats, population: Floats) -> Floats:
    """Return ``1 - n / population`` (Cochran 1977, ch. 2), 1 where the population is unknown (NaN).

    Shapes are equal; 0 is a census. A population smaller than ``n`` is contradictory and counts as unknown.
    """
    known = np.isfinite(population) & (population >= n)
    return np.where(known, 1 - n / np.where(known, population, 1), 1.0)


def group_mean_ci(
    mean: Floats,
    sd: Floats,
    n: Floats,
    population: Floats,
    *,
    level: float = 0.95,
    method: Method = "logit-t-fpc-prior",
    lowest: float = 1.0,
    highest: float = 5.0,
) -> Interval:
    """Return the interval for the mean of all members of each group.

    Parameters
    ----------
    mean, sd, n : array, shape (n_groups,)
        Sample mean, sample SD (divisor n - 1) and number of people with a score.
    population : array, shape (n_groups,)
        How many could have answered; NaN = unknown, which means no finite population correction.
    level : float
        Nominal coverage, 0 to 1.
    method : {'logit-t-fpc-prior', 't-fpc-prior', 't-fpc'}
        The default adds one pseudo-observation of variance 1 and takes the interval on the logit scale, which
        keeps coverage at five people and at the ends of the scale; ``'t-fpc-prior'`` keeps the
        pseudo-observation only and is cut at the ends; ``'t-fpc'`` is the textbook interval.
    lowest, highest : float
        Ends of the scale.

    Returns
    -------
    Interval
        A census (n = population) has low = mean = high; n = 1 of more has no interval.

    Notes
    -----
    Cochran (1977), Sampling Techniques, ch. 2, for t with finite population correction; docs/methods.md,
    "Group means", for the default and its measured coverage.
    """
    mean, sd, n, population = (np.asarray(value, dtype=float) for value in (mean, sd, n, population))
    correction = finite_population_correction(n, population)
    half = _t_quantile(n, level) * _standard_error(sd, n, correction, method, highest - lowest)
    low, high = _limits(mean, half, method, lowest, highest)
    census, none = correction == 0, n < 2
    low = np.where(census, mean, np.where(none, np.nan, low))
    high = np.where(census, mean, np.where(none, np.nan, high))
    return Interval(low, high, level, method)


def nonresponse_bounds(
    mean: Floats, n: Floats, population: Floats, lowest: float = 1.0, highest: float = 5.0
) -> tuple[Floats, Floats]:
    """Return the mean of all if everybody silent had the lowest, and if they had the highest score.

    Shapes ``(n_groups,)``; NaN where the population is unknown (Manski 1989, Journal of Human Resources 24,
    343-360).
    """
    mean, n, population = (np.asarray(value, dtype=float) for value in (mean, n, population))
    share = 1 - finite_population_correction(n, population)
    known = np.isfinite(population) & (population >= n)
    low = np.where(known, share * mean + (1 - share) * lowest, np.nan)
    high = np.where(known, share * mean + (1 - share) * highest, np.nan)
    return low, high


def _t_quantile(n: Floats, level: float) -> Floats:
    return np.asarray(special.stdtrit(np.maximum(n - 1, 1), (1 + level) / 2), dtype=float)


def _standard_error(sd: Floats, n: Floats, correction: Floats, method: Method, width: float) -> Floats:
    people = np.maximum(n, 1)
    variance = np.square(sd)
    if method.endswith("prior"):
        prior = (width / 4) ** 2  # a variance of 1 on the scale from 1 to 5
        variance = ((people - 1) * variance + prior) / people
    return np.asarray(np.sqrt(variance / people * correction), dtype=float)


def _limits(
    mean: Floats, half: Floats, method: Method, lowest: float, highest: float
) -> tuple[Floats, Floats]:
    if method == "t-fpc":
        return mean - half, mean + half
    if method == "t-fpc-prior":
        return np.maximum(mean - half, lowest), np.minimum(mean + half, highest)
    return _logit_limits(mean, half, lowest, highest)


def _logit_limits(mean: Floats, half: Floats, lowest: float, highest: float) -> tuple[Floats, Floats]:
    width = highest - lowest
    place = (mean - lowest) / width
    inside = (place > 0) & (place < 1)
    safe = np.where(inside, place, 0.5)
    centre, reach = special.logit(safe), half / width / (safe * (1 - safe))
    low = np.where(inside, lowest + width * special.expit(centre - reach), np.maximum(mean - half, lowest))
    high = np.where(inside, lowest + width * special.expit(centre + reach), np.minimum(mean + half, highest))
    return low, high
