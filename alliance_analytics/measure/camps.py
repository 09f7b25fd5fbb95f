"""Two camps, seen: a group split between both ends has the same mean as one that sits in the middle.

rWG calls both "no agreement" once it is cut at 0. Van der Eijk's A tells them apart: 1 when all give one
answer, 0 when answers are spread evenly, -1 when half stand at each end.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.agreement import rwg, uniform_null_variance
from alliance_analytics.measure.results import Floats, Integers

FEWEST_A_SIDE = 2
"""Our convention: one person who disagrees is not a camp."""
CAMP_COLUMNS = [
    "group",
    "item",
    "n",
    "low_side",
    "high_side",
    "agreement",
    "rwg",
    "cut",
    "two_camps",
    "reason",
]


def camps(
    answers: pd.DataFrame,
    groups: npt.ArrayLike | pd.Series,
    *,
    points: int = 5,
    null_variance: float | None = None,
) -> pd.DataFrame:
    """Return for each group and item whether people stand in two camps.

    Parameters
    ----------
    answers : frame, shape (n_people, n_items)
        Answers on 1 to ``points``; NaN = no usable answer.
    groups : array or series, shape (n_people,)
        Group of each person; missing = in no group.
    points : int
        Number of answer options, three or more.
    null_variance : float, optional
        As for :func:`~alliance_analytics.measure.agreement.rwg`; even answers when left out.

    Returns
    -------
    frame, one row a group and item
        Columns group, item, n, low_side and high_side (people below and above the middle of the scale),
        agreement (van der Eijk's A, -1 to 1), rwg (not cut), cut (whether rWG would be cut at 0), two_camps
        (A below 0 with at least two people on each side) and reason ('' unless there is no A).

    Notes
    -----
    Van der Eijk (2001), Quality & Quantity 35, 325-341. Calling A below 0 two camps is our convention: there
    the answers lean to the ends more than an even spread does. docs/methods.md, "Two camps".
    """
    variance = uniform_null_variance(points) if null_variance is None else null_variance
    tables = [_item(answers[item], item, groups, points, variance) for item in answers.columns]
    return pd.concat(tables, ignore_index=True)[CAMP_COLUMNS]


def van_der_eijk(counts: Integers) -> Floats:
    """Return van der Eijk's agreement A of ordered answers.

    Parameters
    ----------
    counts : array of int, shape (n_groups, n_options)
        People who chose each option, lowest first; three options or more.

    Returns
    -------
    array, shape (n_groups,)
        -1 (half at each end) over 0 (spread evenly) to 1 (all alike); NaN for a group without answers.

    Notes
    -----
    Counts are cut into layers of options that are all chosen equally often; A is the mean of the layers'
    agreement, weighted by the people in them. Van der Eijk (2001), Quality & Quantity 35, 325-341.
    """
    counts = np.asarray(counts, dtype=np.int64)
    options = counts.shape[1]
    steps = np.sort(counts, axis=1)
    heights = np.diff(steps, axis=1, prepend=0)
    layers = counts[:, None, :] >= steps[:, :, None]
    people = heights * layers.sum(axis=2)
    agreement = _of_patterns(options)[layers @ (1 << np.arange(options))]
    total = people.sum(axis=1)
    return np.where(total > 0, (people * agreement).sum(axis=1) / np.maximum(total, 1), np.nan)


@cache
def _of_patterns(options: int) -> Floats:
    patterns = [[bool(number >> place & 1) for place in range(options)] for number in range(2**options)]
    return np.array([_of_pattern(pattern) for pattern in patterns])


def _of_pattern(chosen: list[bool]) -> float:
    """Agreement of one layer; ``chosen`` says which options are in it."""
    options, used = len(chosen), sum(chosen)
    if used in {0, options}:
        return 0.0
    triples = [tuple(triple) for triple in combinations(chosen, 3)]
    together = sum(triple in {(True, True, False), (False, True, True)} for triple in triples)
    apart = sum(triple == (True, False, True) for triple in triples)
    if not together + apart:
        return 1.0
    unimodal = ((options - 2) * together - (options - 1) * apart) / ((options - 2) * (together + apart))
    return unimodal * (1 - (used - 1) / (options - 1))


def _item(
    answers: pd.Series, item: object, groups: npt.ArrayLike | pd.Series, points: int, variance: float
) -> pd.DataFrame:
    spread = rwg(answers.to_numpy(float), groups, null_variance=variance, truncate=False)
    counts = _counts(answers, groups, spread.names, points)
    middle = (points + 1) / 2
    options = np.arange(1, points + 1)
    low, high = counts[:, options < middle].sum(axis=1), counts[:, options > middle].sum(axis=1)
    agreement = np.where(spread.reason == "", van_der_eijk(counts), np.nan)
    return pd.DataFrame(
        {
            "group": spread.names,
            "item": item,
            "n": spread.n,
            "low_side": low,
            "high_side": high,
            "agreement": agreement,
            "rwg": spread.estimate,
            "cut": spread.estimate < 0,
            "two_camps": (agreement < 0) & (np.minimum(low, high) >= FEWEST_A_SIDE),
            "reason": spread.reason,
        }
    )


def _counts(
    answers: pd.Series, groups: npt.ArrayLike | pd.Series, names: npt.NDArray[np.object_], points: int
) -> Integers:
    table = pd.crosstab(np.asarray(groups), answers.round().to_numpy())
    return table.reindex(index=names, columns=np.arange(1.0, points + 1), fill_value=0).to_numpy(np.int64)
