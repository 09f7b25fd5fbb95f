"""Whether a text file of records keeps its own rules, seen while it is read.

A fast parser forgives what it should not: a quotation mark in the middle of a cell, a record that is a cell
short. In a regular file quotation marks open and close cells or are doubled, no cell swallows a record, and
every record has the same number of separators. Then any parser reads it alike.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.intp]
QUOTE = ord('"')
CR, LF = b"\r\n"


class Regularity:
    """A reading of a file's separators and quotation marks, piece by piece.

    Parameters
    ----------
    delimiter : str
        What stands between the cells, one ASCII character.
    width : int
        Cells that a record should have.
    """

    def __init__(self, delimiter: str, width: int) -> None:
        self._delimiter, self._width = ord(delimiter), width
        self._beside_quote = np.isin(np.arange(256), [*delimiter.encode(), CR, LF, QUOTE])
        self._within = False
        self._before = LF
        self._closed_last = False
        self._held = 0
        self._sound = True
        self._separators = 0
        self._empty_lines = 0

    def watch(self, piece: str) -> None:
        """Look at the next piece of the file, which holds at least one letter."""
        letters = np.frombuffer(piece.encode("utf-8", "surrogatepass"), np.uint8)
        quotes = np.flatnonzero(letters == QUOTE)
        self._check_neighbours(letters, quotes)
        self._count(letters == self._delimiter, quotes)
        self._empty_lines += _empty_lines(letters, self._before)
        self._within ^= bool(len(quotes) % 2)
        self._before = int(letters[-1])

    def holds(self, records: int, blank: int) -> bool:
        """Return whether the file was regular throughout.

        Parameters
        ----------
        records : int
            Records that the parser found, blank ones counted.
        blank : int
            Blank ones among them, with or without separators.
        """
        between = self._width - 1
        lacking = between * records - self._separators
        lines = lacking / between if between else float(self._separators)
        most = min(blank, self._empty_lines) if between else 0
        return self._sound and not self._within and lines.is_integer() and 0 <= lines <= most

    def _check_neighbours(self, letters: Bytes, quotes: Places) -> None:
        """Check that a mark follows a separator where it opens, and precedes one where it closes.

        A doubled mark closes and opens again, beside itself.
        """
        opening, closing = quotes[int(self._within) :: 2], quotes[1 - int(self._within) :: 2]
        before = np.where(opening > 0, letters[opening - 1], self._before)
        after = letters[closing[closing < len(letters) - 1] + 1]
        self._sound &= not self._closed_last or bool(self._beside_quote[letters[0]])
        self._sound &= bool(self._beside_quote[before].all() and self._beside_quote[after].all())
        self._closed_last = len(after) < len(closing)

    def _count(self, separators: npt.NDArray[np.bool_], quotes: Places) -> None:
        """Count the separators outside quotation marks; as many within one cell may be a whole record."""
        self._separators += int(np.count_nonzero(separators))
        opened = np.append(0, quotes) if self._within else quotes
        if not len(opened):
            return
        within = np.add.reduceat(separators, opened, dtype=np.uint32)[::2]
        self._separators -= int(within.sum())
        within[0] += self._held
        self._sound &= not (within >= max(self._width - 1, 1)).any()
        self._held = int(within[-1]) if len(opened) % 2 else 0


def _empty_lines(letters: Bytes, before: int) -> int:
    """Return how often a line ends where it begins; within quotation marks too, which does no harm."""
    places = np.flatnonzero(letters <= CR)
    ends = places[(letters[places] == LF) | (letters[places] == CR)]
    previous = np.where(ends > 0, letters[ends - 1], before)
    return int(np.count_nonzero((previous == letters[ends]) | ((previous == LF) & (letters[ends] == CR))))
