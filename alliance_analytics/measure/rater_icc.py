"""How far raters agree on targets: the six intraclass correlations of Shrout & Fleiss.

Which one: (1, .) when every target had other raters; (2, .) when the raters stand for all raters, so that
strict ones count against agreement; (3, .) when only these raters matter. (., 1) is one rating, (., k) the
mean of all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from alliance_analytics.measure.critical_values import critical_f
from alliance_analytics.measure.grouped_rows import ROUNDING
from alliance_analytics.measure.icc import FRatio, one_from_f
from alliance_analytics.measure.results import NAN, Estimate, Floats, Reason

FORMS = ("ICC(1,1)", "ICC(1,k)", "ICC(2,1)", "ICC(2,k)", "ICC(3,1)", "ICC(3,k)")


@dataclass(frozen=True, kw_only=True)
class RaterIcc(Estimate):
    """One form with its test that the targets do not differ; ``n`` counts targets."""

    f: float = NAN
    df1: int = 0
    df2: int = 0
    p: float = NAN


@dataclass(frozen=True)
class MeanSquares:
    """Mean squares of a table of targets by raters.

    Attributes
    ----------
    n, k : int
        Targets and raters.
    targets, raters, within, residual : float
        BMS, JMS, WMS and EMS of Shrout & Fleiss.
    """

    n: int
    k: int
    targets: float = NAN
    raters: float = NAN
    within: float = NAN
    residual: float = NAN


@dataclass(frozen=True)
class ShroutFleiss:
    """The six forms and the mean squares they come from."""

    forms: Mapping[str, RaterIcc]
    mean_squares: MeanSquares


def icc_shrout_fleiss(ratings: Floats, *, level: float = 0.95) -> ShroutFleiss:
    """Return the six intraclass correlations with F, its degrees of freedom, p and limits.

    Parameters
    ----------
    ratings : array, shape (n_targets, n_raters)
        NaN = not rated; such targets are left out.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    ShroutFleiss
        Estimates at most 1, negative as they come; NaN with a reason below two targets or raters, or when
        nothing varies.

    Notes
    -----
    Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428; limits of ICC(2, .) after Satterthwaite as in
    McGraw & Wong (1996), Psychological Methods 1, 30-46. docs/methods.md, "Raters".
    """
    used = ratings[np.isfinite(ratings).all(axis=1)]
    squares = _mean_squares(used)
    reason = _too_little(squares)
    singles = _singles(squares, level) if not reason else {}
    forms = {}
    for number, single in singles.items():
        forms[f"ICC({number},1)"] = single
        forms[f"ICC({number},k)"] = _of_the_mean(single, squares.k)
    return ShroutFleiss(forms or dict.fromkeys(FORMS, _nothing(squares.n, reason)), squares)


def _mean_squares(used: Floats) -> MeanSquares:
    n, k = used.shape
    if n < 2 or k < 2:
        return MeanSquares(n, k)
    rows, columns, centre = used.mean(axis=1), used.mean(axis=0), used.mean()
    noise = used.size * (ROUNDING * centre) ** 2
    sums = [
        k * ((rows - centre) ** 2).sum(),
        n * ((columns - centre) ** 2).sum(),
        ((used - rows[:, None]) ** 2).sum(),
        ((used - rows[:, None] - columns + centre) ** 2).sum(),
    ]
    freedom = (n - 1, k - 1, n * (k - 1), (n - 1) * (k - 1))
    found = [float(part / df) if part > noise else 0.0 for part, df in zip(sums, freedom, strict=True)]
    return MeanSquares(n, k, *found)


def _too_little(squares: MeanSquares) -> Reason:
    if squares.n < 2:
        return "one_target" if squares.n else "no_answers"
    if squares.k < 2:
        return "one_rater"
    return "" if squares.targets or squares.within else "no_variance"


def _singles(squares: MeanSquares, level: float) -> dict[str, RaterIcc]:
    n, k = squares.n, squares.k
    one_way = FRatio(squares.targets, squares.within, n - 1, n * (k - 1))
    two_way = FRatio(squares.targets, squares.residual, n - 1, (n - 1) * (k - 1))
    strict = _strict(squares)
    return {
        "1": _form(one_from_f(one_way.value, k), _from_f(one_way, k, level), one_way, level, n),
        "2": _form(strict, _strict_limits(squares, strict, level), two_way, level, n),
        "3": _form(one_from_f(two_way.value, k), _from_f(two_way, k, level), two_way, level, n),
    }


def _from_f(ratio: FRatio, k: int, level: float) -> tuple[float, float]:
    low, high = ratio.limits(level)
    return one_from_f(low, k), one_from_f(high, k)


def _form(
    estimate: float, limits: tuple[float, float], ratio: FRatio, level: float, targets: int
) -> RaterIcc:
    return RaterIcc(
        estimate=estimate,
        low=limits[0],
        high=limits[1],
        level=level,
        method="Shrout-Fleiss",
        n=targets,
        f=ratio.value,
        df1=ratio.df1,
        df2=ratio.df2,
        p=ratio.p,
        reason="" if np.isfinite(estimate) else "no_variance",
    )


def _strict(squares: MeanSquares) -> float:
    difference = squares.targets - squares.residual
    raters = squares.k * (squares.raters - squares.residual) / squares.n
    return difference / (squares.targets + (squares.k - 1) * squares.residual + raters)


def _strict_limits(squares: MeanSquares, icc: float, level: float) -> tuple[float, float]:
    n, k, between, residual = squares.n, squares.k, squares.targets, squares.residual
    df = _strict_freedom(squares, icc)
    spread = k * squares.raters + (k * n - k - n) * residual
    up, down = critical_f((1 + level) / 2, n - 1, df), critical_f((1 + level) / 2, df, n - 1)
    low = n * (between - up * residual) / (up * spread + n * between)
    high = n * (down * between - residual) / (spread + n * down * between)
    return float(low), float(high)


def _strict_freedom(squares: MeanSquares, icc: float) -> float:
    n, k = squares.n, squares.k
    a, b = k * icc, n * (1 + (k - 1) * icc) - k * icc
    above = (k - 1) * (n - 1) * (a * squares.raters + b * squares.residual) ** 2
    below = (n - 1) * (a * squares.raters) ** 2 + (b * squares.residual) ** 2
    return above / below if below else float(k - 1)


def _of_the_mean(single: RaterIcc, k: int) -> RaterIcc:
    """Step a form for one rating up to the mean of all (Spearman-Brown)."""
    estimate, low, high = (_stepped_up(value, k) for value in (single.estimate, single.low, single.high))
    reason: Reason = "" if np.isfinite(estimate) else "no_variance"
    return replace(single, estimate=estimate, low=low, high=high, reason=reason)


def _stepped_up(value: float, k: int) -> float:
    below = 1 + (k - 1) * value
    return k * value / below if below > 0 else NAN


def _nothing(n: int, reason: Reason) -> RaterIcc:
    return RaterIcc(estimate=NAN, method="Shrout-Fleiss", n=n, reason=reason)
