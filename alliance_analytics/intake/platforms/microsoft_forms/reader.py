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
from alliance_analytics.model.spelling import plain

IDS = frozenset({"id", "kimlik"})
STARTED = frozenset(
    map(
        plain,
        (
            *("start time", "begintijd", "startzeit", "heure de debut", "hora de inicio", "ora di inizio"),
            *("starttid", "starttidspunkt", "aloitusaika", "godzina rozpoczecia", "cas zahajeni"),
            *("başlangıç zamanı", "время начала", "开始时间", "開始時刻", "시작 시간"),
        ),
    )
)
COMPLETED = frozenset(
    map(
        plain,
        (
            *(
                "completion time",
                "tijd van voltooien",
                "fertigstellungszeit",
                "abschlusszeit",
                "heure de fin",
            ),
            *("hora de finalizacion", "hora de conclusao", "ora di completamento", "slutforandetid"),
            *("afslutningstidspunkt", "fullføringstidspunkt", "valmistumisaika", "godzina ukonczenia"),
            *("cas dokonceni", "tamamlanma zamanı", "время завершения", "完成时间", "完了時刻", "완료 시간"),
        ),
    )
)
CHANGED = frozenset(
    {
        *("last modified time", "tijd van laatste wijziging", "uhrzeit der letzten anderung"),
        *("heure de la derniere modification", "hora de la ultima modificacion"),
        *("hora da ultima modificacao", "ora ultima modifica"),
    }
)
LANGUAGE = frozenset({"language", "taal", "sprache", "langue", "idioma", "lingua"})
MAIL = frozenset(
    map(
        plain,
        (
            *("email", "e-mail", "mail", "adresse de messagerie", "correo electronico", "posta elettronica"),
            *("adresse e-mail", "e-post", "e-posta", "sahkoposti", "adres e-mail", "электронная почта"),
            *("电子邮件", "メール", "전자 메일"),
        ),
    )
)
NAME = frozenset(
    map(
        plain,
        (
            *("name", "naam", "nom", "nombre", "nome", "namn", "navn", "nimi", "nazwa", "jmeno", "ad", "имя"),
            *("名称", "名前", "이름"),
        ),
    )
)
ROLES: dict[frozenset[str], Role] = {
    IDS: "response_id",
    STARTED: "administration",
    COMPLETED: "administration",
    CHANGED: "administration",
    LANGUAGE: "administration",
    MAIL: "mail",
    NAME: "identifier",
}
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
        names = {plain(heading) for heading in table.headings[:OWN_COLUMNS]}
        return not table.variables and bool(IDS & names) and bool(names & STARTED) and bool(names & COMPLETED)

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
    known = (role for names, role in ROLES.items() if place < OWN_COLUMNS and plain(heading) in names)
    other: Role = "administration" if not heading or OF_QUIZ.match(plain(heading)) else "answer"
    return Column("", heading, role=next(known, other))
