"""One column of answers: each different text in it is read once, and its cells follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import codes
from alliance_analytics.intake.labels import LabelReading, Meaning, Vocabulary, code_of
from alliance_analytics.intake.log import heading_shown
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.spelling import plain

MOST_LABELS = 100
"""Different texts in a column above which it holds no answers on a scale."""


@dataclass(frozen=True)
class ScoredColumn:
    """The answers to one item.

    Parameters
    ----------
    item : str
        Id of the item.
    column : Column
        Where they stand.
    texts : tuple of str
        The different texts in the column.
    of_cell : array of int, (records,)
        For each cell, the place of its text in ``texts``.
    readings : tuple of LabelReading
        What each text was read as.
    declared : mapping of str to Meaning
        What was declared for this column.
    """

    item: str
    column: Column
    texts: tuple[str, ...] = field(repr=False)
    of_cell: npt.NDArray[np.unsignedinteger]
    readings: tuple[LabelReading, ...]
    declared: Mapping[str, Meaning]

    @cached_property
    def counts(self) -> npt.NDArray[np.intp]:
        """Number of cells with each text."""
        return np.bincount(self.of_cell, minlength=len(self.texts))

    def label(self, place: int) -> str:
        """Return the text at ``place``, or the label that the file gives for it."""
        return self.column.labels.get(self.texts[place].strip(), self.texts[place])

    @property
    def heading(self) -> str:
        """The column's heading, fit for a log."""
        return heading_shown(self.column.heading)

    @property
    def wordings(self) -> dict[str, int]:
        """The labels met, in plain spelling, each with the point it was read as; codes and numbers apart."""
        return {
            reading.label: reading.meaning
            for reading in self.readings
            if reading.how == "wording" and isinstance(reading.meaning, int)
        }

    @property
    def beside(self) -> list[codes.Anchor]:
        """Numbers that stand beside a wording, each with the point of the wording."""
        return [
            (reading.number, reading.meaning)
            for reading in self.readings
            if reading.how == "wording" and reading.number is not None and isinstance(reading.meaning, int)
        ]

    @property
    def anchors(self) -> list[codes.Anchor]:
        """Numbers whose point is known: those beside a wording, and the declared ones."""
        return [*self.beside, *codes.anchors_of(self.declared)]

    @property
    def anchors_met(self) -> list[codes.Anchor]:
        """The anchors, without the declared ones where the column holds neither a code nor a number."""
        coded = any(reading.how in {"code", "number"} for reading in self.readings)
        return self.anchors if coded else self.beside

    @property
    def bare_numbers(self) -> frozenset[int]:
        """The bare numbers met, read or not."""
        return frozenset(
            reading.number
            for reading in self.readings
            if reading.how == "number" and reading.number is not None
        )

    @property
    def numbers(self) -> dict[int, int]:
        """The bare numbers met that were read without a declaration for each, and their points."""
        return {
            reading.number: reading.meaning
            for reading in self.readings
            if reading.how == "number" and reading.number is not None and isinstance(reading.meaning, int)
        }


def read_column(
    item: str,
    column: Column,
    cells: npt.NDArray[np.object_],
    *,
    words: Vocabulary,
    declared: Mapping[str, Meaning],
    file: str,
) -> ScoredColumn:
    """Return the answers to one item, of cells (records,) of text; bare numbers without a code stay unread.

    Raises
    ------
    ExportError
        If the file's codes contradict themselves or the declared ones, or the column holds no answers on
        a scale.
    """
    of_cell, texts = pd.factorize(cells)
    if len(texts) > MOST_LABELS and len({plain(text) for text in texts}) > MOST_LABELS:
        raise _no_scale(item, column, len(texts), file)
    meanings = codes.merged(declared, codes.column_meanings(column, words, file), column, file)
    readings = tuple(_reading(text, column, words, meanings) for text in texts)
    smallest = of_cell.astype(np.min_scalar_type(len(texts)))
    return ScoredColumn(item, column, tuple(texts), smallest, readings, meanings)


def _reading(text: str, column: Column, words: Vocabulary, meanings: Mapping[str, Meaning]) -> LabelReading:
    code = code_of(text)
    if code in meanings:
        return LabelReading(meanings[code], "code")
    return words.read(column.labels.get(text.strip(), text))


def _no_scale(item: str, column: Column, count: int, file: str) -> ExportError:
    return ExportError(
        f"The column for {item} holds no answers on a scale.",
        where=f"{file}, {heading_shown(column.name or column.heading)}",
        found=f"{count} different texts",
        allowed=f"at most {MOST_LABELS}",
        remedy="Name the right column in the mapping of the wave's settings.",
    )
