"""Markdown reports: paragraphs, items and quotations; headings, code and front matter are no passages."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from alliance_analytics.intake.documents.block import Block, Document
from alliance_analytics.intake.documents.paragraphs import joined
from alliance_analytics.intake.documents.plain import decoded

_FRONT_MATTER = re.compile(r"\A---\s*\n.*?\n---\s*\n", re.DOTALL)
_CARRIERS = ("paragraph_open", "td_open")
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
    tokens = MarkdownIt("commonmark").enable("table").parse(_FRONT_MATTER.sub("", text))
    blocks: list[Block] = []
    depth = 0
    for before, token in zip([None, *tokens], tokens, strict=False):
        depth += token.nesting if token.type.startswith(_LISTED) else 0
        if before and before.type in _CARRIERS and token.type == "inline":
            blocks.append(Block(_text(token), listed=depth > 0))
    return Document(tuple(block for block in blocks if block.text), notes)


def _text(token: Token) -> str:
    pieces = [
        child.content if child.type in _WORDS else " "
        for child in token.children or ()
        if child.type in _WORDS | _LINE_ENDS
    ]
    return joined(["".join(pieces)])
