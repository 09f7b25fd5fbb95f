"""How much of the differences between people lies between their groups: ICC(1) and ICC(2).

Own code, for no library at hand takes groups of unequal size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.critical_values import critical_f, p_of_f
from alliance_analytics.measure.grouped_rows import ROUNDING, GroupedRows, complete_rows
from alliance_analytics.measure.results import NAN, Estimate, Floats, Reason

SizeRule = Literal["mean", "n0"]


@dataclass(frozen=True, kw_only=True)
class GroupIcc:
    """ICC(1) and ICC(2) with the one-way analysis of variance they come from.

    ``group_size`` is the k put into ICC(1); ``n_groups`` counts the groups with a score, ``n`` their people.
    """

    icc1: Estimate
    icc2: Estimate
    ms_between: float = NAN
    ms_within: float = NAN
    f: float = NAN
    p: float = NAN
    group_size: float = NAN
    n_groups: int
    n: int

    @property
    def meaningful(self) -> bool:
        """Whether group means differ more than people within groups do; if not, ICC(2) says nothing."""
        return self.ms_between > self.ms_within


@dataclass(frozen=True)
class FRatio:
    """A ratio of two mean squares with its degrees of freedom; infinite when nothing varies below."""

    above: float
    below: float
    df1: int
    df2: int

    @property
    def value(self) -> float:
        """F; NaN when nothing varies at all."""
        if not self.below:
            return float("inf") if self.above else NAN
        return self.above / self.below

    @property
    def p(self) -> float:
        """Probability of so large an F when there is nothing to find."""
        return p_of_f(self.value, self.df1, self.df2)

    def limits(self, level: float) -> tuple[float, float]:
        """Return the limits of the ratio of expected mean squares (McGraw & Wong 1996, table 7)."""
        share = (1 + level) / 2
        low = self.value / critical_f(share, self.df1, self.df2)
        return float(low), float(self.value * critical_f(share, self.df2, self.df1))


def one_from_f(ratio: float, size: float) -> float:
    """Return the reliability of one rating, ``(F - 1) / (F + k - 1)``, also for an infinite F."""
    return 1 - size / (ratio + size - 1)


def mean_from_f(ratio: float) -> float:
    """Return the reliability of a mean of ratings, ``(F - 1) / F``, also for an infinite F."""
    return 1 - 1 / ratio if ratio else NAN


def icc_groups(
    scores: Floats, groups: npt.ArrayLike | pd.Series, *, k_rule: SizeRule = "mean", level: float = 0.95
) -> GroupIcc:
    """Return ICC(1) and ICC(2) of scores in groups, which may differ in size.

    Parameters
    ----------
    scores : array, shape (n_people,)
        NaN = no score.
    groups : array or series, shape (n_people,)
        Group of each person; missing = in no group.
    k_rule : {'mean', 'n0'}
        The size k in ICC(1): ``N / G``, or ``(N - sum n^2 / N) / (G - 1)``, which makes it unbiased.
    level : float
        Nominal coverage, 0 to 1. Limits are exact for groups of equal size and approximate otherwise.

    Returns
    -------
    GroupIcc
        Estimates at most 1, negative as they come. NaN with a reason for one group, no group of two people,
        or no variance.

    Notes
    -----
    ``ICC(1) = (MSB - MSW) / (MSB + (k - 1) MSW)`` and ``ICC(2) = (MSB - MSW) / MSB``: Bartko (1976),
    Psychological Bulletin 83, 762-765; Bliese (2000). Limits from F: McGraw & Wong (1996), Psychological
    Methods 1, 30-46. docs/methods.md, "Do groups differ".
    """
    used, grouped = complete_rows(scores[:, None], groups)
    reason = _too_little(used, grouped)
    if reason:
        nothing = Estimate(estimate=NAN, method="ICC", n=len(used), reason=reason)
        return GroupIcc(icc1=nothing, icc2=nothing, n_groups=_filled(grouped), n=len(used))
    ratio, size = _one_way(used, grouped), _group_size(grouped, k_rule)
    low, high = ratio.limits(level)
    return GroupIcc(
        icc1=Estimate(
            estimate=one_from_f(ratio.value, size),
            low=one_from_f(low, size),
            high=one_from_f(high, size),
            level=level,
            n=len(used),
            method=f"ICC(1), k by {k_rule}",
        ),
        icc2=Estimate(
            estimate=mean_from_f(ratio.value),
            low=mean_from_f(low),
            high=mean_from_f(high),
            level=level,
            n=len(used),
            method="ICC(2)",
            reason="" if ratio.value else "no_variance",
        ),
        ms_between=ratio.above,
        ms_within=ratio.below,
        f=ratio.value,
        p=ratio.p,
        group_size=size,
        n_groups=_filled(grouped),
        n=len(used),
    )


def _filled(grouped: GroupedRows) -> int:
    return int((grouped.sizes > 0).sum())


def _too_little(used: Floats, grouped: GroupedRows) -> Reason:
    if not len(used):
        return "no_answers"
    if _filled(grouped) < 2:
        return "one_group"
    if len(used) == _filled(grouped):
        return "one_person_each"
    return "no_variance" if GroupedRows.of_one(len(used)).variances(used)[0, 0] == 0 else ""


def _one_way(used: Floats, grouped: GroupedRows) -> FRatio:
    means = grouped.each_row(grouped.means(used))
    between, within = float(((means - used.mean()) ** 2).sum()), float(((used - means) ** 2).sum())
    noise = len(used) * (ROUNDING * float(used.mean())) ** 2
    df1 = _filled(grouped) - 1
    df2 = len(used) - df1 - 1
    return FRatio((between > noise) * between / df1, (within > noise) * within / df2, df1, df2)


def _group_size(grouped: GroupedRows, rule: SizeRule) -> float:
    sizes = grouped.sizes[grouped.sizes > 0]
    n = sizes.sum()
    return float(n / len(sizes) if rule == "mean" else (n - (sizes**2).sum() / n) / (len(sizes) - 1))
