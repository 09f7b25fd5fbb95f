"""Word reports: the paragraphs of the body. Headings, headers, footers and notes are not passages.

Minutes are often written in a table, so cells are read too; what is no sentence there falls away later.
"""

from __future__ import annotations

from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from alliance_analytics.intake.documents.block import Document, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.marked import Marked, document_of
from alliance_analytics.intake.documents.office import opened, saved_on
from alliance_analytics.intake.documents.paragraphs import joined

_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_SPACES = (qn("w:tab"), qn("w:br"))
_TWICE = (qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
"""Elements that repeat what stands elsewhere: text moved away, and the plain form of a drawing."""

_HEADINGS = ("heading", "title", "subtitle", "kop")
_LABELS = ("toc", "caption", "header", "footer")


def read_word(content: bytes) -> Document:
    """Return the paragraphs of a ``.docx`` file, with inserted text and without deleted text.

    Parameters
    ----------
    content : bytes
        The whole file.

    Raises
    ------
    UnreadableDocumentError
        If it is no Word document, half of one, or holds no text.
    """
    word = opened(content, docx.Document, "Word", ".docx")
    elements = (element for element in word.element.body.iter(_PARAGRAPH) if not _within(element, _TWICE))
    stretches = [stretch for element in elements if (stretch := _stretch(Paragraph(element, word)))]
    document = document_of(stretches, title=word.core_properties.title, saved=saved_on(word))
    if not document.blocks:
        raise UnreadableDocumentError(
            Note(
                "no_text",
                "a Word document without text, perhaps pictures only",
                "Put the text itself beside it.",
            )
        )
    return document


def _stretch(paragraph: Paragraph) -> Marked | None:
    """Return a paragraph or a heading; None for an empty one, and for a label or a line of contents."""
    style = ((paragraph.style.name if paragraph.style else None) or "").lower()
    text = joined([_text(paragraph)])
    if not text or style.startswith(_LABELS):
        return None
    listed = style.startswith("list") or bool(paragraph._p.xpath("./w:pPr/w:numPr"))
    return Marked(text, listed=listed, is_heading=style.startswith(_HEADINGS))


def _text(paragraph: Paragraph) -> str:
    """Return the text of a paragraph itself, not of a text box that hangs on it."""
    pieces = [piece for piece in paragraph._p.iter(_TEXT, *_SPACES) if _owner(piece) is paragraph._p]
    return "".join(piece.text or "" if piece.tag == _TEXT else " " for piece in pieces)


def _owner(element: Any) -> Any:
    return next(element.iterancestors(_PARAGRAPH))


def _within(element: Any, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None
