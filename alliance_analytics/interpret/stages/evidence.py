"""What speaks for each mark, what against, and what was not measured."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.interpret.stages.draws import Luck, draw_means, draw_moves
from alliance_analytics.interpret.stages.finding import MEASURES, SCALE, WAVE, found_evidence
from alliance_analytics.model.stages import Conventions, StageModel

Floats = npt.NDArray[np.float64]
EVIDENCE_COLUMNS = [
    *WAVE, "stage", "mark", "shown_by", *SCALE, *MEASURES, "n", "cut_off", "share_met", "verdict", "basis",
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
        Columns alliance, wave, stage, mark, shown_by, scale, name, mean, ci_low, ci_high, n, cut_off, share_met,
        verdict, basis; only evidence that is there. ``share_met`` (0 to 1) is the share of draws in which this
        evidence alone would show the mark: at or above the moved cut-off, or below it where low scores show the mark.
        ``verdict`` is "for" or "against" the mark when that share is clear, else "unclear".
    """
    found = found_evidence(estimates, model)
    found = found[found["absence"] == ""]
    shares = [
        share_met(wave, model.conventions, Luck(seed, str(alliance), str(name)))
        for (alliance, name), wave in found.groupby(WAVE, sort=False)
    ]
    met = np.concatenate(shares) if shares else np.empty(0)
    verdict = verdicts(met, model.conventions.clear)
    return found.assign(share_met=met, verdict=verdict)[EVIDENCE_COLUMNS].reset_index(drop=True)


def missing_evidence(estimates: pd.DataFrame, model: StageModel) -> pd.DataFrame:
    """Return the evidence a model asks for and a wave does not have.

    Returns
    -------
    frame
        Columns alliance, wave, stage, mark, scale, name, reason: "not_asked" where the instrument has no such scale,
        "too_few_answers" where it has, but no mean with an interval may be known.
    """
    found = found_evidence(estimates, model)
    missing = found[found["absence"] != ""].rename(columns={"absence": "reason"})
    return missing[MISSING_COLUMNS].reset_index(drop=True)


def share_met(evidence: pd.DataFrame, conventions: Conventions, luck: Luck) -> Floats:
    """Return for each row of evidence the share of draws in which it shows its mark, shape (k,), 0 to 1."""
    moves = draw_moves(tuple(evidence["mark"].unique()), conventions, luck)
    moved = np.column_stack([moves[mark] for mark in evidence["mark"]]) + evidence["cut_off"].to_numpy(float)
    above = (draw_means(evidence, conventions, luck) >= moved).mean(axis=0)
    return np.where(evidence["shown_by"] == "high", above, 1 - above)


def verdicts(share: Floats, clear: float) -> npt.NDArray[np.str_]:
    """Return "for", "against" or "unclear" for shares of draws.

    Examples
    --------
    >>> verdicts(np.array([0.95, 0.5, 0.1]), 0.8).tolist()
    ['for', 'unclear', 'against']
    """
    return np.select([share >= clear, share <= 1 - clear], ["for", "against"], "unclear")
