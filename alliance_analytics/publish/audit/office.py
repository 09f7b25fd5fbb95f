"""Office files and PDF as layers: what is written in them, and what a program noted of who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO

from pypdf import PdfReader

from alliance_analytics.errors import AllianceError, PageError
from alliance_analytics.intake.archive import entries, pieces, refuse_unsafe
from alliance_analytics.intake.documents.silence import silenced
from alliance_analytics.publish.audit.finding import place_shown, shape_of
from alliance_analytics.publish.audit.layer import Carried, Layer, Piece, Sign, beneath

OFFICE_PARTS = ("word/", "ppt/", "xl/", "docProps/", "customXml/")
PARAGRAPH = re.compile(r"</(?:w:p|a:p|si|row|c)>")
TAG = re.compile(r"<[^>]*>")
AUTHOR = re.compile(r"<(?:dc:creator|cp:lastModifiedBy|Manager|Company)>([^<]+)</")
OURS = frozenset({"alliance_analytics", "python-docx", "openpyxl", "anonymous", "unspecified", "unknown"})
"""Authors that are programs."""
UNREAD = "a file that cannot be looked into"


def read_archive(inside: str, content: bytes) -> Layer:
    """Return the layer of a zip archive or an office file: its parts are carried, their names are texts."""
    try:
        refuse_unsafe(content, "", PageError)
    except AllianceError as error:
        return Layer(signs=[Sign(inside, UNREAD, error.found or "a damaged archive")])
    layer = Layer()
    for entry in entries(content):
        where = beneath(inside, place_shown(entry.filename))
        layer.pieces.append(Piece(inside, "metadata", entry.filename))
        layer.pieces.append(Piece(where, "metadata", entry.comment.decode("utf-8", "replace")))
        part = b"".join(pieces(content, entry))
        if entry.filename.startswith(OFFICE_PARTS) and entry.filename.endswith((".xml", ".rels")):
            _office_part(layer, where, part.decode("utf-8", "replace"))
        else:
            layer.carried.append(Carried(where, entry.filename, part))
    return layer


def read_pdf(inside: str, content: bytes) -> Layer:
    """Return the layer of a PDF: the text of its pages, its properties, and what is attached to it."""
    layer = Layer()
    try:
        with silenced("pypdf"):
            reader = PdfReader(BytesIO(content))
            for number, page in enumerate(reader.pages, 1):
                layer.pieces.append(Piece(beneath(inside, f"page {number}"), "prose", page.extract_text()))
            for name, value in (reader.metadata or {}).items():
                layer.pieces.append(Piece(beneath(inside, "properties"), "metadata", str(value)))
                if name == "/Author":
                    layer.signs.extend(_authors(beneath(inside, "properties"), [str(value)]))
            for name, parts in reader.attachments.items():
                layer.carried += [Carried(beneath(inside, "attached"), name, part) for part in parts]
    # A damaged or locked file can fail anywhere inside the reader, and what it raises is not documented.
    except Exception:
        return Layer(signs=[Sign(inside, UNREAD, "a PDF that is locked or damaged")])
    return layer


def _office_part(layer: Layer, where: str, xml: str) -> None:
    for paragraph in PARAGRAPH.split(xml):
        text = unescape(TAG.sub("", paragraph)).strip()
        if text:
            layer.pieces.append(Piece(where, "prose", text))
    targets = re.findall(r'Target="([^"]+)" TargetMode="External"', xml)
    layer.pieces += [Piece(where, "attribute", unescape(target)) for target in targets]
    layer.signs.extend(_authors(where, AUTHOR.findall(xml)))


def _authors(where: str, names: list[str]) -> Iterator[Sign]:
    for name in names:
        if name.strip() and name.strip().casefold() not in OURS:
            yield Sign(where, "the name of who made the file", shape_of(name))
