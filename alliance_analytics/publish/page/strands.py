"""A page taken apart: every element, and every piece of text that a reader or a program could get out of it.

Entities are resolved, ``data:`` addresses are opened and taken apart in turn, and each piece remembers the
id it stands near, so that a finding can be told without repeating it.
"""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from alliance_analytics.publish.exhibit import KEBAB

DATA_ADDRESS = re.compile(r"\s*data:(?P<type>[^;,\s]*)(?P<rest>[^,\s]*),(?P<body>[^,]*)", re.IGNORECASE)
ADDRESSES = frozenset(
    ["href", "xlink:href", "src", "srcset", "action", "formaction", "poster", "background", "data", "ping"]
)
"""Attributes that a browser follows."""
READABLE = re.compile(rb"[\x20-\x7e]{8,}")


class Element(NamedTuple):
    """One start tag, with the id it stands near."""

    near: str
    tag: str
    attributes: dict[str, str]


class Strand(NamedTuple):
    """One piece of text, with the id it stands near and its place: *text*, *style* or *attribute*."""

    near: str
    place: str
    text: str


@dataclass
class Pieces:
    """What a document is made of.

    ``strangers`` holds the id near each carried file that is neither a picture nor a table.
    """

    elements: list[Element] = field(default_factory=list)
    strands: list[Strand] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


def taken_apart(document: str) -> Pieces:
    """Return all pieces of an HTML or SVG document, with what its ``data:`` addresses carry."""
    reader = _Reader(Pieces(), near="the top")
    reader.read(document)
    return reader.pieces


class _Reader(HTMLParser):
    def __init__(self, pieces: Pieces, near: str, *, carried: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces, self.near, self.carried, self.place = pieces, near, carried, "text"

    def read(self, document: str) -> None:
        """Take in a whole document."""
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element with its attributes, and what those carry."""
        attributes = {name: value or "" for name, value in attrs}
        self.place = "style" if tag == "style" else "text"
        # Ids inside a picture are the drawing tool's, and an id that is no anchor could itself be a leak.
        if not self.carried and KEBAB.fullmatch(attributes.get("id", "")):
            self.near = attributes["id"]
        self.pieces.elements.append(Element(self.near, tag, attributes))
        for name, value in attributes.items():
            self._attribute(name, value)

    def handle_endtag(self, tag: str) -> None:
        """Leave the style sheet."""
        if tag == "style":
            self.place = "text"

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.pieces.strands.append(Strand(self.near, self.place, data))

    def handle_comment(self, data: str) -> None:
        """Keep a comment: it leaves with the page as well."""
        self.handle_data(data)

    def handle_decl(self, decl: str) -> None:
        """Keep a declaration."""
        self.handle_data(decl)

    def handle_pi(self, data: str) -> None:
        """Keep a processing instruction."""
        self.handle_data(data)

    def unknown_decl(self, data: str) -> None:
        """Keep a declaration of an unknown kind."""
        self.handle_data(data)

    def _attribute(self, name: str, value: str) -> None:
        match = DATA_ADDRESS.fullmatch(value) if name in ADDRESSES else None
        if match:
            self._open(match["type"].lower(), _content(match))
        elif not name.startswith("xmlns"):
            self.pieces.strands.append(Strand(self.near, "attribute", value))

    def _open(self, media_type: str, content: bytes) -> None:
        match media_type:
            case "image/svg+xml":
                _Reader(self.pieces, self.near, carried=True).read(content.decode("utf-8", "replace"))
            case "text/csv":
                self.handle_data(content.decode("utf-8", "replace"))
            case "image/png":  # part of a drawing, such as the bar of a colour scale
                for run in READABLE.findall(content):
                    self.handle_data(run.decode("ascii"))
            case _:
                self.pieces.strangers.append(self.near)


def decoded(body: bytes) -> bytes:
    """Return the bytes that a base64 text stands for, as far as it is whole."""
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
    whole = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    return b64decode(whole + b"==")


def _content(match: re.Match[str]) -> bytes:
    body = unquote_to_bytes(match["body"])
    return decoded(body) if "base64" in match["rest"].lower() else body
