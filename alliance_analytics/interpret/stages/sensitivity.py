"""How much a placement owes to each convention: change one, and look which waves change their stage."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from alliance_analytics.interpret.stages.finding import WAVE
from alliance_analytics.interpret.stages.placement import most_likely_stage, stage_shares
from alliance_analytics.model.stages import Mark, Stage, StageModel

Variant = tuple[str, str, float, StageModel]


def convention_sensitivity(
    estimates: pd.DataFrame, model: StageModel, seed: int = 0, share_move: float = 0.1
) -> pd.DataFrame:
    """Return the most likely stage of each wave under each convention changed alone.

    Parameters
    ----------
    estimates, model, seed
        As for :func:`~alliance_analytics.interpret.stages.placement.stage_shares`.
    share_move : float
        By how much the share of a stage's rule is lowered and raised.

    Returns
    -------
    frame
        Columns alliance, wave, convention ("cut_offs" of a mark, or "share" of a stage), subject (its id),
        move, before, after, changed. Only placed waves. Cut-offs move by the model's own ``cut_off_move``,
        down and up.
    """
    before = _stages(estimates, model, seed).rename(columns={"stage": "before"})
    rows = [
        _stages(estimates, changed, seed).assign(convention=convention, subject=subject, move=move)
        for convention, subject, move, changed in _variants(model, share_move)
    ]
    after = pd.concat(rows, ignore_index=True).rename(columns={"stage": "after"})
    table = after.merge(before, on=WAVE).dropna(subset="before")
    table["changed"] = table["before"] != table["after"]
    return table[[*WAVE, "convention", "subject", "move", "before", "after", "changed"]].reset_index(
        drop=True
    )


def _stages(estimates: pd.DataFrame, model: StageModel, seed: int) -> pd.DataFrame:
    return most_likely_stage(stage_shares(estimates, model, seed))[[*WAVE, "stage"]]


def _variants(model: StageModel, share_move: float) -> Iterator[Variant]:
    for sign in (-1, 1):
        move = sign * model.conventions.cut_off_move
        for mark in model.marks:
            yield "cut_offs", mark.id, move, _with_cut_offs_moved(model, mark, move)
        for stage in model.stages:
            if stage.reached_when is not None:
                yield "share", stage.id, sign * share_move, _with_share_moved(model, stage, sign * share_move)


def _with_cut_offs_moved(model: StageModel, mark: Mark, move: float) -> StageModel:
    evidence = tuple(entry.model_copy(update={"cut_off": entry.cut_off + move}) for entry in mark.evidence)
    changed = mark.model_copy(update={"evidence": evidence})
    stages = tuple(
        stage.model_copy(
            update={"marks": tuple(changed if known is mark else known for known in stage.marks)}
        )
        for stage in model.stages
    )
    return model.model_copy(update={"stages": stages})


def _with_share_moved(model: StageModel, stage: Stage, move: float) -> StageModel:
    rule = stage.reached_when and stage.reached_when.model_copy(
        update={"share": stage.reached_when.share + move}
    )
    changed = stage.model_copy(update={"reached_when": rule})
    stages = tuple(changed if known is stage else known for known in model.stages)
    return model.model_copy(update={"stages": stages})
