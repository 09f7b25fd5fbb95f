"""KoboToolbox as CSV or workbook: labels or names above the answers, the platform's own columns behind them.

An export of all versions of a form keeps abandoned questions, so that one heading may stand twice. Repeated
groups have sheets of their own, one row a repetition; they tell nothing about a person on their own.
"""

from __future__ import annotations

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms.base import (
    Export,
    Role,
    export,
    responses_below,
    without_note_rows,
)
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.folding import folded
from alliance_analytics.intake.platforms.review_state import with_rejections_noted
from alliance_analytics.intake.platforms.xforms import columns_of
from alliance_analytics.intake.table import Table

OWN: dict[str, Role] = {
    "_uuid": "response_id",
    "_submitted_by": "identifier",
    "_geolocation": "identifier",
    "_attachments": "identifier",
    **dict.fromkeys(
        (
            *("_id", "_submission_time", "_validation_status", "_notes", "_status", "__version__"),
            *(
                "_version_",
                "_tags",
                "_index",
                "_xform_id_string",
                "_bamboo_dataset_id",
                "_duration",
                "formhub/uuid",
            ),
        ),
        "administration",
    ),
}
SURE = frozenset({"_uuid", "_submission_time"})
REPEATED = frozenset({"_parent_index", "_submission__uuid"})
REJECTED = frozenset({"not approved", "validation_status_not_approved"})


class Kobo:
    """Submissions to a KoboToolbox form."""

    name = "kobo"
    aliases = ("kobotoolbox", "kobo-toolbox")

    def recognises(self, table: Table) -> bool:
        """Return whether each record has the platform's id and time, or belongs to one that has."""
        names = {heading.casefold() for heading in table.headings}
        return not table.variables and (names >= SURE or names >= REPEATED)

    def read(self, table: Table) -> Export:
        """Return the export; raises ExportError for the sheet of a repeated group."""
        names = [heading.casefold() for heading in table.headings]
        if REPEATED & set(names):
            raise ExportError(
                "This is the sheet of a repeated group: its records are repetitions, not people.",
                where=table.file,
                remedy="Give the sheet of the form itself.",
            )
        cells = responses_below(table, 1)
        columns = columns_of(table.headings, cells, OWN, separator="/")
        read = export(self.name, table, columns, cells)
        read = without_note_rows(read, names.index("_uuid") if "_uuid" in names else None)
        return with_rejections_noted(without_consent(folded(read)), "_validation_status", REJECTED)
