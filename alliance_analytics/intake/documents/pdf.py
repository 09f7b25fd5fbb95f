"""PDF reports, page by page. What repeats at the top or foot of pages, and page numbers, are no text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError

from alliance_analytics.intake.documents.block import Document, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.paragraphs import blocks_of_lines, opening_lines, without_split_words
from alliance_analytics.intake.documents.printed_lines import printed_text
from alliance_analytics.intake.documents.silence import silenced

EDGE = 2
"""Lines at the top and at the foot of a page among which headers and footers are looked for."""

OFTEN = 3
"""Pages that share a line from which it is a header or footer; left and right pages may have their own."""

_END = b"%%EOF"
_PAGE_NUMBER = re.compile(r"\W*(?:page|pagina|blz\.?|p\.)?\s*\d+\s*(?:(?:/|of|van)\s*\d+)?\W*", re.IGNORECASE)


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
    texts, saved = _read(content)
    if not any(text.strip() for text in texts):
        raise UnreadableDocumentError(_nothing(len(texts)))
    pages = [without_split_words(text).splitlines() for text in texts]
    repeated = _repeated(pages)
    lines = [
        (line, number)
        for number, page in enumerate(pages, start=1)
        for line in page
        if _shape(line) not in repeated and not _PAGE_NUMBER.fullmatch(line)
    ]
    opening = opening_lines(line for page in pages for line in page)
    return Document(tuple(blocks_of_lines(lines)), tuple(_notes(content, pages)), opening, saved=saved)


def _read(content: bytes) -> tuple[list[str], date | None]:
    """Return the text of each page, and the day on which the file was made."""
    try:
        with silenced("pypdf"):
            reader = _opened(content)
            return [printed_text(page) for page in reader.pages], _saved_on(reader)
    except UnreadableDocumentError:
        raise
    except DependencyError as error:
        raise UnreadableDocumentError(_encrypted()) from error
    # A damaged file can fail anywhere inside the reader, and what it raises is not documented.
    except Exception as error:
        note = Note("broken", "a PDF that is broken or half written", "Copy it or export it again.")
        raise UnreadableDocumentError(note) from error


def _saved_on(reader: PdfReader) -> date | None:
    try:
        moment = reader.metadata.creation_date if reader.metadata else None
    except ValueError:
        return None
    return moment.date() if moment else None


def _nothing(pages: int) -> Note:
    if not pages:
        return Note("empty", "a PDF without pages", "Export it again.")
    found = "a PDF of 1 page" if pages == 1 else f"a PDF of {pages} pages"
    remedy = "Run it through text recognition, or put the original document beside it."
    return Note("no_text", f"{found} without text, perhaps a scan", remedy)


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
    return {
        shape for shape, count in counts.items() if count >= OFTEN or (count > 1 and count > len(pages) / 2)
    }


def _edge(page: list[str]) -> list[str]:
    filled = [line for line in page if line.strip()]
    return [*filled[:EDGE], *filled[-EDGE:]]


def _shape(line: str) -> str:
    """Return a line without what differs from page to page: its numbers."""
    return re.sub(r"\d+", "#", line.strip())
