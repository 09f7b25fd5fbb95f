"""SPSS: a code means what its value label says, and nothing else.

Which end is 1 differs between files and between questions of one file. When Qualtrics wrote the file, its
administration is in it too, and rules out the same responses as it does in a CSV.
"""

from __future__ import annotations

from dataclasses import replace

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms.base import Column, Export, export
from alliance_analytics.intake.platforms.qualtrics.administration import ROLES, SURE, exclusion, key
from alliance_analytics.intake.sav import Variable
from alliance_analytics.intake.table import Table

ENOUGH_NAMES = 3


class Spss:
    """SPSS files, whoever wrote them."""

    name = "spss"
    aliases = ("sav", "zsav")

    def recognises(self, table: Table) -> bool:
        """Return whether the file itself is an SPSS file."""
        return bool(table.variables)

    def read(self, table: Table) -> Export:
        """Return the export; raises ExportError when the file is no SPSS file."""
        if not table.variables:
            raise ExportError(
                "This is not an SPSS file.", where=table.file, remedy="Leave out the platform's name."
            )
        keys = _administration(table.variables)
        columns = [_column(variable, known) for variable, known in zip(table.variables, keys, strict=True)]
        places = {name: place for place, name in reversed(list(enumerate(keys))) if name}
        read = export(self.name, table, columns, table.cells)
        return replace(read, exclusion=exclusion(table.cells, places))


def _administration(variables: tuple[Variable, ...]) -> list[str]:
    """Return the key of each column that Qualtrics fills in, all '' if another program wrote the file."""
    keys = [key(variable.name) for variable in variables]
    if len(SURE & set(keys)) < ENOUGH_NAMES:
        return [""] * len(keys)
    return [name if name in ROLES else "" for name in keys]


def _column(variable: Variable, known: str) -> Column:
    return Column(
        variable.name,
        variable.label,
        role=ROLES.get(known, "answer"),
        labels=variable.value_labels,
        missing=variable.missing,
    )
