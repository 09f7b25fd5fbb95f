"""Zip archives, and so workbooks, Word files and slides: what must hold before anybody looks inside.

A few kilobytes can be packed so that they unpack to more than a computer holds, and what an archive says of
its own sizes can be a lie. So each part is unpacked once, piece by piece, counted and thrown away. Nothing is
ever written to disk, wherever a name in the archive points.
"""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath, PureWindowsPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from alliance_analytics.errors import AllianceError, ExportError
from alliance_analytics.intake.summaries import refuse_summaries

MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
LOCAL_HEADER = 30
"""Bytes before a part, without its name and its extra field."""
PIECE = 1 << 12
"""Packed bytes taken at a time; they unpack to four million at most."""
ENCRYPTED = 1
DECLARATIONS = tuple(
    mark.encode(codec) for mark in ("<!DOCTYPE", "<!ENTITY") for codec in ("ascii", "utf-16-le", "utf-16-be")
)
"""What an XML part needs to name an entity. No office program writes any."""
OVERLAP = max(map(len, DECLARATIONS)) - 1
XML = (".xml", ".rels", ".vml")
BEGINNING = 1 << 14
"""Bytes of a part that tell whether it counts answers."""
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".sav", ".zsav", ".dta")


@dataclass(frozen=True)
class Limits:
    """How large an archive may be. Our convention, each with its reason.

    Parameters
    ----------
    entries : int
        Parts. A workbook has some dozens; slides with a picture on each, some hundreds.
    unpacked : int
        Bytes of all parts together. A sheet of a million answers takes a tenth of it.
    ratio : int
        Bytes that one packed byte may become. Sheets of equal labels reach about 50, a bomb 1000.
    small : int
        Bytes below which a part may be packed as well as it likes.
    """

    entries: int = 5_000
    unpacked: int = 1 << 30
    ratio: int = 200
    small: int = 10 << 20


LIMITS = Limits()


def is_zip(head: bytes) -> bool:
    """Return whether a file that begins so is a zip archive."""
    return head.startswith(MAGICS)


def refuse_unsafe(
    content: bytes, file: str, refusal: type[AllianceError] = ExportError, limits: Limits = LIMITS
) -> None:
    """Raise when it is not safe to open an archive.

    Parameters
    ----------
    content : bytes
        The archive: a workbook, a Word file, slides, or a plain zip file.
    file : str
        Its name, for messages.
    refusal : class of error, optional
        What to raise, by what the file should have been.
    limits : Limits, optional
        How large it may be.

    Raises
    ------
    AllianceError
        Of the class ``refusal``, if it is damaged, protected by a password, too large when unpacked, names a
        place outside itself, or holds XML with declarations of its own.
    """
    try:
        trouble = next(_troubles(content, entries(content), limits), None)
    except (BadZipFile, zlib.error, NotImplementedError, ValueError, IndexError) as error:
        raise refusal(
            "The archive is damaged or incomplete.",
            where=file,
            found=str(error),
            remedy="Download or copy the file again.",
        ) from error
    if trouble:
        found, allowed = trouble
        raise refusal(
            "The file is not safe to unpack.",
            where=file,
            found=found,
            allowed=allowed,
            remedy="If you trust who made it, open it in an office program and save it anew.",
        )


def entries(content: bytes) -> list[ZipInfo]:
    """Return the parts of an archive; raises BadZipFile when it is none."""
    with ZipFile(BytesIO(content)) as opened:
        return [entry for entry in opened.infolist() if not entry.is_dir()]


def pieces(content: bytes, entry: ZipInfo) -> Iterator[bytes]:
    """Return what a part holds, a few million bytes at a time, whatever its header says of its size."""
    header = content[entry.header_offset : entry.header_offset + LOCAL_HEADER]
    names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    start = entry.header_offset + LOCAL_HEADER + names
    packed = memoryview(content)[start : start + entry.compress_size]
    inflater = zlib.decompressobj(-zlib.MAX_WBITS) if entry.compress_type == ZIP_DEFLATED else None
    for place in range(0, len(packed), PIECE):
        piece = packed[place : place + PIECE]
        yield inflater.decompress(piece) if inflater else bytes(piece)


def only_table(content: bytes, file: str) -> bytes:
    """Return the one file in a plain zip archive, or the one that is named as a table.

    Raises
    ------
    ExportError
        If there is none, or more than one; or if they only count answers.
    """
    inside = [entry for entry in entries(content) if not _is_clutter(entry.filename)]
    named = [entry for entry in inside if entry.filename.casefold().endswith(TABLES)]
    for found in (inside, named):
        if len(found) == 1:
            return b"".join(pieces(content, found[0]))
    refuse_summaries((_beginning(content, entry) for entry in named), file)
    raise ExportError(
        "The archive does not hold one table.",
        where=file,
        found=f"{len(inside)} files, of which {len(named)} may be tables",
        allowed="an export as the platform made it, or an archive with this one file",
        remedy="Unpack the archive, and name the file with the responses.",
    )


def _beginning(content: bytes, entry: ZipInfo) -> str:
    """Return the first letters of a part, as far as they are any."""
    first = next(pieces(content, entry), b"")[:BEGINNING]
    return first.decode("utf-16" if first.startswith(UTF_16) else "utf-8-sig", errors="replace")


def _troubles(content: bytes, parts: Sequence[ZipInfo], limits: Limits) -> Iterator[tuple[str, str]]:
    """Return what is wrong, each with what would be right; the cheap looks first."""
    if len(parts) > limits.entries:
        yield f"{len(parts)} parts", f"at most {limits.entries} parts"
    for part in parts:
        if _leaves(part.filename):
            yield "a part whose name points outside the archive", "names of places inside it"
        if part.flag_bits & ENCRYPTED:
            yield "a part that is locked with a password", "an archive without a password"
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            yield "a part packed in a way that no office program knows", "parts deflated or stored"
    yield from _unpacking_troubles(content, parts, limits)


def _unpacking_troubles(
    content: bytes, parts: Sequence[ZipInfo], limits: Limits
) -> Iterator[tuple[str, str]]:
    total = 0
    for part in parts:
        own, tail = 0, b""
        for piece in pieces(content, part):
            own, total = own + len(piece), total + len(piece)
            if total > limits.unpacked:
                yield "more bytes than can be unpacked", f"at most {limits.unpacked >> 20} MiB unpacked"
            if own > max(limits.small, limits.ratio * part.compress_size):
                yield "a part that unpacks to a great many times its size", f"at most {limits.ratio} times"
            if part.filename.casefold().endswith(XML) and _declares(tail + piece):
                yield "XML that declares a document type or an entity", "XML without declarations"
            tail = piece[-OVERLAP:]


def _declares(xml: bytes) -> bool:
    return any(mark in xml for mark in DECLARATIONS)


def _leaves(name: str) -> bool:
    """Return whether a name would lead out of the folder that an archive is unpacked in."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return ".." in parts or PurePosixPath(name).is_absolute() or bool(PureWindowsPath(name).anchor)


def _is_clutter(name: str) -> bool:
    """Return whether an operating system put a file into the archive, not a person."""
    return name.startswith("__MACOSX/") or PurePosixPath(name).name in (".DS_Store", "Thumbs.db")
