"""Who can be told apart in what was published: found the way an attacker would, by elimination.

Published sums are equations; the unknowns are answers, each of one person. Whoever adds and subtracts them
gets whatever lies in the space that they span. A few people are told about when something in it depends on
their answers alone: when a direction of the space lies in their unknowns entirely. The code shares nothing
with the release plan, on purpose.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
DECIMALS = 9
"""Of a weight: finer differences are noise of the computer."""
CLOSE = 1e-7
"""How near to one the share of a direction must be to be all of it."""
MOST_TRIED = 200
"""Sets of several classes that are tried, the likeliest first; where there are more, it is said."""


@dataclass(frozen=True)
class _Alike:
    """People whom no equation tells apart: how many, and their unknowns as columns of weights."""

    size: int
    columns: Floats


def fewest_isolated(rows: npt.ArrayLike, owners: npt.ArrayLike, fewest: int) -> tuple[int, bool]:
    """Return about how few people some combination of equations tells.

    Parameters
    ----------
    rows : array, shape (n_equations, n_unknowns)
        What each unknown weighs in each equation.
    owners : array of int, shape (n_unknowns,)
        The person whose answer each unknown is.
    fewest : int
        The least number of people that may be told about.

    Returns
    -------
    tuple of int and bool
        How many, or 0 when no combination tells about fewer than ``fewest``; and whether all were tried.

    Examples
    --------
    Everybody, and all but two of them.

    >>> fewest_isolated([[1] * 8, [1] * 6 + [0] * 2], range(8), 5)
    (2, True)
    """
    alike = list(_alike(np.asarray(rows, dtype=float), np.asarray([*np.asarray(owners)], dtype=np.int64)))
    small = [place for place, each in enumerate(alike) if each.size < fewest]
    if not small:
        return 0, True
    space = _space(np.hstack([each.columns for each in alike]))
    edges = np.cumsum([0, *(each.columns.shape[1] for each in alike)])
    places = [np.arange(edges[place], edges[place + 1]) for place in range(len(alike))]
    large = [places[place] for place, each in enumerate(alike) if each.size >= fewest]
    left = _zero_in(space, np.concatenate(large)) if large else space
    return _tried([_Alike(alike[place].size, _narrow(left[:, places[place]])) for place in small], fewest)


def _alike(rows: Floats, owners: Integers) -> Iterator[_Alike]:
    """Yield people in classes; an unknown that weighs the same as another of theirs stands for both."""
    classes: dict[bytes, list[Floats]] = {}
    unknowns: dict[int, Counter[bytes]] = defaultdict(Counter)
    for owner, weights in zip(owners.tolist(), np.ascontiguousarray(_rounded(rows).T), strict=True):
        if weights.any():
            unknowns[owner][weights.tobytes()] += 1
    for _, times in sorted(unknowns.items()):
        distinct, often = zip(*sorted(times.items()), strict=True)
        columns = np.frombuffer(b"".join(distinct)).reshape(len(distinct), -1).T * np.sqrt(often)
        classes.setdefault(columns.tobytes(), []).append(columns)
    for members in classes.values():
        yield _Alike(len(members), members[0] * np.sqrt(len(members)))


def _rounded(rows: Floats) -> Floats:
    return np.asarray(np.round(rows, DECIMALS) + 0.0)  # so that no zero has a sign


def _space(rows: Floats) -> Floats:
    """Return orthonormal rows that span what the rows span."""
    turned, square = np.linalg.qr(rows.T)
    directions, weights, _ = np.linalg.svd(square)
    kept = np.flatnonzero(weights > 1e-10 * max(weights[0], 1e-300))
    return np.asarray((turned @ directions[:, kept]).T)


def _zero_in(space: Floats, columns: Integers) -> Floats:
    """Return orthonormal rows that span what of the space is zero in some columns."""
    directions, weights, _ = np.linalg.svd(space[:, columns] @ space[:, columns].T)
    return np.asarray(directions[:, weights < CLOSE**1.5].T @ space)


def _narrow(block: Floats) -> Floats:
    """Return as few columns as hold the same shares."""
    directions, weights, _ = np.linalg.svd(block, full_matrices=False)
    kept = weights > CLOSE
    return np.asarray(directions[:, kept] * weights[kept])


def _tried(found: Sequence[_Alike], fewest: int) -> tuple[int, bool]:
    """Return how few people hold a direction; sets grow as long as they could come to hold a whole one."""
    ranked = sorted(((_share([each]), each) for each in found), key=lambda pair: -pair[0])
    shares, order = [share for share, _ in ranked], [each for _, each in ranked]
    grown: list[tuple[tuple[int, ...], float]] = [((place,), share) for place, share in enumerate(shares)]
    left, all_tried = MOST_TRIED, True
    while grown:
        whole = [_people(order, union) for union, share in grown if share > 1 - CLOSE]
        if whole:
            return min(whole), True
        wider = sorted(
            (pair for each in grown for pair in _wider(*each, order, shares, fewest)), reverse=True
        )
        all_tried &= len(wider) <= left
        grown = [(union, _share([order[place] for place in union])) for _, union in wider[:left]]
        left -= len(grown)
    return 0, all_tried


def _wider(
    union: tuple[int, ...], share: float, order: Sequence[_Alike], shares: Sequence[float], fewest: int
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Yield a set with each class after its last one, and the share that it can have at most."""
    room = fewest - 1 - _people(order, union)
    for place in range(union[-1] + 1, len(order)):
        if share + room * shares[place] < 1 - CLOSE:
            return  # a set's share is at most the sum of those of its parts, and those that follow are less
        if order[place].size <= room:
            yield share + shares[place], (*union, place)


def _people(order: Sequence[_Alike], union: Sequence[int]) -> int:
    return sum(order[place].size for place in union)


def _share(together: Sequence[_Alike]) -> float:
    """Return the largest part of any direction that lies in the unknowns of some classes."""
    block = np.hstack([each.columns for each in together])
    return float(np.linalg.eigvalsh(block.T @ block)[-1]) if block.size else 0.0
