"""Any file opened to the innermost layer: what a file is, its first bytes say, whatever it is called."""

from __future__ import annotations

import json
import re
import zlib
from collections import deque
from typing import Any

from alliance_analytics.publish.audit.encoded import carried_in
from alliance_analytics.publish.audit.layer import Carried, Layer, Piece, Sign, beneath
from alliance_analytics.publish.audit.notebooks import is_notebook, read_json, read_notebook
from alliance_analytics.publish.audit.office import UNREAD, read_archive, read_pdf
from alliance_analytics.publish.audit.pictures import PICTURES, read_picture
from alliance_analytics.publish.audit.webpages import read_webpage

MOST_LAYERS = 8
"""Files within files; beyond that, somebody hides something."""
MOST_BYTES = 1 << 29
MOST_UNPACKED = 1 << 27
MARKUP = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|\?xml|[a-z]+[\s>/])", re.IGNORECASE | re.DOTALL
)
PACKED = b"\x1f\x8b"
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a]")


def opened(name: str, content: bytes) -> Layer:
    """Return all texts of a file and of what it carries, and what its build gives away.

    Parameters
    ----------
    name : str
        Name of the file.
    content : bytes
        The whole file.
    """
    whole, left = Layer(), MOST_BYTES
    waiting = deque([(Carried("", name, content), 0)])
    seen: set[int] = set()
    while waiting:
        carried, depth = waiting.popleft()
        left -= len(carried.content)
        if depth > MOST_LAYERS or left < 0:
            whole.signs.append(Sign(carried.inside, UNREAD, "too many files within files"))
            continue
        if hash(carried.content) in seen:
            continue
        seen.add(hash(carried.content))
        layer = _layer(carried)
        whole.pieces += layer.pieces
        whole.signs += layer.signs
        within = [each for piece in layer.pieces for each in carried_in(piece.inside, piece.text)]
        waiting.extend((each, depth + 1) for each in (*layer.carried, *within))
    return whole


def _layer(carried: Carried) -> Layer:
    inside, content = carried.inside, carried.content
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return read_archive(inside, content)
    if content.startswith(b"%PDF-"):
        return read_pdf(inside, content)
    if content.startswith(PICTURES):
        return read_picture(inside, content)
    if content.startswith(PACKED):
        return _unpacked(inside, content)
    text = text_of(content)
    if text is None:
        return Layer(signs=[Sign(inside, UNREAD, "a format that is not known")])
    return _text(inside, text)


def text_of(content: bytes) -> str | None:
    """Return the text that bytes are, or None for what is no text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if BINARY.search(content[: 1 << 20]):
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _text(inside: str, text: str) -> Layer:
    if MARKUP.match(text):
        return read_webpage(inside, text)
    found = _json(text)
    if is_notebook(found):
        return read_notebook(inside, found)
    if isinstance(found, dict | list):
        return read_json(inside, found)
    return Layer([Piece(inside, "prose", text)])


def _json(text: str) -> Any:
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _unpacked(inside: str, content: bytes) -> Layer:
    try:
        unpacked = zlib.decompressobj(wbits=31).decompress(content, MOST_UNPACKED)
        return Layer(carried=[Carried(beneath(inside, "unpacked"), "", unpacked)])
    except zlib.error:
        return Layer(signs=[Sign(inside, UNREAD, "a damaged archive")])
