"""SPSS and Stata files: codes as text, and beside them the labels that alone say what a code means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.errors import ExportError

MAGIC = {b"$FL2": "sav", b"$FL3": "zsav", b"<stata_dta>": "dta"}
LAST_OF_STATA = b"</stata_dta>"
"""Without it the labels of values, which stand last, may have been cut off; no reader minds."""
STATA_VERSIONS = range(0x68, 0x74)
"""First byte of a Stata file of before 2013. In ASCII these are letters, so two more bytes have to agree."""
STATA_BYTE_ORDERS = (1, 2)


@dataclass(frozen=True)
class Variable:
    """One column of an SPSS or Stata file.

    Parameters
    ----------
    name : str
        Short name.
    label : str
        The question, or ''.
    value_labels : mapping of str to str, optional
        Code as text (``'1'``) to its label. Stata's missing values are codes too: ``.d`` is ``'d'``.
    missing : frozenset of str, optional
        Codes met in the data that the file declares as missing.
    option_of : str, optional
        The question with several answers of which the file declares this to be an option, or ''.
    """

    name: str
    label: str
    value_labels: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    option_of: str = ""


def kind_of(content: bytes) -> str:
    """Return ``sav``, ``zsav`` or ``dta``, or '' for a file of another kind."""
    found = (kind for magic, kind in MAGIC.items() if content.startswith(magic))
    return next(found, "dta" if _is_old_stata(content) else "")


def read(content: bytes, file: str) -> tuple[pd.DataFrame, tuple[Variable, ...]]:
    """Return the cases of an SPSS or Stata file as text, and its variables.

    Parameters
    ----------
    content : bytes
        A ``.sav``, ``.zsav`` or ``.dta`` file.
    file : str
        Its name, for messages.

    Returns
    -------
    DataFrame of str, and a tuple of Variable, one a column
        Columns numbered from 0; the index holds the case's number in the file, from 1. Codes that the file
        declares missing stay as codes; a cell that holds nothing is ''.

    Raises
    ------
    ExportError
        If the file is damaged.
    """
    frame, meta = _cases(content, file)
    cells = pd.DataFrame(
        {place: _as_text(frame[name]) for place, name in enumerate(frame.columns)},
        index=pd.RangeIndex(1, len(frame) + 1, name="row"),
        dtype=object,
    )
    return cells, tuple(_variable(name, cells[place], meta) for place, name in enumerate(frame.columns))


def _is_old_stata(content: bytes) -> bool:
    version, order, type_ = content[:3].ljust(3, b"\0")
    return version in STATA_VERSIONS and order in STATA_BYTE_ORDERS and type_ == 1


def _cases(content: bytes, file: str) -> tuple[pd.DataFrame, Any]:
    import pyreadstat  # noqa: PLC0415 - slow to import, and most exports are text

    program, reader = (
        ("Stata", pyreadstat.read_dta) if kind_of(content) == "dta" else ("SPSS", pyreadstat.read_sav)
    )
    if content.startswith(b"<stata_dta>") and not content.endswith(LAST_OF_STATA):
        raise _damaged(program, file, "its end is missing")
    damage = (pyreadstat.ReadstatError, pyreadstat.PyreadstatError)
    try:
        frame, meta = reader(BytesIO(content), user_missing=True)
    except (*damage, OverflowError, ValueError, MemoryError) as error:  # days and letters that cannot be
        raise _damaged(program, file, str(error)) from error
    if _is_old_stata(content) and _lost_labels(meta):
        raise _damaged(program, file, "labels at its end that variables refer to are missing")
    return frame, meta


def _lost_labels(meta: Any) -> set[str]:
    """Return the sets of labels that a variable names and the file does not hold; it ends with them."""
    return {*meta.variable_to_label.values()} - {*meta.value_labels}


def _damaged(program: str, file: str, found: str) -> ExportError:
    return ExportError(
        f"The {program} file is damaged or incomplete.",
        where=file,
        found=found,
        remedy="Save or download it again.",
    )


def _variable(name: str, column: pd.Series[str], meta: Any) -> Variable:
    labels = meta.variable_value_labels.get(name, {})
    letters = frozenset(meta.missing_user_values.get(name, ()))
    return Variable(
        name=name,
        label=meta.column_names_to_labels.get(name) or "",
        value_labels={_value_as_text(code): str(label) for code, label in labels.items()},
        missing=letters | _codes_within(column, meta.missing_ranges.get(name, [])),
        option_of=next((sets for sets, parts in _several_answers(meta) if name in parts), ""),
    )


def _several_answers(meta: Any) -> list[tuple[str, list[str]]]:
    """Return each declared multiple-response set with the names of its variables; Stata knows none."""
    sets = getattr(meta, "mr_sets", None) or {}
    return [(name, list(found["variable_list"])) for name, found in sets.items()]


def _codes_within(column: pd.Series[str], ranges: list[dict[str, Any]]) -> frozenset[str]:
    """Return the codes in a column that fall within the declared ranges (of numbers, or of single texts)."""
    met = [code for code in column.unique() if code] if ranges else []
    return frozenset(code for code in met if any(_within(code, part["lo"], part["hi"]) for part in ranges))


def _within(code: str, low: Any, high: Any) -> bool:
    try:
        return float(low) <= float(code) <= float(high)
    except ValueError:
        return code == str(low)


def _as_text(column: pd.Series[Any]) -> npt.NDArray[np.object_]:
    places, values = pd.factorize(column)
    texts = [*map(_value_as_text, values.tolist()), ""]
    return np.array(texts, dtype=object)[places]


def _value_as_text(value: Any) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(float(value))
    return value.isoformat(" ") if isinstance(value, pd.Timestamp) else str(value).strip()
