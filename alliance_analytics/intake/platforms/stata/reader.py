"""Stata files, whoever wrote them: ``.a`` to ``.z`` are ways to give no answer, and may have labels."""

from __future__ import annotations

from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.platforms.labelled import read_labelled
from alliance_analytics.intake.table import Table


class Stata:
    """Stata files, whoever wrote them."""

    name = "stata"
    aliases = ("dta",)

    def recognises(self, table: Table) -> bool:
        """Return whether the file itself is a Stata file."""
        return bool(table.variables) and table.encoding == "dta"

    def read(self, table: Table) -> Export:
        """Return the export; raises ExportError when the file is no Stata file."""
        return read_labelled(self.name, table)
