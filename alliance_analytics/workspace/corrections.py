"""What people coded by hand, as CSV: corrections of single passages, and blind samples.

Every file has one row a passage: where it stands, its words, its themes joined by ``;`` (or *none*) and a
polarity for each theme in the same order. A file is always put in the place of the one before as a whole,
with all that people wrote into it, so that none is ever half there.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.interpret.themes.correcting import BETWEEN, CORRECTION_COLUMNS, NONE, known_themes
from alliance_analytics.interpret.themes.textkey import text_key
from alliance_analytics.model.themes import THEME_IDS
from alliance_analytics.workspace.replacing import replace_all

CORRECTIONS, BLIND_SAMPLE = "corrections.csv", "blind-sample.csv"
POLARITIES = ("enabler", "constraint", "unclear")
_NEEDED = ["document", "paragraph", "text", "themes", "polarity"]


def read_corrections(path: Path) -> pd.DataFrame:
    """Return the corrections in a file, the last one where a passage was corrected twice.

    Parameters
    ----------
    path : Path
        CSV in UTF-8; when it does not exist there are no corrections.

    Returns
    -------
    DataFrame
        Columns of ``CORRECTION_COLUMNS``, all text. ``key`` is worked out from the text.

    Raises
    ------
    WorkspaceError
        If a column is missing, a theme or a polarity is unknown, or their numbers differ.
    """
    if not path.exists():
        return pd.DataFrame(columns=CORRECTION_COLUMNS, dtype="string")
    coded = read_codes(path)
    return coded.drop_duplicates(["document", "paragraph", "key"], keep="last").reset_index(drop=True)


def read_codes(path: Path) -> pd.DataFrame:
    """Return a file of codes given by hand; rows without themes are passages not coded yet, and left out.

    Raises
    ------
    WorkspaceError
        As for ``read_corrections``.
    """
    table = _table(path)
    missing = [name for name in _NEEDED if name not in table]
    if missing:
        raise WorkspaceError(
            "A file of codes lacks a column.",
            where=path.name,
            found=", ".join(table.columns),
            allowed=", ".join(_NEEDED),
            remedy="Start from a sample or a queue that the program wrote.",
        )
    done = table[table["themes"].str.strip() != ""].reset_index(drop=True)
    for row, (codes, leanings) in enumerate(zip(done["themes"], done["polarity"], strict=True), start=2):
        _check(path.name, row, codes.strip(), leanings.strip())
    cleaned = done.assign(
        themes=done["themes"].str.strip(),
        polarity=done["polarity"].str.strip(),
        key=[text_key(text) for text in done["text"]],
    )
    return cleaned.reindex(columns=CORRECTION_COLUMNS, fill_value="").astype("string")


def add_correction(path: Path, correction: dict[str, str]) -> None:
    """Write one correction beneath those of a file, which is made if need be.

    Parameters
    ----------
    path : Path
        The file of corrections.
    correction : dict
        document, paragraph, text, themes, polarity, and by whom.

    Raises
    ------
    WorkspaceError
        If a theme or polarity is unknown, or the file cannot be written.
    """
    _check(path.name, 0, correction["themes"], correction["polarity"])
    before = _table(path) if path.exists() else pd.DataFrame(columns=CORRECTION_COLUMNS, dtype="str")
    row = pd.DataFrame([correction | {"key": text_key(correction["text"])}], dtype="str")
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, pd.concat([before, row.reindex(columns=before.columns.union(row.columns, sort=False))]))


def take_back(path: Path, correction: dict[str, str]) -> None:
    """Take the last correction of a passage out of a file; nothing happens when there is none."""
    table = _table(path)
    here = [table[name] == correction[name] for name in ("document", "paragraph", "text")]
    rows = table.index[here[0] & here[1] & here[2]]
    _write(path, table.drop(rows[-1:]))


def fill_in(path: Path, row: int, themes: str, polarity: str, by: str) -> None:
    """Write the codes of one passage into a file of passages; empty codes make it one not coded yet.

    Parameters
    ----------
    path : Path
        A sample.
    row : int
        Which of its passages, from 0.
    themes, polarity, by : str
        As in the file.

    Raises
    ------
    WorkspaceError
        If a theme or polarity is unknown, or the file cannot be written.
    """
    if themes:
        _check(path.name, row + 2, themes, polarity)
    table = _table(path)
    table.loc[row, ["themes", "polarity", "by"]] = [themes, polarity, by]
    _write(path, table)


def _table(path: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise WorkspaceError(
            "A file of codes cannot be read.",
            where=path.name,
            found=type(error).__name__,
            remedy="Close programs that hold it open; save it as CSV in UTF-8, with its header.",
        ) from error


def _write(path: Path, table: pd.DataFrame) -> None:
    replace_all([(path, table.fillna("").to_csv(index=False).encode())])


def _check(file: str, row: int, codes: str, leanings: str) -> None:
    given = [] if codes == NONE else codes.split(BETWEEN)
    judged = leanings.split(BETWEEN) if leanings else []
    where = f"{file}, row {row}" if row else file
    if not known_themes(codes):
        raise WorkspaceError(
            "A theme is unknown.",
            where=where,
            found=codes,
            allowed=", ".join((*THEME_IDS, NONE)),
            remedy="Join the codes of two themes by ';'.",
        )
    if len(given) != len(judged) or not set(judged) <= set(POLARITIES):
        raise WorkspaceError(
            "Each theme needs a polarity.",
            where=where,
            found=leanings or "nothing",
            allowed=", ".join(POLARITIES),
            remedy="Give one polarity a theme, in the same order, joined by ';'.",
        )
