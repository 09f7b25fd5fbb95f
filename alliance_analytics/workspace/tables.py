"""The CSV tables that may stand instead of the YAML files: who was invited, and one row a wave."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import WorkspaceError, did_you_mean
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.workspace.settings import WaveSettings

INVITED_COLUMNS = ("partner", "level", "invited")
CODES = ("answer_codes", "partner_codes", "level_codes")


def read_table(path: Path) -> pd.DataFrame:
    """Return a CSV of the workspace as text, ``''`` where empty; ``,`` or ``;``, with or without BOM.

    Raises
    ------
    WorkspaceError
        If it is not a table in UTF-8.
    """
    try:
        return pd.read_csv(
            path, dtype=str, keep_default_na=False, sep=None, engine="python", encoding="utf-8-sig"
        )
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError, ValueError) as error:
        raise WorkspaceError(
            "A table cannot be read.",
            where=path.name,
            found=type(error).__name__,
            allowed="a CSV file in UTF-8 with one header record",
            remedy="Save it again as CSV (UTF-8).",
        ) from error


def invited_from_table(path: Path, wave: str, instrument: Instrument) -> pd.DataFrame:
    """Return partner, level (id) and invited (people) of one wave.

    The table has columns partner, level and invited, and wave where it serves several waves.
    """
    table = read_table(path)
    _need(table, INVITED_COLUMNS, path.name)
    if "wave" in table.columns:
        table = table[table["wave"] == wave]
    return table[["partner"]].assign(
        level=[_level_id(text, instrument, path.name) for text in table["level"]],
        invited=[
            _people(text, path.name, row) for row, text in zip(table.index + 2, table["invited"], strict=True)
        ],
    )


def invited_from_settings(
    invited: dict[str, dict[str, int]], instrument: Instrument, where: str
) -> pd.DataFrame:
    """Return partner, level (id) and invited (people) from the nested numbers of ``wave.yml``."""
    rows = [
        (partner, _level_id(level, instrument, where), people)
        for partner, levels in invited.items()
        for level, people in levels.items()
    ]
    return pd.DataFrame(rows, columns=list(INVITED_COLUMNS))


def wave_from_table(path: Path, wave: str) -> WaveSettings:
    """Return the settings of one wave from ``waves.csv``; the defaults when it has no such row.

    The platform named there is not taken over: what an export is, its content says.
    """
    table = read_table(path)
    _need(table, ("wave",), path.name)
    rows = table[table["wave"] == wave]
    if rows.empty:
        return WaveSettings()
    row = {str(name): str(value) for name, value in rows.iloc[0].items()}
    codes = {name: _codes(row.get(name, ""), path.name) for name in CODES}
    return WaveSettings(
        date=_date(row.get("date", ""), path.name),
        language=row.get("language") or None,
        file=row.get("file") or None,
        **codes,
    )


def _need(table: pd.DataFrame, columns: tuple[str, ...], where: str) -> None:
    missing = [name for name in columns if name not in table.columns]
    if missing:
        raise WorkspaceError(
            "A table lacks a column.",
            where=where,
            found=", ".join(map(str, table.columns)),
            allowed=", ".join(columns),
            remedy=f"Add {', '.join(missing)}.",
        )


def _codes(text: str, where: str) -> dict[str, str]:
    pairs = [part.split("=", 1) for part in text.split("|") if part.strip()]
    if any(len(pair) != 2 for pair in pairs):
        raise WorkspaceError(
            "Codes cannot be read.", where=where, found=text, allowed="1=first label|2=second label"
        )
    return {code.strip(): label.strip() for code, label in pairs}


def _date(text: str, where: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise WorkspaceError(
            "A date cannot be read.", where=where, found=text, allowed="YYYY-MM-DD"
        ) from error


def _people(text: str, where: str, row: int) -> int:
    if not text.strip().isdigit():
        raise WorkspaceError(
            "A number of people is not a whole number.",
            where=f"{where}, row {row}",
            found=text,
            allowed="0, 1, 2 …",
        )
    return int(text)


def _level_id(text: str, instrument: Instrument, where: str) -> str:
    names = {
        wording.casefold(): level
        for level, wordings in instrument.levels.items()
        for wording in (level, *wordings.values())
    }
    found = names.get(text.strip().casefold())
    if found is None:
        raise WorkspaceError(
            "A level is unknown.",
            where=where,
            found=text,
            allowed=", ".join(instrument.levels),
            remedy=did_you_mean(text, names),
        )
    return found
