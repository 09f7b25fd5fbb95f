"""Texts in disguise: entities, percent signs and escapes resolved, and base64 opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, unquote_to_bytes

from alliance_analytics.publish.audit.layer import Carried
from alliance_analytics.publish.page.strands import decoded

ADDRESS = re.compile(
    r"data:(?P<type>[\w.+-]*/?[\w.+-]*)(?P<rest>(?:;[\w.=+-]*)*),(?P<body>[^\"'\s)<>]*)", re.IGNORECASE
)
BASE64 = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
MAGICS = (b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\x1f\x8b", b"<svg", b"<?xml", b"<!DOCTYPE", b"<html")
MOSTLY = 0.9
"""Share of a decoded text that must be letters, digits or usual signs to be a text. Our convention."""


def readings(text: str) -> Iterator[str]:
    """Yield a text as it stands, and as it reads after one more decoding."""
    yield text
    if "&" in text:
        yield unescape(text)
    if "%" in text:
        yield unquote(text)
    if "\\u" in text:
        yield ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def carried_in(inside: str, text: str) -> Iterator[Carried]:
    """Yield the files that a text carries: in ``data:`` addresses, and as bare base64."""
    for match in ADDRESS.finditer(text):
        yield Carried(inside, match["type"].lower(), opened_address(match))
    for match in BASE64.finditer(ADDRESS.sub(" ", text)):
        content = decoded(match.group().encode())
        if content.startswith(MAGICS) or is_text(content):
            yield Carried(inside, "", content)


def opened_address(match: re.Match[str]) -> bytes:
    """Return what the ``data:`` address of a match carries."""
    body = unquote_to_bytes(match["body"])
    return decoded(body) if "base64" in match["rest"].lower() else body


def is_text(content: bytes) -> bool:
    """Return whether bytes read as plain text."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    usual = sum(sign.isalnum() or sign in " .,:;@/-_'\"{}[]()\n\r\t=+&?!" for sign in text)
    return usual >= MOSTLY * max(len(text), 1)
