"""What a reader of the log should know of how answers were read: one row a label, not a row a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from alliance_analytics.intake.codes import Anchor, Line, contradict
from alliance_analytics.intake.log import LogEntry, Reason, cells, label_shown, length_of
from alliance_analytics.intake.scored_column import ScoredColumn
from alliance_analytics.model.answer_scales import AnswerScales
from alliance_analytics.model.spelling import plain

MONTHS = "jan|feb|fev|mar|mrt|maa|apr|avr|abr|may|mai|mei|jun|jui|jul|aug|ago|sep|okt|oct|nov|dec|dez|dic"
MONTH = rf"(?:{MONTHS})[a-z]*"
DATE = re.compile(
    rf"\d{{1,2}}[-/ .]+{MONTH}(?:[-/ .]+\d{{2,4}})?|{MONTH}[-/ .]+\d{{1,4}}|[34]\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}(?: [\d:.]+)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
)
"""What a spreadsheet makes of *1-5*: a day, a date, or the number under which it keeps it."""


def notes_on(
    read: Sequence[ScoredColumn], rows: pd.Index[int], points: Mapping[str, int], scales: AnswerScales
) -> tuple[LogEntry, ...]:
    """Return what was forgiven, assumed or given up in reading the answers.

    Parameters
    ----------
    read : sequence of ScoredColumn
        All scored columns of a file, their numbers read.
    rows : Index of int
        Number in the file of each record.
    points : mapping of str to int
        Item to the number of points that it was read on.
    scales : AnswerScales
        The labels that are known, with their languages.
    """
    numbers = [note for one in read for note in _beside(one, points[one.item])]
    return (
        *_assumed(read),
        *numbers,
        *_variants(read),
        *_languages(read, scales),
        *_doubtful(read, rows),
    )


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


def _beside(one: ScoredColumn, points: int) -> list[LogEntry]:
    """Return a note on the numbers beside the labels of a column, when they are not those of the points."""
    action = "The wording was read, the number beside it was not."
    if contradict(one.anchors):
        return [LogEntry("number_contradicts_wording", action, found=_pairs(one.anchors), column=one.heading)]
    if any(line.holds(one.beside) for line in (Line(0, 1), Line(1, 1))):
        return []
    down = any(line.holds(one.beside) for line in (Line(points + 1, -1), Line(points, -1)))
    reason: Reason = "numbers_count_down" if down else "number_contradicts_wording"
    return [LogEntry(reason, action, found=_pairs(one.beside), column=one.heading)]


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
    usual = max(forms, key=lambda text: (forms[text], text.isascii() and text == " ".join(text.split())))
    return [
        LogEntry(
            "label_variant", f"Read as {label_shown(usual)}.", found=f"{label_shown(text)} in {cells(count)}"
        )
        for text, count in sorted(forms.items())
        if text != usual
    ]


def _languages(read: Sequence[ScoredColumn], scales: AnswerScales) -> list[LogEntry]:
    """Return a note when labels of several languages stand in one file."""
    known = scales.spoken_in
    spoken: Counter[str] = Counter()
    for one in read:
        for label, count in zip(map(plain, one.texts), one.counts, strict=True):
            if len(known.get(label, ())) == 1:
                spoken.update({language: int(count) for language in known[label]})
    if len(spoken) < 2:
        return []
    found = ", ".join(f"{language} in {cells(count)}" for language, count in spoken.most_common())
    return [LogEntry("label_language", "Labels of all these languages were read alike.", found=found)]


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
    reason, action = _doubt(one, place)
    # What one person alone wrote in the place of an answer may be anything, such as a name.
    own_words = reason == "unreadable" and len(where) == 1 and one.readings[place].how != "number"
    shown = (length_of if own_words else label_shown)(one.label(place))
    return LogEntry(
        reason,
        action,
        found=f"{shown} in {cells(len(where))}",
        column=one.heading,
        row=int(rows[where[0]]) if len(where) == 1 else None,
    )


def _doubt(one: ScoredColumn, place: int) -> tuple[Reason, str]:
    """Return what is the matter with one label, and what was done about it."""
    reading = one.readings[place]
    if reading.meaning != "unreadable":
        read_as = f"point {reading.meaning}" if isinstance(reading.meaning, int) else reading.meaning
        return "misspelt", f"Read as {read_as}, the only label near it."
    if DATE.fullmatch(plain(one.texts[place])):
        return (
            "turned_into_dates",
            "Counts as missing: a spreadsheet seems to have made a date of it. Export the file again.",
        )
    if reading.how == "number":
        return (
            "unreadable",
            "Counts as missing: nothing says what this number stands for. Declare it in the answer codes.",
        )
    return "unreadable", "Counts as missing: no answer could be read from it."
