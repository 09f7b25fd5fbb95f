"""How a portfolio is looked after: people, services, agreements and ties, read once from the workspace."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import networkx as nx
import pandas as pd

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.interpret.capacity import Staffing
from alliance_analytics.interpret.ecosystem import network
from alliance_analytics.interpret.front_door.placing import placed_relations
from alliance_analytics.model.formation import formation
from alliance_analytics.model.front_door import FrontDoor, front_door
from alliance_analytics.model.identified import ids
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.workspace import Workspace, open_workspace
from alliance_analytics.workspace.registers.capacity import care, people, service_hours
from alliance_analytics.workspace.registers.columns import Register
from alliance_analytics.workspace.registers.ecosystem import ecosystem
from alliance_analytics.workspace.registers.governance import decisions, meetings, service_agreements
from alliance_analytics.workspace.registers.portfolio_door import front_door_register

DOOR_FILE = "front_door.yml"
SECTIONS = ("capacity", "governance", "network", "process", "to_mend")
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
    def door(self) -> FrontDoor:
        """The workspace's own file of the front door, or the one shipped."""
        own = self.workspace.root / DOOR_FILE
        return front_door(own if own.exists() else None)

    @cached_property
    def placed(self) -> pd.DataFrame:
        """What the front door says of each relation; ``alliance`` is its folder, or its own name."""
        register = front_door_register(self.workspace, self.door)
        found = placed_relations(register.rows, self.door, formation(), self.today)
        called = found["alliance"].where(found["alliance"].notna(), found["relation"])
        return found.assign(alliance=called).drop_duplicates("alliance", ignore_index=True)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All alliances: those with a folder, and those that only the front door knows."""
        return tuple(dict.fromkeys([*self.workspace.alliances, *self.placed["alliance"]]))

    @cached_property
    def hours(self) -> Register:
        """What each service takes."""
        return service_hours(self.workspace.root, self.door)

    @cached_property
    def people(self) -> Register:
        """Who there is."""
        return people(self.workspace.root, self.door)

    @cached_property
    def care(self) -> Register:
        """Who looks after what."""
        return care(self.workspace.root, self.names, list(self.people.rows["person"]))

    @cached_property
    def agreements(self) -> Register:
        """Services agreed and delivered."""
        return service_agreements(self.workspace.root, self.names, self.door)

    @cached_property
    def decisions(self) -> Register:
        """Decisions with the day they were due."""
        return decisions(self.workspace.root, self.names)

    @cached_property
    def meetings(self) -> Register:
        """Governance meetings."""
        return meetings(self.workspace.root, self.names)

    @cached_property
    def ecosystem(self) -> tuple[Register, Register]:
        """Who takes part in what, and who is tied to whom."""
        known = self.placed[["alliance", "partner"]].assign(place=DOOR_FILE.removesuffix(".yml"))
        return ecosystem(self.workspace, self.names, known)

    @cached_property
    def network(self) -> nx.Graph:
        """The network of alliances and parties."""
        members, links = self.ecosystem
        return network(members.rows, links.rows)

    @cached_property
    def staffing(self) -> Staffing:
        """The portfolio with its services and people.

        The register *care* counts before the front door; an alliance that neither places gets the basics.
        """
        table = pd.DataFrame({"alliance": pd.Series(self.names, dtype=object)})
        told = table.merge(self.care.rows.drop(columns="place"), on="alliance", how="left")
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
            self.hours.rows.drop(columns="place"),
            self.people.rows.drop(columns="place"),
            levels,
        )

    @cached_property
    def problems(self) -> tuple[WorkspaceError, ...]:
        """What was not understood in any register."""
        registers = (self.hours, self.people, self.care, self.agreements, self.decisions, self.meetings)
        return tuple(problem for each in (*registers, *self.ecosystem) for problem in each.problems)

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
    if not found.problems:
        return None
    rows = tuple(
        (each.where or "-", each.what, each.remedy or found.say("to_mend.nothing_to_do"))
        for each in found.problems
    )
    header = tuple(found.say(f"column.{name}") for name in ("place", "what", "remedy"))
    return Exhibit(
        "registers-to-mend",
        "to-mend",
        found.say("to_mend.headline", count=len(rows)),
        table=Table(found.say("to_mend.caption"), header, rows),
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
