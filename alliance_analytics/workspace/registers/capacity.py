"""What management takes and who there is to give it: ``services``, ``people`` and ``care`` in a workspace.

Each is a CSV, a workbook or a YAML list in the folder of the workspace. People go by a role or initials: the
register says what they can do, not who they are, and no problem ever repeats what stands in that column.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.model.front_door import SERVICE_LEVEL_IDS, FrontDoor
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.workspace.registers.columns import Column, Register, a_number, one_of
from alliance_analytics.workspace.registers.of_workspace import alliance_column, of_known, register_in
from alliance_analytics.workspace.registers.rows import heading

SERVICES, PEOPLE, CARE = "services", "people", "care"
LEVELS = {name: name for name in SERVICE_LEVEL_IDS} | {"hoger": "higher", "basis": "basic"}
HOURS = "hours a month, 0 or more; a lower and a higher estimate"


def service_hours(folder: Path, door: FrontDoor) -> Register:
    """Return what each service takes for one alliance.

    Parameters
    ----------
    folder : Path
        Of the workspace.
    door : FrontDoor
        The services there are.

    Returns
    -------
    Register
        Columns service (id), hours_low, hours_high (hours a month) and place.
    """
    known = service_words(door)
    columns = (
        Column("service", one_of(known), ("dienst",), "a service of the front door", "Name the service."),
        *_hours_columns(),
    )
    return _without_twins(_ordered(register_in(folder, SERVICES, columns)), "service")


def people(folder: Path, door: FrontDoor) -> Register:
    """Return who manages alliances, and how much time there is.

    Returns
    -------
    Register
        Columns person, hours_low, hours_high (hours a month), services (a tuple of ids: what a specialist
        does for all alliances; empty for somebody who manages whole alliances) and place.
    """
    known = service_words(door)
    columns = (
        Column("person", others=("persoon", "manager", "role", "rol"), wanted="Write a role or initials."),
        *_hours_columns(),
        Column("services", _several(known), ("diensten", "specialist_in"), "services, parted by a semicolon"),
    )
    found = _without_twins(_ordered(register_in(folder, PEOPLE, columns)), "person")
    services = [each if isinstance(each, tuple) else () for each in found.rows["services"]]
    return Register(found.rows.assign(services=pd.Series(services, dtype=object)), found.problems)


def care(folder: Path, alliances: Collection[str], known_people: Collection[str]) -> Register:
    """Return who looks after which alliance.

    Parameters
    ----------
    folder : Path
        Of the workspace.
    alliances : collection of str
        Names of the alliances there are.
    known_people : collection of str
        Whom :func:`people` found.

    Returns
    -------
    Register
        Columns alliance, person (None for nobody), service_level, criticality (1 to 5) and place. An alliance
        that does not exist, and a person who stands in no other register, are left out and their place told.
    """
    columns = (
        alliance_column(),
        Column("person", others=("persoon", "manager", "role", "rol")),
        Column("service_level", one_of(LEVELS), ("niveau",), " or ".join(SERVICE_LEVEL_IDS)),
        Column("criticality", _rating, ("belang",), "a whole number from 1 to 5"),
    )  # fmt: skip
    found = _without_twins(of_known(register_in(folder, CARE, columns), alliances), "alliance")
    unknown = found.rows["person"].notna() & ~found.rows["person"].isin(list(known_people))
    problems = tuple(_no_person(str(place)) for place in found.rows.loc[unknown, "place"])
    return Register(
        found.rows.assign(person=found.rows["person"].mask(unknown, None)), (*found.problems, *problems)
    )


def _hours_columns() -> tuple[Column, Column]:
    return (
        Column("hours_low", _hours, ("hours", "uren", "uren_laag"), HOURS, "Estimate the hours a month."),
        Column("hours_high", _hours, ("hours", "uren", "uren_hoog"), HOURS, "Estimate the hours a month."),
    )


def _ordered(register: Register) -> Register:
    """Return a register without entries whose hours are unknown or the wrong way round, and those named."""
    table = register.rows.astype({"hours_low": float, "hours_high": float})
    turned = table["hours_low"] > table["hours_high"]
    problems = tuple(
        WorkspaceError(
            "The lower estimate lies above the higher one; the entry was left out.",
            where=str(row["place"]),
            found=f"{row['hours_low']:g} and {row['hours_high']:g}",
            allowed="hours_low no higher than hours_high",
            remedy="Turn the two round, or correct one.",
        )
        for _, row in table[turned].iterrows()
    )
    kept = table[~turned & table[["hours_low", "hours_high"]].notna().all(axis=1)]
    return Register(kept.reset_index(drop=True), (*register.problems, *problems))


def _without_twins(register: Register, column: str) -> Register:
    """Return a register in which the first entry of each name counts, the others named by their place."""
    twice = register.rows[column].duplicated()
    problems = tuple(
        WorkspaceError(
            f"An entry stands twice in the column {column}; the first one counts.",
            where=str(place),
            remedy="Keep one of the two.",
        )
        for place in register.rows.loc[twice, "place"]
    )
    return Register(register.rows[~twice].reset_index(drop=True), (*register.problems, *problems))


def service_words(door: FrontDoor) -> dict[str, str]:
    """Return what may be written for a service, to its id."""
    words: dict[str, str] = {}
    for level in door.service_levels:
        for service in level.services:
            words |= {
                heading(name): service.id for name in (service.id, *(service.name[e] for e in LANGUAGES))
            }
    return words


def _several(known: dict[str, str]) -> Callable[[str], tuple[str, ...]]:
    read = one_of(known)
    return lambda text: tuple(read(part) for part in text.split(";") if part.strip())


def _hours(text: str) -> float:
    hours = a_number(text)
    if hours < 0:
        raise ValueError(text)
    return hours


def _rating(text: str) -> float:
    rating = a_number(text)
    if rating not in (1, 2, 3, 4, 5):
        raise ValueError(text)
    return rating


def _no_person(place: str) -> WorkspaceError:
    return WorkspaceError(
        "Whoever is named here stands in no register of people; the alliance counts as unmanaged.",
        where=place,
        remedy=f"Add an entry to {PEOPLE}, or write the role as it stands there.",
    )
