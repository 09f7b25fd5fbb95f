"""One column of answers: each different text in it is read once, and its cells follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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
    texts: tuple[str, ...]
    of_cell: npt.NDArray[np.intp]
    readings: tuple[LabelReading, ...]
    declared: Mapping[str, Meaning]

    @property
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
        read = zip(self.texts, self.readings, strict=True)
        return {
            plain(text): reading.meaning
            for text, reading in read
            if reading.how == "wording" and reading.number is None and isinstance(reading.meaning, int)
        }

    @property
    def anchors(self) -> list[codes.Anchor]:
        """Numbers whose point is known: those beside a wording, and the declared ones."""
        beside = [
            (reading.number, reading.meaning)
            for reading in self.readings
            if reading.how == "wording" and reading.number is not None and isinstance(reading.meaning, int)
        ]
        return [*beside, *codes.anchors_of(self.declared)]

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
    cells: pd.Series[str],
    *,
    words: Vocabulary,
    declared: Mapping[str, Meaning],
    file: str,
) -> ScoredColumn:
    """Return the answers to one item; bare numbers without a code stay unread.

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
    return ScoredColumn(item, column, tuple(texts), of_cell, readings, meanings)


def with_numbers(
    columns: Sequence[ScoredColumn], points: int, usual: codes.Line | None, file: str
) -> list[ScoredColumn]:
    """Return the columns with their bare numbers read.

    A number is placed by what its own column declares, else by what all columns together declare, else by
    what is usual on the platform; a number that none of these places stays unread.

    Parameters
    ----------
    columns : sequence of ScoredColumn
        All scored columns of a file.
    points : int
        The highest point of the scale.
    usual : Line, optional
        What bare numbers mean on this platform, if that is known.
    file : str
        Name of the file, for messages.

    Raises
    ------
    ExportError
        If bare numbers stand beside labels whose numbers contradict their wording.
    """
    shared = codes.line_through(anchor for one in columns for anchor in one.anchors) or usual
    return [_numbered(one, shared, points, file) for one in columns]


def _reading(text: str, column: Column, words: Vocabulary, meanings: Mapping[str, Meaning]) -> LabelReading:
    code = code_of(text)
    if code in meanings:
        return LabelReading(meanings[code], "code")
    return words.read(column.labels.get(text.strip(), text))


def _numbered(one: ScoredColumn, shared: codes.Line | None, points: int, file: str) -> ScoredColumn:
    if not any(reading.how == "number" for reading in one.readings):
        return one
    codes.refuse_contradiction(one.anchors, one.column, file)
    line = codes.line_through(one.anchors) or shared
    return replace(one, readings=tuple(_on_line(reading, line, points) for reading in one.readings))


def _on_line(reading: LabelReading, line: codes.Line | None, points: int) -> LabelReading:
    if reading.how != "number" or reading.number is None or line is None:
        return reading
    point = line.point(reading.number, points)
    return replace(reading, meaning="unreadable" if point is None else point)


def _no_scale(item: str, column: Column, count: int, file: str) -> ExportError:
    return ExportError(
        f"The column for {item} holds no answers on a scale.",
        where=f"{file}, {heading_shown(column.name or column.heading)}",
        found=f"{count} different texts",
        allowed=f"at most {MOST_LABELS}",
        remedy="Name the right column in the mapping of the wave's settings.",
    )
