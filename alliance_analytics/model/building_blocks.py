"""The building blocks of alliance management, and the pillars that each of them strengthens.

A block serves some pillars dominantly and others secondarily, never exclusively. The text names a few of
these links itself; the rest is our reading, and says so.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from alliance_analytics.errors import ModelError
from alliance_analytics.model.caveat import Caveat
from alliance_analytics.model.dimensions import PILLAR_IDS
from alliance_analytics.model.identified import Kebab, by_id, ids, refuse_duplicates, refuse_unknown
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Basis, Bilingual, Entry, Source, Sourced

FILE = "building_blocks.yml"

Contribution = Literal["dominant", "secondary"]


class Shift(Sourced):
    """A change in what a block contributes as the alliance moves on."""

    when: Bilingual
    change: Bilingual
    pillars: tuple[str, ...] = Field(default=(), description="Pillars that come to the fore, where known.")


class BuildingBlock(Sourced):
    """One building block.

    ``source`` and ``basis`` speak of what the block does; the pillars it serves have a source and basis of
    their own.
    """

    id: Kebab
    number: int = Field(ge=1)
    name: Bilingual
    does: Bilingual
    dominant: tuple[str, ...] = Field(min_length=1, description="Pillar ids.")
    secondary: tuple[str, ...] = Field(default=(), description="Pillar ids.")
    named: tuple[str, ...] = Field(
        default=(), description="Pillars that the text itself names, where the other links are our reading."
    )
    contribution_source: Source
    contribution_basis: Basis
    shifts: tuple[Shift, ...] = ()

    @property
    def pillars(self) -> tuple[str, ...]:
        """Ids of the pillars served, the dominant ones first."""
        return self.dominant + self.secondary

    def contribution(self, pillar_id: str) -> Contribution | None:
        """Return how the block serves a pillar, or None when it does not."""
        if pillar_id in self.dominant:
            return "dominant"
        return "secondary" if pillar_id in self.secondary else None

    def basis_for(self, pillar_id: str) -> Basis:
        """Return whether the text names this pillar for the block, or we read it so."""
        return "stated" if pillar_id in self.named else self.contribution_basis


class BuildingBlocks(Entry):
    """The file of building blocks."""

    version: str
    caveat: Caveat
    blocks: tuple[BuildingBlock, ...]

    def block(self, block_id: str) -> BuildingBlock:
        """Return one block by its id; raises ModelError when there is none."""
        return by_id(self.blocks, block_id, "building block")

    def serving(self, pillar_id: str) -> tuple[BuildingBlock, ...]:
        """Return the blocks that serve a pillar: dominant ones first, then in the order of their numbers."""
        refuse_unknown([pillar_id], PILLAR_IDS, "pillar")
        dominant = [block for block in self.blocks if pillar_id in block.dominant]
        secondary = [block for block in self.blocks if pillar_id in block.secondary]
        return tuple(dominant + secondary)


def building_blocks(path: Path | None = None) -> BuildingBlocks:
    """Return the building blocks.

    Parameters
    ----------
    path : Path, optional
        An organisation's own file; without it the one shipped, read once.

    Raises
    ------
    ModelError
        If the file cannot be read, breaks its schema, uses an id twice, does not number its blocks in order
        from 1, names an unknown pillar or one pillar twice in a block, or leaves a pillar without a block
        that serves it dominantly.
    """
    return _read(path) if path else _shipped()


@cache
def _shipped() -> BuildingBlocks:
    return _read(packaged(FILE))


def _read(path: Path) -> BuildingBlocks:
    found = load(path, BuildingBlocks)
    refuse_duplicates(ids(found.blocks), f"{path.name}, at blocks")
    _check_numbers(found, f"{path.name}, at blocks")
    for block in found.blocks:
        _check_links(block, f"{path.name}, at blocks.{block.id}")
    _check_every_pillar_served(found, path.name)
    return found


def _check_numbers(found: BuildingBlocks, where: str) -> None:
    numbers = [block.number for block in found.blocks]
    expected = list(range(1, len(numbers) + 1))
    if numbers != expected:
        raise ModelError(
            "The building blocks are not numbered in order.",
            where=where,
            found=", ".join(map(str, numbers)),
            allowed=", ".join(map(str, expected)),
            remedy="Number the blocks 1, 2, 3 and so on, in the order of the file.",
        )


def _check_links(block: BuildingBlock, where: str) -> None:
    refuse_unknown(block.pillars, PILLAR_IDS, f"{where}.dominant or .secondary")
    refuse_duplicates(block.pillars, f"{where}.dominant and .secondary")
    refuse_unknown(block.named, block.pillars, f"{where}.named")
    for shift in block.shifts:
        refuse_unknown(shift.pillars, block.pillars, f"{where}.shifts")


def _check_every_pillar_served(found: BuildingBlocks, file: str) -> None:
    served = {pillar for block in found.blocks for pillar in block.dominant}
    lonely = [pillar for pillar in PILLAR_IDS if pillar not in served]
    if lonely:
        raise ModelError(
            "A pillar has no building block that serves it dominantly.",
            where=f"{file}, at blocks",
            found=f"none for pillar {', '.join(lonely)}",
            allowed="at least one dominant block for each of the eight pillars",
            remedy="Add the pillar to the dominant list of a block.",
        )
