"""The tables that somebody can read in what was published: in pages, CSV files, and archives of both."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from bs4 import BeautifulSoup
from bs4.element import Tag

from alliance_analytics.errors import AllianceError, PageError
from alliance_analytics.intake.archive import entries, pieces, refuse_unsafe
from alliance_analytics.publish.audit.encoded import ADDRESS
from alliance_analytics.publish.audit.layer import beneath
from alliance_analytics.publish.audit.opening import MARKUP, text_of

Cells = tuple[str, ...]


@dataclass(frozen=True)
class ReadTable:
    """A table as it was published.

    Parameters
    ----------
    file, inside : str
        Where it stands.
    page : str
        Title of the page that holds it, or ''.
    name : str
        The anchor of its exhibit, or the name of its file without ending.
    header : tuple of str
        Headings of the columns.
    rows : tuple of tuple of str
        Cells.
    """

    file: str
    inside: str
    page: str
    name: str
    header: Cells
    rows: tuple[Cells, ...]


def tables_in(file: str, content: bytes, inside: str = "") -> Iterator[ReadTable]:
    """Yield the tables of a page, a CSV file, or an archive of these.

    Parameters
    ----------
    file : str
        How the file is called.
    content : bytes
        The whole file.
    inside : str, optional
        Where in the file this content stands.
    """
    if content.startswith(b"PK\x03\x04"):
        yield from _in_archive(file, content, inside)
        return
    text = None if content.startswith(b"%PDF-") else text_of(content)
    if text is not None and MARKUP.match(text):
        yield from _in_page(file, inside, text)
    elif text is not None and (inside or file).endswith(".csv"):
        name = re.sub(r".*[/ ]|\.csv$", "", inside or file)
        header, *rows = list(_read_csv(text)) or [()]
        yield ReadTable(file, inside, "", name, header, tuple(rows))


def _in_archive(file: str, content: bytes, inside: str) -> Iterator[ReadTable]:
    try:
        refuse_unsafe(content, "", PageError)
    except AllianceError:  # told by the scan, which looks at every file
        return
    for entry in entries(content):
        part = b"".join(pieces(content, entry))
        yield from tables_in(file, part, beneath(inside, entry.filename))


def _in_page(file: str, inside: str, text: str) -> Iterator[ReadTable]:
    page = BeautifulSoup(ADDRESS.sub("", text), "html.parser")
    title = page.title.get_text(" ", strip=True) if page.title else ""
    for table in page.find_all("table"):
        found = [_cells(row) for row in table.find_all("tr")]
        name = _anchor(table)
        if found:
            yield ReadTable(file, beneath(inside, name), title, name, found[0], tuple(found[1:]))


def _cells(row: Tag) -> Cells:
    return tuple(cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"]))


def _anchor(table: Tag) -> str:
    """Return the id of the nearest part of the page that holds a table."""
    holder = table.find_parent(id=True)
    return str(holder["id"]) if holder else ""


def _read_csv(text: str) -> Iterator[Cells]:
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    for row in csv.reader(StringIO(text), delimiter=delimiter):
        if row:
            yield tuple(row)
