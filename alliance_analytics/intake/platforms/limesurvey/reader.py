"""LimeSurvey as CSV: one header record, of codes, of texts, or of ``code. text``.

The platform knows who pressed *Submit*: a record without a date of submission is unfinished. An anonymous
survey dates every submission 1980-01-01, which is as good as any other date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    Role,
    export,
    question_and_part,
    responses_below,
    ruled_out,
    without_note_rows,
)
from alliance_analytics.intake.table import Table, each_text
from alliance_analytics.model.answer_scales import MissingKind
from alliance_analytics.model.spelling import plain

CODE_AND_TEXT = re.compile(r"^(?P<code>[A-Za-z]\w*(?:\[[^\]]*\])*)\.\s+(?P<text>\S.*)$", re.DOTALL)
CODE = re.compile(r"^[A-Za-z]\w*(?:\[[^\]]*\])*$")

# What the platform notes itself: code, then the heading in English, Dutch, French and German.
ADMINISTRATION: dict[str, tuple[Role, tuple[str, ...]]] = {
    "id": ("response_id", ("response id", "respons id", "id de la reponse", "antwort id")),
    "submitdate": (
        "administration",
        ("date submitted", "datum verstuurd", "date de soumission", "datum abgeschickt"),
    ),
    "lastpage": ("administration", ("last page", "laatste pagina", "derniere page", "letzte seite")),
    "startlanguage": (
        "administration",
        ("start language", "begin taal", "langue de depart", "start-sprache"),
    ),
    "seed": ("device", ("seed", "tete de serie", "zufallsstartwert")),
    "startdate": ("administration", ("date started", "startdatum", "date de lancement", "datum gestartet")),
    "datestamp": (
        "administration",
        ("date last action", "datum laatste actie", "date de la derniere action", "datum letzte aktivitat"),
    ),
    "ipaddr": ("device", ("ip address", "ip-adres", "adresse ip", "ip-adresse")),
    "refurl": ("administration", ("referrer url", "verwijzer-url", "url referente", "weiterleitungs-url")),
    "token": ("token", ("access code", "token", "toegangscode", "zugangscode", "code d'acces")),
    "firstname": ("identifier", ("first name", "voornaam", "prenom", "vorname")),
    "lastname": ("identifier", ("last name", "achternaam", "nom de famille", "nachname")),
    "email": ("mail", ("email address", "e-mailadres", "adresse e-mail", "e-mail-adresse", "email")),
}
SURE = frozenset({"submitdate", "lastpage", "startlanguage", "seed", "datestamp", "startdate"})
"""Columns of which no other platform has two."""

ENOUGH_NAMES = 2
NEVER_SUBMITTED = frozenset({"", "na", "n/a", "{question_not_shown}"})
NOT_SHOWN: dict[str, MissingKind] = {"N/A": "not_shown", "{question_not_shown}": "not_shown"}
OTHER_PARTS = frozenset({"other", "anders", "sonstiges", "autre", "otro", "overig", "othertext"})
COMMENT_PARTS = frozenset({"comment", "commentaire", "kommentar", "opmerking", "comentario", "toelichting"})
NAMES = {text: code for code, (_, texts) in ADMINISTRATION.items() for text in texts} | {
    code: code for code in ADMINISTRATION
}


class LimeSurvey:
    """Exports of LimeSurvey to CSV."""

    name = "limesurvey"
    aliases = ("lime",)

    def recognises(self, table: Table) -> bool:
        """Return whether at least two columns bear names that only LimeSurvey gives."""
        known = {_administration(_column(heading)) for heading in table.headings}
        return not table.variables and len(known & SURE) >= ENOUGH_NAMES

    def read(self, table: Table) -> Export:
        """Return the export, with records that were never submitted marked as unfinished."""
        columns = [_column(heading) for heading in table.headings]
        codes = [_administration(column) for column in columns]
        read = export(self.name, table, _with_roles(columns, codes), responses_below(table, 1))
        read = without_note_rows(read, codes.index("id") if "id" in codes else None)
        return replace(read, exclusion=exclusion(read.cells, codes), missing_labels=NOT_SHOWN)


def exclusion(cells: pd.DataFrame, codes: Sequence[str]) -> pd.Series[str]:
    """Return *unfinished* for each record that was never submitted, or ''.

    Parameters
    ----------
    cells : DataFrame of str
        One record a response.
    codes : sequence of str
        The platform's code of each column, or ''. Without a column ``submitdate`` nothing is ruled out.
    """
    if "submitdate" not in codes:
        return ruled_out(cells, {})
    submitted = each_text(cells[codes.index("submitdate")], lambda text: text.strip().casefold())
    return ruled_out(cells, {"unfinished": submitted.isin(NEVER_SUBMITTED)})


def _column(heading: str) -> Column:
    """Take a heading apart into code, question and sub-question."""
    both = CODE_AND_TEXT.match(heading)
    if both:
        return Column(both["code"], *question_and_part(both["text"]))
    return Column(heading, "") if CODE.match(heading) else Column("", *question_and_part(heading))


def _administration(column: Column) -> str:
    """Return the platform's code of a column that it fills in itself, or ''."""
    if column.part:
        return ""
    return NAMES.get(column.name) or NAMES.get(plain(column.text or column.name), "")


def _with_roles(columns: list[Column], codes: list[str]) -> list[Column]:
    return [
        replace(column, role=ADMINISTRATION[code][0]) if code else _beside(column, columns)
        for column, code in zip(columns, codes, strict=True)
    ]


def _beside(column: Column, columns: list[Column]) -> Column:
    """Return the column, as the text beside a choice when its part says *Other* or *Comment*."""
    code = re.search(r"\[(\w+)\]$", column.name)
    part = plain(code[1] if code and not column.part else column.part)
    if part not in OTHER_PARTS | COMMENT_PARTS:
        return column
    owners = (
        place
        for place, owner in enumerate(columns)
        if owner is not column and not owner.part and _question(owner) == _question(column)
    )
    return replace(column, role="other_text", beside=next(owners, None))


def _question(column: Column) -> str:
    return plain(column.text) or column.name.partition("[")[0]
