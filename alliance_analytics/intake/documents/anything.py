"""Passages of whatever lies on the table: documents, folders of documents, and CSV files of texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import DocumentError
from alliance_analytics.intake.documents.formats import ENDINGS
from alliance_analytics.intake.documents.language import language_of
from alliance_analytics.intake.documents.passages import LOG_COLUMNS, read_documents
from alliance_analytics.intake.identifiers.texts import masked

COLUMNS = ["id", "document", "page", "paragraph", "language", "text"]
TABLE = ".csv"
SEPARATORS = ",;\t"
"""Of columns; the first where a header has none, for its only column may hold any letter."""


def passages_of(
    paths: Sequence[Path], *, text_column: str | None = None, id_column: str | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the passages of some files and folders, and a log of what could not be read.

    Parameters
    ----------
    paths : sequence of Path
        Documents, CSV files, or folders, which are searched with their folders; tables in a folder are read
        only when ``text_column`` says what to read of them.
    text_column : str, optional
        The column of a CSV that holds the text; 'text' when left out.
    id_column : str, optional
        The column that names a row; rows are numbered by their place when left out.

    Returns
    -------
    passages, log : DataFrame
        Columns id (unique), document, page, paragraph, language and text; and file, row, column, reason,
        found and action.

    Raises
    ------
    DocumentError
        If a path does not exist, holds nothing that is read, or a CSV lacks a column.
    """
    files = [file for path in paths for file in _files(path, tables=text_column is not None)]
    tables = [
        _table(file, text_column or "text", id_column) for file in files if file.suffix.lower() == TABLE
    ]
    read = read_documents([file for file in files if file.suffix.lower() != TABLE], alliance="", wave="")
    found = read.passages
    numbered = found.assign(id=[f"{name}#{row}" for row, name in enumerate(found["document"], start=1)])
    parts = [part for part in (numbered[COLUMNS], *tables) if not part.empty]
    passages = pd.concat(parts, ignore_index=True) if parts else numbered[COLUMNS]
    return _unique(passages), read.log[LOG_COLUMNS]


def _files(path: Path, *, tables: bool) -> Iterable[Path]:
    endings = (*ENDINGS, TABLE) if tables else ENDINGS
    if path.is_dir():
        inside = sorted(file for file in path.rglob("*") if not file.name.startswith("."))
        chosen = [file for file in inside if file.suffix.lower() in endings]
        if not chosen:
            raise DocumentError(
                "A folder holds no document that can be read.",
                where=path.name,
                allowed=", ".join(endings),
                remedy="Name another folder, or save the documents in one of these formats.",
            )
        return chosen
    if not path.is_file():
        raise DocumentError(
            "There is no such file or folder.", where=path.name, remedy="See whether the name is right."
        )
    return [path]


def _table(path: Path, text_column: str, id_column: str | None) -> pd.DataFrame:
    table = _read(path)
    for column in (text_column, id_column):
        if column is not None and column not in table.columns:
            raise DocumentError(
                "A table lacks a column.",
                where=path.name,
                found=column,
                allowed=", ".join(map(str, table.columns)),
                remedy="Name the column with --text-column or --id-column.",
            )
    texts = table[text_column].map(lambda text: masked(str(text)))
    numbers = [f"{path.name}#{row}" for row in range(1, len(table) + 1)]
    return pd.DataFrame(
        {
            "id": table[id_column].astype(str).tolist() if id_column else numbers,
            "document": path.name,
            "page": pd.array([pd.NA] * len(table), dtype="Int64"),
            "paragraph": range(1, len(table) + 1),
            "language": [language_of(text, usual="en") for text in texts],
            "text": texts.tolist(),
        }
    )


def _read(path: Path) -> pd.DataFrame:
    try:
        with path.open(encoding="utf-8-sig") as file:
            header = file.readline()
        separator = max(SEPARATORS, key=header.count)
        table: pd.DataFrame = pd.read_csv(
            path, dtype=str, keep_default_na=False, encoding="utf-8-sig", sep=separator
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise DocumentError(
            "A table cannot be read.",
            where=path.name,
            remedy="Save it as CSV in UTF-8, with names of columns in the first row.",
        ) from error
    return table


def _unique(passages: pd.DataFrame) -> pd.DataFrame:
    """Return passages whose ids differ: the second of a name gets its number behind it."""
    times = passages.groupby("id").cumcount()
    ids = passages["id"].where(times == 0, passages["id"] + "~" + (times + 1).astype(str))
    return passages.assign(id=ids)
