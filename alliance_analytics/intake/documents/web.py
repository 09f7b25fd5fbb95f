"""HTML reports: the running text of the body, cut where the page cuts it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from alliance_analytics.intake.documents.block import Block, Document, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.paragraphs import joined

_NOT_TEXT = (
    "head", "nav", "footer", "header", "aside", "script", "style", "template", "form", "button", "noscript",
    "svg", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption",
)  # fmt: skip
_LISTED = ("li", "blockquote", "dd")
_BLOCKS = (
    *_LISTED,
    "p",
    "div",
    "section",
    "article",
    "main",
    "td",
    "th",
    "tr",
    "table",
    "ul",
    "ol",
    "body",
    "pre",
)


def read_web(content: bytes) -> Document:
    """Return the paragraphs of an HTML file.

    Parameters
    ----------
    content : bytes
        The whole file, in any encoding that it declares.

    Raises
    ------
    UnreadableDocumentError
        If there is no running text in it.
    """
    blocks = blocks_of_html(content)
    if not blocks:
        raise UnreadableDocumentError(
            Note("no_text", "a web page without running text", "Save the whole page again.")
        )
    return Document(tuple(blocks))


def blocks_of_html(html: bytes | str) -> list[Block]:
    """Return the paragraphs of an HTML document: each stretch of text that one element holds itself."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup(_NOT_TEXT):
        element.decompose()
    for line_end in soup("br"):
        line_end.replace_with("\n")
    stretches = groupby(_strings(soup), key=lambda string: id(string.find_parent(_BLOCKS)))
    return [block for _, strings in stretches for block in _blocks(list(strings))]


def _strings(soup: BeautifulSoup) -> Iterator[NavigableString]:
    for string in soup.find_all(string=True):
        if isinstance(string, NavigableString) and type(string) is NavigableString:
            yield string


def _blocks(strings: list[NavigableString]) -> Iterator[Block]:
    listed = any(isinstance(parent, Tag) and parent.name in _LISTED for parent in strings[0].parents)
    for part in re.split(r"\n\s*\n", "".join(strings)):
        if text := joined([part]):
            yield Block(text, listed=listed)
