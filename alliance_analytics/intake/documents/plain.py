"""Text and Markdown reports."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt

from alliance_analytics.intake.documents.block import Block

BLANK_LINE = re.compile(r"\n\s*\n")


def read_text(path: Path) -> str:
    """Return the text of a file: UTF-8 or UTF-16 with a byte order mark, else UTF-8, else Windows-1252."""
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_plain(path: Path) -> list[Block]:
    """Return the paragraphs of a text file, which blank lines divide."""
    return blocks_of_text(read_text(path))


def blocks_of_text(text: str) -> list[Block]:
    """Return the paragraphs of a text."""
    paragraphs = (" ".join(part.split()) for part in BLANK_LINE.split(text.replace("\r\n", "\n")))
    return [Block(paragraph) for paragraph in paragraphs if paragraph]


def read_markdown(path: Path) -> list[Block]:
    """Return the paragraphs and list items of a Markdown file; headings, code and tables are not passages."""
    tokens = MarkdownIt("commonmark").enable("table").parse(read_text(path))
    inline = [token for place, token in enumerate(tokens) if tokens[place - 1].type == "paragraph_open"]
    texts = ("".join(_text(child.type, child.content) for child in token.children or ()) for token in inline)
    return [Block(text) for each in texts if (text := " ".join(each.split()))]


def _text(kind: str, content: str) -> str:
    return " " if kind in ("softbreak", "hardbreak") else "" if kind == "html_inline" else content
