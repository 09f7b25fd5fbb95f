"""HTML reports: paragraphs, list items and quotations of the body."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from alliance_analytics.intake.documents.block import Block
from alliance_analytics.intake.documents.plain import read_text

NOT_TEXT = ("nav", "footer", "header", "aside", "script", "style", "template", "table", "form", "noscript")
PASSAGES = ("p", "li", "blockquote", "dd")


def read_web(path: Path) -> list[Block]:
    """Return the paragraphs of an HTML file."""
    return blocks_of_html(read_text(path))


def blocks_of_html(html: str) -> list[Block]:
    """Return the paragraphs of an HTML document; the innermost where they stand inside each other."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup(NOT_TEXT):
        element.decompose()
    innermost = [element for element in soup(PASSAGES) if not element.find(PASSAGES)]
    texts = (" ".join(element.get_text(" ").split()) for element in innermost)
    return [Block(text) for text in texts if text]
