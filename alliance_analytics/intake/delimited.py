"""A text file of records: bytes to rows of cells, trusting neither name nor encoding.

Records are counted, not lines, since a question may run over several lines. The separator is the one under
which the records agree on a width; a comma inside a sentence does not.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.log import LogEntry

DELIMITERS = (",", ";", "\t")
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
NEVER_CLOSED = "unexpected end of data"
SAMPLE = 200
"""Records looked at to find the separator."""
SAMPLE_LETTERS = 4_000_000
BROKEN_QUOTES = 0.1
"""Weight of a separator under which quotation marks close in the middle of a cell."""


def decoded(content: bytes, file: str) -> tuple[str, list[LogEntry]]:
    """Return the text of a file, and what is worth knowing about its encoding.

    Parameters
    ----------
    content : bytes
        The file, of any of UTF-8 and UTF-16 with or without a mark, and Windows-1252.
    file : str
        Its name, for messages.

    Raises
    ------
    ExportError
        If the bytes are no text in any of these encodings.
    """
    encoding = next((name for mark, name in MARKS.items() if content.startswith(mark)), _unmarked(content))
    try:
        return content.decode(encoding), []
    except UnicodeDecodeError:
        return _western(content, file)


def records(text: str, file: str) -> list[list[str]]:
    """Return the records of a text, each a list of cells.

    Records may be of different widths, and blank.

    Raises
    ------
    ExportError
        If a quotation mark is never closed, or a cell is too large to be one.
    """
    try:
        delimiter = max(DELIMITERS, key=lambda candidate: _agreement(text, candidate))
        return _split(text, delimiter)
    except csv.Error as error:
        raise ExportError(
            "The file cannot be split into records.",
            where=file,
            found=str(error),
            allowed="a table of text with commas, semicolons or tabs between its cells",
            remedy="Export the survey again, and do not open the file in between.",
        ) from error


def _split(text: str, delimiter: str) -> list[list[str]]:
    """Return the records, forgiving a stray quotation mark, but not one that swallows the rest."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        if NEVER_CLOSED in str(error):
            raise
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _unmarked(content: bytes) -> str:
    """UTF-16 without a mark shows as a zero beside every Latin letter."""
    head = content[:SAMPLE]
    if b"\x00" not in head:
        return "utf-8"
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _western(content: bytes, file: str) -> tuple[str, list[LogEntry]]:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ExportError(
            "The file is neither a workbook, an SPSS file nor readable text.",
            where=f"{file}, byte {error.start}",
            allowed="text in UTF-8, UTF-16 or Windows-1252",
            remedy="Export the survey again as CSV in UTF-8, or as a workbook.",
        ) from error
    action = "Read as Windows-1252. If letters with accents look wrong, export the survey again in UTF-8."
    return text, [LogEntry("encoding", action, found="text that is not UTF-8")]


def _agreement(text: str, delimiter: str) -> float:
    """Return the cells in the records' usual width, weighed by the share of records that have it."""
    try:
        return _cells_agreed(text, delimiter, strict=True)
    except csv.Error:
        return BROKEN_QUOTES * _cells_agreed(text, delimiter, strict=False)


def _cells_agreed(text: str, delimiter: str, *, strict: bool) -> float:
    head = io.StringIO(text[:SAMPLE_LETTERS], newline="")
    sample = islice(csv.reader(head, delimiter=delimiter, strict=strict), SAMPLE)
    widths = Counter(len(record) for record in sample if any(record))
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return (width - 1) * count / max(widths.total(), 1)
