"""What if: a service dropped, a specialist or a manager added, each answered by the same sums as today.

Scenarios are listed, not searched: choosing the best of many guesses would only find the luckiest guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from alliance_analytics.interpret.capacity.load import FITS, TOO_MUCH, loads, with_verdict
from alliance_analytics.interpret.capacity.staffing import Staffing, needed
from alliance_analytics.interpret.capacity.tiering import unmanaged

TODAY = ""
"""The name of the scenario in which nothing changes."""
WHAT_IF_COLUMNS = [
    "scenario", "work_low", "work_high", "hours_low", "hours_high", "load_low", "load_high", "verdict",
    "people", "fits", "too_much", "unmanaged",
]  # fmt: skip


@dataclass(frozen=True)
class Extra:
    """Somebody added: hours a month, and the services of a specialist or the alliances of a manager."""

    hours_low: float
    hours_high: float
    services: tuple[str, ...] = ()
    alliances: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scenario:
    """One thing to try: services dropped, and somebody added."""

    name: str
    drop: tuple[str, ...] = ()
    extra: Extra | None = None


def what_if(staffing: Staffing, scenarios: Sequence[Scenario]) -> pd.DataFrame:
    """Return today and each scenario, a row each.

    Parameters
    ----------
    staffing : Staffing
        The portfolio as it is.
    scenarios : sequence of Scenario
        What to try, each by itself.

    Returns
    -------
    frame
        Columns of ``WHAT_IF_COLUMNS``: work and hours of everybody together with their load and verdict;
        how many people there are, of whom how many surely fit and how many surely have too much; and how
        many alliances miss a service because nobody does it. The first row is today, named "".
    """
    rows = [_row(scenario, changed(staffing, scenario)) for scenario in (Scenario(TODAY), *scenarios)]
    return with_verdict(pd.DataFrame(rows))[WHAT_IF_COLUMNS]


def changed(staffing: Staffing, scenario: Scenario) -> Staffing:
    """Return the portfolio as a scenario would have it."""
    kept = {
        level: tuple(service for service in services if service not in scenario.drop)
        for level, services in staffing.levels.items()
    }
    dropped = replace(staffing, levels=kept)
    return _joined(dropped, scenario.extra, scenario.name) if scenario.extra else dropped


def _joined(staffing: Staffing, extra: Extra, name: str) -> Staffing:
    person = f"+ {name}"
    entry = {"person": person, "hours_low": extra.hours_low, "hours_high": extra.hours_high}
    people = pd.concat(
        [staffing.people, pd.DataFrame([{**entry, "services": extra.services}])], ignore_index=True
    )
    taken = staffing.alliances["alliance"].isin(extra.alliances)
    keeper = staffing.alliances["person"].mask(taken, person)
    return replace(staffing, people=people, alliances=staffing.alliances.assign(person=keeper))


def _row(scenario: Scenario, staffing: Staffing) -> dict[str, object]:
    work = needed(staffing)[["hours_low", "hours_high"]].sum()
    hours = staffing.people[["hours_low", "hours_high"]].sum()
    verdicts = loads(staffing)["verdict"]
    return {
        "scenario": scenario.name,
        "work_low": work["hours_low"],
        "work_high": work["hours_high"],
        "hours_low": hours["hours_low"],
        "hours_high": hours["hours_high"],
        "people": len(staffing.people),
        "fits": int((verdicts == FITS).sum()),
        "too_much": int((verdicts == TOO_MUCH).sum()),
        "unmanaged": len(unmanaged(staffing)),
    }
