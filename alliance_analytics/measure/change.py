"""Change of a mean from one wave to the next, when some people answered both times and others only once.

The change is one of the process that makes the scores, not of these very people: no finite population
correction.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.critical_values import critical_t, p_of_t

Floats = npt.NDArray[np.float64]
FEWEST_PAIRS = 5
"""Fewer linked people give no usable correlation; then the two waves are treated as independent."""


@dataclass(frozen=True)
class Change:
    """The later mean minus the earlier one, in points of the scale, with its interval.

    ``n_pairs`` people were linked; ``method`` is *partially overlapping t* or *Welch*; ``se`` and ``df`` are
    the standard error and its degrees of freedom.
    """

    estimate: float
    low: float
    high: float
    level: float
    method: str
    n_before: int
    n_now: int
    n_pairs: int
    se: float
    df: float

    @property
    def p(self) -> float:
        """Two-sided test of no change, 0 to 1; NaN where there is no spread to judge it by."""
        if not self.se > 0:
            return float("nan")
        return p_of_t(self.estimate / self.se, self.df)


def mean_change(before: pd.Series, now: pd.Series, level: float = 0.95) -> Change:
    """Return the change between two waves.

    Parameters
    ----------
    before, now : series of float
        Scores, one a person, NaN = no score. The index is the person's keyed hash where people can be linked;
        people without a link have a missing index.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    Change
        With NaN limits when either wave has fewer than two scores.

    Notes
    -----
    Derrick, Russ, Toher & White (2017), Journal of Modern Applied Statistical Methods 16(1), 137-157:
    statistic T-new-2 and its degrees of freedom. Without linked people it is Welch's interval.
    """
    before, now = before.dropna(), now.dropna()
    covariance, pairs = _overlap(before, now)
    estimate = float(now.mean() - before.mean()) if len(now) and len(before) else float("nan")
    error, freedom = _error_and_freedom(before.to_numpy(float), now.to_numpy(float), covariance, pairs)
    half = critical_t(level, freedom) * error if np.isfinite(error) else float("nan")
    method = "partially overlapping t" if pairs >= FEWEST_PAIRS else "Welch"
    limits = (estimate - half, estimate + half)
    return Change(estimate, *limits, level, method, len(before), len(now), pairs, error, freedom)


def _overlap(before: pd.Series, now: pd.Series) -> tuple[float, int]:
    linked = before.index.dropna().intersection(now.index.dropna())
    if len(linked) < FEWEST_PAIRS:
        return 0.0, 0
    first, second = before.loc[linked].to_numpy(float), now.loc[linked].to_numpy(float)
    spread = first.std() * second.std()
    correlation = ((first - first.mean()) * (second - second.mean())).mean() / spread if spread else 0.0
    return float(correlation * before.std() * now.std()), len(linked)


def _error_and_freedom(before: Floats, now: Floats, covariance: float, pairs: int) -> tuple[float, float]:
    if min(len(before), len(now)) < 2:
        return float("nan"), float("nan")
    parts = before.var(ddof=1) / len(before), now.var(ddof=1) / len(now)
    shared = 2 * covariance * pairs / (len(before) * len(now))
    error = float(np.sqrt(max(sum(parts) - shared, 0.0)))
    return error, _freedom(parts, len(before), len(now), pairs)


def _freedom(parts: tuple[float, float], n_before: int, n_now: int, pairs: int) -> float:
    weighted = parts[0] ** 2 / (n_before - 1) + parts[1] ** 2 / (n_now - 1)
    welch = sum(parts) ** 2 / weighted if weighted else float(n_before + n_now - 2)
    if not pairs:
        return float(welch)
    single = n_before + n_now - 2 * pairs
    return float(pairs - 1 + (welch - pairs + 1) / (single + 2 * pairs) * single)
