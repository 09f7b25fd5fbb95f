"""Released numbers as tables for spreadsheets and programs, each column explained; and how they travel.

A notebook hands them on inside the exhibit that carries the settings of the page, as text: so they pass the
same gate as the page, and nothing is measured twice.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from alliance_analytics.errors import PageError
from alliance_analytics.publish.page.download import BYTE_ORDER_MARK, inert

TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of what follows: a name that holds one would show its neighbours reversed."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|[\t\r\n]+")


@dataclass(frozen=True)
class SharedTable:
    """A table of released numbers: every cell is text already, rounded and gated.

    Parameters
    ----------
    name : str
        Name of the file, without ending.
    about : str
        What the table holds.
    header : tuple of str
        Names of the columns, the same in every language.
    explained : tuple of str
        What each column holds.
    rows : tuple of tuple of str
        Cells; '' where there is no number.
    """

    name: str
    about: str
    header: tuple[str, ...]
    explained: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.header) for row in (self.explained, *self.rows)):
            raise PageError(
                "A row is not as wide as its table.", where=self.name, allowed=f"{len(self.header)} cells"
            )


def csv_bytes(header: Sequence[str], rows: Sequence[Sequence[str]], language: str) -> bytes:
    """Return a table as a CSV file: UTF-8 with byte order mark, every cell quoted, no cell a formula.

    Dutch spreadsheets read a comma as the decimal mark, so their columns are parted by a semicolon.
    """
    target = StringIO()
    delimiter = delimiter_of(language)
    writer = csv.writer(target, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in (header, *rows))
    return (BYTE_ORDER_MARK + target.getvalue()).encode()


def delimiter_of(language: str) -> str:
    """Return what parts the columns of a CSV file."""
    return ";" if language == "nl" else ","


def harmless(cell: str) -> str:
    """Return a cell that is text to every spreadsheet: no formula, no control sign, nothing turned around.

    Examples
    --------
    >>> harmless("=cmd|' /C calc'!A0"), harmless("3.14"), harmless("a\u202eb")
    ("'=cmd|' /C calc'!A0", '3.14', 'ab')
    """
    return inert(CONTROLS.sub(" ", TURNING.sub("", cell)))


def as_text(tables: Sequence[SharedTable]) -> str:
    """Return tables as one text, to travel in the settings of a page."""
    content = [[each.name, each.about, each.header, each.explained, each.rows] for each in tables]
    return json.dumps(content, ensure_ascii=False)


def from_text(text: str) -> tuple[SharedTable, ...]:
    """Return the tables that a text carries.

    Raises
    ------
    PageError
        If the text is broken.
    """
    try:
        return tuple(
            SharedTable(name, about, tuple(header), tuple(explained), tuple(map(tuple, rows)))
            for name, about, header, explained, rows in json.loads(text)
        )
    except (ValueError, TypeError) as error:
        raise PageError(
            "The tables that a notebook handed on are broken.", remedy="Run the review again."
        ) from error
