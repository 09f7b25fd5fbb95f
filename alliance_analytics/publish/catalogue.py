"""The groups that could be shown, the most useful first, over people whom no group tells apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.publish.disclosure import Floats, Integers, numbered

GROUP = ["partner", "level", "link"]
OTHERS = "all other partners than "
"""Prefix of the merged group that holds everybody but one partner's people."""
Keys = tuple[str | None, str | None, str | None]


@dataclass(frozen=True)
class Catalogue:
    """Groups as sets of atoms: people of the same partner, level and link.

    Attributes
    ----------
    groups : tuple of (partner, level, link)
        None = all.
    members : array, shape (n_groups, n_atoms)
        1 where the atom belongs to the group, else 0.
    atom : array of int, shape (n_people,)
        Atom of each person.
    keys : tuple of (partner, level, link)
        Of each atom; None = unknown.
    """

    groups: tuple[Keys, ...]
    members: Floats
    atom: Integers
    keys: tuple[Keys, ...]

    def counts(self, chosen: npt.NDArray[np.bool_]) -> Integers:
        """Return how many of the chosen people are in each group."""
        sizes = np.bincount(self.atom[chosen], minlength=len(self.keys))
        return np.asarray(np.rint(self.members @ sizes), dtype=np.int64)


def catalogue_of(people: pd.DataFrame) -> Catalogue:
    """Return the catalogue of respondents (columns partner, level, link), in whatever order they come."""
    columns = [without_missing(people[column]) for column in GROUP]
    number = numbered(columns)
    firsts = np.unique(number, return_index=True)[1]
    found: list[Keys] = [(p, v, k) for p, v, k in zip(*(each[firsts] for each in columns), strict=True)]
    keys = tuple(sorted(found, key=_sorting))
    atom = np.array([keys.index(key) for key in found], dtype=np.int64)[number]
    sizes = np.bincount(atom, minlength=len(keys))
    groups = dict(group_rows(keys, sizes))
    return Catalogue(tuple(groups), np.array([*groups.values()]).reshape(len(groups), len(keys)), atom, keys)


def without_missing(column: pd.Series) -> npt.NDArray[np.object_]:
    """Return the values of a column, None where one is missing."""
    values = column.to_numpy(object, copy=True)
    values[pd.isna(values)] = None
    return values


def group_rows(keys: tuple[Keys, ...], sizes: Integers) -> Iterator[tuple[Keys, Floats]]:
    """Yield the groups that could be shown, most useful first, with their atoms as 0 and 1."""
    yield (None, None, None), np.ones(len(keys))
    margins = [_margin(keys, sizes, column) for column in range(len(GROUP))]
    for value, atoms in margins[0]:
        yield (value, None, None), atoms
    for value, atoms in margins[1]:
        yield (None, value, None), atoms
    for value, atoms in margins[2]:
        yield (None, None, value), atoms
    for value, atoms in margins[0]:
        yield (OTHERS + value, None, None), 1 - atoms
    for partner, in_partner in margins[0]:
        for level, in_level in margins[1]:
            yield (partner, level, None), in_partner * in_level


def _margin(keys: tuple[Keys, ...], sizes: Integers, column: int) -> list[tuple[str, Floats]]:
    """Return each value of a column with its atoms, the largest group first, equals by name."""
    values = {key[column] for key in keys if key[column] is not None}
    found = [(str(value), np.array([key[column] == value for key in keys], dtype=float)) for value in values]
    return sorted(found, key=lambda pair: (-float(pair[1] @ sizes), pair[0]))


def _sorting(key: Keys) -> tuple[tuple[bool, str], ...]:
    return tuple((value is None, str(value)) for value in key)
