"""What a reader of the log should know of how answers were read: one row a label, not a row a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from alliance_analytics.intake.codes import Anchor, contradict
from alliance_analytics.intake.log import LogEntry, cells, label_shown
from alliance_analytics.intake.scored_column import ScoredColumn
from alliance_analytics.model.spelling import plain


def notes_on(read: Sequence[ScoredColumn], rows: pd.Index[int]) -> tuple[LogEntry, ...]:
    """Return what was forgiven, assumed or given up in reading the answers.

    Parameters
    ----------
    read : sequence of ScoredColumn
        All scored columns of a file, their numbers read.
    rows : Index of int
        Number in the file of each record.
    """
    return (*_assumed(read), *_contradictions(read), *_variants(read), *_doubtful(read, rows))


def _assumed(read: Sequence[ScoredColumn]) -> list[LogEntry]:
    numbered = [one for one in read if one.numbers]
    if not numbered:
        return []
    action = (
        f"Bare numbers in {len(numbered)} columns were read so, with point 1 for the strongest disagreement. "
        "If that is wrong, declare answer codes."
    )
    return [
        LogEntry("numbers_read", action, found=_pairs(p for one in numbered for p in one.numbers.items()))
    ]


def _contradictions(read: Sequence[ScoredColumn]) -> list[LogEntry]:
    action = "The wording was read, the number beside it was not."
    return [
        LogEntry("number_contradicts_wording", action, found=_pairs(one.anchors), column=one.heading)
        for one in read
        if contradict(one.anchors)
    ]


def _pairs(anchors: Iterable[Anchor]) -> str:
    return ", ".join(f"{number} is point {point}" for number, point in sorted(set(anchors)))


def _variants(read: Sequence[ScoredColumn]) -> list[LogEntry]:
    """Return a note on each label that is written otherwise than most write it."""
    written: dict[str, Counter[str]] = {}
    for one in read:
        for text, reading, count in zip(one.texts, one.readings, one.counts, strict=True):
            if reading.how == "wording":
                written.setdefault(plain(text), Counter())[text] += int(count)
    return [note for forms in written.values() for note in _unusual(forms)]


def _unusual(forms: Counter[str]) -> list[LogEntry]:
    usual, _ = forms.most_common(1)[0]
    return [
        LogEntry(
            "label_variant", f"Read as {label_shown(usual)}.", found=f"{label_shown(text)} in {cells(count)}"
        )
        for text, count in sorted(forms.items())
        if text != usual
    ]


def _doubtful(read: Sequence[ScoredColumn], rows: pd.Index[int]) -> list[LogEntry]:
    return [
        _label_note(one, place, rows)
        for one in read
        for place, reading in enumerate(one.readings)
        if reading.how == "misspelt" or reading.meaning == "unreadable"
    ]


def _label_note(one: ScoredColumn, place: int, rows: pd.Index[int]) -> LogEntry:
    """Return a note on one label of one column, with its record when only one person wrote it."""
    where = np.flatnonzero(one.of_cell == place)
    meaning = one.readings[place].meaning
    unreadable = meaning == "unreadable"
    read_as = f"point {meaning}" if isinstance(meaning, int) else meaning
    return LogEntry(
        "unreadable" if unreadable else "misspelt",
        "Counts as missing: no answer could be read from it."
        if unreadable
        else f"Read as {read_as}, the only label near it.",
        found=f"{label_shown(one.label(place))} in {cells(len(where))}",
        column=one.heading,
        row=int(rows[where[0]]) if len(where) == 1 else None,
    )
