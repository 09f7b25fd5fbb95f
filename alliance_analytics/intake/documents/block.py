"""What every document reader hands over: blocks of running text, in order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """One paragraph as it stands in a document.

    ``page`` is the page it stands on, from 1, or None in formats without pages.
    """

    text: str
    page: int | None = None
