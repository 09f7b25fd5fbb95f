"""What is to be different in a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class Changes:
    """Cells that get another text, and records that go.

    Parameters
    ----------
    cells : mapping of int to mapping of int to str, optional
        Number of the record in the file, from 1, to place of the column, from 0, to the new text.
    dropped : frozenset of int, optional
        Numbers of records to leave out.
    elsewhere : callable, optional
        What becomes of a text in other sheets of a workbook.
    """

    cells: Mapping[int, Mapping[int, str]] = field(default_factory=dict, repr=False)
    dropped: frozenset[int] = frozenset()
    elsewhere: Callable[[str], str] | None = field(default=None, repr=False)


def differences(before: pd.DataFrame, after: Mapping[int, pd.Series[str]]) -> dict[int, dict[int, str]]:
    """Return the cells that are different, as ``Changes`` takes them.

    Parameters
    ----------
    before : DataFrame of str
        Columns numbered from 0; the index holds the record's number in the file.
    after : mapping of int to Series of str
        Place of a column to its new cells, all or some of them.
    """
    changes: dict[int, dict[int, str]] = {}
    for place, texts in after.items():
        different = texts[texts != before.loc[texts.index, place]]
        for row, text in different.items():
            changes.setdefault(int(str(row)), {})[place] = text
    return changes
