"""A plain table: whatever has one header record and one record a respondent.

It has no mark of its own, so it is never recognised: it is read as such when the settings say so, or when
its headings are the questions of the instrument.
"""

from __future__ import annotations

from alliance_analytics.intake.platforms.base import Column, Export, export, responses_below
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.folding import folded
from alliance_analytics.intake.table import Table


class PlainTable:
    """A table made by hand, or by a program that this project does not know."""

    name = "table"
    aliases = ("plain", "plain-table", "generic", "csv")

    def recognises(self, table: Table) -> bool:
        """Return False: any table would do, and a guess is not recognition."""
        del table
        return False

    def read(self, table: Table) -> Export:
        """Return the export; the headings are both name and text."""
        columns = [Column("", heading) for heading in table.headings]
        return without_consent(folded(export(self.name, table, columns, responses_below(table, 1))))
