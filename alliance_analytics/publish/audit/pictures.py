"""Pictures as layers: the notes that a program left beside the points of the picture."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from alliance_analytics.publish.audit.layer import Layer, Piece, beneath

PNG, JPEG, GIF, WEBP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF"
PICTURES = (PNG, JPEG, GIF, WEBP)
READABLE = re.compile(rb"[\x20-\x7e]{8,}")
BEGINNING = 1 << 16
"""Bytes of a picture of another format within which its notes stand."""
DRAWN = (b"IDAT", b"PLTE", b"IHDR", b"tRNS")


def read_picture(inside: str, content: bytes) -> Layer:
    """Return the layer of a picture: only what can be read in it."""
    noted = b"\n".join(_notes(content)) if content.startswith(PNG) else content[:BEGINNING]
    where = beneath(inside, "notes in a picture")
    return Layer([Piece(where, "metadata", run.decode("ascii")) for run in READABLE.findall(noted)])


def _notes(content: bytes) -> Iterator[bytes]:
    """Yield the parts of a PNG that draw nothing; a packed text is unpacked."""
    place = len(PNG)
    while place + 8 <= len(content):
        length = int.from_bytes(content[place : place + 4], "big")
        kind, body = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        if kind not in DRAWN:
            yield body
            if kind in (b"zTXt", b"iTXt"):
                yield _unpacked(body)
        place += length + 12


def _unpacked(body: bytes) -> bytes:
    start = body.find(b"\x78")
    try:
        return zlib.decompressobj().decompress(body[start:], 1 << 20) if start >= 0 else b""
    except zlib.error:
        return b""
