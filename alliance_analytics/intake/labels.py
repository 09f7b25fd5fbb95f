"""What the text of one cell means: a point of the scale, or a kind of missing.

The wording decides. A number printed beside the wording is noted, never believed: surveys exist in which
*Agree (5)* stands beside *Somewhat agree (8)*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol
from unicodedata import category

from alliance_analytics.model.answer_scales import AnswerScales, MissingKind
from alliance_analytics.model.spelling import nearest_spelling, plain

CellKind = MissingKind | Literal["unreadable"]
Meaning = int | CellKind
"""A point (1 up), or why there is none."""

How = Literal["wording", "misspelt", "code", "blank", "number", "unreadable"]

BARE_NUMBER = re.compile(r"(?P<number>-?\d{1,4})(?:[.,]0+)?")
NUMBER_INSIDE = re.compile(r"(?<![\w.,])-?\d{1,2}(?!\w)")
SYMBOLS = frozenset({"So", "Sk", "Mn", "Cf"})
"""Kinds of sign that pictures are made of, and the signs that join and colour them."""
AROUND_NUMBER = " -.:()=[]/"


class Scale(Protocol):
    """What reading needs to know of an answer scale."""

    @property
    def id(self) -> str:
        """Name of the scale."""
        ...

    @property
    def points(self) -> int:
        """Number of answers that it offers."""
        ...

    @property
    def meanings(self) -> Mapping[str, int]:
        """Every label, in plain spelling, to its point (1 up)."""
        ...


@dataclass(frozen=True)
class LabelReading:
    """What a text was read as, by what, the number that stands in it, and the label, in plain spelling."""

    meaning: Meaning
    how: How
    number: int | None = None
    label: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """Every label of a scale and of missing answers, in plain spelling, to its meaning.

    ``platform`` holds cells, as written, that the platform fills in by itself; they go first.
    """

    labels: Mapping[str, Meaning]
    platform: Mapping[str, MissingKind] = field(default_factory=dict)

    def read(self, text: str) -> LabelReading:
        """Return what a cell means by its wording; a bare number is left to whoever knows the codes."""
        written = text.strip()
        if written in self.platform:
            return LabelReading(self.platform[written], "blank")
        if not written:
            return LabelReading("blank", "blank")
        label = plain(text)
        if label in self.labels:
            return LabelReading(self.labels[label], "wording", label=label)
        number = bare_number(label)
        if number is not None:
            return LabelReading("unreadable", "number", number)
        return self._numbered(label) or self._decorated(label) or self._misspelt(label)

    def _numbered(self, label: str) -> LabelReading | None:
        numbers = NUMBER_INSIDE.findall(label)
        wording = plain(NUMBER_INSIDE.sub("", label).strip(AROUND_NUMBER)) if len(numbers) == 1 else ""
        if wording not in self.labels:
            return None
        return LabelReading(self.labels[wording], "wording", abs(int(numbers[0])), wording)

    def _decorated(self, label: str) -> LabelReading | None:
        """Return a label beside which a form shows a thumb, a star or a face."""
        wording = plain("".join(letter for letter in label if category(letter) not in SYMBOLS))
        return (
            LabelReading(self.labels[wording], "wording", label=wording) if wording in self.labels else None
        )

    def _misspelt(self, label: str) -> LabelReading:
        near = nearest_spelling(label, self.labels)
        return (
            LabelReading(self.labels[near], "misspelt") if near else LabelReading("unreadable", "unreadable")
        )


def vocabulary(scale: Scale, scales: AnswerScales, platform: Mapping[str, MissingKind]) -> Vocabulary:
    """Return the labels of one scale and of all missing answers, in every language."""
    return Vocabulary({**scales.missing_meanings, **scale.meanings}, platform)


def bare_number(text: str) -> int | None:
    """Return the whole number that a text is, or None; programs write 4 as ``4``, ``4.0`` and ``4,0``."""
    found = BARE_NUMBER.fullmatch(text.strip())
    return int(found["number"]) if found else None


def code_of(text: str) -> str:
    """Return a text as the key of a code: numbers without decimals, words in plain spelling."""
    number = bare_number(text)
    return plain(text) if number is None else str(number)
