"""What every document reader hands over: blocks of text in order, and notes on what it had to leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from alliance_analytics.errors import DocumentError

Reason = Literal[
    "unknown_format",
    "wrong_ending",
    "not_there",
    "empty",
    "broken",
    "half",
    "encrypted",
    "no_text",
    "pictures_of_pages",
    "encoding",
    "attachments",
]


@dataclass(frozen=True)
class Block:
    """One paragraph as it stands in a document.

    ``page`` is the page it begins on, from 1, or None in formats without pages. ``listed`` marks an item of a
    list or a quotation, which is a passage even when no full stop ends it.
    """

    text: str
    page: int | None = None
    listed: bool = False


@dataclass(frozen=True)
class Note:
    """Something about a document that is worth a row of the log: what was found, and what to do about it."""

    reason: Reason
    found: str
    action: str


@dataclass(frozen=True)
class Document:
    """The text of a document, and what a reader of the log should know about it."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()


class UnreadableDocumentError(DocumentError):
    """A document that gives no passage.

    Parameters
    ----------
    note : Note
        The row of the log that stands for it.
    """

    def __init__(self, note: Note) -> None:
        self.note = note
        super().__init__("A document cannot be read.", found=note.found, remedy=note.action)
