"""How synthetic alliances are looked after: who does what, what was agreed, decided and done, by the quarter.

Its chance is apart from that of the answers, so that these stay what they were.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from alliance_analytics.demo.cast import LAST_YEAR
from alliance_analytics.demo.plan import PlannedWorld
from alliance_analytics.demo.practices import Hours, practices
from alliance_analytics.intake.platforms.csv_records import write_csv

FOR_PRACTICE = 3
"""Keeps the chance of these registers apart from that of plans, answers and the front door."""
QUARTERS = tuple(datetime.date(LAST_YEAR, month, 15) for month in (2, 5, 8, 11))
UNMANAGED_EVERY, FURTHER_EVERY, OPEN_EVERY = 7, 3, 6
"""Which alliances nobody manages, and which have more agreed; which decisions are still open."""
AGREED = 3
Row = tuple[str, ...]


def write_practice(world: PlannedWorld, folder: Path) -> None:
    """Write the registers of capacity and governance beside the alliances of a world.

    Parameters
    ----------
    world : PlannedWorld
        The alliances; its seed gives what was delivered, decided and discussed.
    folder : Path
        Of the workspace.
    """
    luck = np.random.default_rng([world.seed, FOR_PRACTICE])
    tables = {
        "services": _services(),
        "people": _people(len(world.alliances), luck),
        "care": _care(world),
        "service_agreements": _delivered(world, luck),
        "decisions": _decisions(world, luck),
        "meetings": _meetings(world, luck),
    }
    for name, rows in tables.items():
        write_csv(folder / f"{name}.csv", rows)


def _managers(alliances: int) -> list[str]:
    manager = practices().manager
    return [manager.name.format(number=number + 1) for number in range(max(1, alliances // manager.each))]


def _services() -> Iterator[Row]:
    yield "service", "hours_low", "hours_high"
    for service, hours in practices().hours.items():
        yield service, *_range(hours)


def _people(alliances: int, luck: np.random.Generator) -> Iterator[Row]:
    yield "person", "hours_low", "hours_high", "services"
    low, high = practices().manager.hours
    for name in _managers(alliances):
        middle = luck.uniform(low, high)
        yield name, *_range((round(0.9 * middle), round(1.1 * middle))), ""
    for each in practices().specialists:
        yield each.name, *_range(each.hours), "; ".join(each.services)


def _care(world: PlannedWorld) -> Iterator[Row]:
    yield "alliance", "person"
    managers = _managers(len(world.alliances))
    for number, plan in enumerate(world.alliances):
        managed = number % UNMANAGED_EVERY != UNMANAGED_EVERY - 1
        yield plan.id, managers[number % len(managers)] if managed else ""


def _delivered(world: PlannedWorld, luck: np.random.Generator) -> Iterator[Row]:
    yield "alliance", "service", "period", "agreed", "delivered"
    for number, plan in enumerate(world.alliances):
        further = practices().agreed_further if number % FURTHER_EVERY == 0 else ()
        for service in (*practices().agreed, *further):
            for place, day in enumerate(QUARTERS):
                delivered = luck.binomial(AGREED, 0.75 + 0.06 * place)
                yield plan.id, service, day.isoformat(), str(AGREED), str(delivered)


def _decisions(world: PlannedWorld, luck: np.random.Generator) -> Iterator[Row]:
    yield "alliance", "decision", "due", "taken"
    told, count = practices().decisions, 0
    for plan in world.alliances:
        for day in QUARTERS[:: int(luck.integers(1, 3))]:
            said = told[int(luck.integers(len(told)))][world.language]
            taken = day + datetime.timedelta(days=int(luck.normal(4, 14)))
            count += 1
            yield plan.id, said, day.isoformat(), "" if count % OPEN_EVERY == 0 else taken.isoformat()


def _meetings(world: PlannedWorld, luck: np.random.Generator) -> Iterator[Row]:
    yield "alliance", "date", "decided", "updated", "minutes"
    for plan in world.alliances:
        for place, day in enumerate(QUARTERS):
            points = int(luck.integers(4, 9))
            decided = luck.binomial(points, 0.3 + 0.08 * place)
            told = decided, points - decided, 15 * luck.integers(4, 11)
            yield plan.id, day.isoformat(), *(str(each) for each in told)


def _range(hours: Hours) -> tuple[str, str]:
    return f"{hours[0]:g}", f"{hours[1]:g}"
