"""How many alliances can one person manage? Answered for this portfolio: load, reach, tiers and what-if."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from alliance_analytics.interpret.capacity import (
    Scenario,
    loads,
    reach,
    tiers,
    uncounted,
    unmanaged,
    what_if,
)
from alliance_analytics.interpret.capacity.reach import MIX
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.capacity import capacity as draw_capacity
from alliance_analytics.publish.figures.capacity import capacity_alt
from alliance_analytics.review.cells import Record
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.portfolio.practice import Practice

SECTION = "capacity"
MOST_NAMED = 8
"""Alliances that a cell can name before it becomes a list nobody reads (our convention)."""


def capacity(found: Practice) -> Exhibit | None:
    """Show what each person is asked to do beside the time there is; None without any people."""
    table = loads(found.staffing)
    if table.empty:
        return None
    labels = {person: person for person in table["person"]}
    counts = {name: int((table["verdict"] == name).sum()) for name in ("fits", "cannot_tell", "too_much")}
    return Exhibit(
        "load",
        SECTION,
        found.say("load.headline", all=len(table), **counts),
        found.say("load.subtitle"),
        **picture(
            draw_capacity,
            capacity_alt(table, labels=labels, language=found.language),
            table,
            labels=labels,
            language=found.language,
        ),
        table=_load_table(found, table),
        notes=(
            found.say("load.note"),
            *_uncounted(found),
            *found.not_understood(found.registers.hours, found.registers.people, found.registers.care),
        ),
        language=found.language,
    )


def how_many(found: Practice) -> Exhibit | None:
    """Answer how many alliances one person can manage here; None where nobody manages whole alliances."""
    table = reach(found.staffing)
    if table[["low", "high"]].isna().all(axis=None):
        return None
    mix = table[table["level"] == MIX].iloc[0].to_dict()
    rows = [
        (
            found.say("reach.mix") if row["level"] == MIX else found.level(row["level"]),
            found.cells.count(row["alliances"]),
            _range(found, row["effort_low"], row["effort_high"]),
            _range(found, row["hours_low"], row["hours_high"]),
            _whole_range(found, row["low"], row["high"]),
        )
        for row in table.to_dict("records")
    ]
    return Exhibit(
        "how-many",
        SECTION,
        found.say("reach.headline", range=_whole_range(found, mix["low"], mix["high"])),
        table=_table(found, "reach", ("level", "alliances", "effort", "hours", "reach"), rows),
        notes=(found.say("reach.note"),),
        language=found.language,
    )


def unmanaged_alliances(found: Practice) -> Exhibit:
    """Show which alliances miss a service because nobody does it, and what that risks."""
    table = unmanaged(found.staffing)
    rows = [
        (
            found.title(row["alliance"]),
            _criticality(found, row["criticality"]),
            found.level(row["service_level"]),
            found.say("unmanaged.all") if row["wholly"] else _services(found, row["services"]),
            found.say(_risk(row)),
        )
        for row in table.to_dict("records")
    ]
    headline = "unmanaged.headline" if rows else "unmanaged.none"
    columns = ("alliance", "criticality", "level", "missing", "risk")
    return Exhibit(
        "unmanaged",
        SECTION,
        found.say(headline, count=len(rows), wholly=int(table["wholly"].sum()), all=len(found.names)),
        table=_table(found, "unmanaged", columns, rows, numeric=(1,)) if rows else None,
        notes=(found.say("unmanaged.note"),) if rows else (),
        language=found.language,
    )


def tiering(found: Practice) -> Exhibit | None:
    """Show what managing only the more critical alliances would ask, and whom it leaves; None unrated."""
    table = tiers(found.staffing)
    if table.empty:
        return None
    rows = [
        (
            found.say("tiers.from", cut=found.cells.count(row["cut"])),
            found.cells.count(row["managed"]),
            _load(found, row),
            found.say(f"verdict.{row['verdict']}"),
            _left(found, row["left"]),
        )
        for row in table.to_dict("records")
    ]
    return Exhibit(
        "tiers",
        SECTION,
        found.say("tiers.headline"),
        table=_table(found, "tiers", ("cut", "managed", "load", "verdict", "left"), rows, numeric=(1, 2)),
        notes=(found.say("tiers.note"),),
        language=found.language,
    )


def try_out(found: Practice, scenarios: Sequence[Scenario]) -> Exhibit:
    """Show today beside each scenario: work, time, who fits and what goes unmanaged."""
    table = what_if(found.staffing, scenarios)
    rows = [
        (
            row["scenario"] or found.say("what_if.today"),
            _range(found, row["work_low"], row["work_high"]),
            _range(found, row["hours_low"], row["hours_high"]),
            _load(found, row),
            found.say("what_if.people", fits=row["fits"], too_much=row["too_much"], all=row["people"]),
            found.cells.count(row["unmanaged"]),
        )
        for row in table.to_dict("records")
    ]
    columns = ("scenario", "work", "hours", "load", "people", "unmanaged")
    return Exhibit(
        "what-if",
        SECTION,
        found.say("what_if.headline", count=len(scenarios)),
        table=_table(found, "what_if", columns, rows, numeric=(1, 2, 3, 5)),
        notes=(found.say("what_if.note"),),
        language=found.language,
    )


def usual_scenarios(found: Practice) -> tuple[Scenario, ...]:
    """Return what is often tried first: each service dropped by itself, in the order of the front door."""
    every = dict.fromkeys(service for services in found.staffing.levels.values() for service in services)
    return tuple(
        Scenario(found.say("what_if.without", service=found.service(service)), drop=(service,))
        for service in every
    )


def _load_table(found: Practice, table: pd.DataFrame) -> Table:
    rows = [
        (
            row["person"],
            found.cells.count(row["alliances"]),
            _range(found, row["work_low"], row["work_high"]),
            _range(found, row["hours_low"], row["hours_high"]),
            _load(found, row),
            found.say(f"verdict.{row['verdict']}"),
        )
        for row in table.to_dict("records")
    ]
    columns = ("person", "alliances", "work", "hours", "load", "verdict")
    return _table(found, "load", columns, rows, numeric=(1, 2, 3, 4))


def _left(found: Practice, alliances: Sequence[str]) -> str:
    """Return the alliances that a cut leaves: all of them while they can be read, else how many more."""
    names = [found.title(name) for name in alliances]
    if not names:
        return found.say("nobody_left")
    if len(names) <= MOST_NAMED:
        return found.cells.listed(names)
    return found.say("and_more", names=", ".join(names[:MOST_NAMED]), more=len(names) - MOST_NAMED)


def _table(
    found: Practice,
    area: str,
    columns: Sequence[str],
    rows: Iterable[tuple[str, ...]],
    numeric: tuple[int, ...] = (1, 2, 3, 4),
) -> Table:
    header = tuple(found.say(f"column.{name}") for name in columns)
    return Table(found.say(f"{area}.caption"), header, tuple(rows), numeric)


def _range(found: Practice, low: float, high: float) -> str:
    if np.isnan(low) or np.isnan(high):
        return found.say("unknown")
    return found.cells.interval(low, high, decimals=0)


def _whole_range(found: Practice, low: float, high: float) -> str:
    if np.isnan(low) or np.isnan(high):
        return found.say("unknown")
    return found.cells.count(low) if low == high else found.cells.interval(low, high, decimals=0)


def _load(found: Practice, row: Record) -> str:
    low, high = row["load_low"], row["load_high"]
    if np.isnan(low):
        return found.say("unknown")
    if np.isinf(high):
        return found.say("load.no_time")
    return found.cells.share_range(low, high)


def _criticality(found: Practice, value: float) -> str:
    return found.say("unrated") if np.isnan(value) else found.cells.score(value)


def _services(found: Practice, services: Iterable[str]) -> str:
    return found.cells.listed(found.service(service) for service in services)


def _risk(row: Record) -> str:
    """Return the key of what is at risk: told by what is missing, and by how much is at stake."""
    if np.isnan(row["criticality"]):
        return "risk.unrated"
    if row["wholly"]:
        return "risk.wholly"
    higher = {"decision-planning", "risk-management", "governance-leadership"} & set(row["services"])
    return "risk.reactive" if higher else "risk.oversight"


def _uncounted(found: Practice) -> tuple[str, ...]:
    missing = uncounted(found.staffing)
    return (found.say("load.uncounted", services=_services(found, missing)),) if missing else ()
