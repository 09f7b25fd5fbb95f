"""How each mark stands, and which marks are missing for the next stage."""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.interpret.stages.draws import Luck, draw_means, draw_moves
from alliance_analytics.interpret.stages.evidence import verdicts
from alliance_analytics.interpret.stages.finding import WAVE, found_evidence
from alliance_analytics.interpret.stages.placement import most_likely_stage, stage_shares
from alliance_analytics.interpret.stages.rules import standings
from alliance_analytics.model.stages import StageModel

MARK_COLUMNS = [*WAVE, "stage", "mark", "shown_by", "measured", "standing", "share_met", "verdict"]
NEXT_COLUMNS = [*WAVE, "stage", "next_stage", "mark", "shown_by", "shortfall", "share_met", "weight"]


def stage_marks(estimates: pd.DataFrame, model: StageModel, seed: int = 0) -> pd.DataFrame:
    """Return how every mark stands in every wave.

    Parameters
    ----------
    estimates, model, seed
        As for :func:`~alliance_analytics.interpret.stages.placement.stage_shares`; the same draws are used.

    Returns
    -------
    frame
        Columns alliance, wave, stage, mark, shown_by, measured, standing, share_met, verdict. ``standing`` is the
        weighted mean distance of the evidence past its cut-offs as written, in points; ``share_met`` (0 to 1) the
        share of draws in which the mark is shown. Both are NaN, and the verdict is "", where nothing is measured.
    """
    found = found_evidence(estimates, model)
    rows = [
        _marks_of_wave(wave[wave["absence"] == ""], model, Luck(seed, str(alliance), str(name))).assign(
            alliance=alliance, wave=name
        )
        for (alliance, name), wave in found.groupby(WAVE, sort=False)
    ]
    return pd.concat(rows, ignore_index=True)[MARK_COLUMNS] if rows else pd.DataFrame(columns=MARK_COLUMNS)


def missing_for_next(estimates: pd.DataFrame, model: StageModel, seed: int = 0) -> pd.DataFrame:
    """Return what keeps each wave from the stage after its most likely one, the largest shortfall first.

    Returns
    -------
    frame
        Columns alliance, wave, stage, next_stage, mark, shown_by, shortfall, share_met, weight. ``shortfall`` is how
        many points the evidence stays under its cut-offs as written; a mark shown by low scores is one to be left
        behind. ``weight`` is the mark's weight in the rule of the next stage. A wave that is not placed, or is in the
        last stage, has no rows; nor has a mark that is not measured.
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


def _marks_of_wave(evidence: pd.DataFrame, model: StageModel, luck: Luck) -> pd.DataFrame:
    written = standings(evidence, evidence["mean"].to_numpy(float)[np.newaxis, :])
    drawn = standings(evidence, draw_means(evidence, model.conventions, luck)) if len(evidence) else {}
    moves = draw_moves(tuple(drawn), model.conventions, luck)
    passed = {mark: float((values >= moves[mark]).mean()) for mark, values in drawn.items()}
    rows = [
        (stage.id, mark.id, mark.shown_by, mark.id in written, *_one_mark(mark.id, written, passed))
        for stage in model.stages
        for mark in stage.marks
    ]
    table = pd.DataFrame(rows, columns=["stage", "mark", "shown_by", "measured", "standing", "passed"])
    met = table["passed"].where(table["shown_by"] == "high", 1 - table["passed"])
    verdict = np.where(table["measured"], verdicts(met.to_numpy(float), model.conventions.clear), "")
    return table.assign(share_met=met, verdict=verdict)


def _one_mark(
    mark: str, written: dict[str, "np.typing.NDArray[np.float64]"], passed: dict[str, float]
) -> tuple[float, float]:
    return (float(written[mark][0]), passed[mark]) if mark in written else (np.nan, np.nan)
