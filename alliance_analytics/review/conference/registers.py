"""What an alliance wrote down itself, for one review: read once, with all that could not be understood."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.registers.agreements import agreements
from alliance_analytics.workspace.registers.assumptions import assumptions
from alliance_analytics.workspace.registers.blocks import BlocksInPlace, blocks_in_place
from alliance_analytics.workspace.registers.columns import Register
from alliance_analytics.workspace.registers.plan import annual_plan


@dataclass(frozen=True)
class Registers:
    """The registers behind one review.

    Attributes
    ----------
    blocks : BlocksInPlace
        Building blocks, wave by wave.
    agreed_before : Register or None
        What was agreed after the wave before; None when there is no such wave.
    plan : Register
        The plan of the year that ended with the wave reviewed.
    plan_before : Register or None
        The plan of the year before that.
    assumptions : Register
        All assumptions of the alliance.
    """

    blocks: BlocksInPlace
    agreed_before: Register | None
    plan: Register
    plan_before: Register | None
    assumptions: Register

    @cached_property
    def problems(self) -> tuple[WorkspaceError, ...]:
        """What was not understood in any register."""
        tables = (self.agreed_before, self.plan, self.assumptions)
        return (*self.blocks.problems, *(problem for table in tables if table for problem in table.problems))


def registers(workspace: Workspace, alliance: str, waves: tuple[str, ...]) -> Registers:
    """Return what an alliance wrote down.

    Parameters
    ----------
    workspace : Workspace
        Where the files are.
    alliance : str
        Whose.
    waves : tuple of str
        Oldest first; the last is the one reviewed.
    """
    now, before = waves[-1], waves[-2] if len(waves) > 1 else None
    return Registers(
        blocks=blocks_in_place(workspace, alliance, waves),
        agreed_before=agreements(workspace, alliance, before) if before else None,
        plan=annual_plan(workspace, alliance, now),
        plan_before=annual_plan(workspace, alliance, before) if before else None,
        assumptions=assumptions(workspace.folders[alliance]),
    )
