"""What speaks for each mark, what against, and what was not measured."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.interpret.stages.draws import Luck, draw_means, draw_moves, for_each_wave
from alliance_analytics.interpret.stages.finding import MEASURES, SCALE, WAVE, found_evidence
from alliance_analytics.interpret.stages.rules import distances
from alliance_analytics.model.stages import Conventions, StageModel

Floats = npt.NDArray[np.float64]
EVIDENCE_COLUMNS = [
    *WAVE, "stage", "mark", "left_behind", *SCALE, *MEASURES, "n",
    "shown_by", "cut_off", "share_met", "verdict", "basis",
]  # fmt: skip
MISSING_COLUMNS = [*WAVE, "stage", "mark", *SCALE, "reason"]


def stage_evidence(estimates: pd.DataFrame, model: StageModel, seed: int = 0) -> pd.DataFrame:
    """Return each piece of evidence with what it says about its mark.

    Parameters
    ----------
    estimates, model, seed
        As for :func:`~alliance_analytics.interpret.stages.placement.stage_shares`; the same draws are used.

    Returns
    -------
    frame
        Columns alliance, wave, stage, mark, left_behind, scale, name, mean, ci_low, ci_high, n, shown_by,
        cut_off, share_met, verdict, basis; only evidence that is there. ``share_met`` (0 to 1) is the share
        of draws in which this evidence alone would show the mark: at or above the moved cut-off, or below
        it where ``shown_by`` is low. ``verdict`` is "for" or "against" the mark when that share is clear,
        else "unclear".
    """
    found = found_evidence(estimates, model)
    found = found[found["absence"] == ""]
    return for_each_wave(
        found, seed, lambda wave, luck: _speaking(wave, luck, model.conventions), EVIDENCE_COLUMNS
    )


def missing_evidence(estimates: pd.DataFrame, model: StageModel) -> pd.DataFrame:
    """Return the evidence a model asks for and a wave does not have.

    Returns
    -------
    frame
        Columns alliance, wave, stage, mark, scale, name, reason: "not_asked" where the instrument has no
        such scale, "too_few_answers" where it has, but no mean with an interval may be known.
    """
    found = found_evidence(estimates, model)
    missing = found[found["absence"] != ""].rename(columns={"absence": "reason"})
    return missing[MISSING_COLUMNS].reset_index(drop=True)


def verdicts(share: Floats, clear: float) -> npt.NDArray[np.str_]:
    """Return "for", "against" or "unclear" for shares of draws.

    Examples
    --------
    >>> verdicts(np.array([0.95, 0.5, 0.1]), 0.8).tolist()
    ['for', 'unclear', 'against']
    """
    return np.select([share >= clear, 1 - share >= clear], ["for", "against"], "unclear")


def _speaking(evidence: pd.DataFrame, luck: Luck, conventions: Conventions) -> pd.DataFrame:
    moves = draw_moves(tuple(evidence["mark"].unique()), conventions, luck)
    moved = np.column_stack([moves[mark] for mark in evidence["mark"]])
    passed = (distances(evidence, draw_means(evidence, conventions, luck)) >= moved).mean(axis=0)
    met = np.where(evidence["left_behind"], 1 - passed, passed)
    return evidence.assign(share_met=met, verdict=verdicts(met, conventions.clear))
