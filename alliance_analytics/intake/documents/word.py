"""Word reports: the paragraphs of the body. Headings, headers and footers are not passages.

A table is not either, but minutes are often written in one: a cell that holds a sentence is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from alliance_analytics.errors import DocumentError
from alliance_analytics.intake.documents.block import Block
from alliance_analytics.intake.documents.sentences import is_sentence


def read_word(path: Path) -> list[Block]:
    """Return the paragraphs of a ``.docx`` file.

    Raises
    ------
    DocumentError
        If it is no Word document, or half of one.
    """
    try:
        document = Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise DocumentError(
            "A Word document is broken or half written.",
            where=path.name,
            found=type(error).__name__,
            allowed="a .docx file",
            remedy="Open it in Word and save it again as .docx.",
        ) from error
    return [Block(text) for text in _texts(document) if text]


def _texts(document: DocxDocument) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from (
                text for row in part.rows for cell in row.cells if is_sentence(text := cell.text.strip())
            )
        elif not _is_heading(part):
            yield part.text.strip()


def _is_heading(paragraph: Paragraph) -> bool:
    name = (paragraph.style.name if paragraph.style else None) or ""
    return name.lower().startswith(("heading", "title"))
