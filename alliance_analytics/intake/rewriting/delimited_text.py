"""A text file of records: every sign that nobody asked to change stays as it is.

The file is cut where the readers of such files cut it, and only the pieces asked for are replaced: line ends,
quotation marks, blank records and bytes that are no letters survive.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.letters import LATIN, MARK_INSIDE
from alliance_analytics.intake.rewriting.changes import Changes
from alliance_analytics.intake.table import Table

MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
HEAD = 400
NAMES_DELIMITER = re.compile(r"sep=.")
QUOTED = re.compile(r'"((?:[^"]|"")*)(?:"(.*)|\Z)', re.DOTALL)

Pieces = Sequence[tuple[str, str]]
"""The cells of a record as they stand, each with what follows it: a delimiter or a line end."""


@dataclass(frozen=True)
class RawText:
    """A text file in pieces that make it up again.

    Parameters
    ----------
    mark : bytes
        The byte order mark, or nothing.
    codec : str
        What turns the rest into letters; bytes that are none are kept as they are.
    records : tuple of Pieces
        All records, blank ones too.
    """

    mark: bytes
    codec: str
    records: tuple[Pieces, ...] = field(repr=False)

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        text = "".join(cell + end for pieces in self.records for cell, end in pieces)
        return self.mark + text.encode(self.codec, _errors(self.codec))


def raw_text(content: bytes, table: Table) -> RawText:
    """Return a text file in pieces; the ``table`` that was read from it knows its encoding and delimiter."""
    mark = next((mark for mark in MARKS if content.startswith(mark)), b"")
    codec = _codec(content, table.encoding)
    text = content.removeprefix(mark).decode(codec, _errors(codec))
    return RawText(mark, codec, tuple(_records(text, table.delimiter)))


def unread_records(raw: RawText, table: Table) -> dict[int, str]:
    """Return the records that no reader trusted, such as torn ones: number in the file to the whole text."""
    strangers = {
        number: "".join(cell + end for cell, end in pieces)
        for number, pieces in enumerate(raw.records, start=1)
        if number not in table.cells.index and any(cell.strip('" \t') for cell, _ in pieces)
    }
    return {n: text for n, text in strangers.items() if n > 1 or not NAMES_DELIMITER.match(text)}


def rewritten(content: bytes, table: Table, changes: Changes) -> bytes:
    """Return the bytes of a text file with changes.

    Parameters
    ----------
    content : bytes
        The file.
    table : Table
        What was read from it.
    changes : Changes
        What is to be different.

    Raises
    ------
    ExportError
        If a record to change is not where the table has it, so that another might be hit.
    """
    raw = raw_text(content, table)
    for number in changes.cells.keys() | changes.dropped:
        _refuse_another(raw, table, number)
    kept = tuple(
        _changed(pieces, changes.cells.get(number, {}), table.delimiter)
        for number, pieces in enumerate(raw.records, start=1)
        if number not in changes.dropped
    )
    return RawText(raw.mark, raw.codec, kept).content


def _records(text: str, delimiter: str) -> Iterator[Pieces]:
    end = re.escape(delimiter)
    piece = re.compile(rf'("[^"]*(?:""[^"]*)*(?:"[^{end}\r\n]*|\Z)|[^{end}\r\n]*)({end}|\r\n|\r|\n|\Z)')
    pieces: list[tuple[str, str]] = []
    for found in piece.finditer(text):
        if found.start() == len(text) and not pieces:
            return  # behind the last line end
        pieces.append((found[1], found[2]))
        if found[2] != delimiter:
            yield pieces
            pieces = []
        if not found[2]:
            return


def _changed(pieces: Pieces, cells: Mapping[int, str], delimiter: str) -> Pieces:
    return [
        (_cell(cells[place], cell, delimiter) if place in cells else cell, end)
        for place, (cell, end) in enumerate(pieces)
    ]


def _cell(text: str, before: str, delimiter: str) -> str:
    """Return a new text as a cell, in quotation marks where it needs them or had them."""
    if before.startswith('"') or any(sign in text for sign in (delimiter, '"', "\r", "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


def _refuse_another(raw: RawText, table: Table, number: int) -> None:
    if number not in table.cells.index:
        return
    read = list(table.cells.loc[number])
    stands = [_unquoted(cell, raw.codec) for cell, _ in raw.records[number - 1]]
    if stands[: len(read)] + [""] * (len(read) - len(stands)) != read:
        raise ExportError(
            "A record is not where it was read, so another might be changed.",
            where=f"{table.file}, record {number}",
            remedy="Export the survey again; something in this file is damaged.",
        )


def _unquoted(cell: str, codec: str) -> str:
    """Return a cell as the reader has it."""
    quoted = QUOTED.fullmatch(cell)
    text = quoted[1].replace('""', '"') + (quoted[2] or "") if quoted else cell
    seen = text.encode(codec, _errors(codec)).decode(codec, "replace")
    return seen.replace(MARK_INSIDE, "")


def _errors(codec: str) -> str:
    return "surrogateescape" if codec in {"utf-8", "cp1252"} else "strict"


def _codec(content: bytes, encoding: str) -> str:
    """Return the codec that writes no mark of its own, in the order of bytes that the file has."""
    if encoding != "utf-16":
        return encoding.removesuffix("-sig")
    head = content[:HEAD]
    big = content.startswith(codecs.BOM_UTF16_BE) or head[::2].count(0) > LATIN * len(head[::2])
    return "utf-16-be" if big else "utf-16-le"
