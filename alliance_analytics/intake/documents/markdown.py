"""Markdown reports: paragraphs, items and quotations; headings, code and front matter are no passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from markdown_it import MarkdownIt
from markdown_it.token import Token

from alliance_analytics.intake.documents.block import Document
from alliance_analytics.intake.documents.dates import iso_date
from alliance_analytics.intake.documents.marked import Marked, document_of
from alliance_analytics.intake.documents.paragraphs import joined
from alliance_analytics.intake.documents.plain import decoded

_FRONT_MATTER = re.compile(r"\A---\s*\n(?P<fields>.*?\n)---\s*\n", re.DOTALL)
_DATE_FIELD = re.compile(r"^date:\s*['\"]?(?P<date>\d{4}-\d\d-\d\d)\b", re.MULTILINE)
_TITLE_FIELD = re.compile(r"^title:\s*['\"]?(?P<title>[^'\"\n]+)", re.MULTILINE)
_HEADING = "heading_open"
_CARRIERS = ("paragraph_open", "td_open", _HEADING)
_LISTED = ("list_item", "blockquote")
_WORDS = {"text", "code_inline"}
_LINE_ENDS = {"softbreak", "hardbreak"}


def read_markdown(content: bytes) -> Document:
    """Return the paragraphs of a Markdown file.

    Parameters
    ----------
    content : bytes
        The whole file.
    """
    text, notes = decoded(content)
    front = _FRONT_MATTER.match(text)
    fields, body = (front["fields"], text[front.end() :]) if front else ("", text)
    title = _TITLE_FIELD.search(fields)
    return document_of(
        list(_stretches(body)), notes, title=title["title"] if title else "", dated=_date(fields)
    )


def _stretches(text: str) -> Iterator[Marked]:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    depth = 0
    for before, token in zip([None, *tokens], tokens, strict=False):
        depth += token.nesting if token.type.startswith(_LISTED) else 0
        if before and before.type in _CARRIERS and token.type == "inline":
            yield Marked(_text(token), listed=depth > 0, is_heading=before.type == _HEADING)


def _date(fields: str) -> date | None:
    found = _DATE_FIELD.search(fields)
    return iso_date(found["date"]) if found else None


def _text(token: Token) -> str:
    pieces = [
        child.content if child.type in _WORDS else " "
        for child in token.children or ()
        if child.type in _WORDS | _LINE_ENDS
    ]
    return joined(["".join(pieces)])
