"""What can be had by combining published numbers, decided by linear algebra over people who look alike.

People who belong to exactly the same published groups form an *atom*: nothing published tells them apart. A
published mean with its n is a sum over the atoms of its group. Whatever can be computed from all published
sums lies in the space that they span; if that space holds something that depends on fewer than the least
number of people, those few are told about.

The search is exact. What vanishes on every large atom is all that could be about few; of that, only small
atoms that carry a whole unit of it together can hold it alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
TOLERANCE = 1e-8
MOST_LOOKS = 2_000
"""Sets of people that are looked at one by one; where more would have to be, doubt hides."""
MOST_STEPS = 4_000
"""Sets that are grown in search of those; likewise."""


def safe_subset(
    groups: Sequence[Floats],
    sizes: Integers,
    fewest: int,
    *,
    given: Sequence[Floats] = (),
    sealed: Sequence[Floats] = (),
) -> tuple[bool, ...]:
    """Return which groups may be published together, the earlier ones first.

    Parameters
    ----------
    groups : sequence of array, each of shape (n_atoms,)
        1 where the atom belongs to the group, else 0; in order of usefulness.
    sizes : array of int, shape (n_atoms,)
        People in each atom who protect what is said of it. What depends on atoms of 0 alone is about nobody
        who does, and is refused; where nobody is at all, leave the atom out.
    fewest : int
        The least number of people that may be told about.
    given : sequence of array, each of shape (n_atoms,)
        What is published already, whatever is decided here.
    sealed : sequence of array, each of shape (n_atoms,)
        Sums that must not be had, however many people they are about.

    Returns
    -------
    tuple of bool
        One a group. A group is refused when publishing it beside the earlier ones that were kept would tell
        about fewer people. What the given ones tell already is no reason to refuse another.

    Examples
    --------
    Of 12 people, 8 are of one partner and 4 of another. The total less the 8 would tell about the 4.

    >>> total, eight, four = np.array([1.0, 1.0]), np.array([1.0, 0.0]), np.array([0.0, 1.0])
    >>> safe_subset([total, eight, four], np.array([8, 4]), 5)
    (True, False, False)
    """
    kept = _basis(np.array([*given]).reshape(len(given), len(sizes)))
    decisions = [False] * len(groups)
    waiting = [(0, len(groups))] if len(groups) else []
    while waiting:
        first, end = waiting.pop()
        together = _basis(np.vstack([kept, *groups[first:end]]))
        new = len(together) > len(kept)
        if not new or not (_tells_about_few(together, sizes, fewest) or _holds(together, sealed)):
            decisions[first:end] = [True] * (end - first)
            kept = together if new else kept
        elif end - first > 1:  # more published never tells less, so halves find what one by one would
            middle = (first + end) // 2
            waiting += [(middle, end), (first, middle)]
    return tuple(decisions)


def numbered(rows: Sequence[npt.NDArray[Any] | pd.Series]) -> Integers:
    """Return a number for each place, equal where all rows are equal there: people who look alike.

    By hashing, for there may be many people; what is missing is equal to what is missing.

    Examples
    --------
    >>> numbered([np.array([1, 1, 2]), np.array([0.5, 0.5, 0.5])])
    array([0, 0, 1])
    """
    number = np.zeros(len(rows[0]), dtype=np.int64)
    for row in rows:
        codes, values = pd.factorize(row, use_na_sentinel=False)
        number = pd.factorize(number * max(len(values), 1) + codes)[0].astype(np.int64)
    return number


def tells_about_few(groups: Sequence[Floats], sizes: Integers, fewest: int) -> bool:
    """Return whether some combination of the groups' sums depends on fewer than ``fewest`` people.

    Atoms of 0 people are nobody here, and left out.
    """
    there = sizes > 0
    return _tells_about_few(_basis(np.array(groups)[:, there]), sizes[there], fewest)


def _basis(rows: Floats) -> Floats:
    """Return orthonormal rows that span the same space, shape (rank, n_atoms)."""
    if not rows.size:
        return np.zeros((0, rows.shape[1]))
    _, weights, directions = np.linalg.svd(rows, full_matrices=False)
    return np.asarray(directions[weights > TOLERANCE * max(1.0, *weights[:1])], dtype=float)


def _holds(basis: Floats, sealed: Sequence[Floats]) -> bool:
    """Return whether a sum that must not be had lies in the space."""
    return any(np.linalg.norm(row - (row @ basis.T) @ basis) < TOLERANCE * len(row) for row in sealed)


def _tells_about_few(basis: Floats, sizes: Integers, fewest: int) -> bool:
    large = sizes >= fewest
    rest = (_vanishing(basis[:, large]) @ basis)[:, ~large]
    weights, products = (rest**2).sum(axis=0), rest.T @ rest
    steps = looks = 0
    for grown, unions in _heavy_unions(weights, sizes[~large], fewest - 1):
        steps, looks = steps + grown, looks + len(unions)
        if steps >= MOST_STEPS or looks >= MOST_LOOKS or _any_alone(products, unions):
            return True
    return False


def _any_alone(products: Floats, unions: Integers) -> bool:
    """Return whether the products restricted to one of some unions have an eigenvalue of 1: it stands alone.

    The squares of a block's square add up to the fourth powers of its eigenvalues: none is 1 where they do
    not add to one.
    """
    if not len(unions):
        return False
    blocks = products[unions[:, :, np.newaxis], unions[:, np.newaxis, :]]
    likely = blocks[((blocks @ blocks) ** 2).sum(axis=(1, 2)) > 1 - 5 * TOLERANCE]
    return bool(len(likely) and np.linalg.eigvalsh(likely)[:, -1].max() > 1 - TOLERANCE)


def _vanishing(block: Floats) -> Floats:
    """Return the orthonormal combinations of rows that are zero in every column, one a row."""
    rank = len(block)
    square = np.asarray(np.linalg.qr(block.T, mode="r")) if block.shape[1] > rank else block.T
    if not square.size:
        return np.eye(rank)
    _, weights, directions = np.linalg.svd(square, full_matrices=True)
    return np.asarray(directions[int((weights > TOLERANCE).sum()) :], dtype=float)


def _heavy_unions(weights: Floats, people: Integers, most: int) -> Iterator[tuple[int, Integers]]:
    """Yield unions of atoms of at most ``most`` people whose weights add to one, which to stand alone takes.

    The weight of an atom is the square of the part of the space that falls on it; atoms of 0 people are in
    every union. Those of most weight a person are added first, so that what the room that is left can hold
    at best is known. Unions of one atom more come each time, one a row, with how many were grown for them.
    """
    each, free = weights / np.maximum(people, 1), np.flatnonzero(people == 0)
    found = np.flatnonzero((weights > TOLERANCE) & (people > 0))
    order = found[np.argsort(-each[found], kind="stable")]
    size, own, best, places = people[order], weights[order], each[order], np.arange(len(order))
    unions, weight = free[np.newaxis], weights[free].sum(keepdims=True)
    room, start = np.array([[most]]), np.array([[0]])
    heavy = unions[weight > 1 - TOLERANCE]
    yield len(heavy), heavy
    while len(unions):
        enough = weight[:, np.newaxis] + room * best >= 1 - TOLERANCE  # with the best that may follow
        grows = enough & (size <= room) & (places >= start)
        # More than are looked at anyway need not be grown.
        before, added = (where[:MOST_STEPS] for where in np.nonzero(grows))
        unions = np.column_stack([unions[before], order[added]])
        weight, room = weight[before] + own[added], room[before] - size[added, np.newaxis]
        start = added[:, np.newaxis] + 1
        yield len(unions), unions[weight > 1 - TOLERANCE]
