"""Columns that belong to one statement become one column of answers.

A grid may be written out, one column an answer option; and one statement may stand in several places of a
form, in arms or branches of which each person saw one. Both are put together where it takes no guess: nobody
may have answered twice. Where somebody did, the columns stay apart, and the log says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

import pandas as pd

from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.intake.platforms.known_labels import is_known_label
from alliance_analytics.intake.platforms.several_answers import QuestionOf, with_choices
from alliance_analytics.intake.platforms.written_out import gathered, left_apart, put_together
from alliance_analytics.model.spelling import plain

MOST_TEXTS = 60
"""Different texts above which columns hold no given answers. Our convention."""

Places = list[int]


def stands_alone(column: Column) -> str:
    """Return '', the question that a column shares with others where the layout tells of none."""
    del column
    return ""


def folded(read: Export, question_of: QuestionOf = stands_alone) -> Export:
    """Return the export with one column of answers a statement, where nobody answered it twice.

    Grids that are written out go first (``written_out.gathered``), then options of several answers, which
    are no statements (``several_answers.with_choices``). Of columns that then ask the same, the first takes
    the answers of all, and the others are marked as repeating it.

    Parameters
    ----------
    read : Export
        Only columns that are answers are looked at.
    question_of : callable, optional
        The question that a column shares with others, or ''.
    """
    read = with_choices(gathered(read), question_of)
    for places in _asking_the_same(read.columns):
        if _answered_alike(read, places):
            read = _joined(read, places)
    return read


def _asking_the_same(columns: Sequence[Column]) -> list[Places]:
    found: dict[str, Places] = {}
    for place, column in enumerate(columns):
        if column.role == "answer" and column.text:
            found.setdefault(plain(column.heading), []).append(place)
    return [places for places in found.values() if len(places) > 1]


def _answered_alike(read: Export, places: Places) -> bool:
    """Return whether the same answers were offered in all places: two *Why?* are two questions."""
    if len({(str(read.columns[p].labels), read.columns[p].missing) for p in places}) > 1:
        return False
    texts = [_given(read, place) for place in places]
    met = frozenset().union(*texts)
    if all(is_known_label(text) or text.removeprefix("-").isdecimal() for text in met):
        return True
    shared = [text for text in met if sum(text in own for own in texts) > 1]
    return len(met) <= MOST_TEXTS and 2 * len(shared) >= min(map(len, texts))


def _given(read: Export, place: int) -> frozenset[str]:
    texts = (text for text in islice(read.cells[place].unique(), MOST_TEXTS + 2) if _is_given(read, text))
    return frozenset(map(plain, texts))


def _is_given(read: Export, text: str) -> bool:
    return bool(text.strip()) and text.strip() not in read.missing_labels


def _joined(read: Export, places: Places) -> Export:
    first, *others = places
    given = read.cells[places].apply(
        lambda cells: cells.isin([t for t in cells.unique() if _is_given(read, t)])
    )
    twice = int((given.sum(axis=1) > 1).sum())
    if twice:
        return replace(read, notes=(*read.notes, left_apart(read.columns[first], len(places), twice)))
    return replace(
        read,
        columns=tuple(
            replace(column, repeats=first) if place in others else column
            for place, column in enumerate(read.columns)
        ),
        cells=_with_answers(read.cells, first, _first_given(read.cells[places], given)),
        notes=(*read.notes, put_together(read.columns[first], len(places))),
    )


def _first_given(texts: pd.DataFrame, given: pd.DataFrame) -> pd.Series[str]:
    """Return the answer; without one, the blank of somebody who was shown the question in one place."""
    answers = texts.iloc[:, 0].mask((texts == "").any(axis=1), "")
    for place in texts:
        answers = answers.mask(given[place], texts[place])
    return answers


def _with_answers(cells: pd.DataFrame, place: int, answers: pd.Series[str]) -> pd.DataFrame:
    changed = cells.copy(deep=False)
    changed[place] = answers
    return changed
