"""How each mark stands, and which marks are missing for the next stage."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.interpret.stages.draws import Luck, draw_means, draw_moves, for_each_wave
from alliance_analytics.interpret.stages.evidence import verdicts
from alliance_analytics.interpret.stages.finding import WAVE, found_evidence
from alliance_analytics.interpret.stages.placement import most_likely_stage, stage_shares
from alliance_analytics.interpret.stages.rules import standings
from alliance_analytics.model.stages import StageModel

Floats = npt.NDArray[np.float64]
MARK_COLUMNS = [*WAVE, "stage", "mark", "left_behind", "measured", "standing", "share_met", "verdict"]
NEXT_COLUMNS = [*WAVE, "stage", "next_stage", "mark", "left_behind", "shortfall", "share_met", "weight"]


def stage_marks(estimates: pd.DataFrame, model: StageModel, seed: int = 0) -> pd.DataFrame:
    """Return how every mark stands in every wave.

    Parameters
    ----------
    estimates, model, seed
        As for :func:`~alliance_analytics.interpret.stages.placement.stage_shares`; the same draws are used.

    Returns
    -------
    frame
        Columns alliance, wave, stage, mark, left_behind, measured, standing, share_met, verdict. ``standing``
        is the weighted mean distance of the evidence past its cut-offs as written, in points; ``share_met``
        (0 to 1) the share of draws in which the mark is shown. Both are NaN, and the verdict is "", where
        nothing is measured.
    """
    found = found_evidence(estimates, model)
    return for_each_wave(found, seed, lambda wave, luck: _marks_of_wave(wave, luck, model), MARK_COLUMNS)


def missing_for_next(estimates: pd.DataFrame, model: StageModel, seed: int = 0) -> pd.DataFrame:
    """Return what keeps each wave from the stage after its most likely one, the largest shortfall first.

    Returns
    -------
    frame
        Columns alliance, wave, stage, next_stage, mark, left_behind, shortfall, share_met, weight.
        ``shortfall`` is by how many points the evidence misses its cut-offs as written; ``left_behind``
        tells a mark that should no longer show from one that should. ``weight`` is the mark's weight in the
        rule of the next stage. A wave that is not placed, or is in the last stage, has no rows; nor has a
        mark that is not measured.
    """
    current = most_likely_stage(stage_shares(estimates, model, seed)).dropna(subset="stage")
    counted = current[[*WAVE, "stage"]].merge(_counted_for_next(model), on="stage")
    marks = stage_marks(estimates, model, seed).drop(columns="stage")
    unmet = counted.merge(marks[marks["standing"] < 0], on=[*WAVE, "mark"])
    ordered = unmet.assign(shortfall=-unmet["standing"]).sort_values(
        [*WAVE, "shortfall"], ascending=[True, True, False], kind="stable", ignore_index=True
    )
    return ordered[NEXT_COLUMNS]


def _counted_for_next(model: StageModel) -> pd.DataFrame:
    rows = [
        (before.id, after.id, entry.mark, entry.weight)
        for before, after in zip(model.stages, model.stages[1:], strict=False)
        for entry in (after.reached_when.marks if after.reached_when else ())
    ]
    return pd.DataFrame(rows, columns=["stage", "next_stage", "mark", "weight"])


def _marks_of_wave(wave: pd.DataFrame, luck: Luck, model: StageModel) -> pd.DataFrame:
    evidence = wave[wave["absence"] == ""]
    written = standings(evidence, evidence["mean"].to_numpy(float)[np.newaxis, :])
    passed = _share_passed(evidence, luck, model) if written else {}
    rows = [
        (stage.id, mark.id, mark.left_behind, float(written[mark.id][0]), passed[mark.id])
        if mark.id in written
        else (stage.id, mark.id, mark.left_behind, np.nan, np.nan)
        for stage in model.stages
        for mark in stage.marks
    ]
    table = pd.DataFrame(rows, columns=["stage", "mark", "left_behind", "standing", "passed"])
    return _with_verdict(table, model.conventions.clear)


def _share_passed(evidence: pd.DataFrame, luck: Luck, model: StageModel) -> dict[str, float]:
    drawn = standings(evidence, draw_means(evidence, model.conventions, luck))
    moves = draw_moves(tuple(drawn), model.conventions, luck)
    return {mark: float((values >= moves[mark]).mean()) for mark, values in drawn.items()}


def _with_verdict(table: pd.DataFrame, clear: float) -> pd.DataFrame:
    measured = table["standing"].notna()
    met = table["passed"].mask(table["left_behind"], 1 - table["passed"])
    verdict = np.where(measured, verdicts(met.to_numpy(float), clear), "")
    return table.assign(measured=measured, share_met=met, verdict=verdict)
