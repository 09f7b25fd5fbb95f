"""Service agreements, decisions and meetings of all alliances: three registers in the folder of a workspace.

``service_agreements``, ``decisions`` and ``meetings`` are CSV, workbook or YAML, one entry a row.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from alliance_analytics.model.front_door import FrontDoor
from alliance_analytics.workspace.registers.capacity import service_words
from alliance_analytics.workspace.registers.columns import Column, Register, a_date, a_number, one_of
from alliance_analytics.workspace.registers.of_workspace import alliance_column, of_known, register_in

AGREED, DECISIONS, MEETINGS = "service_agreements", "decisions", "meetings"
COUNT = "a number, 0 or more"
DAY = "YYYY-MM-DD"


def service_agreements(folder: Path, alliances: Collection[str], door: FrontDoor) -> Register:
    """Return what was agreed and delivered: columns alliance, service, period, agreed, delivered and place.

    Parameters
    ----------
    folder : Path
        Of the workspace.
    alliances : collection of str
        Names of the alliances there are; an entry for another is left out, and named.
    door : FrontDoor
        The services there are.
    """
    columns = (
        alliance_column(),
        Column("service", one_of(service_words(door)), ("dienst",), "a service of the front door"),
        Column("period", a_date, ("periode", "date", "datum"), f"a day in the period: {DAY}", "Say when."),
        Column("agreed", count, ("afgesproken",), COUNT, "Say how often it was agreed."),
        Column("delivered", count, ("geleverd",), COUNT, "Say how often it was delivered."),
    )
    return _numbers(of_known(register_in(folder, AGREED, columns), alliances), ("agreed", "delivered"))


def decisions(folder: Path, alliances: Collection[str]) -> Register:
    """Return decisions: columns alliance, decision, due, taken (None while open) and place."""
    columns = (
        alliance_column(),
        Column("decision", others=("besluit",), wanted="Say what is to be decided."),
        Column("due", a_date, ("uiterlijk", "by"), DAY, "Say by when it is due."),
        Column("taken", a_date, ("genomen",), DAY),
    )
    return of_known(register_in(folder, DECISIONS, columns), alliances)


def meetings(folder: Path, alliances: Collection[str]) -> Register:
    """Return meetings: columns alliance, date, decided, updated, minutes and place."""
    columns = (
        alliance_column(),
        Column("date", a_date, ("datum",), DAY, "Say when it was."),
        Column("decided", count, ("besloten",), COUNT),
        Column("updated", count, ("bijgepraat", "updates"), COUNT),
        Column("minutes", count, ("minuten",), COUNT),
    )
    found = of_known(register_in(folder, MEETINGS, columns), alliances)
    return _numbers(found, ("decided", "updated", "minutes"))


def count(text: str) -> float:
    """Return a number of 0 or more, or raise ValueError."""
    found = a_number(text)
    if found < 0:
        raise ValueError(text)
    return found


def _numbers(register: Register, names: tuple[str, ...]) -> Register:
    return Register(register.rows.astype(dict.fromkeys(names, float)), register.problems)
