"""One person out of one file: their records go, and where others name them a mark takes the place.

A record is a person's when a column that identifies holds their address or code. An address in any other cell
is somebody's mention of them: the record stays, without it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from alliance_analytics.intake.identifiers.columns import identifying_columns
from alliance_analytics.intake.identifiers.kinds import Kind
from alliance_analytics.intake.identifiers.texts import MASK
from alliance_analytics.intake.identity import mail_address
from alliance_analytics.intake.platforms import platform_named, platform_of
from alliance_analytics.intake.platforms.base import Role
from alliance_analytics.intake.rewriting.changes import Changes, differences
from alliance_analytics.intake.rewriting.exports import rewritten, unread_records
from alliance_analytics.intake.rewriting.workbook import texts_elsewhere
from alliance_analytics.intake.table import Table, each_text, read_table

LONG_ENOUGH = 8
"""Signs from which a code is one person's wherever it stands; a short number is another's elsewhere."""
OF_ONE_PERSON: frozenset[Role] = frozenset({"record_id", "response_id", "token"})


class Sought:
    """One person, by a mail address or a code, and the texts that mean them. Shows nothing of it.

    Parameters
    ----------
    written : str
        Address or code, in any spelling.
    hashed : str, optional
        The keyed hash of it, as tables that were saved may hold it.
    """

    def __init__(self, written: str, hashed: str = "") -> None:
        self.known = mail_address(written) or written.strip()
        self._is_mail = "@" in self.known
        self._telling = self._is_mail or len(self.known) >= LONG_ENOUGH
        self._all = frozenset({self.known, hashed} - {""})
        texts = "|".join(re.escape(text) for text in self._all if len(text) >= LONG_ENOUGH) or r"(?!)"
        self._mention = re.compile(rf"(?<![\w.%+-])(?:{texts})(?![\w-]|\.\w)", re.IGNORECASE)

    def __repr__(self) -> str:
        """Return a text that tells nobody."""
        return "Sought()"

    def is_named(self, cell: str) -> bool:
        """Return whether a cell as a whole means the person."""
        return (mail_address(cell) if self._is_mail and "@" in cell else cell.strip()) in self._all

    def is_named_in(self, kind: Kind) -> bool:
        """Return whether a column of this kind can tell that a record is the person's."""
        return self._telling or kind in {"token", "panel_id"}

    def mentions(self, text: str) -> int:
        """Return how often a text names the person."""
        return len(self._mention.findall(text))

    def masked(self, text: str) -> str:
        """Return a text with a mark in the place of the person's address or code."""
        return self._mention.sub(MASK, text)


@dataclass(frozen=True)
class Erasure:
    """What erasing one person from one file comes to.

    Parameters
    ----------
    records : int
        Records of the person, which go.
    mentions : int
        Cells of other records, or of other sheets, that name the person.
    content : bytes
        The file without them.
    """

    records: int
    mentions: int
    content: bytes

    def __repr__(self) -> str:
        """Return the counts alone."""
        return f"Erasure(records={self.records}, mentions={self.mentions})"


def erased_from_export(path: Path, sought: Sought, platform: str | None = None) -> Erasure | None:
    """Return a survey export without a person, or None when they are not in it.

    Parameters
    ----------
    path : Path
        The export; it stays as it is.
    sought : Sought
        The person.
    platform : str, optional
        Name of the platform, where the file does not give it away.

    Raises
    ------
    ExportError
        If the file cannot be read, or not written again.
    """
    table = read_table(path)
    export = (platform_of(table, platform) or platform_named("table")).read(table)
    width, kinds = table.cells.shape[1], identifying_columns(export.columns, export.cells)
    telling = [place for place, kind in kinds.items() if place < width and sought.is_named_in(kind)]
    numbered = [place for place in kinds if place < width and export.columns[place].role in OF_ONE_PERSON]
    named = _same_person(table.cells, numbered, _named(table.cells, telling, sought))
    return _erased(path.read_bytes(), table, sought, named)


def erased_from_table(path: Path, sought: Sought, *, count: str) -> Erasure | None:
    """Return a table that is no export without a person, or None when they are not in it.

    Parameters
    ----------
    path : Path
        A table with one header record.
    sought : Sought
        The person.
    count : str
        Heading of a column that says how many people a row stands for. Where that is more than one, the row
        stays, and only the address goes.

    Raises
    ------
    ExportError
        If the file cannot be read, or not written again.
    """
    table = read_table(path)
    named = _named(table.cells, range(table.cells.shape[1]), sought)
    if count in table.headings:
        several = each_text(table.cells[table.headings.index(count)], str.strip)
        named &= several.isin({"", "0", "1"})
    return _erased(path.read_bytes(), table, sought, named)


def _named(cells: pd.DataFrame, places: Collection[int], sought: Sought) -> pd.Series[bool]:
    """Return which records hold the person's address or code in one of the columns."""
    named = pd.Series(False, index=cells.index)
    for place in places:
        named |= cells[place].isin([text for text in cells[place].unique() if sought.is_named(text)])
    return named


def _same_person(cells: pd.DataFrame, places: Collection[int], named: pd.Series[bool]) -> pd.Series[bool]:
    """Return the records, and those of the same number: an address may stand in one of several rows."""
    for place in places:
        numbers = {text for text in cells.loc[named, place] if text.strip()}
        named = named | cells[place].isin(numbers)
    return named


def _erased(content: bytes, table: Table, sought: Sought, named: pd.Series[bool]) -> Erasure | None:
    torn = [row for row, text in unread_records(content, table).items() if sought.mentions(text)]
    others = table.cells[~named]
    cells = differences(
        others, {place: each_text(others[place], sought.masked) for place in range(others.shape[1])}
    )
    elsewhere = sum(map(sought.mentions, texts_elsewhere(content))) if table.encoding == "xlsx" else 0
    dropped = frozenset({*torn, *(int(row) for row in named.index[named])})
    mentions = sum(map(len, cells.values())) + elsewhere
    if not dropped and not mentions:
        return None
    changes = Changes(cells, dropped, sought.masked)
    return Erasure(len(dropped), mentions, rewritten(content, table, changes))
