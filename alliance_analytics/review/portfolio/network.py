"""Who is tied to what across alliances, where everything hangs on one party, and how connected each looks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.network import network as draw_network
from alliance_analytics.publish.figures.network import network_alt
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.portfolio.practice import Practice

SECTION = "network"
MOST_DRAWN = 24
"""Alliances, and parties, that a drawing can hold; beyond that only what connects is drawn (our own)."""


def network(found: Practice) -> Exhibit | None:
    """Show partners and their ties across alliances as a network; None where no partner is known."""
    members, links = (each.rows for each in found.registers.ecosystem)
    if members.empty:
        return None
    from alliance_analytics.interpret.ecosystem import parties  # noqa: PLC0415 - see Practice.network

    table = parties(found.network)
    single = list(table.loc[table["single_point"], "party"])
    drawn = _drawn(members, table)
    settings = _settings(found, drawn, links, single)
    shared = int((table["alliances"] > 1).sum())
    counts = {"alliances": members["alliance"].nunique(), "parties": len(table), "shared": shared}
    cut = (found.say("network.cut", shown=len(drawn), all=len(members)),) if len(drawn) < len(members) else ()
    return Exhibit(
        "ecosystem-network",
        SECTION,
        found.say("network.headline", single=len(single), **counts),
        found.say("network.subtitle"),
        **picture(draw_network, network_alt(**settings), **settings),
        table=_party_table(found, table),
        notes=(found.say("network.note"), *cut, *found.not_understood(*found.registers.ecosystem)),
        language=found.language,
    )


def connected(found: Practice) -> Exhibit | None:
    """Show interconnectivity as the network measures it beside what was rated; None without a network."""
    if found.registers.ecosystem[0].rows.empty:
        return None
    from alliance_analytics.interpret.ecosystem import interconnectivity  # noqa: PLC0415 - see Practice.network

    rated = found.placed.dropna(subset=["partner_interconnectivity"])
    ratings = dict(zip(rated["alliance"], rated["partner_interconnectivity"].astype(float), strict=True))
    table = interconnectivity(found.network, ratings, high_from=found.door.ratings.high_from)
    rows = tuple(
        (
            found.title(row["alliance"]),
            found.cells.count(row["partners"]),
            found.cells.count(row["beyond"]),
            found.say("unrated") if np.isnan(row["rated"]) else found.cells.score(row["rated"]),
            found.say(f"connected.{row['verdict']}"),
        )
        for row in table.to_dict("records")
    )
    apart = int(table["verdict"].isin(["rated_low", "rated_high"]).sum())
    columns = ("alliance", "partners", "beyond", "rated", "verdict")
    header = tuple(found.say(f"column.{name}") for name in columns)
    return Exhibit(
        "connected",
        SECTION,
        found.say("connected.headline", count=apart, all=len(table)),
        table=Table(found.say("connected.caption"), header, rows, (1, 2, 3)),
        notes=(found.say("connected.note"),),
        language=found.language,
    )


def _drawn(members: pd.DataFrame, table: pd.DataFrame) -> list[tuple[str, str]]:
    """Return who takes part in what; of a large portfolio, only parties in more than one alliance."""
    edges = list(zip(members["alliance"], members["partner"], strict=True))
    if max(members["alliance"].nunique(), len(table)) <= MOST_DRAWN:
        return edges
    many = set(table.loc[(table["alliances"] > 1) | table["single_point"], "party"].head(MOST_DRAWN))
    return [edge for edge in edges if edge[1] in many] or edges[:MOST_DRAWN]


def _settings(
    found: Practice, drawn: list[tuple[str, str]], links: pd.DataFrame, single: list[str]
) -> dict[str, Any]:
    known = {party for _, party in drawn}
    ties = [
        (one, other)
        for one, other in zip(links["partner"], links["tied_to"], strict=True)
        if one in known or other in known
    ]
    there = known | {party for tie in ties for party in tie}
    return {
        "members": drawn,
        "ties": ties,
        "single": [party for party in single if party in there],
        "labels": {alliance: found.title(alliance) for alliance, _ in drawn},
        "language": found.language,
    }


def _party_table(found: Practice, table: pd.DataFrame) -> Table:
    rows = tuple(
        (
            row["party"],
            found.cells.count(row["alliances"]),
            found.cells.count(row["ties"]),
            found.say("single.yes", count=int(row["cut_off"]))
            if row["single_point"]
            else found.say("single.no"),
        )
        for row in table.to_dict("records")
    )
    header = tuple(found.say(f"column.{name}") for name in ("party", "alliances", "ties", "single"))
    return Table(found.say("network.caption"), header, rows, (1, 2))
