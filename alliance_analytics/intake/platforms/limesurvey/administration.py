"""What LimeSurvey notes beside the answers: codes, and their headings in the languages of its users.

R writes a full stop for whatever is no letter; *Date.submitted* is *Date submitted*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from alliance_analytics.intake.platforms.base import Column, Role, ruled_out
from alliance_analytics.intake.table import each_text
from alliance_analytics.model.spelling import plain

# Code, what the column is for, then its headings in English, Dutch, German, French, Spanish and Italian.
ADMINISTRATION: dict[str, tuple[Role, tuple[str, ...]]] = {
    "id": (
        "response_id",
        (
            *("response id", "respons id", "antwoord id", "antwort id", "id de la reponse"),
            *("id de respuesta", "id risposta"),
        ),
    ),
    "submitdate": (
        "administration",
        (
            *(
                "date submitted",
                "datum verstuurd",
                "datum verzonden",
                "datum ingestuurd",
                "datum abgeschickt",
            ),
            *("date de soumission", "fecha de envio", "data invio"),
        ),
    ),
    "lastpage": (
        "administration",
        (
            *("last page", "laatste pagina", "letzte seite", "derniere page"),
            *("ultima pagina",),
        ),
    ),
    "startlanguage": (
        "administration",
        (
            *("start language", "begin taal", "begintaal", "starttaal", "start-sprache", "startsprache"),
            *("langue de depart", "lenguaje inicial", "idioma inicial", "lingua iniziale"),
        ),
    ),
    "seed": (
        "device",
        ("seed", "zufallsstartwert", "tete de serie", "semilla", "seme"),
    ),
    "startdate": (
        "administration",
        (
            *("date started", "startdatum", "datum gestart", "datum gestartet", "date de lancement"),
            *("fecha de inicio", "data di inizio"),
        ),
    ),
    "datestamp": (
        "administration",
        (
            *("date last action", "datum laatste actie", "datum letzte aktivitat"),
            *("date de la derniere action", "fecha de la ultima accion", "data dell'ultima azione"),
        ),
    ),
    "ipaddr": (
        "device",
        ("ip address", "ip-adres", "ip-adresse", "adresse ip", "direccion ip", "indirizzo ip"),
    ),
    "refurl": (
        "administration",
        (
            *("referrer url", "verwijzer-url", "weiterleitungs-url", "url referente", "url de referencia"),
            *("url di provenienza",),
        ),
    ),
    "token": (
        "token",
        (
            *("access code", "token", "toegangscode", "zugangscode", "zugangsschlussel", "code d'acces"),
            *("codigo de acceso", "codice di accesso"),
        ),
    ),
    "firstname": ("identifier", ("first name", "voornaam", "vorname", "prenom", "nombre")),
    "lastname": (
        "identifier",
        ("last name", "achternaam", "nachname", "nom de famille", "apellidos", "cognome"),
    ),
    "email": (
        "mail",
        (
            *("email address", "e-mailadres", "e-mail-adresse", "adresse e-mail", "email"),
            *("direccion de correo electronico", "indirizzo email"),
        ),
    ),
}
SURE = frozenset({"submitdate", "lastpage", "startlanguage", "seed", "datestamp", "startdate"})
"""Columns of which no other platform has two."""
NAMES = {plain(text): code for code, (_, texts) in ADMINISTRATION.items() for text in texts} | {
    code: code for code in ADMINISTRATION
}
NEVER_SUBMITTED = frozenset({"", "na", "n/a", "{question_not_shown}"})

TIMING = re.compile(
    r"(?:total time|group time:|question time:|totaaltijd|groepstijd:|groep tijd:|vraagtijd:|vraag tijd:"
    r"|gesamtzeit|gruppenzeit:|fragenzeit:|temps total|temps (?:du groupe|de la question)"
    r"|tiempo total|tiempo (?:de grupo|de pregunta)|interviewtime$|grouptime\d+$|\w*questiontime\d*$"
    r"|(?:\d+x)+\d+time$)"
)
BY_R = re.compile(r"[._]+")


def administration_of(column: Column) -> str:
    """Return the platform's code of a column that it fills in itself, or ''."""
    if column.part:
        return ""
    heading = plain(column.text or column.name)
    known = (NAMES.get(name) for name in (column.name, heading, plain(BY_R.sub(" ", heading))))
    return next((code for code in known if code), "")


def is_timing(column: Column) -> bool:
    """Return whether a column says how long somebody took over a page or a question."""
    headings = (
        plain(column.text),
        plain(column.name),
        plain(BY_R.sub(" ", column.text)).replace("tijd ", "tijd: "),
    )
    return any(TIMING.match(heading) for heading in headings)


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
