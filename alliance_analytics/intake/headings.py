"""What a heading can be taken to ask: the kinds of evidence that a column belongs to a question.

Platforms wrap a statement in the question above its grid, a code, a dash or brackets, and people cut it
short or mend a letter. Each kind of evidence here takes one heading and all questions, and names the
questions that the heading claims.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel

from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.spelling import plain

SHORTEST_INSIDE = 12
"""Letters a wording needs to be looked for inside a longer heading."""
SHORTEST_CUT = 25
"""Letters that must be left of a heading that was cut short."""
LIKE = 0.9
"""Share of letters in common from which a heading is a wording with a slip in it."""
CLEARLY_LIKER = 0.03
"""Share by which the next question must be less like it."""
SOMEWHAT_LIKE = 0.6
"""Share below which a text contradicts the id that stands beside it."""

NEGATION = re.compile(
    r"\b(?:not|no|never|nobody|without|rarely|niet|geen|nooit|niemand|zonder|zelden|nicht|kein\w*|nie"
    r"|ohne|selten|pas|jamais|sans|rarement|nunca|sin|raramente)\b|n't\b"
)
CHOSEN = re.compile(r"\s*-\s*selected choice$")
LAST_BRACKET = re.compile(r"\[([^\[\]]+)\]$")
USUAL_NAMES = {
    "partner": frozenset({"partner", "organisation", "organization", "organisatie", "partnerorganisation"}),
    "level": frozenset({"level", "niveau", "ebene", "nivel"}),
}


@dataclass(frozen=True)
class Question:
    """A question of the instrument, its id and its wordings in plain spelling."""

    item: str
    name: str
    kind: str
    wordings: frozenset[str]


@dataclass(frozen=True)
class Heading:
    """A column's heading in plain spelling.

    Parameters
    ----------
    place : int
        Place of the column.
    whole : str
        The whole text.
    readings : frozenset of str
        The whole, and what follows a dash or stands in the last brackets.
    names : frozenset of str
        What can be an id: the column's name, and what its last brackets hold.
    """

    place: int
    whole: str
    readings: frozenset[str]
    names: frozenset[str]


Evidence = Callable[[Heading, Sequence[Question]], set[str]]


def questions_of(instrument: Instrument) -> tuple[Question, ...]:
    """Return every question of an instrument, in plain spelling."""
    return tuple(
        Question(item.id, plain(item.id), item.kind, frozenset(map(plain, item.wording.values())) - {""})
        for item in instrument.items
    )


def heading_of(place: int, column: Column) -> Heading:
    """Return the heading of the column at ``place``, in plain spelling."""
    whole = plain(CHOSEN.sub("", plain(column.heading)))
    tails = [plain(whole[dash.end() :]) for dash in re.finditer("-", whole)]
    own = [column.part] if column.part else [CHOSEN.sub("", plain(column.text))]
    readings = frozenset(map(plain, [whole, *own, *tails, *_brackets(whole)])) - {""}
    names = [column.name, *_brackets(column.name)] if column.name else own
    return Heading(place, whole, readings, frozenset(map(plain, names)) - {""})


def asks(heading: Heading, questions: Sequence[Question]) -> set[str]:
    """Return the questions of which one reading of the heading is the very wording."""
    return {question.item for question in questions if question.wordings & heading.readings}


def asks_inside(heading: Heading, questions: Sequence[Question]) -> set[str]:
    """Return the question with the longest wording that stands somewhere in the heading."""
    inside = [
        (len(wording), question.item)
        for question in questions
        for wording in question.wordings
        if len(wording) >= SHORTEST_INSIDE and wording in heading.whole
    ]
    return {item for length, item in inside if length == max(inside)[0]}


def bears_id(heading: Heading, questions: Sequence[Question]) -> set[str]:
    """Return the questions whose id the column bears, unless its text is plainly another question's."""
    texts = heading.readings - heading.names
    return {
        question.item
        for question in questions
        if question.name in heading.names and (not texts or _likeness(question, texts, SOMEWHAT_LIKE))
    }


def is_cut_short(heading: Heading, questions: Sequence[Question]) -> set[str]:
    """Return the question of which a reading of the heading is the beginning, when there is one only."""
    starts = tuple(reading for reading in heading.readings if len(reading) >= SHORTEST_CUT)
    owners = {q.item for q in questions if any(w.startswith(start) for w in q.wordings for start in starts)}
    return owners if len(owners) == 1 else set()


def is_alike(heading: Heading, questions: Sequence[Question]) -> set[str]:
    """Return the question that differs from the heading by a few letters, when no other is nearly as like."""
    likeness = {q.item: _likeness(q, heading.readings, LIKE - CLEARLY_LIKER) for q in questions}
    best = max(likeness.values(), default=0.0)
    near = {item for item, share in likeness.items() if share > best - CLEARLY_LIKER}
    return near if best >= LIKE and len(near) == 1 else set()


def is_named_as_usual(heading: Heading, questions: Sequence[Question]) -> set[str]:
    """Return the question for the partner or the level when the column is called as such columns are."""
    return {q.item for q in questions if heading.names & USUAL_NAMES.get(q.kind, frozenset())}


def _likeness(question: Question, readings: Iterable[str], at_least: float) -> float:
    """Return the share of letters in common (0..1) of the likest pair, or 0 when below ``at_least``.

    A text that negates what the other states is nothing like it, however few letters that takes.
    """
    pairs = ((wording, reading) for wording in question.wordings for reading in readings)
    return max((_share(*pair, at_least) for pair in pairs), default=0.0)


def _share(wording: str, reading: str, at_least: float) -> float:
    if Indel.normalized_similarity(wording, reading) < at_least:  # never less than the share that follows
        return 0.0
    same_sense = NEGATION.findall(wording) == NEGATION.findall(reading)
    share = SequenceMatcher(None, wording, reading, autojunk=False).ratio() if same_sense else 0.0
    return share if share >= at_least else 0.0


def _brackets(text: str) -> list[str]:
    return [found.strip() for found in LAST_BRACKET.findall(text)]
