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

Row = tuple[str, ...]


def write_surroundings(world: PlannedWorld, folder: Path) -> None:
    """Write links, norms and assumptions of a workspace, and the process of each of its alliances."""
    write_csv(folder / "links.csv", _links(world.language))
    write_csv(folder / "norms.csv", _norms())
    write_csv(folder / "assumptions.csv", _assumptions(world.language))
    for plan in world.alliances:
        write_csv(folder / plan.id / "process.csv", _process(plan))


def _links(language: str) -> Iterator[Row]:
    """Yield the parties that the first partner of each sector rests on, by turns."""
    yield "partner", "tied_to", "about"
    hubs = practices().hubs
    for number, sector in enumerate(pools().sectors.values()):
        for partner in sector.partners[:2]:
            yield partner.name, hubs[number % len(hubs)], practices().tie[language]


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


def _process(plan: PlannedAlliance) -> Iterator[Row]:
    """Yield the steps of an alliance, its partners by turns the owner."""
    yield "step", "name", "owner", "next", "back_to", "pillar", "theme"
    language = plan.waves[-1].language
    for number, each in enumerate(practices().steps):
        owner = plan.partners[number % len(plan.partners)].name
        ways = "; ".join(each.next), "; ".join(each.back_to)
        yield each.step, each.name[language], owner, *ways, each.pillar, each.theme
