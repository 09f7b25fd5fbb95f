"""The front door of a synthetic world: alliances rated by several people, and relations that are none.

Its chance is apart from that of the answers, so that these stay what they were.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from alliance_analytics.demo.plan import PlannedAlliance, PlannedWorld
from alliance_analytics.demo.pools import pools
from alliance_analytics.intake.platforms.csv_records import write_csv
from alliance_analytics.interpret.front_door.revisits import months_later
from alliance_analytics.model.front_door import CRITERION_IDS, MODEL_PART_IDS, front_door

FILE = "front-door.csv"
FOR_FRONT_DOOR = 2
"""Keeps the chance of the register apart from that of plans and answers."""
RATERS = ("rater 1", "rater 2", "rater 3")
CONDITIONS = ("intensive", "part_of_the_work", "core_processes", "long_term")
HEADER = (
    "relation", "rater", "partner", "rated", *CRITERION_IDS, "assumption", "revisit", *MODEL_PART_IDS,
    "shared_risk", "shared_reward", *CONDITIONS, "trained", "resourcing", "service_level",
)  # fmt: skip
EVERY_APART, EVERY_OPEN, EVERY_ASSUMING = 9, 11, 5
"""Which relations get raters who lie far apart, a business model that is not known, and an assumption."""
Row = tuple[str, ...]


def write_front_door(world: PlannedWorld, folder: Path) -> None:
    """Write ``front-door.csv`` beside the alliances of a world.

    Parameters
    ----------
    world : PlannedWorld
        The alliances; its seed gives the ratings.
    folder : Path
        Of the workspace.
    """
    rows = [row for number, plan in enumerate(world.alliances) for row in _alliance(world.seed, number, plan)]
    write_csv(folder / FILE, [HEADER, *rows, *_no_alliances(world)])


def _alliance(seed: int, number: int, plan: PlannedAlliance) -> Iterator[Row]:
    luck = np.random.default_rng([seed, number, FOR_FRONT_DOOR])
    true = luck.integers(1, 6, len(CRITERION_IDS))
    for wave in plan.waves[-2:]:
        day = months_later(wave.date, 1)
        revisit = months_later(day, int(luck.choice([6, 12, 24])))
        known = number % EVERY_OPEN != EVERY_OPEN - 1
        facts = (
            "yes",
            "yes",
            "yes" if known else "no",
            "yes",
            *("yes",) * 6,
            str(luck.choice(["yes", "no"])),
        )
        given = _given(true, luck)
        for place, rater in enumerate(RATERS):
            ratings = _ratings(true, luck, far=number % EVERY_APART == 1 and place == 0)
            said = pools().assumption["en"] if place == number % EVERY_ASSUMING == 0 else ""
            about = (
                plan.id,
                rater,
                plan.partners[0].name,
                day.isoformat(),
                *ratings,
                said,
                revisit.isoformat(),
            )
            yield (*about, *facts, *given)
        true = np.clip(true + luck.integers(-1, 2, len(true)), 1, 5)


def _ratings(true: np.ndarray, luck: np.random.Generator, *, far: bool) -> Row:
    noise = luck.choice([-1, 0, 0, 0, 1], len(true))
    seen = 6 - true if far else np.clip(true + noise, 1, 5)
    return tuple(str(each) for each in seen)


def _given(true: np.ndarray, luck: np.random.Generator) -> Row:
    """Return what an alliance gets now: mostly what its place asks for, sometimes less."""
    corner = front_door().corner(dict(zip(CRITERION_IDS, map(float, true), strict=True)))
    if luck.random() < 0.7:
        return corner.resourcing, corner.service_level
    return "specialist-function", "basic"


def _no_alliances(world: PlannedWorld) -> Iterator[Row]:
    """Yield two relations that came through the front door and are something else."""
    day = max(wave.date for plan in world.alliances for wave in plan.waves)
    revisit = day + datetime.timedelta(days=365)
    model = ("yes",) * len(MODEL_PART_IDS)
    sector = next(iter(pools().sectors.values()))
    for name, partner, shared, conditions in (
        ("Office supplies", sector.partners[0].name, "no", ("no", "yes", "no", "yes")),
        ("Shared payroll", sector.partners[1].name, "yes", ("yes", "yes", "no", "yes")),
    ):
        for rater in RATERS[:2]:
            rated = (name, rater, partner, day.isoformat(), "2", "2", "2", "", revisit.isoformat())
            yield (*rated, *model, shared, shared, *conditions, "yes", "specialist-function", "basic")
