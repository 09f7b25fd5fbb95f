"""Labels and codes to points.

A cell becomes a point, or a kind of missing; never both, and never silently neither. What had to be
forgiven (spelling), assumed (bare numbers) or given up (unreadable) stands in the notes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np
import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import codes
from alliance_analytics.intake.answer_notes import notes_on
from alliance_analytics.intake.bare_numbers import with_numbers
from alliance_analytics.intake.coarser_scale import notes_on_middle, refuse_coarser_scale
from alliance_analytics.intake.finer_scale import refuse_finer_scale, refuse_other_numbers
from alliance_analytics.intake.labels import Meaning, Scale, Vocabulary, code_of, vocabulary
from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.intake.rescaling import ReadOn, Wish, on_points, reading_scales, rescaled_notes
from alliance_analytics.intake.scored_column import ScoredColumn, read_column
from alliance_analytics.model.answer_scales import AnswerScales, MissingKind

KINDS: tuple[str, ...] = ("", *get_args(MissingKind), "unreadable")
"""What a cell is: '' where there is a point, else why there is none. Tables of kinds hold places in here."""


@dataclass(frozen=True)
class Answers:
    """The answers to the scored items.

    Parameters
    ----------
    points : DataFrame of float, (records, scored items)
        1 to the highest point as answered, not turned; NaN where nothing usable was answered. Between two
        points where the answer was re-expressed from another scale.
    kinds : DataFrame of int, same shape
        Places in ``KINDS``: 0 where there is a point, else that of ``blank``, ``dont_know``,
        ``not_applicable``, ``not_shown`` or ``unreadable``.
    rescaled : mapping of str to int
        Item to the number of points that it was answered on, where that is another than the instrument's.
    notes : tuple of LogEntry
        What was forgiven, assumed or given up.
    """

    points: pd.DataFrame
    kinds: pd.DataFrame
    rescaled: Mapping[str, int]
    notes: tuple[LogEntry, ...]

    def of(self, records: pd.Index[int]) -> Answers:
        """Return the answers of some records, by their number in the file."""
        return replace(self, points=self.points.loc[records], kinds=self.kinds.loc[records])

    @property
    def kinds_by_name(self) -> pd.DataFrame:
        """The kinds as texts."""
        names = np.array(KINDS, dtype=object)[self.kinds.to_numpy()]
        return pd.DataFrame(names, index=self.kinds.index, columns=self.kinds.columns, dtype=object)


def read_answers(
    export: Export,
    places: Mapping[str, int],
    items: Sequence[str],
    scales: AnswerScales,
    *,
    scale_id: str,
    declared: Mapping[str, str],
    rescale: Mapping[str, Wish],
) -> Answers:
    """Return the answers to the scored items of an export.

    Parameters
    ----------
    export : Export
        Records of respondents.
    places : mapping of str to int
        Item id to the place of its column; an item without one was shown to nobody.
    items : sequence of str
        Ids of the scored items, in questionnaire order.
    scales : AnswerScales
        The labels that are known.
    scale_id : str
        The scale that the instrument uses.
    declared : mapping of str to str
        Code to label, from the settings.
    rescale : mapping of str to int or str
        Item, column or ``'*'`` to the number of points, or the id, of the scale that it was answered on.

    Raises
    ------
    ExportError
        If codes contradict each other, the labels or numbers are those of another scale, a column holds no
        answers on a scale, or most answers cannot be read.
    """
    on = reading_scales(rescale, export, places, items, scales=scales, scale_id=scale_id)
    found = _Found(export, places, on, declared)
    by_scale = {one.scale.id: one.scale for one in on.values()}
    groups = [_read_on(scale, found, scales, tuple(by_scale.values())) for scale in by_scale.values()]
    read = sorted((one for group in groups for one in group), key=lambda one: items.index(one.item))
    _refuse_mostly_unreadable(read, export.file)
    points, rows = scales.scale(scale_id).points, export.cells.index
    rescaled = {item: one.scale.points for item, one in on.items() if one.scale.points != points}
    assumed = [one for one in read if not on[one.item].by_settings]
    middle = [note for one in assumed for note in notes_on_middle([one], on[one.item].scale)]
    read_on = {item: one.scale.points for item, one in on.items()}
    notes = (*notes_on(read, rows, read_on, scales), *middle, *rescaled_notes(rescaled, points))
    return Answers(_points(read, items, rows, rescaled, points), _kinds(read, items, rows), rescaled, notes)


@dataclass(frozen=True)
class _Found:
    """Where the answers are, and what was said of them."""

    export: Export
    places: Mapping[str, int]
    on: Mapping[str, ReadOn]
    declared: Mapping[str, str]


def _read_on(
    scale: Scale, found: _Found, scales: AnswerScales, all_in_use: Sequence[Scale]
) -> list[ScoredColumn]:
    """Return the columns that are read on one scale."""
    export = found.export
    words = vocabulary(scale, scales, export.missing_labels)
    declared = _of_scale(found.declared, scale, all_in_use)
    known = codes.declared_meanings(declared, words, scale, export.file)
    refuse_finer_scale(_declared_labels(found, scale, words), scale, scales, export.file)
    columns = [
        read_column(
            item,
            export.columns[found.places[item]],
            export.cells[found.places[item]].to_numpy(),
            words=words,
            declared=known,
            file=export.file,
        )
        for item, one in found.on.items()
        if one.scale is scale
    ]
    refuse_finer_scale([(one.column, one.wordings) for one in columns], scale, scales, export.file)
    assumed = [one for one in columns if not found.on[one.item].by_settings]
    refuse_other_numbers(assumed, scale, export.file)
    refuse_coarser_scale(assumed, scale, export.file)
    numbers = {number for one in columns for number in one.bare_numbers}
    usual = codes.usual_line(scale.points, numbers) if export.bare_numbers_are_points else None
    return with_numbers(columns, scale.points, usual, export.file)


def _declared_labels(found: _Found, scale: Scale, words: Vocabulary) -> list[tuple[Column, dict[str, int]]]:
    """Return the columns that are read on one scale, with the labels that the file declares for each."""
    columns = (
        found.export.columns[found.places[item]] for item, one in found.on.items() if one.scale is scale
    )
    read = ((column, map(words.read, column.labels.values())) for column in columns)
    return [
        (column, {r.label: r.meaning for r in readings if r.label and isinstance(r.meaning, int)})
        for column, readings in read
    ]


def _of_scale(declared: Mapping[str, str], scale: Scale, all_in_use: Sequence[Scale]) -> dict[str, str]:
    """Return the codes without those whose label only another scale of this file knows."""
    own = scale.meanings
    others = {label for other in all_in_use for label in other.meanings if label not in own}
    return {code: label for code, label in declared.items() if code_of(label) not in others}


def _points(
    read: Sequence[ScoredColumn],
    items: Sequence[str],
    rows: pd.Index[int],
    rescaled: Mapping[str, int],
    points: int,
) -> pd.DataFrame:
    answers = np.full((len(items), len(rows)), np.nan)
    for one in read:
        own = rescaled.get(one.item, points)
        if one.texts:
            met = np.array([_point(reading.meaning, own, points) for reading in one.readings])
            answers[items.index(one.item)] = met[one.of_cell]
    return pd.DataFrame(answers.T, index=rows, columns=list(items), copy=False)


def _kinds(read: Sequence[ScoredColumn], items: Sequence[str], rows: pd.Index[int]) -> pd.DataFrame:
    kinds = np.full((len(items), len(rows)), KINDS.index("not_shown"), dtype=np.int8)
    for one in read:
        if one.texts:
            met = np.array([KINDS.index(_kind(reading.meaning)) for reading in one.readings], dtype=np.int8)
            kinds[items.index(one.item)] = met[one.of_cell]
    return pd.DataFrame(kinds.T, index=rows, columns=list(items), copy=False)


def _point(meaning: Meaning, of: int, to: int) -> float:
    if not isinstance(meaning, int):
        return np.nan
    return float(meaning) if of == to else on_points(meaning, of, to)


def _kind(meaning: Meaning) -> str:
    return "" if isinstance(meaning, int) else meaning


def _refuse_mostly_unreadable(read: Sequence[ScoredColumn], file: str) -> None:
    """Raise when most of what people ticked cannot be read: then the settings are wrong, not the cells."""
    counted = [(reading, int(n)) for one in read for reading, n in zip(one.readings, one.counts, strict=True)]
    given = sum(n for reading, n in counted if reading.how != "blank")
    unread = [(reading.number, n) for reading, n in counted if reading.meaning == "unreadable"]
    if 2 * sum(n for _, n in unread) <= given:
        return
    numbers = sorted(number for number, _ in unread if number is not None)
    raise ExportError(
        "Most answers could not be read.",
        where=file,
        found=f"numbers from {numbers[0]} to {numbers[-1]} without labels" if numbers else "unknown labels",
        allowed="labels of the instrument's answer scale, or codes that the settings declare",
        remedy="Export the labels instead of the codes, or give answer codes in the wave's settings.",
    )
