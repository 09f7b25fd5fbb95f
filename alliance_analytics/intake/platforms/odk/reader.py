"""ODK Central as CSV: names for headings, groups joined by a hyphen, the names of options for answers.

Repeated groups have files of their own, one record a repetition; they tell nothing about a person on their
own.
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
    "key": "response_id",
    "submitterid": "identifier",
    "submittername": "identifier",
    **dict.fromkeys(
        (
            *("submissiondate", "attachmentspresent", "attachmentsexpected", "status", "reviewstate"),
            *("edits", "formversion"),
        ),
        "administration",
    ),
}
SURE = frozenset({"submissiondate", "key"})
REPEATED = frozenset({"parent_key", "key"})
REJECTED = frozenset({"rejected"})


class Odk:
    """Submissions to a form on ODK Central."""

    name = "odk"
    aliases = ("odk-central", "opendatakit")

    def recognises(self, table: Table) -> bool:
        """Return whether each record has a date of submission and a key, or belongs to one that has."""
        names = {heading.casefold() for heading in table.headings}
        return not table.variables and (names >= SURE or names >= REPEATED)

    def read(self, table: Table) -> Export:
        """Return the export; raises ExportError for the file of a repeated group."""
        names = [heading.casefold() for heading in table.headings]
        if "parent_key" in names:
            raise ExportError(
                "This is the file of a repeated group: its records are repetitions, not people.",
                where=table.file,
                remedy="Give the file of the form itself, whose first column is SubmissionDate.",
            )
        cells = responses_below(table, 1)
        columns = columns_of(table.headings, cells, OWN, separator="-")
        read = export(self.name, table, columns, cells)
        read = without_note_rows(read, names.index("key") if "key" in names else None)
        return with_rejections_noted(without_consent(folded(read)), "ReviewState", REJECTED)
