"""What can be had by combining published numbers, decided by linear algebra over people who look alike.

People who belong to exactly the same published groups form an *atom*: nothing published tells them apart. A
published mean with its n is a sum over the atoms of its group. Whatever can be computed from all published
sums lies in the space that they span; if that space holds something that depends on fewer than the least
number of people, those few are told about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
TOLERANCE = 1e-8


def safe_subset(groups: Sequence[Floats], sizes: Integers, fewest: int) -> tuple[bool, ...]:
    """Return which groups may be published together, the earlier ones first.

    Parameters
    ----------
    groups : sequence of array, each of shape (n_atoms,)
        1 where the atom belongs to the group, else 0; in order of usefulness.
    sizes : array of int, shape (n_atoms,)
        People in each atom.
    fewest : int
        The least number of people that may be told about.

    Returns
    -------
    tuple of bool
        One a group. A group is refused when publishing it beside the earlier ones that were kept would tell
        about fewer people.

    Examples
    --------
    Of 12 people, 8 are of one partner and 4 of another. The total less the 8 would tell about the 4.

    >>> total, eight, four = np.array([1.0, 1.0]), np.array([1.0, 0.0]), np.array([0.0, 1.0])
    >>> safe_subset([total, eight, four], np.array([8, 4]), 5)
    (True, False, False)
    """
    suspects = tuple(_suspects(sizes, fewest))
    kept: list[Floats] = []
    decisions = []
    for group in groups:
        decision = not _tells_about_few([*kept, group], sizes, suspects)
        decisions.append(decision)
        if decision:
            kept.append(group)
    return tuple(decisions)


def tells_about_few(groups: Sequence[Floats], sizes: Integers, fewest: int) -> bool:
    """Return whether some combination of the groups' sums depends on fewer than ``fewest`` people."""
    return _tells_about_few(groups, sizes, tuple(_suspects(sizes, fewest)))


def _tells_about_few(groups: Sequence[Floats], sizes: Integers, suspects: tuple[Integers, ...]) -> bool:
    people = np.array(groups) * (sizes > 0)
    projection = _projection(people)
    return any(
        np.linalg.eigvalsh(block)[:, -1].max() > 1 - TOLERANCE for block in _blocks(projection, suspects)
    )


def _projection(rows: Floats) -> Floats:
    """Return the orthogonal projection on the space that the rows span, shape (n_atoms, n_atoms)."""
    _, weights, directions = np.linalg.svd(rows, full_matrices=False)
    basis = directions[weights > TOLERANCE]
    return np.asarray(basis.T @ basis, dtype=float)


def _blocks(projection: Floats, suspects: tuple[Integers, ...]) -> Iterator[Floats]:
    """Yield the projection restricted to each suspect set; an eigenvalue of 1 means that it is exposed."""
    for _, same_length in groupby(suspects, key=len):
        index = np.array(list(same_length))
        yield projection[index[:, :, None], index[:, None, :]]


def _suspects(sizes: Integers, fewest: int) -> list[Integers]:
    """Return every largest union of atoms that together hold fewer than ``fewest`` people, shortest first."""
    small = [int(atom) for atom in np.flatnonzero((sizes > 0) & (sizes < fewest))]
    found: list[tuple[int, ...]] = []
    _extend((), small, sizes, fewest - 1, found)
    return [np.array(union) for union in sorted(found, key=len)]


def _extend(
    union: tuple[int, ...], rest: list[int], sizes: Integers, room: int, found: list[tuple[int, ...]]
) -> None:
    fitting = [atom for atom in rest if sizes[atom] <= room]
    if not fitting and union:
        found.append(union)
    for place, atom in enumerate(fitting):
        _extend((*union, atom), fitting[place + 1 :], sizes, room - int(sizes[atom]), found)
