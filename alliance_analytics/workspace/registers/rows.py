"""Rows of a register from CSV, a workbook or YAML, as text under headings of one spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.intake import workbook
from alliance_analytics.model.loading import read_yaml
from alliance_analytics.workspace.tables import read_table

BLANK = "._\u2026 "
"""What a form shows where something is to be filled in."""
ENDINGS = (".csv", ".xlsx", ".yml", ".yaml")


@dataclass(frozen=True)
class Row:
    """One entry of a register: where it stands, and its cells by heading (see :func:`heading`)."""

    place: str
    cells: Mapping[str, str]


def register_file(folder: Path, name: str) -> Path | None:
    """Return the file of a register in a folder: ``name`` with one of the endings, or None."""
    return next((path for path in (folder / f"{name}{end}" for end in ENDINGS) if path.exists()), None)


def rows_of(path: Path) -> tuple[Row, ...]:
    """Return the entries of a register.

    Parameters
    ----------
    path : Path
        A CSV, a workbook (its first sheet) or a YAML list of entries.

    Raises
    ------
    AllianceError
        If the file cannot be read at all.
    """
    if path.suffix.lower() in (".yml", ".yaml"):
        return rows_from_entries(read_yaml(path), path.name)
    if path.suffix.lower() == ".xlsx":
        sheet, _ = workbook.read(path.read_bytes(), path.name)
        table = sheet.iloc[1:].set_axis(sheet.iloc[0].astype(str), axis=1)
    else:
        table = read_table(path)
    return _rows(table, path.name)


def rows_from_entries(entries: object, where: str) -> tuple[Row, ...]:
    """Return rows of a list of entries, as YAML holds them.

    Raises
    ------
    WorkspaceError
        If it is no list of entries with names and values.
    """
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise WorkspaceError(
            "A register is not a list of entries.",
            where=where,
            found=type(entries).__name__,
            allowed="a list; each entry with names and values",
            remedy="Begin each entry with a hyphen.",
        )
    return tuple(
        Row(f"{where}, entry {number}", _cells(entry.items())) for number, entry in enumerate(entries, 1)
    )


def heading(text: object) -> str:
    """Return a heading in one spelling: lower case, words joined by an underscore.

    Examples
    --------
    >>> heading(" By when")
    'by_when'
    """
    return "_".join(str(text).strip().casefold().replace("-", " ").replace("_", " ").split())


def _rows(table: pd.DataFrame, name: str) -> tuple[Row, ...]:
    found = (
        Row(f"{name}, row {number}", _cells(zip(table.columns, cells, strict=True)))
        for number, cells in zip(table.index, table.itertuples(index=False, name=None), strict=True)
    )
    return tuple(row for row in found if any(row.cells.values()))


def _cells(pairs: Iterable[tuple[Any, Any]]) -> dict[str, str]:
    texts = {heading(name): "" if value is None else str(value).strip() for name, value in pairs}
    return {name: "" if text.strip(BLANK) == "" else text for name, text in texts.items()}
