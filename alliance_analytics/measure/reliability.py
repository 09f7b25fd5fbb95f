"""How far the items of a scale measure one thing: Cronbach's alpha, of one scale or of ten thousand groups.

Answers come turned: the good end is up on every item. What single items add stands in ``item_reliability``,
McDonald's omega in ``omega``, and what to call the result in ``verdicts``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import special

from alliance_analytics.measure.grouped_rows import ROUNDING, GroupedRows, complete_rows, row_sums
from alliance_analytics.measure.results import (
    NAN,
    Estimate,
    Estimates,
    Floats,
    Interval,
    Reason,
    first_reason,
    undefined,
)

Missing = Literal["listwise", "pairwise"]


@dataclass(frozen=True, kw_only=True)
class Reliability(Estimate):
    """A reliability of ``items`` items; ``n`` counts the people it rests on, incomplete rows left out."""

    items: int


def cronbach_alpha(answers: Floats, *, missing: Missing = "listwise", level: float = 0.95) -> Reliability:
    """Return Cronbach's alpha, ``k / (k - 1) * (1 - trace(S) / sum(S))``.

    Parameters
    ----------
    answers : array, shape (n_people, n_items)
        Turned answers; NaN = no usable answer.
    missing : {'listwise', 'pairwise'}
        Use people who answered every item, or for each covariance whoever answered both items. Pairwise has
        no interval, and its ``n`` is the smallest number of people behind any covariance.
    level : float
        Nominal coverage of Feldt's interval, 0 to 1.

    Returns
    -------
    Reliability
        At most 1, possibly negative. NaN with a reason for one item, fewer than two people, or a sum score
        that does not vary.

    Notes
    -----
    Cronbach (1951), Psychometrika 16, 297-334; docs/methods.md, "Reliability".
    """
    used = answers if missing == "pairwise" else listwise(answers)
    n = _fewest_pairs(used)
    reason = too_small(n, answers.shape[1])
    alpha = NAN if reason else alpha_of(pd.DataFrame(used).cov().to_numpy(float))
    has_limits = missing == "listwise"
    interval = cronbach_alpha_ci_feldt(alpha if has_limits else NAN, n, answers.shape[1], level)
    items = answers.shape[1]
    return _reliability(alpha, f"Cronbach's alpha, {missing}", n, items, reason=reason, interval=interval)


def cronbach_alpha_standardized(answers: Floats) -> Reliability:
    """Return Cronbach's alpha of items brought to equal spread: ``alpha`` of their correlation matrix.

    Parameters
    ----------
    answers : array, shape (n_people, n_items)
        Turned answers; NaN = no usable answer. Incomplete rows are left out.

    Returns
    -------
    Reliability
        Without an interval. NaN with a reason as for :func:`cronbach_alpha`, and when an item is constant.

    Notes
    -----
    Cronbach (1951), with unit variances; docs/methods.md, "Reliability".
    """
    used = listwise(answers)
    n, items = used.shape
    reason = too_small(n, items)
    if not reason and constant_items(used).any():
        reason = "constant_item"
    alpha = NAN if reason else alpha_of(np.asarray(np.corrcoef(used, rowvar=False)))
    return _reliability(alpha, "Cronbach's alpha, standardised", n, items, reason=reason, interval=None)


def cronbach_alpha_ci_feldt(
    alpha: npt.ArrayLike, n: npt.ArrayLike, items: int, level: float = 0.95
) -> Interval:
    """Return Feldt's interval, ``1 - (1 - alpha) * F``; F has n - 1 and (n - 1)(k - 1) degrees of freedom.

    Parameters
    ----------
    alpha, n : number or array of one shape
        Alpha, and the people it rests on *after* leaving out incomplete rows.
    items : int
        How many items, k.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    Interval
        NaN where alpha is NaN, n is below 2, or there is one item.

    Notes
    -----
    Feldt (1965), Psychometrika 30, 357-370; Feldt, Woodruff & Salih (1987), Applied Psychological Measurement
    11, 93-103; docs/methods.md, "Reliability".
    """
    alpha, people = np.broadcast_arrays(np.asarray(alpha, dtype=float), np.asarray(n))
    sizes, place = np.unique(people, return_inverse=True)  # few sizes serve many groups, and F is slow
    freedom = np.where((sizes > 1) & (items > 1), sizes - 1, np.nan)
    shares = np.array([[1 + level], [1 - level]]) / 2
    ratios = special.fdtri(freedom, freedom * (items - 1), shares)[:, place.reshape(alpha.shape)]
    low, high = 1 - (1 - alpha) * ratios
    return Interval(low, high, level, "Feldt")


def cronbach_alpha_by_group(
    answers: Floats, groups: npt.ArrayLike | pd.Series, *, level: float = 0.95
) -> Estimates:
    """Return Cronbach's alpha of every group in one pass, listwise, with Feldt's interval.

    Parameters
    ----------
    answers : array, shape (n_people, n_items)
        Turned answers; NaN = no usable answer.
    groups : array or series, shape (n_people,)
        Group of each person; missing = in no group.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    Estimates
        One a group; NaN with a reason where :func:`cronbach_alpha` would be.

    Notes
    -----
    ``k / (k - 1) * (1 - sum of the items' variances / variance of the sum score)``, the same number as
    :func:`cronbach_alpha` without a matrix for each group; docs/methods.md, "Reliability".
    """
    used, grouped = complete_rows(answers, groups)
    n, items = grouped.sizes, answers.shape[1]
    within = row_sums(grouped.variances(used))
    total = grouped.variances(row_sums(used)[:, None])[:, 0]
    reason = first_reason(
        ("one_item", np.full(len(n), items < 2)),
        ("no_answers", n == 0),
        ("one_person", n == 1),
        ("no_variance", total == 0),
    )
    varies = np.where(total > 0, total, 1.0)
    alpha = undefined(reason, items / max(items - 1, 1) * (1 - within / varies))
    limits = cronbach_alpha_ci_feldt(alpha, n, items, level)
    return Estimates(
        names=grouped.names,
        estimate=alpha,
        method="Cronbach's alpha, listwise",
        n=n,
        low=limits.low,
        high=limits.high,
        level=level,
        reason=reason,
    )


def listwise(answers: Floats) -> Floats:
    """Return the rows in which every item is answered."""
    return answers[np.isfinite(answers).all(axis=1)]


def constant_items(answers: Floats) -> npt.NDArray[np.bool_]:
    """Return which items everybody answers alike, shape (n_items,); ``answers`` has no gaps."""
    return np.asarray(GroupedRows.of_one(len(answers)).variances(answers)[0] == 0)


def too_small(n: int, items: int) -> Reason:
    """Return why so few people or items have no reliability; '' when they may."""
    if items < 2:
        return "one_item"
    return "no_answers" if n == 0 else "one_person" if n == 1 else ""


def alpha_of(covariance: Floats) -> float:
    """Return alpha of a covariance matrix, shape (n_items, n_items); NaN when their sum does not vary."""
    items, total = len(covariance), covariance.sum()
    if items < 2 or not total > ROUNDING * np.abs(covariance).sum():
        return NAN
    return float(items / (items - 1) * (1 - np.trace(covariance) / total))


def _fewest_pairs(answers: Floats) -> int:
    answered = np.isfinite(answers).astype(np.int64)
    return int((answered.T @ answered).min())


def _reliability(
    alpha: float, method: str, n: int, items: int, *, reason: Reason, interval: Interval | None
) -> Reliability:
    reason = reason or ("" if np.isfinite(alpha) else "no_variance")
    result = Reliability(estimate=alpha, method=method, n=n, items=items, reason=reason)
    if interval is None:
        return result
    return replace(result, low=float(interval.low), high=float(interval.high), level=interval.level)
