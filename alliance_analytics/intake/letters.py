"""Bytes to letters: in which encoding a text file was written, told from its bytes and never from its name.

A file is decoded as it is read, a piece at a time, since an export can be larger than anybody expects.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.log import LogEntry

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
MARK_INSIDE = "\ufeff"
"""Left where files were joined one behind the other; it is nothing that a person wrote."""
REPLACEMENT = "\ufffd"
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
HEAD = 400
"""Bytes in which UTF-16 without a mark shows."""
LATIN = 0.4
"""Share of zeros at odd places, or at even ones, from which bytes may be Latin letters in UTF-16."""


@dataclass(frozen=True)
class Encoding:
    """How the bytes of a file become letters.

    Parameters
    ----------
    codec : str
        What Python calls it.
    errors : str, optional
        ``'strict'``, or ``'replace'`` for a file in which single letters are damaged.
    notes : tuple of LogEntry, optional
        What is worth knowing about it.
    """

    codec: str
    errors: str = "strict"
    notes: tuple[LogEntry, ...] = ()

    @property
    def name(self) -> str:
        """The name for readers: ``utf-8``, ``utf-8-sig``, ``utf-16`` or ``cp1252``."""
        return "utf-16" if self.codec.startswith("utf-16") else self.codec


class Letters(io.TextIOBase):
    """The letters of a file, one piece after the other.

    Parameters
    ----------
    source : file of bytes
        Is read from its start.
    encoding : Encoding
        Its encoding; raises UnicodeDecodeError on reading when it is another.
    file : str
        Its name, for messages.
    watch : callable, optional
        Is shown every piece.

    Raises
    ------
    ExportError
        On reading, if there is a character that no text has.
    """

    def __init__(
        self, source: BinaryIO, encoding: Encoding, file: str, watch: Callable[[str], None] | None = None
    ) -> None:
        source.seek(0)
        self._source, self._file, self._watch = source, file, watch
        self._decoder = codecs.getincrementaldecoder(encoding.codec)(encoding.errors)

    def read(self, size: int | None = -1, /) -> str:
        """Return about ``size`` letters, '' at the end of the file."""
        size = -1 if size is None else size
        text = ""
        ended = False
        while not text and not ended:
            content = self._source.read(size)
            ended = size < 0 or not content
            text = self._decoder.decode(content, final=ended).replace(MARK_INSIDE, "")
        if "\0" in text:
            raise _no_text(f"{self._file}, a zero byte")
        if text and self._watch:
            self._watch(text)
        return text


def likely_encoding(source: BinaryIO) -> Encoding:
    """Return the encoding that the first bytes of a text file point to; only reading all of it is proof."""
    source.seek(0)
    head = source.read(HEAD)
    marked = (codec for mark, codec in MARKS.items() if head.startswith(mark))
    return Encoding(next(marked, _unmarked(head)))


def other_encoding(source: BinaryIO, tried: Encoding, file: str) -> Encoding:
    """Return the encoding of a text file that turned out not to be in the likely one.

    Parameters
    ----------
    source : file of bytes
        Text in Windows-1252, or in UTF-8 with single letters damaged.
    tried : Encoding
        What it is not, or not to its end.
    file : str
        Its name, for messages.

    Raises
    ------
    ExportError
        If it breaks off in the middle of a letter, or is no text.
    """
    source.seek(0)
    content = source.read()
    letters = content.decode("utf-8", "replace")
    damaged = letters.count(REPLACEMENT)
    accented = len(BEYOND_ASCII.findall(letters)) - damaged
    if tried.name == "utf-16" or (accented and _breaks_off(content)):
        raise _cut_off(file)
    return _damaged(damaged) if accented > damaged else _western(content, file)


def _unmarked(head: bytes) -> str:
    """UTF-16 without a mark shows as a zero beside every Latin letter."""
    first, second = (half.count(0) / len(head) * 2 for half in (head[::2], head[1::2]))
    if max(first, second) < LATIN or min(first, second) > LATIN:
        return "utf-8"
    return "utf-16-le" if second > first else "utf-16-be"


def _breaks_off(content: bytes) -> bool:
    """Return whether only the last letter is no UTF-8, and that for want of bytes."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def _damaged(count: int) -> Encoding:
    action = "Read as UTF-8; each damaged letter stands as a question mark in a diamond."
    found = f"{count} bytes that are not UTF-8, among many that are"
    return Encoding("utf-8", "replace", (LogEntry("encoding", action, found=found),))


def _western(content: bytes, file: str) -> Encoding:
    place = None
    try:
        content.decode("cp1252")
    except UnicodeDecodeError as error:  # it holds the very bytes, and goes no further than here
        place = error.start
    if place is not None:
        raise _no_text(f"{file}, byte {place}")
    action = "Read as Windows-1252. If letters with accents look wrong, export the survey again in UTF-8."
    return Encoding("cp1252", notes=(LogEntry("encoding", action, found="text that is not UTF-8"),))


def _no_text(where: str) -> ExportError:
    return ExportError(
        "The file is neither a workbook, an SPSS or Stata file, nor readable text.",
        where=where,
        allowed="text in UTF-8, UTF-16 or Windows-1252",
        remedy="Export the survey again as CSV in UTF-8, or as a workbook.",
    )


def _cut_off(file: str) -> ExportError:
    return ExportError(
        "The file breaks off in the middle of a letter.",
        where=f"{file}, last byte",
        remedy="Download or copy the file again; the end of it is missing.",
    )
