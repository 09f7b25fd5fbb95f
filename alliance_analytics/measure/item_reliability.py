"""What each item adds to its scale: alpha without it, and how it goes with the others."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

from alliance_analytics.measure.critical_values import critical_z
from alliance_analytics.measure.reliability import (
    alpha_of,
    constant_items,
    cronbach_alpha_ci_feldt,
    listwise,
    too_small,
)
from alliance_analytics.measure.results import Estimates, Floats, Interval, first_reason, undefined


def alpha_if_deleted(
    answers: Floats, items: Sequence[Hashable] | None = None, level: float = 0.95
) -> Estimates:
    """Return Cronbach's alpha of the scale without each of its items.

    Parameters
    ----------
    answers : array, shape (n_people, n_items)
        Turned answers; NaN = no usable answer. Rows incomplete on any item are left out, so that all alphas
        rest on the same people.
    items : sequence, optional
        Names of the items; their places when left out.
    level : float
        Nominal coverage of Feldt's interval, 0 to 1.

    Returns
    -------
    Estimates
        One an item. NaN with a reason for fewer than three items or two people, or when the others do not
        vary.

    Notes
    -----
    Cronbach (1951), Psychometrika 16, 297-334, on the remaining items; docs/methods.md, "Reliability".
    """
    used = listwise(answers)
    n, count = used.shape
    covariance = _covariance(used)
    kept = ~np.eye(count, dtype=bool)
    alphas = np.array([alpha_of(covariance[np.ix_(others, others)]) for others in kept], dtype=float)
    reason = first_reason((too_small(n, count - 1) or "no_variance", np.isnan(alphas)))
    interval = cronbach_alpha_ci_feldt(alphas, n, count - 1, level)
    return _by_item(items, "Cronbach's alpha without the item, listwise", alphas, interval, reason, n=n)


def item_rest_correlation(
    answers: Floats, items: Sequence[Hashable] | None = None, level: float = 0.95
) -> Estimates:
    """Return the correlation of each item with the sum of the others.

    Parameters
    ----------
    answers : array, shape (n_people, n_items)
        Turned answers; NaN = no usable answer. Incomplete rows are left out.
    items : sequence, optional
        Names of the items; their places when left out.
    level : float
        Nominal coverage of Fisher's interval, 0 to 1.

    Returns
    -------
    Estimates
        One an item, -1 to 1. NaN with a reason for one item or one person, for a constant item, and when the
        others do not vary; no interval below four people.

    Notes
    -----
    Limits ``tanh(atanh(r) +- z / sqrt(n - 3))`` (Fisher 1921, Metron 1, 3-32); docs/methods.md,
    "Reliability".
    """
    used = listwise(answers)
    n, count = used.shape
    rest = used.sum(axis=1, keepdims=True) - used
    too_few = too_small(n, count)
    reason = first_reason(
        (too_few, np.full(count, bool(too_few))),
        ("constant_item", constant_items(used)),
        ("no_variance", constant_items(rest)),
    )
    correlation = np.full(count, np.nan)
    for place in np.flatnonzero(reason == ""):
        correlation[place] = np.corrcoef(used[:, place], rest[:, place])[0, 1]
    interval = _fisher_interval(correlation, n, level)
    return _by_item(items, "item-rest correlation, listwise", correlation, interval, reason, n=n)


def _covariance(answers: Floats) -> Floats:
    if len(answers) < 2:
        return np.full((answers.shape[1],) * 2, np.nan)
    return np.atleast_2d(np.cov(answers, rowvar=False))


def _fisher_interval(correlation: Floats, n: int, level: float) -> Interval:
    if n < 4:
        nothing = np.full_like(correlation, np.nan)
        return Interval(nothing, nothing, level, "Fisher")
    half = critical_z(level) / np.sqrt(n - 3)
    exact = np.abs(correlation) == 1  # atanh has no value there, and the limits are the point
    centre = np.arctanh(np.where(exact, 0.0, correlation))
    low, high = (np.where(exact, correlation, np.tanh(centre + sign * half)) for sign in (-1, 1))
    return Interval(low, high, level, "Fisher")


def _by_item(
    items: Sequence[Hashable] | None,
    method: str,
    estimate: Floats,
    interval: Interval,
    reason: npt.NDArray[np.str_],
    *,
    n: int,
) -> Estimates:
    return Estimates(
        names=np.arange(len(estimate)) if items is None else np.array(items),
        estimate=undefined(reason, estimate),
        method=method,
        n=np.full(len(estimate), n),
        low=interval.low,
        high=interval.high,
        level=interval.level,
        reason=reason,
    )
