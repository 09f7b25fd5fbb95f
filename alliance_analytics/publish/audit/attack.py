"""Who can be told apart in what was published: found the way an attacker would, by elimination.

Published sums over sets of people are equations. Whoever solves them gets every combination of them. Here all
ways of *not* being able to tell are worked out exactly, in fractions; people stand alone when no such way
touches them. The code shares nothing with the release plan, on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

Row = list[Fraction]
FINEST = 10**9
"""Largest denominator of a weight: finer differences are noise of the computer."""
MOST_TRIED = 60_000
"""Sets of people alike that are tried; where there are more, it is said that not all were."""


def fewest_isolated(sets: Sequence[Sequence[float]], fewest: int) -> tuple[int, bool]:
    """Return about how few people some combination of sums tells.

    Parameters
    ----------
    sets : sequence of sequence of float, each of one number a person
        1 for who is in a published set, else 0; or a weight.
    fewest : int
        The least number of people that may be told about.

    Returns
    -------
    tuple of int and bool
        How many, or 0 when no combination tells about fewer than ``fewest``; and whether all were tried.

    Examples
    --------
    Everybody, and all but two of them.

    >>> fewest_isolated([[1] * 8, [1] * 6 + [0] * 2], 5)
    (2, True)
    """
    kinds, sizes = _alike(sets)
    blind = _null_space([[column[place] for column in kinds] for place in range(len(sets))])
    seen = [[vector[atom] for vector in blind] for atom in range(len(kinds))]
    touched = [atom for atom, column in enumerate(kinds) if any(column)]
    candidates = _candidates([(atom, sizes[atom]) for atom in touched], fewest)
    for tried, (total, chosen) in enumerate(candidates):
        if tried >= MOST_TRIED:
            return 0, False
        if _rank([seen[atom] for atom in chosen]) < len(chosen):
            return total, True
    return 0, True


def _alike(sets: Sequence[Sequence[float]]) -> tuple[list[tuple[Fraction, ...]], list[int]]:
    """Return the different ways in which people are in the sets, and how many people each."""
    columns = [
        tuple(Fraction(number).limit_denominator(FINEST) for number in column)
        for column in zip(*sets, strict=True)
    ]
    kinds = sorted(set(columns))
    return kinds, [columns.count(kind) for kind in kinds]


def _candidates(atoms: Sequence[tuple[int, int]], fewest: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield sets of atoms that together hold fewer than ``fewest`` people, the smallest first."""
    small = [(atom, size) for atom, size in atoms if size < fewest]
    found = (
        (sum(size for _, size in chosen), tuple(atom for atom, _ in chosen))
        for count in range(1, fewest)
        for chosen in combinations(small, count)
    )
    yield from (each for each in found if each[0] < fewest)


def _null_space(rows: list[Row]) -> list[Row]:
    """Return a basis of everything that the rows cannot see."""
    reduced, pivots = _reduced(rows)
    width = len(rows[0]) if rows else 0
    basis = []
    for free in (column for column in range(width) if column not in pivots):
        vector = [Fraction(0)] * width
        vector[free] = Fraction(1)
        for row, pivot in zip(reduced, pivots, strict=True):
            vector[pivot] = -row[free]
        basis.append(vector)
    return basis


def _rank(rows: list[Row]) -> int:
    return len(_reduced(rows)[1])


def _reduced(rows: list[Row]) -> tuple[list[Row], list[int]]:
    """Return the reduced echelon form without its rows of zeros, and the place of each row's first one."""
    left, pivots = [list(row) for row in rows], list[int]()
    for column in range(len(left[0]) if left else 0):
        done = len(pivots)
        found = next((k for k in range(done, len(left)) if left[k][column]), None)
        if found is None:
            continue
        left[done], left[found] = left[found], left[done]
        lead = left[done][column]
        left[done] = [value / lead for value in left[done]]
        for k, row in enumerate(left):
            if k != done and row[column]:
                factor = row[column]
                left[k] = [a - factor * b for a, b in zip(row, left[done], strict=True)]
        pivots.append(column)
    return left[: len(pivots)], pivots
