"""Rows sorted into groups once, so that a sum over ten thousand groups is one pass over the rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.results import Floats, Integers

ROUNDING = 1e-12
"""Relative to the mean: a standard deviation below it is floating-point noise, not a difference."""


@dataclass(frozen=True, eq=False)
class GroupedRows:
    """How many rows belong to each group, the rows being sorted by group.

    Parameters
    ----------
    names : array, shape (n_groups,)
        The groups, sorted.
    sizes : array of int, shape (n_groups,)
        Rows of each; 0 is possible.
    """

    names: npt.NDArray[Any]
    sizes: Integers

    @classmethod
    def of_one(cls, rows: int) -> GroupedRows:
        """Return so many rows that all belong to one group."""
        return cls(np.array(["all"]), np.array([rows]))

    def each_row(self, of_group: Floats) -> Floats:
        """Return for each row what stands for its group, shape (n_rows, n_columns)."""
        return np.repeat(of_group, self.sizes, axis=0)

    def sums(self, values: Floats) -> Floats:
        """Return sums, shape (n_groups, n_columns), of ``values``, shape (n_rows, n_columns)."""
        sums = np.zeros((len(self.sizes), values.shape[1]))
        filled = self.sizes > 0
        if filled.any():
            sums[filled] = np.add.reduceat(values, (self.sizes.cumsum() - self.sizes)[filled], axis=0)
        return sums

    def means(self, values: Floats) -> Floats:
        """Return means, shape (n_groups, n_columns); NaN for a group without rows."""
        sizes = self.sizes[:, None]
        return np.where(sizes > 0, self.sums(values) / np.maximum(sizes, 1), np.nan)

    def medians(self, values: Floats) -> Floats:
        """Return medians, shape (n_groups, n_columns); NaN for a group without rows."""
        starts = self.sizes.cumsum() - self.sizes
        middles = starts + (self.sizes - 1).clip(0) // 2, starts + self.sizes // 2
        group = np.repeat(np.arange(len(self.sizes)), self.sizes)
        medians = np.empty((len(self.sizes), values.shape[1]))
        for number, column in enumerate(values.T):
            ordered = np.append(column[np.lexsort((column, group))], np.nan)
            medians[:, number] = (ordered[middles[0]] + ordered[middles[1]]) / 2
        return np.where(self.sizes[:, None] > 0, medians, np.nan)

    def variances(self, values: Floats) -> Floats:
        """Return variances with divisor n - 1, shape (n_groups, n_columns); NaN below two rows.

        What only differs by floating-point noise has a variance of 0.
        """
        means, sizes = self.means(values), self.sizes[:, None]
        squares = self.sums(np.square(values - self.each_row(means)))
        variance = squares / np.maximum(sizes - 1, 1)
        noise = variance <= np.square(ROUNDING * means)
        return np.where(sizes > 1, np.where(noise, 0.0, variance), np.nan)


def complete_rows(answers: Floats, groups: npt.ArrayLike | pd.Series) -> tuple[Floats, GroupedRows]:
    """Return the rows in which everything is answered, sorted by group.

    Parameters
    ----------
    answers : array, shape (n_people, n_items)
        NaN = no usable answer.
    groups : array or series, shape (n_people,)
        Group of each person; missing = in no group.

    Returns
    -------
    array, shape (n_complete, n_items), and GroupedRows
        Groups that have no complete row keep their name and have no rows.
    """
    codes, names = pd.factorize(pd.Series(groups), sort=True)
    complete = np.isfinite(row_sums(answers)) & (codes >= 0)
    places = np.where(complete, codes, len(names)).astype(np.min_scalar_type(len(names)))  # small: sorts fast
    sizes = np.bincount(places, minlength=len(names) + 1)[: len(names)]
    order = np.argsort(places, kind="stable")[: sizes.sum()]
    return answers.take(order, axis=0), GroupedRows(np.asarray(names), sizes)


def row_sums(values: Floats) -> Floats:
    """Return the sum of each row, shape (n_rows,); NaN where one is missing. Fast where columns are few."""
    return np.asarray(np.einsum("ij->i", values))
