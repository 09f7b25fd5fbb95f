"""What every document reader hands over: blocks of text in order, and notes on what it had to leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from alliance_analytics.errors import DocumentError

OPENING = 12
"""Lines at the start of a document that may tell what it is and when it was written."""

Reason = Literal[
    "unknown_format",
    "wrong_ending",
    "not_there",
    "empty",
    "broken",
    "half",
    "encrypted",
    "unsafe",
    "no_text",
    "pictures_of_pages",
    "encoding",
    "attachments",
    "kind_unsure",
]


@dataclass(frozen=True)
class Block:
    """One paragraph as it stands in a document.

    ``page`` is the page it begins on, from 1, or None in formats without pages. ``listed`` marks an item of a
    list or a quotation, which is a passage even when no full stop ends it. ``heading`` is the nearest heading
    above it, '' when there is none, and None in formats that do not mark headings.
    """

    text: str
    page: int | None = None
    listed: bool = False
    heading: str | None = None


@dataclass(frozen=True)
class Note:
    """Something about a document that is worth a row of the log: what was found, and what to do about it."""

    reason: Reason
    found: str
    action: str


@dataclass(frozen=True)
class Document:
    """The text of a document, and what a reader of the log should know about it.

    Parameters
    ----------
    blocks : tuple of Block
        Its paragraphs, in order.
    notes : tuple of Note, optional
        What had to be left, or is worth a look.
    opening : tuple of str, optional
        Its first lines as they stand, titles and labels among them: they tell what the document is.
    dated : date, optional
        The date that the document gives itself in so many words, as a mail does.
    saved : date, optional
        When a program says that it made the file, which may be the day of a copy.
    """

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    opening: tuple[str, ...] = ()
    dated: date | None = None
    saved: date | None = None


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
