"""Which pillars are weak, and which building blocks could strengthen them.

Neglect of one pillar weakens the whole (*Mastering Alliances* 2.1), so the weakest come first; but when
intervals overlap, the order may well be chance, and the result says so.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from alliance_analytics.errors import ParameterError
from alliance_analytics.model.building_blocks import BuildingBlock, BuildingBlocks
from alliance_analytics.model.identified import ids, refuse_unknown
from alliance_analytics.model.sourced import Basis
from alliance_analytics.model.stages import Stage

WAVE = ["alliance", "wave"]
GROUPS = ("partner", "level", "link")
MEASURES = ["mean", "ci_low", "ci_high"]
WEAK_COLUMNS = [*WAVE, "rank", "pillar", *MEASURES, "n", "clearly_lowest", "overlaps"]
BLOCK_COLUMNS = ["block", "contribution", "in_place", "shifted", "basis"]
DECIMALS = 10
"""Means of thirds differ by float noise; only what is left at this precision is a difference."""


def weakest_pillars(estimates: pd.DataFrame, count: int = 3) -> pd.DataFrame:
    """Return the pillars with the lowest means of each wave, the lowest first.

    Parameters
    ----------
    estimates : frame
        As ``estimates`` or ``released``; only pillars of everybody (partner, level and link missing) whose
        mean and interval are known are compared.
    count : int
        How many, 1 or more. A tie with the last one is not cut: all that are tied are returned.

    Returns
    -------
    frame
        Columns alliance, wave, rank (1 = lowest; equal means share a rank), pillar, mean, ci_low, ci_high,
        n, clearly_lowest and overlaps. ``clearly_lowest`` says that the interval ends below the intervals
        of all other pillars; ``overlaps`` names the pillars whose intervals it meets, lowest first.

    Raises
    ------
    ParameterError
        If ``count`` is less than 1.

    Notes
    -----
    Comparing intervals is cautious: the same people answered about both pillars, so a difference may be
    clear where intervals still overlap.
    """
    if count < 1:
        raise ParameterError("The number of pillars is too small.", found=str(count), allowed="1 or more")
    pillars = _known_pillars(estimates)
    overlaps = _overlaps(pillars)
    rank = pillars.groupby(WAVE)["mean"].transform(lambda mean: mean.round(DECIMALS).rank(method="min"))
    table = pillars.assign(rank=rank.astype(int), overlaps=overlaps)
    table["clearly_lowest"] = (table["rank"] == 1) & (table["overlaps"].str.len() == 0)
    weakest = table[table["rank"] <= count].sort_values([*WAVE, "rank", "name"], ignore_index=True)
    return weakest.rename(columns={"name": "pillar"})[WEAK_COLUMNS]


def blocks_for(
    pillar: str, blocks: BuildingBlocks, in_place: Collection[str], stage: Stage | None = None
) -> pd.DataFrame:
    """Return the building blocks that serve a pillar: those missing first, dominant before secondary.

    Parameters
    ----------
    pillar : str
        Pillar id, "1" to "8".
    blocks : BuildingBlocks
        The building blocks of the model.
    in_place : collection of str
        Ids of the blocks that the alliance has.
    stage : Stage, optional
        The stage of the alliance, in which some blocks come to the fore; without it none does.

    Returns
    -------
    frame
        Columns block, contribution ("dominant" or "secondary", in this stage), in_place, shifted (the stage
        made it dominant), basis (of the link). Within equals, in the order of the blocks.

    Raises
    ------
    ModelError
        If the pillar, or a block in place, does not exist.
    """
    refuse_unknown(sorted(in_place), ids(blocks.blocks), "building blocks in place")
    forward = _in_the_foreground(pillar, stage)
    rows = [
        _link(block, pillar, forward.get(block.id), block.id in in_place) for block in blocks.serving(pillar)
    ]
    table = pd.DataFrame(rows, columns=BLOCK_COLUMNS)
    return table.sort_values(["in_place", "contribution"], kind="stable", ignore_index=True)


def _in_the_foreground(pillar: str, stage: Stage | None) -> dict[str, Basis]:
    return {entry.block: entry.basis for entry in stage.foreground if entry.pillar == pillar} if stage else {}


def _link(block: BuildingBlock, pillar: str, forward: Basis | None, in_place: bool) -> tuple[object, ...]:
    usual = block.contribution(pillar)
    shifted = forward is not None and usual != "dominant"
    contribution = "dominant" if shifted else usual
    return block.id, contribution, in_place, shifted, forward if shifted else block.basis_for(pillar)


def _known_pillars(estimates: pd.DataFrame) -> pd.DataFrame:
    groups = [name for name in GROUPS if name in estimates.columns]
    everybody = estimates[groups].isna().all(axis=1)
    return (
        estimates[everybody & (estimates["scale"] == "pillar")].dropna(subset=MEASURES).reset_index(drop=True)
    )


def _overlaps(pillars: pd.DataFrame) -> pd.Series[Any]:
    """Return for each row the names of the other pillars of its wave whose intervals meet its own."""
    pairs = pillars.reset_index().merge(pillars, on=WAVE, suffixes=("", "_other"))
    meet = (pairs["ci_low"] <= pairs["ci_high_other"]) & (pairs["ci_low_other"] <= pairs["ci_high"])
    met = pairs[meet & (pairs["name"] != pairs["name_other"])].sort_values(["mean_other", "name_other"])
    named = met.groupby("index")["name_other"].agg(tuple).to_dict()
    return pd.Series([named.get(place, ()) for place in pillars.index], index=pillars.index, dtype=object)
