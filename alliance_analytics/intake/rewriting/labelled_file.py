"""An SPSS or Stata file: names, labels and declared missing values are written again, and compared."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import labelled_file
from alliance_analytics.intake.rewriting.changes import Changes

STATA_VERSION = 15


def rewritten(content: bytes, file: str, kind: str, changes: Changes) -> bytes:
    """Return an SPSS or Stata file with changes; who wrote it, and its notes, are left out.

    Parameters
    ----------
    content : bytes
        The file.
    file : str
        Its name, for messages.
    kind : str
        ``sav``, ``zsav`` or ``dta``.
    changes : Changes
        What is to be different.

    Raises
    ------
    ExportError
        If a name, a label or a declared missing value would not survive.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"copy.{kind}"
        path.write_bytes(content)
        frame, meta = (pyreadstat.read_dta if kind == "dta" else pyreadstat.read_sav)(
            path, user_missing=True, disable_datetime_conversion=True
        )
        _write(_changed(frame, changes), meta, path, kind)
        copy = path.read_bytes()
    _refuse_loss(content, copy, file, changes)
    return copy


def _changed(frame: pd.DataFrame, changes: Changes) -> pd.DataFrame:
    changed = frame.copy()
    for place, cells in _by_column(changes).items():
        column = changed[frame.columns[place]].to_numpy(dtype=object, copy=True)
        numeric = pd.api.types.is_numeric_dtype(frame.dtypes.iloc[place])
        for row, text in cells.items():
            column[row - 1] = _number(text) if numeric else text
        changed[frame.columns[place]] = column.astype(float) if numeric else column
    return changed.drop(index=[row - 1 for row in changes.dropped])


def _by_column(changes: Changes) -> dict[int, dict[int, str]]:
    columns: dict[int, dict[int, str]] = {}
    for row, cells in changes.cells.items():
        for place, text in cells.items():
            columns.setdefault(place, {})[row] = text
    return columns


def _number(text: str) -> float:
    digits = text.partition("@")[0]
    return float(digits) if digits.isdecimal() else np.nan


def _write(frame: pd.DataFrame, meta: Any, path: Path, kind: str) -> None:
    common: dict[str, Any] = {
        "column_labels": meta.column_names_to_labels,
        "variable_value_labels": meta.variable_value_labels,
        "variable_format": meta.original_variable_types,
    }
    if kind == "dta":
        pyreadstat.write_dta(frame, path, version=STATA_VERSION, missing_user_values=_letters(meta), **common)
        return
    pyreadstat.write_sav(
        frame,
        path,
        compress=kind == "zsav",
        row_compress=kind == "sav",
        missing_ranges=meta.missing_ranges or None,
        variable_measure=meta.variable_measure,
        **common,
    )


def _letters(meta: Any) -> dict[str, list[str]]:
    """Return Stata's missing values of each column, such as ``.d``: those that were met, or have a label."""
    labelled = {
        name: {code for code in labels if isinstance(code, str)}
        for name, labels in meta.variable_value_labels.items()
    }
    met = {name: set(letters) for name, letters in meta.missing_user_values.items()}
    names = labelled.keys() | met.keys()
    letters = {name: sorted(labelled.get(name, set()) | met.get(name, set())) for name in names}
    return {name: found for name, found in letters.items() if found}


def _refuse_loss(before: bytes, after: bytes, file: str, changes: Changes) -> None:
    """Raise when what the reader of such files understands differs in more than was asked for."""
    old_cells, old = labelled_file.read(before, file)
    new_cells, new = labelled_file.read(after, file)
    kept = old_cells[~old_cells.index.isin(changes.dropped)].set_axis(new_cells.index, axis="index")
    changed = {place for cells in changes.cells.values() for place in cells}
    same = [place for place in old_cells if place not in changed]
    if [_said(v) for v in old] != [_said(v) for v in new] or not kept[same].equals(new_cells[same]):
        raise ExportError(
            "The file cannot be written again without loss.",
            where=file,
            allowed="names, labels and declared missing values that survive",
            remedy="Make the change in the program that wrote the file.",
        )


def _said(variable: labelled_file.Variable) -> tuple[str, str, Mapping[str, str]]:
    return variable.name, variable.label, variable.value_labels
