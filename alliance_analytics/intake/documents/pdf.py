"""PDF reports, page by page. Lines become paragraphs again; what repeats on every page is no text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from alliance_analytics.errors import DocumentError
from alliance_analytics.intake.documents.block import Block
from alliance_analytics.intake.documents.sentences import is_sentence

HYPHENATED = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
PAGE_NUMBER = re.compile(r"\W*(page|pagina|blz\.?)?\s*\d+\s*(/|of|van)?\s*\d*\W*", re.IGNORECASE)
FULL = 0.85
"""A line that would have had room for the next word, within this part of the longest line, was ended on purpose."""


def read_pdf(path: Path) -> list[Block]:
    """Return the paragraphs of a PDF.

    Raises
    ------
    DocumentError
        If it is encrypted, broken, or holds no text (a scan).
    """
    pages = [_lines(text) for text in _page_texts(path)]
    repeated = _repeated(pages)
    blocks = [
        Block(paragraph, number)
        for number, lines in enumerate(pages, 1)
        for paragraph in _paragraphs([line for line in lines if line.strip() not in repeated])
    ]
    if not blocks:
        raise DocumentError(
            "A PDF holds no text.",
            where=path.name,
            found="pictures of pages",
            remedy="Run it through text recognition, or put the original document beside it.",
        )
    return blocks


def _page_texts(path: Path) -> list[str]:
    try:
        reader = PdfReader(path, strict=False)
        if reader.is_encrypted:
            raise DocumentError(
                "A PDF is encrypted.", where=path.name, remedy="Save it again without a password."
            )
        return [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError) as error:
        raise DocumentError(
            "A PDF is broken or half written.",
            where=path.name,
            found=type(error).__name__,
            remedy="Copy or export it again.",
        ) from error


def _lines(text: str) -> list[str]:
    whole = HYPHENATED.sub("", text)
    return [line.rstrip() for line in whole.splitlines() if not PAGE_NUMBER.fullmatch(line.strip() or "1")]


def _repeated(pages: list[list[str]]) -> set[str]:
    """Return lines that stand on most pages: headers and footers."""
    counts = Counter(line for lines in pages for line in {line.strip() for line in lines})
    return {line for line, count in counts.items() if len(pages) > 2 and count > len(pages) / 2}


def _paragraphs(lines: list[str]) -> list[str]:
    longest = max((len(line) for line in lines), default=0)
    ends = [
        _ends_paragraph(line, after, longest) for line, after in zip(lines, [*lines[1:], ""], strict=True)
    ]
    numbers = [sum(ends[:place]) for place in range(len(lines))]
    pairs = groupby(zip(numbers, lines, strict=True), key=lambda pair: pair[0])
    texts = (" ".join(line.strip() for _, line in group).strip() for _, group in pairs)
    return [text for text in texts if is_sentence(text)]


def _ends_paragraph(line: str, after: str, longest: int) -> bool:
    """Return whether a line was ended on purpose, not because it was full."""
    first_word = after.split(maxsplit=1)[0] if after.strip() else ""
    return not line.strip() or not first_word or len(line.strip()) + 1 + len(first_word) < FULL * longest
