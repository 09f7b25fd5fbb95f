"""Whether the pillars that a building block serves moved since it came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from alliance_analytics.interpret.learning.movement import POINTS, beside, pillar_movements
from alliance_analytics.model.building_blocks import BuildingBlock, BuildingBlocks
from alliance_analytics.model.dimensions import PILLAR_IDS

SINCE_COLUMNS = [
    "block", "since", "baseline", "pillar", "contribution", "movement", "change", "ci_low", "ci_high"
]  # fmt: skip


def since_when(in_place: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, str | None]]:
    """Return for each block in place in the last wave since which wave it is, and the wave before that.

    Parameters
    ----------
    in_place : mapping
        Wave to its blocks, oldest first. A wave in which nobody told any is passed over.

    Returns
    -------
    dict
        Block to the first wave of its unbroken presence, and the told wave before it; None where it was there
        from the first wave on.
    """
    told = [(wave, frozenset(blocks)) for wave, blocks in in_place.items() if blocks]
    found: dict[str, tuple[str, str | None]] = {}
    for block in told[-1][1] if told else ():
        absent = [place for place, (_, blocks) in enumerate(told) if block not in blocks]
        first = absent[-1] + 1 if absent else 0
        found[block] = told[first][0], told[first - 1][0] if first else None
    return found


def moved_since(
    in_place: Mapping[str, Sequence[str]],
    changes: pd.DataFrame,
    blocks: BuildingBlocks,
    points: int = POINTS,
) -> pd.DataFrame:
    """Return for each block in place how the pillars that it serves changed since it came.

    Parameters
    ----------
    in_place : mapping
        Wave to its blocks, oldest first; the last is the wave reviewed.
    changes : frame
        Released changes from earlier waves to the wave reviewed: columns previous_wave, scale, name, change,
        ci_low, ci_high, moved and shown.
    blocks : BuildingBlocks
        Which block serves which pillar.
    points : int
        Answer options of the instrument.

    Returns
    -------
    frame
        Columns of ``SINCE_COLUMNS``, in the order of the blocks. ``baseline`` is the last told wave without
        the block; blocks that were there from the first told wave have one row, without a pillar. Pillars
        that a block does not serve are there as well, without a contribution, to compare with.

    Notes
    -----
    A pillar that rose after a block came need not have risen by it.
    """
    since = since_when(in_place)
    rows = [
        {"block": block.id, "since": since[block.id][0], "baseline": since[block.id][1], **served}
        for block in blocks.blocks
        if block.id in since
        for served in (_served(block) if since[block.id][1] else [{}])
    ]
    table = pd.DataFrame(rows, columns=["block", "since", "baseline", "pillar", "contribution"], dtype=object)
    parts = [
        beside(part, pillar_movements(changes[changes["previous_wave"] == baseline], points))
        for baseline, part in table.groupby("baseline", dropna=False, sort=False)
    ]
    joined = pd.concat(parts, ignore_index=True) if parts else table.reindex(columns=SINCE_COLUMNS)
    order = {block.id: place for place, block in enumerate(blocks.blocks)}
    return joined.sort_values("block", key=lambda ids: ids.map(order), kind="stable", ignore_index=True)[
        SINCE_COLUMNS
    ]


def _served(block: BuildingBlock) -> list[dict[str, str | None]]:
    others = [pillar for pillar in PILLAR_IDS if pillar not in block.pillars]
    return [
        {"pillar": pillar, "contribution": block.contribution(pillar)} for pillar in (*block.pillars, *others)
    ]
