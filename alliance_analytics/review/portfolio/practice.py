"""How a portfolio is looked after: people, services, agreements and ties, read once from the workspace."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from alliance_analytics.interpret.capacity import Staffing
from alliance_analytics.interpret.front_door.placing import placed_relations
from alliance_analytics.model.formation import formation
from alliance_analytics.model.front_door import FrontDoor
from alliance_analytics.model.identified import ids
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.tables import shown_table
from alliance_analytics.workspace import Workspace, open_workspace
from alliance_analytics.workspace.registers.columns import Register
from alliance_analytics.workspace.registers.of_portfolio import PortfolioRegisters

if TYPE_CHECKING:
    import networkx as nx

SECTIONS = ("capacity", "governance", "network", "to_mend")
LEAST = "basic"
"""The service level of an alliance that nobody placed: what every alliance gets, says the text."""


@dataclass(frozen=True)
class Practice:
    """The registers of alliance management in a workspace. Make one with :func:`practice`.

    ``today`` is the day from which something is overdue.
    """

    workspace: Workspace
    language: str
    today: datetime.date

    def __repr__(self) -> str:
        """Return how many alliances there are."""
        return f"Practice of {len(self.names)} alliances"

    @cached_property
    def say(self) -> Words:
        """The sentences on capacity, governance, network and map."""
        return words("capacity", self.language)

    @cached_property
    def cells(self) -> Cells:
        """Numbers as readers see them."""
        return Cells(words("review", self.language), self.language)

    @cached_property
    def registers(self) -> PortfolioRegisters:
        """What the workspace keeps on its portfolio."""
        return PortfolioRegisters(self.workspace)

    @property
    def door(self) -> FrontDoor:
        """Services, criteria and rules."""
        return self.registers.door_model

    @property
    def names(self) -> tuple[str, ...]:
        """All alliances: those with a folder, and those that only the front door knows."""
        return self.registers.names

    @cached_property
    def relations(self) -> pd.DataFrame:
        """One row a relation of the front door: its place, and what is open."""
        return placed_relations(self.registers.door.rows, self.door, formation(), self.today)

    @cached_property
    def placed(self) -> pd.DataFrame:
        """The relations by alliance: ``alliance`` is its folder, or its own name."""
        found = self.relations
        called = found["alliance"].where(found["alliance"].notna(), found["relation"])
        return found.assign(alliance=called).drop_duplicates("alliance", ignore_index=True)

    @cached_property
    def network(self) -> nx.Graph:
        """The network of alliances and parties."""
        # Networks are slow to import, and most workspaces have none.
        from alliance_analytics.interpret.ecosystem import network  # noqa: PLC0415

        members, links = self.registers.ecosystem
        return network(members.rows, links.rows)

    @cached_property
    def staffing(self) -> Staffing:
        """The portfolio with its services and people.

        The register *care* counts before the front door; an alliance that neither places gets the basics.
        """
        table = pd.DataFrame({"alliance": pd.Series(self.names, dtype=object)})
        told = table.merge(self.registers.care.rows.drop(columns="place"), on="alliance", how="left")
        door = table.merge(self.placed, on="alliance", how="left")
        level = told["service_level"].where(told["service_level"].notna(), door["service_level"])
        rated = told["criticality"].where(told["criticality"].notna(), door["criticality"])
        person = told["person"].astype(object).where(told["person"].notna(), None)
        placed = {"service_level": level.fillna(LEAST), "criticality": rated.astype(float)}
        alliances = told.assign(person=person, **placed)
        levels = {
            each: tuple(service.id for service in self.door.services(each))
            for each in ids(self.door.service_levels)
        }
        return Staffing(
            alliances[["alliance", "service_level", "criticality", "person"]],
            self.registers.hours.rows.drop(columns="place"),
            self.registers.people.rows.drop(columns="place"),
            levels,
        )

    def title(self, alliance: str) -> str:
        """Return what readers call an alliance."""
        if alliance in self.workspace.folders:
            return self.workspace.title(alliance, self.language)
        return alliance

    def service(self, service: str) -> str:
        """Return what readers call a service."""
        every = (each for level in self.door.service_levels for each in level.services)
        return next(
            each.name["nl" if self.language == "nl" else "en"] for each in every if each.id == service
        )

    def level(self, level: str) -> str:
        """Return what readers call a service level."""
        return self.door.service_level(level).name["nl" if self.language == "nl" else "en"]

    def not_understood(self, *registers: Register) -> tuple[str, ...]:
        """Return one sentence with the places that were not understood, or nothing; never what they held."""
        places = dict.fromkeys(problem.where or "" for each in registers for problem in each.problems)
        return (self.say("not_understood", places="; ".join(places)),) if places else ()


def sections(found: Practice) -> dict[str, str]:
    """Return the sections that the exhibits of a practice stand in, id to title, in their order."""
    return {name.replace("_", "-"): found.say(f"section.{name}") for name in SECTIONS}


def to_mend(found: Practice) -> Exhibit | None:
    """Show each place of a register that was not understood, with what to do; None where all was."""
    problems = found.registers.problems
    if not problems:
        return None
    rows = [
        (each.where or "-", each.what, each.remedy or found.say("to_mend.nothing_to_do")) for each in problems
    ]
    header = tuple(found.say(f"column.{name}") for name in ("place", "what", "remedy"))
    return Exhibit(
        "registers-to-mend",
        "to-mend",
        found.say("to_mend.headline", count=len(rows)),
        table=shown_table(found.cells.say, found.say("to_mend.caption"), header, rows),
        language=found.language,
    )


def practice(
    workspace: str | Path | Workspace, language: str = "", *, today: datetime.date | None = None
) -> Practice:
    """Open what a workspace tells about how its alliances are looked after.

    Parameters
    ----------
    workspace : str, Path or Workspace
        A folder of alliances, or one opened.
    language : str
        ``'en'`` or ``'nl'``; the workspace's when empty.
    today : date, optional
        From which something is overdue; the day it is when left out.

    Raises
    ------
    ParameterError
        If the language is unknown.
    """
    if language:
        refuse_unknown("language", language, LANGUAGES)
    opened = workspace if isinstance(workspace, Workspace) else open_workspace(workspace)
    return Practice(opened, language or opened.settings.language, today or datetime.date.today())
