"""An SPSS file: codes as text, and beside them the labels that alone say what a code means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pandas as pd
import pyreadstat
from pyreadstat import PyreadstatError, ReadstatError

from alliance_analytics.errors import ExportError


@dataclass(frozen=True)
class Variable:
    """One column of an SPSS file.

    Parameters
    ----------
    name : str
        Short name.
    label : str
        The question, or ''.
    value_labels : mapping of str to str, optional
        Code as text (``'1'``) to its label.
    missing : frozenset of str, optional
        Codes met in the data that the file declares as missing.
    """

    name: str
    label: str
    value_labels: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()


def read(content: bytes, file: str) -> tuple[pd.DataFrame, tuple[Variable, ...]]:
    """Return the cases of an SPSS file as text, and its variables.

    Parameters
    ----------
    content : bytes
        A ``.sav`` or ``.zsav`` file.
    file : str
        Its name, for messages.

    Returns
    -------
    DataFrame of str, columns numbered from 0, and a tuple of Variable, one a column
        Codes that the file declares missing stay as codes; a cell that holds nothing is ''.

    Raises
    ------
    ExportError
        If the file is damaged.
    """
    try:
        frame, meta = pyreadstat.read_sav(BytesIO(content), user_missing=True)
    except (ReadstatError, PyreadstatError) as error:
        raise ExportError(
            "The SPSS file is damaged or incomplete.",
            where=file,
            found=str(error),
            remedy="Save or download it again.",
        ) from error
    cells = pd.DataFrame(
        {place: _as_text(frame[name]) for place, name in enumerate(frame.columns)}, dtype=object
    )
    return cells, tuple(_variable(name, cells[place], meta) for place, name in enumerate(frame.columns))


def _variable(name: str, column: pd.Series[str], meta: Any) -> Variable:
    labels = meta.variable_value_labels.get(name, {})
    return Variable(
        name=name,
        label=meta.column_names_to_labels.get(name) or "",
        value_labels={_value_as_text(code): str(label) for code, label in labels.items()},
        missing=_codes_within(column, meta.missing_ranges.get(name, [])),
    )


def _codes_within(column: pd.Series[str], ranges: list[dict[str, Any]]) -> frozenset[str]:
    """Return the codes in a column that fall within the declared ranges (of numbers, or of single texts)."""
    met = [code for code in column.unique() if code] if ranges else []
    return frozenset(code for code in met if any(_within(code, part["lo"], part["hi"]) for part in ranges))


def _within(code: str, low: Any, high: Any) -> bool:
    try:
        return float(low) <= float(code) <= float(high)
    except ValueError:
        return code == str(low)


def _as_text(column: pd.Series[Any]) -> pd.Series[str]:
    places, values = pd.factorize(column)
    texts = pd.Series([_value_as_text(value) for value in values] + [""], dtype=object)
    return texts.take(places).reset_index(drop=True)


def _value_as_text(value: Any) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(float(value))
    return value.isoformat(" ") if isinstance(value, pd.Timestamp) else str(value).strip()
