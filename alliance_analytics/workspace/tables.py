"""The CSV tables that may stand instead of the YAML files: who was invited, and one row a wave."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import WorkspaceError, did_you_mean
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.workspace.settings import WaveSettings

INVITED_COLUMNS = ("partner", "level", "invited")
CODES = ("answer_codes", "partner_codes", "level_codes")


def read_table(path: Path) -> pd.DataFrame:
    """Return a CSV of the workspace as trimmed text, ``''`` where empty; ``,`` or ``;``, with or without BOM.

    The index holds the number of the record in the file, from 1, the header counted.

    Raises
    ------
    WorkspaceError
        If it is not a table in UTF-8, a column stands twice, or a record has more cells than the header.
    """
    (_, header), *records = _records(path) or [(1, [""])]
    _refuse_two_columns(header, path.name)
    for number, cells in records:
        _refuse_long(cells, header, f"{path.name}, row {number}")
    width = len(header)
    rows = [[*cells[:width], *[""] * (width - len(cells))] for _, cells in records]
    return pd.DataFrame(rows, columns=header, index=[number for number, _ in records], dtype=object)


def invited_from_table(path: Path, wave: str, instrument: Instrument) -> pd.DataFrame:
    """Return partner, level (id) and invited (people) of one wave; no rows when the table has none of it.

    The table has columns partner, level and invited, and wave where it serves several waves.
    """
    table = read_table(path)
    _need(table, INVITED_COLUMNS, path.name)
    if "wave" in table.columns:
        table = table[table["wave"] == wave]
    people = [_people(text, f"{path.name}, row {row}") for row, text in table["invited"].items()]
    levels = [_level_id(text, instrument, path.name) for text in table["level"]]
    invited = table[["partner"]].assign(level=levels, invited=people).reset_index(drop=True)
    _refuse_twice(invited, ("partner", "level"), path.name)
    return invited


def invited_from_settings(
    invited: dict[str, dict[str, int]], instrument: Instrument, where: str
) -> pd.DataFrame:
    """Return partner, level (id) and invited (people) from the nested numbers of ``wave.yml``."""
    rows = [
        (partner, _level_id(level, instrument, where), people)
        for partner, levels in invited.items()
        for level, people in levels.items()
    ]
    table = pd.DataFrame(rows, columns=list(INVITED_COLUMNS))
    _refuse_twice(table, ("partner", "level"), where)
    return table


def invited_of(
    folders: Iterable[Path], wave: str, instrument: Instrument, told: dict[str, dict[str, int]]
) -> pd.DataFrame:
    """Return partner, level (id) and invited (people) of one wave; no rows when nobody said.

    Parameters
    ----------
    folders : iterable of Path
        Where an ``invited.csv`` may lie; the first that tells of the wave counts.
    wave : str
        Name of the wave.
    instrument : Instrument
        Its levels are the ones that are known.
    told : dict
        Partner to level to people, as ``wave.yml`` has them; they count where no table does.
    """
    for path in (folder / "invited.csv" for folder in folders):
        table = invited_from_table(path, wave, instrument) if path.exists() else pd.DataFrame()
        if len(table):
            return table
    return invited_from_settings(told, instrument, f"{wave}/wave.yml")


def wave_from_table(path: Path, wave: str) -> WaveSettings:
    """Return the settings of one wave from ``waves.csv``; the defaults when it has no such row.

    The platform named there is not taken over: what an export is, its content says.
    """
    table = read_table(path)
    _need(table, ("wave",), path.name)
    _refuse_twice(table, ("wave",), path.name)
    rows = table[table["wave"] == wave]
    if rows.empty:
        return WaveSettings()
    row = {str(name): str(value) for name, value in rows.iloc[0].items()}
    codes = {name: _codes(row.get(name, ""), path.name) for name in CODES}
    return WaveSettings(
        date=_date(row.get("date", ""), path.name),
        retain_until=_date(row.get("retain_until", ""), path.name),
        language=row.get("language") or None,
        file=row.get("file") or None,
        **codes,
    )


def _records(path: Path) -> list[tuple[int, list[str]]]:
    """Return the records that hold anything, each with its number."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        delimiter = max(",;", key=text.partition("\n")[0].count)
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise WorkspaceError(
            "A table cannot be read.",
            where=path.name,
            found=type(error).__name__,
            allowed="a CSV file in UTF-8 with one header record",
            remedy="Save it again as CSV (UTF-8).",
        ) from error
    trimmed = ([cell.strip() for cell in record] for record in records)
    return [(number, record) for number, record in enumerate(trimmed, start=1) if any(record)]


def _refuse_two_columns(header: Sequence[str], where: str) -> None:
    twice = [name for name in header if name and header.count(name) > 1]
    if twice:
        raise WorkspaceError(
            "A column of a table stands twice.",
            where=where,
            found=twice[0],
            allowed="every column once",
            remedy="Keep one of them.",
        )


def _refuse_long(cells: Sequence[str], header: Sequence[str], where: str) -> None:
    if any(cells[len(header) :]):
        raise WorkspaceError(
            "A record has more cells than its table has columns.",
            where=where,
            found=f"{len(cells)} cells",
            allowed=f"{len(header)} cells",
            remedy="Put quotation marks around a text that holds a comma.",
        )


def _need(table: pd.DataFrame, columns: Sequence[str], where: str) -> None:
    missing = [name for name in columns if name not in table.columns]
    if missing:
        raise WorkspaceError(
            "A table lacks a column.",
            where=where,
            found=", ".join(map(str, table.columns)) or "nothing",
            allowed=", ".join(columns),
            remedy=f"Add {', '.join(missing)}.",
        )


def _refuse_twice(table: pd.DataFrame, keys: Sequence[str], where: str) -> None:
    twice = table[table.duplicated(list(keys))]
    if len(twice):
        raise WorkspaceError(
            "A table says the same thing twice.",
            where=where,
            found=", ".join(str(twice.iloc[0][key]) for key in keys),
            allowed=f"one row a {' and '.join(keys)}",
            remedy="Keep one of the rows.",
        )


def _codes(text: str, where: str) -> dict[str, str]:
    pairs = [part.split("=", 1) for part in text.split("|") if part.strip()]
    if any(len(pair) != 2 for pair in pairs):
        raise WorkspaceError(
            "Codes cannot be read.",
            where=where,
            found=text,
            allowed="1=first label|2=second label",
            remedy="Write each code with its label, and a bar between two of them.",
        )
    return {code.strip(): label.strip() for code, label in pairs}


def _date(text: str, where: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise WorkspaceError(
            "A date cannot be read.",
            where=where,
            found=text,
            allowed="YYYY-MM-DD",
            remedy="Write the year first, e.g. 2025-11-01.",
        ) from error


def _people(text: str, where: str) -> int:
    if not text.isdecimal():
        raise WorkspaceError(
            "A number of people is not a whole number.",
            where=where,
            found=text or "nothing",
            allowed="0, 1, 2 …",
            remedy="Write how many people were invited.",
        )
    return int(text)


def _level_id(text: str, instrument: Instrument, where: str) -> str:
    names = {
        wording.casefold(): level
        for level, wordings in instrument.levels.items()
        for wording in (level, *wordings.values(), *instrument.level_variants.get(level, ()))
    }
    found = names.get(text.strip().casefold())
    if found is None:
        raise WorkspaceError(
            "A level is unknown.",
            where=where,
            found=text or "nothing",
            allowed=", ".join(instrument.levels),
            remedy=did_you_mean(text, names),
        )
    return found
