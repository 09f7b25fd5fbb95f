"""Text as a format marks it: headings apart from paragraphs, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alliance_analytics.intake.documents.block import Block, Document, Note
from alliance_analytics.intake.documents.paragraphs import opening_lines


@dataclass(frozen=True)
class Marked:
    """A stretch of text that a format keeps together, as ``Block``; or a heading."""

    text: str
    page: int | None = None
    listed: bool = False
    is_heading: bool = False


def document_of(
    stretches: Sequence[Marked],
    notes: Sequence[Note] = (),
    *,
    title: str = "",
    dated: date | None = None,
    saved: date | None = None,
) -> Document:
    """Return a document with each paragraph below the heading that stands nearest above it.

    Parameters
    ----------
    stretches : sequence of Marked
        Headings and paragraphs, in order. Empty paragraphs fall away; an empty heading ends the one before.
    notes : sequence of Note, optional
        What had to be left.
    title : str, optional
        The title, where a format keeps it apart.
    dated, saved : date, optional
        See ``Document``.
    """
    heading = ""
    blocks: list[Block] = []
    for stretch in stretches:
        if stretch.is_heading:
            heading = stretch.text
        elif stretch.text:
            blocks.append(Block(stretch.text, stretch.page, stretch.listed, heading))
    opening = opening_lines([title, *(stretch.text for stretch in stretches)])
    return Document(tuple(blocks), tuple(notes), opening, dated, saved)
