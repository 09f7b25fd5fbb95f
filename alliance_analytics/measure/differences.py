"""Whether two means differ: Student, Welch and paired t, and their rank companions.

The t tests are scipy's. Here they say what is undefined instead of warning, and ranks are taken after
rounding, so that float noise does not break ties.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy  # scipy.stats takes a second to import, and comes with its first use

Floats = npt.NDArray[np.float64]
DIGITS = 10
"""Decimals kept before ranking."""


@dataclass(frozen=True)
class MeanDifference:
    """A difference of two means in points, with its test; NaN with a ``reason`` where undefined.

    Attributes
    ----------
    estimate, low, high : float
        First mean minus second, with limits.
    t, df, p : float
        Two-sided test of no difference.
    level : float
        Nominal coverage.
    method : str
        ``student``, ``welch`` or ``paired``.
    n_first, n_second : int
        People; equal for linked people.
    reason : str
        Why something is missing, or ''.
    """

    estimate: float
    low: float
    high: float
    t: float
    df: float
    p: float
    level: float
    method: str
    n_first: int
    n_second: int
    reason: str = ""


@dataclass(frozen=True)
class RankTest:
    """A test on ranks by the normal approximation with correction for ties.

    Attributes
    ----------
    statistic : float
        ``W+`` for linked people, ``U`` of the first group otherwise.
    p_corrected, p_uncorrected : float
        Two-sided, with and without continuity correction.
    n_first, n_second : int
        People; for linked people ``n_first`` counts those who changed.
    reason : str
        Why there is none, or ''.
    """

    statistic: float
    p_corrected: float
    p_uncorrected: float
    n_first: int
    n_second: int
    reason: str = ""


def t_test_student(first: Floats, second: Floats, *, level: float = 0.95) -> MeanDifference:
    """Return Student's t for two groups of different people with one variance; see :func:`t_test_welch`.

    Student (1908), Biometrika 6, 1-25.
    """
    return _independent(first, second, level, "student")


def t_test_welch(first: Floats, second: Floats, *, level: float = 0.95) -> MeanDifference:
    """Return Welch's t for two groups of different people.

    Parameters
    ----------
    first, second : array, shapes (n_first,) and (n_second,)
        Scores; NaN = none. At least two people a group.
    level : float
        Nominal coverage, 0 to 1.

    Notes
    -----
    Welch (1947), Biometrika 34, 28-35. docs/methods.md, "Change between waves".
    """
    return _independent(first, second, level, "welch")


def t_test_paired(after: Floats, before: Floats, *, level: float = 0.95) -> MeanDifference:
    """Return the paired t of the same people in the same order; who lacks a score does not count.

    Shapes ``(n,)``. When all changes are equal there is no test, and with fewer than two people no limits
    (Student 1908). docs/methods.md, "Change between waves".
    """
    change = np.round(np.asarray(after, dtype=float) - np.asarray(before, dtype=float), DIGITS)
    change = change[np.isfinite(change)]
    n = len(change)
    if n < 2 or np.ptp(change) == 0:
        estimate = float(change.mean()) if n else np.nan
        return _untested(estimate, level, "paired", (n, n), "too_few" if n < 2 else "no_variance")
    return _tested(scipy.stats.ttest_1samp(change, 0.0), float(change.mean()), level, "paired", (n, n))


def wilcoxon_signed_rank(after: Floats, before: Floats) -> RankTest:
    """Return Wilcoxon's test of the same people in the same order, without those who did not change.

    Shapes ``(n,)``. Wilcoxon (1945), Biometrics Bulletin 1, 80-83; ties as in Hollander & Wolfe (1999),
    section 3.1.
    """
    change = np.round(np.asarray(after, dtype=float) - np.asarray(before, dtype=float), DIGITS)
    change = change[np.isfinite(change)]
    moved = change[change != 0]
    if not len(moved):
        return RankTest(np.nan, np.nan, np.nan, 0, len(change), "no_change")
    ranks = scipy.stats.rankdata(np.abs(moved))
    above = float(ranks[moved > 0].sum())
    n = len(moved)
    ties = _ties(np.abs(moved))
    spread = float(np.sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48))
    return RankTest(above, *_two_sided(above - n * (n + 1) / 4, spread), n, len(change))


def mann_whitney(first: Floats, second: Floats) -> RankTest:
    """Return the rank sum test of two groups of different people.

    Shapes ``(n_first,)`` and ``(n_second,)``; NaN = none. Mann & Whitney (1947), Annals of Mathematical
    Statistics 18, 50-60.
    """
    first, second = _present(np.round(first, DIGITS)), _present(np.round(second, DIGITS))
    n, m = len(first), len(second)
    together = np.concatenate([first, second])
    if not min(n, m) or np.ptp(together) == 0:
        return RankTest(np.nan, np.nan, np.nan, n, m, "too_few" if not min(n, m) else "no_variance")
    above = float(scipy.stats.rankdata(together)[:n].sum() - n * (n + 1) / 2)
    spread = float(np.sqrt(n * m / 12 * (n + m + 1 - _ties(together) / ((n + m) * (n + m - 1)))))
    return RankTest(above, *_two_sided(above - n * m / 2, spread), n, m)


def _independent(first: Floats, second: Floats, level: float, method: str) -> MeanDifference:
    first, second = _present(first), _present(second)
    sizes = (len(first), len(second))
    estimate = float(first.mean() - second.mean()) if min(sizes) else np.nan
    if min(sizes) < 2:
        return _untested(estimate, level, method, sizes, "too_few")
    if max(np.ptp(first), np.ptp(second)) == 0:
        return _untested(estimate, level, method, sizes, "no_variance")
    return _tested(
        scipy.stats.ttest_ind(first, second, equal_var=method == "student"), estimate, level, method, sizes
    )


def _tested(
    test: scipy.stats._result_classes.TtestResult,
    estimate: float,
    level: float,
    method: str,
    sizes: tuple[int, int],
) -> MeanDifference:
    limits = test.confidence_interval(level)
    found = (float(test.statistic), float(test.df), float(test.pvalue))
    return MeanDifference(estimate, float(limits.low), float(limits.high), *found, level, method, *sizes)


def _untested(
    estimate: float, level: float, method: str, sizes: tuple[int, int], reason: str
) -> MeanDifference:
    return MeanDifference(estimate, *(np.nan,) * 5, level, method, *sizes, reason)


def _two_sided(distance: float, spread: float) -> tuple[float, float]:
    nearer = max(abs(distance) - 0.5, 0.0) if distance else 0.0
    return tuple(float(2 * scipy.stats.norm.sf(step / spread)) for step in (nearer, abs(distance)))  # type: ignore[return-value]


def _ties(values: Floats) -> float:
    _, counts = np.unique(values, return_counts=True)
    return float((counts**3 - counts).sum())


def _present(scores: Floats) -> Floats:
    scores = np.asarray(scores, dtype=float)
    return scores[np.isfinite(scores)]
