"""PDF reports, page by page. What repeats at the top or foot of pages, and page numbers, are no text."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from alliance_analytics.intake.documents.block import Document, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.paragraphs import blocks_of_lines, without_split_words

EDGE = 2
"""Lines at the top and at the foot of a page among which headers and footers are looked for."""

_END = b"%%EOF"
_PAGE_NUMBER = re.compile(r"\W*(?:page|pagina|blz\.?|p\.)?\s*\d+\s*(?:(?:/|of|van)\s*\d+)?\W*", re.IGNORECASE)
_DAMAGE = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, RecursionError
)  # fmt: skip


def read_pdf(content: bytes) -> Document:
    """Return the paragraphs of a PDF.

    Parameters
    ----------
    content : bytes
        The whole file.

    Raises
    ------
    UnreadableDocumentError
        If it needs a password, is broken, or holds no text.
    """
    pages = [without_split_words(text).splitlines() for text in _texts(content)]
    repeated = _repeated(pages)
    lines = [
        (line, number)
        for number, page in enumerate(pages, start=1)
        for line in page
        if _shape(line) not in repeated and not _PAGE_NUMBER.fullmatch(line)
    ]
    return Document(tuple(blocks_of_lines(lines)), tuple(_notes(content, pages)))


def _texts(content: bytes) -> list[str]:
    try:
        with _without_warnings():
            texts = [page.extract_text() for page in _opened(content).pages]
    except DependencyError as error:
        raise UnreadableDocumentError(_encrypted()) from error
    except _DAMAGE as error:
        note = Note("broken", "a PDF that is broken or half written", "Copy it or export it again.")
        raise UnreadableDocumentError(note) from error
    if any(text.strip() for text in texts):
        return texts
    remedy = "Run it through text recognition, or put the original document beside it."
    raise UnreadableDocumentError(
        Note("no_text", f"a PDF of {len(texts)} pages without text, perhaps a scan", remedy)
    )


def _opened(content: bytes) -> PdfReader:
    reader = PdfReader(BytesIO(content), strict=False)
    # Many files forbid printing, under an empty password: those can be read.
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableDocumentError(_encrypted())
    return reader


def _encrypted() -> Note:
    return Note("encrypted", "a PDF that is locked", "Save a copy without a password.")


def _notes(content: bytes, pages: list[list[str]]) -> Iterator[Note]:
    if _END not in content[-2048:]:
        yield Note(
            "half", "a PDF whose end is missing", "What was readable is used; copy or export it again."
        )
    silent = [str(number) for number, lines in enumerate(pages, start=1) if not any(map(str.strip, lines))]
    if silent:
        found = f"no text on page {', '.join(silent)}"
        yield Note("pictures_of_pages", found, "If they are scans, run them through text recognition.")


def _repeated(pages: list[list[str]]) -> set[str]:
    edges = [{_shape(line) for line in _edge(page)} for page in pages]
    counts = Counter(shape for edge in edges for shape in edge)
    return {shape for shape, count in counts.items() if count > 1 and count > len(pages) / 2}


def _edge(page: list[str]) -> list[str]:
    filled = [line for line in page if line.strip()]
    return [*filled[:EDGE], *filled[-EDGE:]]


def _shape(line: str) -> str:
    """Return a line without what differs from page to page: its numbers."""
    return re.sub(r"\d+", "#", line.strip())


@contextmanager
def _without_warnings() -> Iterator[None]:
    """Keep the reader's own warnings off the screen: the log says what a user needs to know."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
