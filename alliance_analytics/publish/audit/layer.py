"""One layer of a file: its texts, the files that it carries in turn, and what its build alone gives away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Place = Literal["text", "prose", "style", "attribute", "metadata", "together"]
"""*text* stands in a document; *prose* is plain text; *metadata* is what a program wrote about the file;
*together* is all text of a document, in which words that markup parts stand whole."""


class Piece(NamedTuple):
    """A text, with where it stands."""

    inside: str
    place: Place
    text: str


class Carried(NamedTuple):
    """A file within a file."""

    inside: str
    name: str
    content: bytes


class Sign(NamedTuple):
    """Something that must not be there, known by how the file is built."""

    inside: str
    kind: str
    shape: str


@dataclass
class Layer:
    """What one layer of a file holds."""

    pieces: list[Piece] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)


def beneath(inside: str, place: str) -> str:
    """Return where something stands within a place, e.g. *notes.zip, data.csv*."""
    return ", ".join(part for part in (inside, place) if part)
