"""A clean copy of an export: the same layout and the same answers, and nothing that tells who gave them.

Cells that identify are emptied; what counts each person once gets a number in its place, so that the copy is
read as the export was. In all other cells identifiers are masked. Who a person is in another file cannot be
told from the copy any more, so its people are not linked over the waves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.description.column_roles import role_of
from alliance_analytics.intake.description.options import options_of
from alliance_analytics.intake.identifiers.columns import identifying_columns
from alliance_analytics.intake.identifiers.kinds import Kind
from alliance_analytics.intake.identifiers.stand_ins import PERSONS, TELL_APART, is_stand_in, stand_in
from alliance_analytics.intake.identifiers.texts import masked
from alliance_analytics.intake.identity import mail_address
from alliance_analytics.intake.log import heading_shown
from alliance_analytics.intake.platforms import platform_of
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.rewriting.changes import Changes, differences
from alliance_analytics.intake.rewriting.exports import rewritten, unread_records
from alliance_analytics.intake.table import Table, each_text, read_table

OWN_WORDS = 4
"""Words from which a cell is somebody's own sentence, and not a name or a label. Our convention."""

Columns = dict[int, "pd.Series[str]"]


@dataclass(frozen=True)
class CleanCopy:
    """What was done to make a clean copy of an export. Holds headings and counts, no answer.

    Parameters
    ----------
    emptied : tuple of (str, Kind)
        Heading of each column that identified, and the kind of identifier that was taken out of it.
    comments : tuple of str
        Headings of the columns of comments that were emptied because that was asked for.
    masked : int
        Other cells in which an identifier was masked.
    left_out : int
        Records left out because their cells do not stand under the right headings.
    """

    emptied: tuple[tuple[str, Kind], ...]
    comments: tuple[str, ...]
    masked: int
    left_out: int


def write_clean_copy(
    path: Path, out: Path, *, platform: str | None = None, without_comments: bool = False
) -> CleanCopy:
    """Write a clean copy of an export, and return what was taken out.

    Parameters
    ----------
    path : Path
        The export; it stays as it is.
    out : Path
        A file that is not there yet.
    platform : str, optional
        Name of the platform, where the file does not give it away.
    without_comments : bool, default False
        Whether answers in people's own words are left out altogether.

    Raises
    ------
    ExportError
        If the export cannot be read or written again, or there is a file at ``out``.
    """
    table, content = read_table(path), path.read_bytes()
    export = _export(table, platform)
    kinds = _identifiers(export, table.cells.shape[1])
    comments = _comments(export, kinds) if without_comments else []
    records = table.cells.loc[_first_record(export) :]
    emptied = _without_identifiers(records, kinds, export.cells.index) | {
        place: _empty(records[place]) for place in comments
    }
    others = [place for place in range(table.cells.shape[1]) if place not in emptied]
    hidden = {place: each_text(table.cells[place], _masked) for place in others}
    torn = frozenset(unread_records(content, table))
    changes = Changes(differences(table.cells, emptied | hidden), torn)
    _write_new(out, rewritten(content, table, changes, bare=True))
    return CleanCopy(
        emptied=tuple((_heading(export, place), kind) for place, kind in kinds.items()),
        comments=tuple(_heading(export, place) for place in comments),
        masked=sum(len(cells) for cells in differences(table.cells, hidden).values()),
        left_out=len(torn),
    )


def _export(table: Table, name: str | None) -> Export:
    platform = platform_of(table, name)
    if platform is None:
        raise ExportError(
            "The layout of this file is unknown.",
            where=table.file,
            found=f"a table of {table.cells.shape[1]} columns",
            allowed="an export as the survey platform made it, or a table with one header record",
            remedy="Name its platform; for a table with one header record that is: --platform table.",
        )
    return platform.read(table)


def _identifiers(export: Export, width: int) -> dict[int, Kind]:
    """Return the identifying columns of the file; what a reader puts together stands behind its last one."""
    found = identifying_columns(export.columns, export.cells)
    return {place: kind for place, kind in found.items() if place < width}


def _comments(export: Export, kinds: Mapping[int, Kind]) -> list[int]:
    return [
        place
        for place, column in enumerate(export.columns)
        if place not in kinds and _is_comment(export, place) and column.role in {"answer", "other_text"}
    ]


def _is_comment(export: Export, place: int) -> bool:
    column, cells = export.columns[place], export.cells[place]
    options = options_of(column, cells, export.missing_labels)
    role = role_of(column, cells, options, is_answer=False, is_identifying=False)
    return role == "comment" and any(len(text.split()) >= OWN_WORDS for text in cells.unique())


def _first_record(export: Export) -> int:
    if export.cells.empty:
        raise ExportError("The export holds no response.", where=export.file, remedy="Export all responses.")
    return int(export.cells.index[0])


def _without_identifiers(records: pd.DataFrame, kinds: Mapping[int, Kind], people: pd.Index[int]) -> Columns:
    """Return the columns that identify, emptied, or with a number for each that tells people apart.

    A note that somebody wrote among the records gets no number: it is nobody's.
    """
    somebodys = records.index.isin(people)
    known = {
        place: each_text(records[place].where(somebodys, ""), mail_address if kind == "mail" else str.strip)
        for place, kind in kinds.items()
        if kind in TELL_APART
    }
    persons = _numbers(*(known[place] for place in known if kinds[place] in PERSONS))
    return {
        place: _numbered(known[place], kind, persons if kind in PERSONS else _numbers(known[place]))
        if place in known
        else _empty(records[place])
        for place, kind in kinds.items()
    }


def _numbers(*columns: pd.Series[str]) -> dict[str, int]:
    """Return each different text, with its number in the order of the file."""
    met = dict.fromkeys(text for column in columns for text in column.unique() if text)
    return {text: number for number, text in enumerate(met, start=1)}


def _numbered(known: pd.Series[str], kind: Kind, numbers: Mapping[str, int]) -> pd.Series[str]:
    return each_text(known, lambda text: stand_in(kind, numbers[text]) if text else "")


def _empty(cells: pd.Series[str]) -> pd.Series[str]:
    return pd.Series("", index=cells.index, dtype=object)


def _masked(text: str) -> str:
    return text if is_stand_in(text) else masked(text)


def _heading(export: Export, place: int) -> str:
    return heading_shown(export.columns[place].heading or export.columns[place].name)


def _write_new(out: Path, content: bytes) -> None:
    try:
        with out.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise ExportError(
            "The clean copy cannot be written.",
            where=out.name,
            found="a file of that name" if isinstance(error, FileExistsError) else type(error).__name__,
            allowed="a new file in a folder that is there",
            remedy="Give another name; nothing is ever overwritten.",
        ) from error
