"""Whether the people of a group say the same: rWG and its kin, and the average deviation, all groups at once.

All compare the spread within a group with what answering without any agreement would give. rWG(J) is read
easily and flatters small groups; r*WG(J) and the average deviation do not, so show one of them beside it.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.grouped_rows import GroupedRows, complete_rows
from alliance_analytics.measure.results import Estimates, Floats, first_reason, undefined

Groups = npt.ArrayLike | pd.Series
Center = Literal["mean", "median"]


def uniform_null_variance(points: int) -> float:
    """Return the variance of answers spread evenly over so many options, ``(A^2 - 1) / 12``.

    James, Demaree & Wolf (1984), Journal of Applied Psychology 69, 85-98.

    Examples
    --------
    >>> uniform_null_variance(5)
    2.0
    """
    return (points**2 - 1) / 12


def rwg(answers: Floats, groups: Groups, *, null_variance: float = 2.0, truncate: bool = True) -> Estimates:
    """Return rWG of one item in every group, ``1 - s^2 / null variance``.

    Parameters
    ----------
    answers : array, shape (n_people,)
        NaN = no usable answer; such people are left out.
    groups : array or series, shape (n_people,)
        Group of each person; missing = in no group.
    null_variance : float
        Variance without agreement: 2 for even answers over five options
        (:func:`uniform_null_variance`), 1.34 for slightly skewed ones.
    truncate : bool
        Cut at 0, as usual. Where the cut bites people disagree more than chance would: look for two camps
        (:func:`~alliance_analytics.measure.camps.camps`).

    Returns
    -------
    Estimates
        One a group, at most 1, without an interval; NaN with a reason below two people.

    Notes
    -----
    James, Demaree & Wolf (1984), Journal of Applied Psychology 69, 85-98; docs/methods.md, "Agreement".
    """
    used, grouped = complete_rows(answers[:, None], groups)
    value = 1 - _spread(used, grouped, null_variance)
    return _estimates(grouped, np.maximum(value, 0) if truncate else value, "rWG")


def rwg_j(answers: Floats, groups: Groups, *, null_variance: float = 2.0) -> Estimates:
    """Return rWG(J) in every group, ``J (1 - r) / (J (1 - r) + r)``; r = mean item variance / null variance.

    Parameters
    ----------
    answers : array, shape (n_people, n_items)
        Turned answers; people with a gap are left out.
    groups, null_variance
        As for :func:`rwg`.

    Returns
    -------
    Estimates
        One a group, 0 to 1: r is cut at 1. NaN with a reason below two people. Purely random answers to four
        items reach .73 in one of twenty groups of five, so it proves little below ten people.

    Notes
    -----
    James, Demaree & Wolf (1984), eq. 2; docs/methods.md, "Agreement".
    """
    used, grouped = complete_rows(answers, groups)
    spread = np.minimum(_spread(used, grouped, null_variance), 1)
    shared = answers.shape[1] * (1 - spread)
    return _estimates(grouped, shared / (shared + spread), "rWG(J)")


def rwg_j_lindell(answers: Floats, groups: Groups, *, null_variance: float = 2.0) -> Estimates:
    """Return r*WG(J) in every group, ``1 - mean item variance / null variance``, neither cut nor stepped up.

    Parameters
    ----------
    answers, groups, null_variance
        As for :func:`rwg_j`.

    Returns
    -------
    Estimates
        One a group, at most 1, negative where people differ more than chance would. NaN with a reason below
        two people.

    Notes
    -----
    Lindell, Brandt & Whitney (1999), Applied Psychological Measurement 23, 127-135; docs/methods.md,
    "Agreement".
    """
    used, grouped = complete_rows(answers, groups)
    return _estimates(grouped, 1 - _spread(used, grouped, null_variance), "r*WG(J)")


def ad_index(answers: Floats, groups: Groups, *, center: Center = "mean") -> Estimates:
    """Return the average deviation in every group: the mean distance from the item's centre, mean over items.

    Parameters
    ----------
    answers, groups
        As for :func:`rwg_j`.
    center : {'mean', 'median'}
        What the distance is taken from.

    Returns
    -------
    Estimates
        One a group, in points of the scale, 0 or more (0 = all the same); up to a sixth of the number of
        options counts as agreement. NaN with a reason below two people.

    Notes
    -----
    Burke, Finkelstein & Dusig (1999), Organizational Research Methods 2, 49-68; divisor n. docs/methods.md,
    "Agreement".
    """
    used, grouped = complete_rows(answers, groups)
    centres = grouped.means(used) if center == "mean" else grouped.medians(used)
    distance = np.abs(used - grouped.each_row(centres))
    return _estimates(grouped, grouped.means(distance).mean(axis=1), f"AD ({center})")


def _spread(used: Floats, grouped: GroupedRows, null_variance: float) -> Floats:
    return np.asarray(grouped.variances(used).mean(axis=1) / null_variance)


def _estimates(grouped: GroupedRows, value: Floats, method: str) -> Estimates:
    sizes = grouped.sizes
    reason = first_reason(("no_answers", sizes == 0), ("one_person", sizes == 1))
    nothing = np.full(len(sizes), np.nan)
    return Estimates(
        names=grouped.names,
        estimate=undefined(reason, value),
        method=method,
        n=sizes,
        low=nothing,
        high=nothing,
        level=float("nan"),
        reason=reason,
    )
