"""Rows by their keys: on a table of some dozen rows, a frame's own grouping costs more than the work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

Key = tuple[Any, ...]


def keys_in(table: pd.DataFrame, columns: Sequence[str]) -> Iterator[Key]:
    """Return the values of some columns, row by row."""
    return zip(*(table[name].tolist() for name in columns), strict=True)


def places_of_largest(table: pd.DataFrame, columns: Sequence[str], values: Sequence[float]) -> dict[Key, int]:
    """Return for each key the place of its largest value, the first of equal ones.

    Parameters
    ----------
    table : frame, one row a value
        Holds the keys.
    columns : sequence of str
        Columns of the keys.
    values : sequence of float
        None of them NaN.

    Examples
    --------
    >>> places_of_largest(pd.DataFrame({"wave": ["a", "b", "a"]}), ["wave"], [1.0, 5.0, 2.0])
    {('a',): 2, ('b',): 1}
    """
    largest: dict[Key, int] = {}
    for place, key in enumerate(keys_in(table, columns)):
        if values[place] > values[largest.setdefault(key, place)]:
            largest[key] = place
    return largest
