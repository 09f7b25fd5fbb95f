"""All registers of a portfolio: who rates, gives and takes what, read once and held against each other.

An alliance that only the front door knows counts as one, so that the other registers may speak of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from alliance_analytics.model.front_door import FrontDoor, front_door
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.registers import assumptions as assumed
from alliance_analytics.workspace.registers import (
    capacity,
    ecosystem,
    governance,
    portfolio_door,
    portfolio_norms,
)
from alliance_analytics.workspace.registers.columns import Problems, Register

DOOR_FILE = "front_door.yml"
REGISTER_NAMES = (
    *portfolio_door.NAMES, portfolio_norms.NAME, assumed.NAME,
    capacity.SERVICES, capacity.PEOPLE, capacity.CARE,
    governance.AGREED, governance.DECISIONS, governance.MEETINGS, ecosystem.PARTNERS, ecosystem.LINKS,
)  # fmt: skip
"""Names of the files in the folder of a workspace, without their endings; no answer hangs on any of them."""


@dataclass(frozen=True)
class PortfolioRegisters:
    """The registers in the folder of a workspace; each is read when it is asked for."""

    workspace: Workspace

    @cached_property
    def door_model(self) -> FrontDoor:
        """The workspace's own file of the front door, or the one shipped."""
        own = self.workspace.root / DOOR_FILE
        return front_door(own if own.exists() else None)

    @cached_property
    def door(self) -> Register:
        """Every relation that came through the front door, and how it was rated."""
        return portfolio_door.front_door_register(self.workspace, self.door_model)

    @cached_property
    def relations(self) -> pd.DataFrame:
        """Alliance and partner of each relation; an alliance without a folder goes by its own name."""
        rows = self.door.rows
        called = rows["alliance"].where(rows["alliance"].notna(), rows["relation"])
        return rows.assign(alliance=called)[["alliance", "partner", "place"]].drop_duplicates(
            ["alliance", "partner"], ignore_index=True
        )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All alliances: those with a folder, and those that only the front door knows."""
        return tuple(dict.fromkeys([*self.workspace.alliances, *self.relations["alliance"]]))

    @cached_property
    def norms(self) -> Register:
        """Norms from elsewhere, on the scales that the first alliance asks about."""
        return portfolio_norms.norms(self.workspace, self.workspace.instrument(self.workspace.alliances[0]))

    @cached_property
    def hours(self) -> Register:
        """What each service takes."""
        return capacity.service_hours(self.workspace.root, self.door_model)

    @cached_property
    def people(self) -> Register:
        """Who there is."""
        return capacity.people(self.workspace.root, self.door_model)

    @cached_property
    def care(self) -> Register:
        """Who looks after what."""
        return capacity.care(self.workspace.root, self.names, list(self.people.rows["person"]))

    @cached_property
    def agreements(self) -> Register:
        """Services agreed and delivered."""
        return governance.service_agreements(self.workspace.root, self.names, self.door_model)

    @cached_property
    def decisions(self) -> Register:
        """Decisions with the day they were due."""
        return governance.decisions(self.workspace.root, self.names)

    @cached_property
    def meetings(self) -> Register:
        """Governance meetings."""
        return governance.meetings(self.workspace.root, self.names)

    @cached_property
    def ecosystem(self) -> tuple[Register, Register]:
        """Who takes part in what, and who is tied to whom."""
        return ecosystem.ecosystem(self.workspace, self.names, self.relations)

    @cached_property
    def assumptions(self) -> Register:
        """What is believed of the portfolio; in the folder of a single alliance they are that alliance's."""
        alone = self.workspace.root in self.workspace.folders.values()
        return Register(pd.DataFrame()) if alone else assumed.assumptions(self.workspace.root)

    @property
    def problems(self) -> Problems:
        """What was not understood in any of them."""
        of_practice = (self.hours, self.people, self.care, self.agreements, self.decisions, self.meetings)
        every = (self.door, self.norms, *of_practice, *self.ecosystem, self.assumptions)
        return tuple(problem for each in every for problem in each.problems)
