"""Google Forms: one header record, its first column a time stamp in the language of the form's owner.

A linear scale leaves bare numbers; the words at its ends are not in the file. Nothing tells a test from a
response.
"""

from __future__ import annotations

import re
from dataclasses import replace

from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    Role,
    export,
    question_and_part,
    responses_below,
    without_note_rows,
)
from alliance_analytics.intake.table import Table
from alliance_analytics.model.spelling import plain

TIME_STAMP = frozenset(
    {
        "timestamp",
        "tijdstempel",
        "zeitstempel",
        "horodateur",
        "marca temporal",
        "marca de temps",
        "carimbo de data/hora",
        "carimbo de data e hora",
        "informazioni cronologiche",
        "tidstampel",
        "tidsstempel",
        "tidsmerke",
        "aikaleima",
        "sygnatura czasowa",
        "casova znacka",
        "casova peciatka",
        "zaman damgasi",
        "idobelyeg",
    }
)
MAIL = frozenset(
    {
        "email address",
        "email",
        "username",
        "e-mailadres",
        "e-mail-adresse",
        "adresse e-mail",
        "adresse email",
        "direccion de correo electronico",
        "endereco de e-mail",
        "indirizzo email",
        "gebruikersnaam",
    }
)
TIME = re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}.*\d{1,2}[:.]\d{2}")
SOME = 20
"""Records whose first cell must look like a time."""


class GoogleForms:
    """Responses of a Google form, as a sheet saved or as downloaded."""

    name = "google-forms"
    aliases = ("google", "google-form")

    def recognises(self, table: Table) -> bool:
        """Return whether the first column is headed as a time stamp, and holds times."""
        if table.variables or plain(table.record(0)[0]) not in TIME_STAMP:
            return False
        stamps = [cell.strip() for cell in table.cells[0].iloc[1 : SOME + 1]]
        return all(TIME.search(stamp) for stamp in stamps if stamp) and (not stamps or any(stamps))

    def read(self, table: Table) -> Export:
        """Return the export; rows without a time stamp are somebody's notes."""
        columns = [_column(place, heading) for place, heading in enumerate(table.headings)]
        read = without_note_rows(export(self.name, table, columns, responses_below(table, 1)), 0)
        return replace(read, bare_numbers_are_points=True)


def _column(place: int, heading: str) -> Column:
    role: Role = "administration" if place == 0 else "mail" if plain(heading) in MAIL else "answer"
    return Column("", *question_and_part(heading), role)
