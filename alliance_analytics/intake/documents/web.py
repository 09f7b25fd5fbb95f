"""HTML reports: the running text of the body, cut where the page cuts it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString

from alliance_analytics.intake.documents.block import Block, Document, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.dates import iso_date
from alliance_analytics.intake.documents.marked import Marked, document_of
from alliance_analytics.intake.documents.paragraphs import joined
from alliance_analytics.intake.documents.plain import decoded

_NOT_TEXT = (
    "head", "nav", "footer", "header", "aside", "script", "style", "template", "form", "button", "noscript",
    "svg", "figcaption", "caption",
)  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DATES = ("article:published_time", "dcterms.date", "dc.date", "date")
_LISTED = ("li", "blockquote", "dd")
_BLOCKS = (
    *_LISTED,
    *_HEADINGS,
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
    text, notes = _decoded(content)
    soup = BeautifulSoup(text, "html.parser")
    title, dated = joined([soup.title.get_text()]) if soup.title else "", _date(soup)
    document = document_of(list(_stretches(soup)), notes, title=title, dated=dated)
    if not document.blocks:
        raise UnreadableDocumentError(
            Note("no_text", "a web page without running text", "Save the whole page again.")
        )
    return document


def blocks_of_html(html: str) -> list[Block]:
    """Return the paragraphs of an HTML document: each stretch of text that one element holds itself."""
    return list(document_of(list(_stretches(BeautifulSoup(html, "html.parser")))).blocks)


def _decoded(content: bytes) -> tuple[str, tuple[Note, ...]]:
    """Return a page as text, by the encoding that it declares if that is true."""
    declared = EncodingDetector.find_declared_encoding(content, is_html=True)
    try:
        return content.decode(declared or ""), ()
    except (LookupError, ValueError):
        return decoded(content)


def _date(soup: BeautifulSoup) -> date | None:
    """Return the day of publication that the head of a page names."""
    metas = soup("meta", attrs={"content": True})
    named = {
        str(meta.get("name") or meta.get("property") or "").lower(): str(meta["content"]) for meta in metas
    }
    days = (iso_date(named[name]) for name in _DATES if name in named)
    return next((day for day in days if day), None)


def _stretches(soup: BeautifulSoup) -> Iterator[Marked]:
    for element in soup(_NOT_TEXT):
        element.decompose()
    for line_end in soup("br"):
        line_end.replace_with("\n")
    for _, strings in groupby(_strings(soup), key=lambda string: id(string.find_parent(_BLOCKS))):
        yield from _paragraphs(list(strings))


def _strings(soup: BeautifulSoup) -> Iterator[NavigableString]:
    for string in soup.find_all(string=True):
        if isinstance(string, NavigableString) and type(string) is NavigableString:
            yield string


def _paragraphs(strings: list[NavigableString]) -> Iterator[Marked]:
    names = {parent.name for parent in strings[0].parents if isinstance(parent, Tag)}
    listed, is_heading = not names.isdisjoint(_LISTED), not names.isdisjoint(_HEADINGS)
    for part in re.split(r"\n\s*\n", "".join(strings)):
        if text := joined([part]):
            yield Marked(text, listed=listed, is_heading=is_heading)
