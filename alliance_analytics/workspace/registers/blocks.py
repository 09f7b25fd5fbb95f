"""Which building blocks were in place in each wave: in ``wave.yml``, or all together in one file.

``blocks_in_place.yml`` in the folder of the alliance names a wave and lists its blocks, by id or by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alliance_analytics.errors import AllianceError, WorkspaceError, did_you_mean
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.loading import read_yaml
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.registers.columns import Problems
from alliance_analytics.workspace.registers.problems import as_problem
from alliance_analytics.workspace.registers.rows import heading

FILE = "blocks_in_place.yml"


@dataclass(frozen=True)
class BlocksInPlace:
    """Wave to the ids of its blocks, empty where nobody told any; and what was not understood."""

    waves: dict[str, tuple[str, ...]]
    problems: Problems = ()


def blocks_in_place(workspace: Workspace, alliance: str, waves: Iterable[str]) -> BlocksInPlace:
    """Return the building blocks that were in place, wave by wave.

    Parameters
    ----------
    workspace : Workspace
        Where the files are.
    alliance : str
        Whose they are.
    waves : iterable of str
        Which waves. What ``wave.yml`` says counts; the shared file serves waves that say nothing.

    Returns
    -------
    BlocksInPlace
        A block that does not exist is left out, and named.
    """
    shared, problems = _shared(workspace, alliance)
    found: dict[str, tuple[str, ...]] = {}
    for wave in waves:
        told = workspace.wave_settings(alliance, wave).building_blocks
        where = f"{wave}/wave.yml, building_blocks" if told else f"{FILE}, {wave}"
        found[wave], wrong = _known(told or shared.get(wave, ()), where)
        problems += wrong
    return BlocksInPlace(found, tuple(problems))


def _shared(workspace: Workspace, alliance: str) -> tuple[dict[str, tuple[str, ...]], list[WorkspaceError]]:
    path = workspace.folders[alliance] / FILE
    try:
        content = read_yaml(path) if path.exists() else {}
    except AllianceError as error:
        return {}, [as_problem(error)]
    if isinstance(content, dict) and all(isinstance(blocks, list) for blocks in content.values()):
        return {str(wave): tuple(map(str, blocks)) for wave, blocks in content.items()}, []
    problem = WorkspaceError(
        "The blocks in place are not listed by wave.",
        where=FILE,
        allowed="a wave, a colon, and below it one block a line after a hyphen",
        remedy="Write the waves first, each with its blocks.",
    )
    return {}, [problem]


def _known(told: Iterable[str], where: str) -> tuple[tuple[str, ...], list[WorkspaceError]]:
    names = _names()
    known = dict.fromkeys(names[heading(block)] for block in told if heading(block) in names)
    strange = [block for block in told if heading(block) not in names]
    return tuple(known), [
        WorkspaceError(
            "There is no such building block.",
            where=where,
            found=block,
            remedy=did_you_mean(block, [each.id for each in building_blocks().blocks]),
        )
        for block in strange
    ]


def _names() -> dict[str, str]:
    """Return what may be written for a block, to its id."""
    found: dict[str, str] = {}
    for block in building_blocks().blocks:
        found |= {heading(name): block.id for name in (block.id, *(block.name[each] for each in LANGUAGES))}
    return found
