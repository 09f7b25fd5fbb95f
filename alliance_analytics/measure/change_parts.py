"""A change of a mean taken apart: people who answered twice, who came, who went, and items that changed.

The parts add up to the whole, to the last digit. A mean can rise because people changed their mind, because
the critical ones left, or because the questions became easier; only the first is news of the alliance.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import special

from alliance_analytics.measure.change import mean_change
from alliance_analytics.measure.critical_values import critical_t

Floats = npt.NDArray[np.float64]
POWER = 0.8
"""Chance of seeing the smallest change that counts as detectable (Cohen 1988, section 2.4)."""


@dataclass(frozen=True)
class Part:
    """One part of a change, in points, with its interval; NaN where there is none.

    ``n`` people make it; ``reason`` says why it or its interval is missing, or ''.
    """

    estimate: float
    low: float
    high: float
    n: int
    reason: str = ""


@dataclass(frozen=True)
class ChangeParts:
    """A change and what it is made of: ``total = within + came + went + items``.

    Attributes
    ----------
    total : Part
        Mean of all now minus mean of all before, each on its own items.
    within : Part
        What those who answered both times changed.
    came : Part
        What those who came add: how far they are from those who stayed, times their share now.
    went : Part
        What those who went take away: how far they were from those who stayed, times their share then,
        turned round.
    items : Part
        What changed items add; 0 when the items are the same.
    level : float
        Nominal coverage of each interval alone.
    smallest : float
        Smallest total change that these numbers of people would have shown with a chance of ``POWER``.
    """

    total: Part
    within: Part
    came: Part
    went: Part
    items: Part
    level: float
    smallest: float


def change_parts(
    before: pd.Series,
    now: pd.Series,
    *,
    common_before: pd.Series | None = None,
    common_now: pd.Series | None = None,
    stayed: Collection[str] | None = None,
    level: float = 0.95,
) -> ChangeParts:
    """Return a change taken apart.

    Parameters
    ----------
    before, now : series of float
        Scores, one a person, NaN = none. The index is the person's keyed hash; missing for a person who
        cannot be linked, who then counts as having gone or come.
    common_before, common_now : series of float, optional
        The same people's scores over the items that both waves asked; ``before`` and ``now`` when left out.
    stayed : collection of str, optional
        Who counts as having answered both times, with or without a score here; those with two scores when
        left out.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    ChangeParts
        Who has no score over the common items counts only in the part of the items.

    Notes
    -----
    The identity is that of Kitagawa (1955), Journal of the American Statistical Association 50, 1168-1194,
    for two groups a wave; the intervals are Student's and Welch's. docs/methods.md, "Change taken apart".
    """
    earlier = before if common_before is None else common_before
    later = now if common_now is None else common_now
    whole = mean_change(before, now, level)
    both = _both(earlier, later) if stayed is None else pd.Index(list(stayed))
    stayed_before, went = _split(earlier, both)
    stayed_now, came = _split(later, both)
    same = common_before is None and common_now is None
    return ChangeParts(
        total=Part(whole.estimate, whole.low, whole.high, whole.n_now),
        within=_within(stayed_before, stayed_now, level),
        came=_apart(came.to_numpy(float), stayed_now.to_numpy(float), level, 1.0),
        went=_apart(went.to_numpy(float), stayed_before.to_numpy(float), level, -1.0),
        items=Part(0.0, 0.0, 0.0, whole.n_now)
        if same
        else _items(before, now, earlier, later, whole.estimate),
        level=level,
        smallest=smallest_change(whole.se, whole.df, level),
    )


def smallest_change(error: float, df: float, level: float = 0.95, power: float = POWER) -> float:
    """Return the smallest change that a standard error ``error`` shows with a chance of ``power``, in points.

    ``(t(1 - alpha / 2) + t(power)) error`` (Bloom 1995, Evaluation Review 19, 547-556).
    """
    if not np.isfinite(error) or df < 1:
        return float("nan")
    return float((critical_t(level, df) + special.stdtrit(df, power)) * error)


def _both(earlier: pd.Series, later: pd.Series) -> pd.Index:
    """Return who has a score in both waves."""
    return earlier.dropna().index.dropna().intersection(later.dropna().index.dropna())


def _split(scores: pd.Series, both: pd.Index) -> tuple[pd.Series, pd.Series]:
    """Return the scores of people who answered both times, and of the others."""
    known = scores.dropna()
    stayed = known.index.notna() & known.index.isin(both)
    return known[stayed], known[~stayed]


def _within(before: pd.Series, now: pd.Series, level: float) -> Part:
    """Return the change of those who stayed: paired, or partly so when somebody has one score only."""
    if not len(now) or not len(before):
        return Part(np.nan, np.nan, np.nan, 0, "nobody_linked")
    if set(now.index) != set(before.index):
        change = mean_change(before, now, level)
        return Part(change.estimate, change.low, change.high, change.n_now)
    moved, n = now.to_numpy(float) - before.reindex(now.index).to_numpy(float), len(now)
    return _part(float(moved.mean()), float(moved.var(ddof=1)) / n if n > 1 else np.nan, n - 1, n, level)


def _apart(moved: Floats, stayed: Floats, level: float, sign: float) -> Part:
    """Return what people who came or went add to the mean, by how far they are from those who stayed."""
    n, m = len(moved), len(stayed)
    if not n:
        return Part(0.0, 0.0, 0.0, 0)
    if not m:
        return Part(np.nan, np.nan, np.nan, n, "nobody_linked")
    share = sign * n / (n + m)
    estimate = share * float(moved.mean() - stayed.mean())
    if min(n, m) < 2:
        return Part(estimate, np.nan, np.nan, n, "too_few")
    parts = moved.var(ddof=1) / n, stayed.var(ddof=1) / m
    spread = parts[0] ** 2 / (n - 1) + parts[1] ** 2 / (m - 1)
    df = sum(parts) ** 2 / spread if spread else n + m - 2
    return _part(estimate, share**2 * float(sum(parts)), float(df), n, level)


def _items(before: pd.Series, now: pd.Series, earlier: pd.Series, later: pd.Series, total: float) -> Part:
    """Return what is left of the total after the change over the common items."""
    common = float(later.mean() - earlier.mean())
    return Part(total - common, np.nan, np.nan, int(min(before.count(), now.count())), "no_interval")


def _part(estimate: float, variance: float, df: float, n: int, level: float) -> Part:
    if not np.isfinite(variance):
        return Part(estimate, np.nan, np.nan, n, "too_few")
    half = _quantile(df, level) * float(np.sqrt(variance))
    return Part(estimate, estimate - half, estimate + half, n)


def _quantile(df: float, level: float) -> float:
    return critical_t(level, max(df, 1))
