"""Labels and codes to points.

A cell becomes a point, or a kind of missing; never both, and never silently neither. What had to be
forgiven (spelling), assumed (bare numbers) or given up (unreadable) stands in the notes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import codes
from alliance_analytics.intake.answer_notes import notes_on
from alliance_analytics.intake.finer_scale import refuse_finer_scale
from alliance_analytics.intake.labels import vocabulary
from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.scored_column import ScoredColumn, read_column, with_numbers
from alliance_analytics.model.answer_scales import AnswerScales


@dataclass(frozen=True)
class Answers:
    """The answers to the scored items.

    Parameters
    ----------
    points : DataFrame of float, (records, scored items)
        1 to the highest point as answered, not turned; NaN where nothing usable was answered.
    kinds : DataFrame of str, same shape
        '' where there is a point; else ``blank``, ``dont_know``, ``not_applicable``, ``not_shown`` or
        ``unreadable``.
    notes : tuple of LogEntry
        What was forgiven, assumed or given up.
    """

    points: pd.DataFrame
    kinds: pd.DataFrame
    notes: tuple[LogEntry, ...]


def read_answers(
    export: Export,
    places: Mapping[str, int],
    items: Sequence[str],
    scales: AnswerScales,
    *,
    scale_id: str,
    declared: Mapping[str, str],
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

    Raises
    ------
    ExportError
        If codes contradict each other, the labels are those of a finer scale, a column holds no answers on a
        scale, or most answers cannot be read.
    """
    scale = scales.scale(scale_id)
    words = vocabulary(scale, scales, export.missing_labels)
    known = codes.declared_meanings(declared, words, scale, export.file)
    found = [
        read_column(
            item,
            export.columns[places[item]],
            export.cells[places[item]],
            words=words,
            declared=known,
            file=export.file,
        )
        for item in items
        if item in places
    ]
    refuse_finer_scale([(one.column, one.wordings) for one in found], scale, scales, export.file)
    usual = codes.UPWARDS if export.bare_numbers_are_points else None
    read = with_numbers(found, scale.points, usual, export.file)
    _refuse_mostly_unreadable(read, export.file)
    rows = export.cells.index
    return Answers(_points(read, items, rows), _kinds(read, items, rows), notes_on(read, rows))


def _points(read: Sequence[ScoredColumn], items: Sequence[str], rows: pd.Index[int]) -> pd.DataFrame:
    values = {
        one.item: np.array([_point(r.meaning) for r in one.readings])[one.of_cell]
        for one in read
        if one.texts
    }
    return pd.DataFrame({item: values.get(item, np.nan) for item in items}, index=rows, dtype=float)


def _kinds(read: Sequence[ScoredColumn], items: Sequence[str], rows: pd.Index[int]) -> pd.DataFrame:
    values = {
        one.item: np.array([_kind(r.meaning) for r in one.readings], dtype=object)[one.of_cell]
        for one in read
        if one.texts
    }
    return pd.DataFrame({item: values.get(item, "not_shown") for item in items}, index=rows, dtype=object)


def _point(meaning: int | str) -> float:
    return float(meaning) if isinstance(meaning, int) else np.nan


def _kind(meaning: int | str) -> str:
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
