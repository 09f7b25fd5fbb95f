"""Microsoft Forms: a workbook with one header record, opened by an id and two times.

Each statement of a grid is a plain heading; the question above the grid is gone. The headings of the
platform's own columns are in the language of the form's owner.
"""

from __future__ import annotations

from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    Role,
    export,
    responses_below,
    without_note_rows,
)
from alliance_analytics.intake.table import Table
from alliance_analytics.model.spelling import plain

STARTED = frozenset({"start time", "begintijd", "startzeit", "heure de debut", "hora de inicio"})
COMPLETED = frozenset(
    {
        "completion time",
        "tijd van voltooien",
        "fertigstellungszeit",
        "abschlusszeit",
        "heure de fin",
        "hora de finalizacion",
    }
)
CHANGED = frozenset(
    {
        "last modified time",
        "tijd van laatste wijziging",
        "uhrzeit der letzten anderung",
        "heure de la derniere modification",
    }
)
LANGUAGE = frozenset({"language", "taal", "sprache", "langue", "idioma"})
MAIL = frozenset({"email", "e-mail", "adresse de messagerie", "correo electronico"})
NAME = frozenset({"name", "naam", "nom", "nombre"})
ROLES: dict[frozenset[str], Role] = {
    frozenset({"id"}): "response_id",
    STARTED: "administration",
    COMPLETED: "administration",
    CHANGED: "administration",
    LANGUAGE: "administration",
    MAIL: "mail",
    NAME: "identifier",
}
OWN_COLUMNS = 7
"""Columns at the left that can be the platform's own; a statement further on may be called *Name* too."""


class MicrosoftForms:
    """Responses of a Microsoft form, as a workbook or saved from one."""

    name = "microsoft-forms"
    aliases = ("msforms", "ms-forms", "microsoft", "office-forms")

    def recognises(self, table: Table) -> bool:
        """Return whether an id, a start time and a completion time head the first columns."""
        names = {plain(heading) for heading in table.headings[:OWN_COLUMNS]}
        return not table.variables and "id" in names and bool(names & STARTED) and bool(names & COMPLETED)

    def read(self, table: Table) -> Export:
        """Return the export; whoever only opened the form leaves a record with nothing but times."""
        columns = [_column(place, heading) for place, heading in enumerate(table.headings)]
        ids = (place for place, column in enumerate(columns) if column.role == "response_id")
        return without_note_rows(
            export(self.name, table, columns, responses_below(table, 1)), next(ids, None)
        )


def _column(place: int, heading: str) -> Column:
    known = (role for names, role in ROLES.items() if place < OWN_COLUMNS and plain(heading) in names)
    return Column("", heading, role=next(known, "answer"))
