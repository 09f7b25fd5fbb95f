"""What cannot be understood in the registers of a wave, or in an own file of stages, for the check."""

from __future__ import annotations

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.interpret.stages import unmeasured_marks
from alliance_analytics.model.stages import stage_model
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.registers.agreements import agreements
from alliance_analytics.workspace.registers.assumptions import assumptions
from alliance_analytics.workspace.registers.blocks import blocks_in_place
from alliance_analytics.workspace.registers.columns import Problems
from alliance_analytics.workspace.registers.plan import annual_plan


def problems_of_wave(workspace: Workspace, alliance: str, wave: str) -> Problems:
    """Return what was not understood of a wave's blocks, plan and agreements."""
    return (
        *blocks_in_place(workspace, alliance, [wave]).problems,
        *annual_plan(workspace, alliance, wave).problems,
        *agreements(workspace, alliance, wave).problems,
    )


def problems_of_alliance(workspace: Workspace, alliance: str) -> Problems:
    """Return what was not understood of an alliance's assumptions and of its own file of stages."""
    return (*assumptions(workspace.folders[alliance]).problems, *_stage_problems(workspace, alliance))


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
