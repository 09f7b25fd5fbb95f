"""SPSS files, whoever wrote them."""

from __future__ import annotations

from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.platforms.labelled import read_labelled
from alliance_analytics.intake.table import Table

KINDS = frozenset({"sav", "zsav"})


class Spss:
    """SPSS files, whoever wrote them."""

    name = "spss"
    aliases = ("sav", "zsav")

    def recognises(self, table: Table) -> bool:
        """Return whether the file itself is an SPSS file."""
        return bool(table.variables) and table.encoding in KINDS

    def read(self, table: Table) -> Export:
        """Return the export; raises ExportError when the file is no SPSS file."""
        return read_labelled(self.name, table)
