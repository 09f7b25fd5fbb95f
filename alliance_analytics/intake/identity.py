"""Who answered, known only long enough to count each person once and to link the waves.

Identifiers are found by what the platform says of a column, by its name, and by its content. They are used
here, and dropped: what goes on is a keyed hash, which nobody can turn back, or try out addresses on,
without the key.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from alliance_analytics.intake.log import LogEntry, heading_shown
from alliance_analytics.intake.platforms.base import Column, Export, Role
from alliance_analytics.intake.table import each_text
from alliance_analytics.model.spelling import plain

MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
MOSTLY = 0.8
"""Share of filled cells that must be mail addresses for a column to be one of mail addresses."""

NAMED: dict[Role, frozenset[str]] = {
    "mail": frozenset(
        {
            "email",
            "e-mail",
            "mail",
            "email address",
            "e-mailadres",
            "emailadres",
            "e-mail-adresse",
            "adresse e-mail",
        }
    ),
    "response_id": frozenset(
        {"respnr", "respondent", "respondentnummer", "response id", "responseid", "respondent id"}
    ),
    "device": frozenset({"ip", "ip address", "ipaddress", "ip-adres", "ip-adresse", "adresse ip", "seed"}),
    "token": frozenset({"token", "access code", "toegangscode"}),
    "identifier": frozenset(
        {
            "name",
            "naam",
            "nom",
            "nombre",
            "first name",
            "last name",
            "voornaam",
            "achternaam",
            "phone",
            "telefoon",
        }
    ),
}


@dataclass(frozen=True)
class Identity:
    """What tells one respondent from another.

    Parameters
    ----------
    person : Series of str, (records,)
        Mail address, trimmed and in lower case, else a token; '' for none.
    response_id : Series of str, (records,)
        The platform's own id of a response, or ''.
    devices : tuple of Series of str
        Network address or seed, or ''; one for each such column that holds anything.
    notes : tuple of LogEntry
        Which columns were dropped.
    """

    person: pd.Series[str]
    response_id: pd.Series[str]
    devices: tuple[pd.Series[str], ...]
    notes: tuple[LogEntry, ...]


def identify(export: Export, questions: Collection[int]) -> Identity:
    """Return what tells the respondents of an export apart.

    Parameters
    ----------
    export : Export
        Records of respondents.
    questions : collection of int
        Places of the columns that hold answers, which are no identifiers whatever they are called.
    """
    roles = {place: _role(export, place) for place in range(len(export.columns)) if place not in questions}

    def places(role: Role) -> list[int]:
        return [place for place, found in roles.items() if found == role]

    mails = [each_text(export.cells[place], _mail) for place in places("mail")]
    tokens = [each_text(export.cells[place], str.strip) for place in places("token")]
    ids = [each_text(export.cells[place], str.strip) for place in places("response_id")[:1]]
    devices = [each_text(export.cells[place], str.strip) for place in places("device")]
    kept_out = [export.columns[p] for role in NAMED for p in places(role)]
    return Identity(
        person=_first_given([*mails, *tokens], export.cells.index),
        response_id=_first_given(ids, export.cells.index),
        devices=tuple(device for device in devices if (device != "").any()),
        notes=_dropped(kept_out),
    )


def person_link(values: pd.Series[str], key: bytes | None) -> pd.Series[str]:
    """Return a keyed hash for each person, the same in every wave.

    Parameters
    ----------
    values : Series of str
        Mail address or token, normalised; '' for none.
    key : bytes or None
        Secret of the workspace. Without it nobody can be linked.

    Returns
    -------
    Series of str
        HMAC-SHA256 in hexadecimal; NA without a value or a key.
    """
    if not key:
        return pd.Series(pd.NA, index=values.index, dtype=object)
    hashed = {value: hmac.digest(key, value.encode(), "sha256").hex() for value in values.unique() if value}
    return values.map(hashed).astype(object).where(values != "", pd.NA)


def _role(export: Export, place: int) -> Role:
    """Return what the platform says of a column; failing that, what its name or content says."""
    column = export.columns[place]
    if column.role != "answer":
        return column.role
    names = {plain(column.name), plain(column.heading)}
    named = (role for role, known in NAMED.items() if names & known)
    return next(named, "mail" if _holds_mail(export.cells[place]) else "answer")


def _holds_mail(cells: pd.Series[str]) -> bool:
    filled = [text for text in cells.unique() if text.strip()]
    return bool(filled) and sum(_mail(text) != "" for text in filled) >= MOSTLY * len(filled)


def _mail(text: str) -> str:
    """Return an address in one spelling, or '': a placeholder such as *anonymous* is no address."""
    address = text.strip().casefold()
    return address if MAIL.fullmatch(address) else ""


def _first_given(candidates: Sequence[pd.Series[str]], index: pd.Index[int]) -> pd.Series[str]:
    given = pd.Series("", index=index, dtype=object)
    for candidate in candidates:
        given = given.mask(given == "", candidate)
    return given


def _dropped(columns: Sequence[Column]) -> tuple[LogEntry, ...]:
    if not columns:
        return ()
    headings = ", ".join(heading_shown(column.heading) for column in columns)
    return (
        LogEntry("identifiers_dropped", "Used to count each person once, then left out.", found=headings),
    )
