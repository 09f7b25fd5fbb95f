"""Who does what for which alliance: services by service level, and people by service or by alliance.

A service goes to those who specialise in it; what nobody specialises in goes to whoever manages the alliance;
and without such a person nobody does it. Nothing is moved about to make it fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

NEEDED_COLUMNS = ["alliance", "service", "hours_low", "hours_high"]
ASSIGNED_COLUMNS = ["alliance", "service", "person", "hours_low", "hours_high"]
Levels = Mapping[str, tuple[str, ...]]
"""Service level to the services that it holds."""


@dataclass(frozen=True)
class Staffing:
    """A portfolio with its services and its people; hours are hours a month.

    Attributes
    ----------
    alliances : frame
        Columns alliance, service_level, criticality (1 to 5, NaN where not rated) and person (who manages
        it, None for nobody); one row an alliance.
    services : frame
        Columns service, hours_low and hours_high: what it takes for one alliance.
    people : frame
        Columns person, hours_low, hours_high (time for alliances) and services (a tuple, empty for somebody
        who manages whole alliances).
    levels : mapping
        Service level to its services.
    """

    alliances: pd.DataFrame
    services: pd.DataFrame
    people: pd.DataFrame
    levels: Levels


def needed(staffing: Staffing) -> pd.DataFrame:
    """Return the services that each alliance is to get, and what they take.

    Returns
    -------
    frame
        Columns of ``NEEDED_COLUMNS``; hours are NaN for a service that nobody estimated.
    """
    rows = [
        (alliance, service)
        for alliance, level in zip(
            staffing.alliances["alliance"], staffing.alliances["service_level"], strict=True
        )
        for service in staffing.levels.get(level, ())
    ]
    table = pd.DataFrame(rows, columns=["alliance", "service"], dtype=object)
    return table.merge(staffing.services, on="service", how="left")[NEEDED_COLUMNS]


def assigned(staffing: Staffing) -> pd.DataFrame:
    """Return who does each service of each alliance.

    Returns
    -------
    frame
        Columns of ``ASSIGNED_COLUMNS``; ``person`` is None where nobody does it. Specialists of one service
        share its hours evenly, a row each.
    """
    experts = specialists(staffing)
    keeper = dict(zip(staffing.alliances["alliance"], staffing.alliances["person"], strict=True))
    rows = [
        (row["alliance"], row["service"], person, row["hours_low"] / share, row["hours_high"] / share)
        for row in needed(staffing).to_dict("records")
        for chosen in [experts.get(row["service"]) or [keeper[row["alliance"]]]]
        for share in [len(chosen)]
        for person in chosen
    ]
    table = pd.DataFrame(rows, columns=ASSIGNED_COLUMNS)
    return table.assign(person=table["person"].astype(object).where(table["person"].notna(), None))


def specialists(staffing: Staffing) -> dict[str, list[str]]:
    """Return each service that somebody specialises in, with who they are."""
    found: dict[str, list[str]] = {}
    for person, services in zip(staffing.people["person"], staffing.people["services"], strict=True):
        for service in services:
            found.setdefault(service, []).append(person)
    return found


def uncounted(staffing: Staffing) -> tuple[str, ...]:
    """Return the services that alliances are to get and that nobody estimated: they count for nothing."""
    table = needed(staffing)
    return tuple(dict.fromkeys(table.loc[table["hours_low"].isna(), "service"]))
