"""What cannot be understood in any register, or in an own file of stages, for the check."""

from __future__ import annotations

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.interpret.front_door.rating import newest_rows, rated_rounds
from alliance_analytics.interpret.stages import unmeasured_marks
from alliance_analytics.model.front_door import CRITERION_IDS
from alliance_analytics.model.stages import stage_model
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.registers.agreements import agreements
from alliance_analytics.workspace.registers.assumptions import assumptions
from alliance_analytics.workspace.registers.blocks import blocks_in_place
from alliance_analytics.workspace.registers.columns import Problems
from alliance_analytics.workspace.registers.of_portfolio import PortfolioRegisters
from alliance_analytics.workspace.registers.plan import annual_plan
from alliance_analytics.workspace.registers.process import process_steps


def problems_of_wave(workspace: Workspace, alliance: str, wave: str) -> Problems:
    """Return what was not understood of a wave's blocks, plan and agreements."""
    return (
        *blocks_in_place(workspace, alliance, [wave]).problems,
        *annual_plan(workspace, alliance, wave).problems,
        *agreements(workspace, alliance, wave).problems,
    )


def problems_of_alliance(workspace: Workspace, alliance: str) -> Problems:
    """Return what was not understood of an alliance's assumptions, its process and its own file of stages."""
    folder, instrument = workspace.folders[alliance], workspace.instrument(alliance)
    steps = process_steps(folder, tuple(instrument.scales("pillar")), tuple(instrument.scales("theme")))
    return (*assumptions(folder).problems, *steps.problems, *_stage_problems(workspace, alliance))


def problems_of_workspace(workspace: Workspace) -> Problems:
    """Return what was not understood of the portfolio's registers, and where raters lie far apart."""
    registers = PortfolioRegisters(workspace)
    return (*registers.problems, *_raters_apart(registers))


def _raters_apart(registers: PortfolioRegisters) -> Problems:
    """Return the criteria of each relation on which two raters lie too far apart; never who they are."""
    rows, door = registers.door.rows, registers.door_model
    newest = newest_rows(rows, rated_rounds(rows, door))
    return tuple(
        WorkspaceError(
            "Raters of a relation lie far apart; the middle rating counts until they agree.",
            where=str(found["place"].iloc[0]),
            found=f"{relation}, {criterion}: {found[criterion].min():g} to {found[criterion].max():g}",
            allowed=f"ratings less than {door.ratings.apart_from} apart",
            remedy="Let them tell each other what they had in mind, and rate again.",
        )
        for relation, found in newest.groupby("relation", sort=False)
        for criterion in CRITERION_IDS
        if found[criterion].max() - found[criterion].min() >= door.ratings.apart_from
    )


def _stage_problems(workspace: Workspace, alliance: str) -> Problems:
    """Return the marks that nothing can speak for; those of the file shipped are told in the review."""
    own = workspace.own_file(alliance, "stages.yml")
    if own is None:
        return ()
    return tuple(
        WorkspaceError(
            "A mark of a stage has no evidence in this instrument.",
            where=f"{own.name}, at {mark.id}",
            found=", ".join(f"{entry.scale} {entry.name or ''}".strip() for entry in mark.evidence),
            allowed="a statement with this mark, or a scale that the instrument asks about",
            remedy="Ask about it, or give it evidence that there is: until then it does not count.",
        )
        for mark in unmeasured_marks(stage_model(own), workspace.instrument(alliance))
    )
