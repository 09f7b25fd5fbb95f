"""SPSS and Stata files alike: a code means what its value label says, and nothing else.

Which end is 1 differs between files and between questions of one file. When Qualtrics wrote the file, its
administration is in it too, and rules out the same responses as it does in a text file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.labelled_file import Variable
from alliance_analytics.intake.platforms.base import Column, Export, Role, export
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.folding import folded
from alliance_analytics.intake.platforms.qualtrics.administration import (
    ROLES,
    SURE,
    exclusion,
    key,
    role_by_name,
)
from alliance_analytics.intake.platforms.sample import first_texts
from alliance_analytics.intake.table import Table
from alliance_analytics.model.spelling import plain

ENOUGH_NAMES = 3
IDS = frozenset({"id", "caseid", "respid", "respondentid", "respondent", "respnr", "serial", "idno", "uuid"})
WEIGHT = re.compile(
    r"(?:^|[^a-z])(?:weights?|weighting|weegfactor|weging|gewicht\w*|poids|peso|w(?:t|gt)\w*)(?:$|[^a-z])"
)


def read_labelled(platform: str, table: Table) -> Export:
    """Return the export that an SPSS or Stata file holds.

    Parameters
    ----------
    platform : str
        ``'spss'`` or ``'stata'``.
    table : Table
        With its variables.

    Raises
    ------
    ExportError
        If the table comes from another kind of file.
    """
    if not table.variables:
        raise ExportError(
            "This is neither an SPSS nor a Stata file.",
            where=table.file,
            remedy="Leave out the platform's name.",
        )
    keys = _administration(table.variables)
    columns = [
        _column(variable, known, table.cells[place])
        for place, (variable, known) in enumerate(zip(table.variables, keys, strict=True))
    ]
    places = {name: place for place, name in reversed(list(enumerate(keys))) if name}
    read = replace(export(platform, table, columns, table.cells), header_records=0)
    return without_consent(folded(replace(read, exclusion=exclusion(table.cells, places))))


def _administration(variables: Sequence[Variable]) -> list[str]:
    """Return the key of each column that Qualtrics fills in, all '' if another program wrote the file."""
    keys = [key(variable.name) for variable in variables]
    if len(SURE & set(keys)) < ENOUGH_NAMES:
        return [""] * len(keys)
    return [name if name in ROLES else "" for name in keys]


def _column(variable: Variable, known: str, cells: pd.Series[str]) -> Column:
    return Column(
        variable.name,
        variable.label,
        role=ROLES.get(known) or _role(variable, cells),
        labels=variable.value_labels,
        missing=variable.missing,
    )


def _role(variable: Variable, cells: pd.Series[str]) -> Role:
    if variable.option_of or (len(variable.value_labels) == 1 and _holds_only(cells, variable.value_labels)):
        return "choice"
    if variable.value_labels:
        return role_by_name(variable.name)
    if variable.name.casefold() in IDS and cells.is_unique:
        return "response_id"
    return "administration" if _is_weight(variable, cells) else role_by_name(variable.name)


def _holds_only(cells: pd.Series[str], codes: Iterable[str]) -> bool:
    """Return whether a column holds its one code or nothing, as an option of several answers does."""
    met = set(cells.unique())
    return "" in met and met <= {"", *codes}


def _is_weight(variable: Variable, cells: pd.Series[str]) -> bool:
    """Return whether a column is named as a weight, and holds numbers around 1 with a fraction."""
    if not any(WEIGHT.search(plain(name)) for name in (variable.name, variable.label)):
        return False
    numbers = pd.to_numeric(pd.Series(first_texts(cells), dtype=object), errors="coerce").dropna()
    return bool((numbers % 1 != 0).any() and (numbers >= 0).all() and numbers.median() < 10)
