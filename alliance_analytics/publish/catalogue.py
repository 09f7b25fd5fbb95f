"""The groups that could be shown, the most useful first, over people whom no group tells apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.publish.disclosure import Floats, Integers

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
    columns = [people[column].astype(object).where(people[column].notna(), None) for column in GROUP]
    each: list[Keys] = list(zip(*columns, strict=True))
    keys = tuple(sorted(set(each), key=_sorting))
    places = {key: place for place, key in enumerate(keys)}
    atom = np.array([places[key] for key in each], dtype=np.int64)
    sizes = np.bincount(atom, minlength=len(keys))
    groups = dict(group_rows(keys, sizes))
    return Catalogue(tuple(groups), np.array([*groups.values()]).reshape(len(groups), len(keys)), atom, keys)


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


def members_of(group: Keys, keys: tuple[Keys, ...]) -> Floats:
    """Return 1 for each atom that belongs to a group, else 0."""
    return np.array([all(map(_has, group, key)) for key in keys], dtype=float)


def _has(wanted: str | None, value: str | None) -> bool:
    if wanted is None:
        return True
    if wanted.startswith(OTHERS):
        return value != wanted.removeprefix(OTHERS)
    return value == wanted


def _margin(keys: tuple[Keys, ...], sizes: Integers, column: int) -> list[tuple[str, Floats]]:
    """Return each value of a column with its atoms, the largest group first, equals by name."""
    values = {key[column] for key in keys if key[column] is not None}
    found = [(str(value), np.array([key[column] == value for key in keys], dtype=float)) for value in values]
    return sorted(found, key=lambda pair: (-float(pair[1] @ sizes), pair[0]))


def _sorting(key: Keys) -> tuple[tuple[bool, str], ...]:
    return tuple((value is None, str(value)) for value in key)
