"""Microsoft Forms: a workbook with one header record, opened by an id and two times.

Each statement of a grid is a plain heading; the question above the grid is gone. Where a statement comes
back, its heading gets the number of the time. The headings of the platform's own columns are in the language
of the form's owner.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    Role,
    export,
    responses_below,
    without_note_rows,
)
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.folding import folded
from alliance_analytics.intake.table import Table
from alliance_analytics.model.platform_headings import platform_headings
from alliance_analytics.model.spelling import plain

ROLES: dict[str, Role] = {
    "id": "response_id",
    "started": "administration",
    "completed": "administration",
    "changed": "administration",
    "language": "administration",
    "mail": "mail",
    "name": "identifier",
}
SIGNS = frozenset({"id", "started", "completed"})
OWN_COLUMNS = 7
"""Columns at the left that can be the platform's own; a statement further on may be called *Name* too."""
OF_QUIZ = re.compile(
    r"(?:points|punten|punkte|puntos|punti|feedback|commentaires|comentarios) - "
    r"|total points$|quiz feedback$|grade posted time$|totaal(?: aantal)? punten$|quizfeedback$"
    r"|feedback quiz$|gesamtpunktzahl$|nombre total de points$|puntos totales$"
)
REPEATED = re.compile(r"^(?P<first>.*\D)(?P<number>\d{1,2})$", re.DOTALL)


class MicrosoftForms:
    """Responses of a Microsoft form, as a workbook or saved from one."""

    name = "microsoft-forms"
    aliases = ("msforms", "ms-forms", "microsoft", "office-forms")

    def recognises(self, table: Table) -> bool:
        """Return whether an id, a start time and a completion time head the first columns."""
        return not table.variables and set(map(_own, table.headings[:OWN_COLUMNS])) >= SIGNS

    def read(self, table: Table) -> Export:
        """Return the export; whoever only opened the form leaves a record with nothing but times."""
        columns = _columns(table.headings)
        ids = (place for place, column in enumerate(columns) if column.role == "response_id")
        read = export(self.name, table, columns, responses_below(table, 1))
        read = without_note_rows(read, next(ids, None))
        return without_consent(folded(read))


def _columns(headings: Sequence[str]) -> list[Column]:
    """Return the columns; a heading that came back has the number of the time taken off its text."""
    times: dict[str, int] = {}
    columns = []
    for place, heading in enumerate(headings):
        column = _column(place, heading)
        found = REPEATED.match(heading) if column.role == "answer" else None
        first = plain(found["first"]) if found else ""
        if found and int(found["number"]) == times.get(first, 0) + 1 and first in times:
            times[first] += 1
            columns.append(replace(column, name=heading, text=found["first"].strip()))
        else:
            times.setdefault(plain(heading), 1)
            columns.append(column)
    return columns


def _column(place: int, heading: str) -> Column:
    own = _own(heading) if place < OWN_COLUMNS else ""
    other: Role = "administration" if not heading or OF_QUIZ.match(plain(heading)) else "answer"
    return Column("", heading, role=ROLES.get(own, other))


def _own(heading: str) -> str:
    return platform_headings("microsoft-forms").get(plain(heading), "")
