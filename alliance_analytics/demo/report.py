"""A synthetic report: sentences that say what is planted in them, in paragraphs and sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alliance_analytics.model.sourced import Language


@dataclass(frozen=True)
class Sentence:
    """A sentence with what is planted in it: theme and polarity, or a stage, or nothing."""

    text: str
    theme: str = ""
    polarity: str = ""
    stage: str = ""


@dataclass(frozen=True)
class Section:
    """A heading and its paragraphs."""

    heading: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True)
class Document:
    """One report; ``name`` is its file's name without an ending, ``kind`` report, minutes or letter."""

    kind: str
    name: str
    language: Language
    title: str
    sections: tuple[Section, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences in order."""
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from paragraph
