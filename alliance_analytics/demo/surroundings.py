"""What lies around synthetic alliances: ties between partners, norms, assumptions, and how the work runs.

Nothing here is drawn by chance.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from alliance_analytics.demo.cast import LAST_YEAR
from alliance_analytics.demo.plan import PlannedAlliance, PlannedWorld
from alliance_analytics.demo.pools import pools
from alliance_analytics.demo.practices import practices
from alliance_analytics.intake.platforms.csv_records import write_csv
from alliance_analytics.model.instruments import default_instrument

EVERY_TIED = 4
"""Which alliances have a first partner that rests on somebody outside."""
Row = tuple[str, ...]


def write_surroundings(world: PlannedWorld, folder: Path) -> None:
    """Write links, norms and assumptions of a workspace, and the process of each of its alliances."""
    write_csv(folder / "links.csv", _links(world))
    write_csv(folder / "norms.csv", _norms())
    write_csv(folder / "assumptions.csv", _assumptions(world.language))
    for plan in world.alliances:
        write_csv(folder / plan.id / "process.csv", _process(plan, world.language))


def _links(world: PlannedWorld) -> Iterator[Row]:
    """Yield the parties that the first partner of some alliances rests on, by turns."""
    yield "partner", "tied_to", "about"
    hubs, leading = practices().hubs, [plan.partners[0].name for plan in world.alliances[::EVERY_TIED]]
    for number, partner in enumerate(dict.fromkeys(leading)):
        yield partner, hubs[number % len(hubs)], practices().tie[world.language]


def _norms() -> Iterator[Row]:
    yield "scale", "name", "mean", "source"
    norm = practices().norm
    for dimension in default_instrument().scales("dimension"):
        yield "dimension", dimension, f"{norm.mean:g}", norm.source


def _assumptions(language: str) -> Iterator[Row]:
    yield "assumption", "how_seen", "by", "status", "learned", "owner", "stated"
    for number, each in enumerate(practices().assumptions):
        stated = datetime.date(LAST_YEAR - number, 1, 10)
        by, learned = stated.replace(month=12), each.learned[language] if each.learned else ""
        facts = by.isoformat(), each.status, learned, pools().owner[language], stated.isoformat()
        yield each.assumption[language], each.how_seen[language], *facts


def _process(plan: PlannedAlliance, language: str) -> Iterator[Row]:
    """Yield the steps of an alliance, its partners by turns the owner."""
    yield "step", "name", "owner", "next", "back_to", "pillar", "theme"
    for number, each in enumerate(practices().steps):
        owner = plan.partners[number % len(plan.partners)].name
        ways = "; ".join(each.next), "; ".join(each.back_to)
        yield each.step, each.name[language], owner, *ways, each.pillar, each.theme
