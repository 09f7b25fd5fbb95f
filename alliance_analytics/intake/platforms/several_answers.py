"""Questions with several answers: a column an option, or one column in which options are strung together.

No such column holds an answer on a scale. They are told by what stands in them: an option's own label and
nothing else, *Yes* and *No* all over a question, or a mark or nothing. Everybody may have answered 1 to a
statement, so marks are believed only where there are blanks beside them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain

import pandas as pd

from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.intake.platforms.known_labels import is_known_label
from alliance_analytics.intake.platforms.sample import first_texts
from alliance_analytics.model.spelling import plain

MARKS = frozenset({"1", "x", "yes", "y", "ja", "oui", "si", "sim", "evet"})
"""Texts that say no more than that an option was chosen."""
NOT_CHOSEN = frozenset({"0", "no", "n", "nee", "nein", "non", "nao", "nej", "hayir"})
OTHER = re.compile(
    r"(?:other|anders|andere|overig|overige|sonstige[rs]?|autres?|otr[oa]|outr[oa]|annat|diger)\b"
)
FEWEST_MARKS = 5
"""Marks in a question from which marks and blanks are believed to be options. Our convention."""
SEPARATOR = re.compile(r"\s*[;,]\s*")
MOSTLY = 0.8
"""Share of strung-together options that must come back in other company."""

Texts = frozenset[str]
QuestionOf = Callable[[Column], str]


def with_choices(read: Export, question_of: QuestionOf) -> Export:
    """Return the export with the columns of questions with several answers told apart.

    Parameters
    ----------
    read : Export
        Only columns that are answers so far can become choices, or what was typed beside them.
    question_of : callable
        The question that a column belongs to; '' for a column that stands alone.
    """
    columns = list(read.columns)
    for places in _questions(columns, question_of):
        for place in _options(read, places):
            columns[place] = replace(columns[place], role="choice")
        if any(columns[place].role == "choice" for place in places):
            for place in places:
                columns[place] = _typed_beside(columns[place], _texts(read, place))
    for place, column in enumerate(columns):
        if column.role == "answer" and is_strung_together(read.cells[place]):
            columns[place] = replace(column, role="choice")
    return replace(read, columns=tuple(columns))


def is_strung_together(cells: pd.Series[str]) -> bool:
    """Return whether the cells of a column hold several options each, such as ``Mail;Phone``.

    Either a semicolon closes every cell, or nearly all options come back in other company, and somebody
    chose a part of what another chose. A known label with a comma of its own is one option.
    """
    filled = first_texts(cells)
    several = [text for text in filled if SEPARATOR.search(text)]
    if not several or any(is_known_label(text) for text in several):
        return False
    chosen = [frozenset(filter(None, map(plain, SEPARATOR.split(text)))) for text in filled]
    return all(text.endswith(";") for text in filled) or (_come_back(chosen) and _one_holds_another(chosen))


def _come_back(chosen: Sequence[Texts]) -> bool:
    times = Counter(chain.from_iterable(chosen))
    back = sum(count > 1 for count in times.values())
    return back >= max(2, MOSTLY * len(times))


def _one_holds_another(chosen: Sequence[Texts]) -> bool:
    return any(few < many for few in chosen if few for many in chosen)


def _questions(columns: Sequence[Column], question_of: QuestionOf) -> list[list[int]]:
    """Return the places of the answers to each question that has more than one column."""
    places: dict[str, list[int]] = {}
    for place, column in enumerate(columns):
        if column.role == "answer" and question_of(column):
            places.setdefault(question_of(column), []).append(place)
    return [found for found in places.values() if len(found) > 1]


def _options(read: Export, places: Sequence[int]) -> list[int]:
    """Return those columns of one question that are options of it."""
    texts = {place: _texts(read, place) for place in places}
    labelled = [place for place in places if _is_own_label(read.columns[place], texts[place])]
    if labelled:
        return labelled + [place for place in places if not texts[place]]
    rest = [place for place in places if not OTHER.match(plain(read.columns[place].part))]
    met = frozenset().union(*(texts[place] for place in rest))
    if met <= MARKS | NOT_CHOSEN and met & MARKS and (met & NOT_CHOSEN or _blanks_beside_each(read, rest)):
        return rest if _filled(read, rest) >= FEWEST_MARKS else []
    return []


def _texts(read: Export, place: int) -> Texts:
    given = (text for text in first_texts(read.cells[place]) if text not in read.missing_labels)
    return frozenset(map(plain, given)) - {""}


def _is_own_label(column: Column, texts: Texts) -> bool:
    """Return whether nothing but the option that heads a column stands in it."""
    heading = plain(column.part or column.text)
    return len(texts) == 1 and any(heading == text or _closes(heading, text) for text in texts)


def _closes(heading: str, text: str) -> bool:
    """``Which of these?-By mail`` ends on the option *By mail*, after a dash."""
    return heading.endswith(text) and heading.removesuffix(text).rstrip().endswith("-")


def _blanks_beside_each(read: Export, places: Iterable[int]) -> bool:
    return all((read.cells[place] == "").any() for place in places)


def _filled(read: Export, places: Iterable[int]) -> int:
    return sum(int((read.cells[place] != "").sum()) for place in places)


def _typed_beside(column: Column, texts: Texts) -> Column:
    """Return the column of *Other* as what was typed there, or as an option where it is only ticked."""
    if column.role != "answer" or not OTHER.match(plain(column.part)):
        return column
    return replace(column, role="choice" if texts and texts <= MARKS | NOT_CHOSEN else "other_text")
