"""The share of draws that falls in each stage, wave by wave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.interpret.stages.draws import Luck, draw_means, draw_moves, for_each_wave
from alliance_analytics.interpret.stages.finding import WAVE, answered, found_evidence
from alliance_analytics.interpret.stages.rules import measured_share, stage_of_each_draw, standings
from alliance_analytics.measure.keyed_rows import places_of_largest
from alliance_analytics.model.identified import ids
from alliance_analytics.model.stages import StageModel

Floats = npt.NDArray[np.float64]
SHARE_COLUMNS = [*WAVE, "stage", "share", "low", "high", "placed", "reason"]
SHIFTS = (-1.0, -0.5, 0.0, 0.5, 1.0)
"""Parts of the cut-off move at which all cut-offs are laid at once, for the range of a share."""


def stage_shares(estimates: pd.DataFrame, model: StageModel, seed: int = 0) -> pd.DataFrame:
    """Return the share of draws in each stage, given these conventions.

    Parameters
    ----------
    estimates : frame
        As ``estimates`` or ``released``, of one or more waves; see
        :func:`~alliance_analytics.interpret.stages.finding.found_evidence`.
    model : StageModel
        Fitted to the instrument.
    seed : int
        With alliance and wave, it fixes the random numbers.

    Returns
    -------
    frame
        Columns alliance, wave, stage, share, low, high, placed, reason; one row a wave and stage, in order.
        ``share`` (0 to 1) is over who answered and over cut-offs that move; ``low`` and ``high`` are the
        ends of its range when all cut-offs lie low, as written, or high at once. Where not placed these are
        NaN, and the reason is "not_asked" (the instrument holds none of the evidence), "too_few_answers"
        (it does, but no mean may be known) or "too_little_evidence" (the marks measured carry less weight
        than the conventions ask for).

    Notes
    -----
    A placement is monotone: with the half-widths of the intervals held, raising one mean never moves weight
    to an earlier stage. It rests on *Mastering Alliances* 4.7 for stages and marks, and on this project's
    conventions for everything that counts.
    """
    found = found_evidence(estimates, model)
    return for_each_wave(found, seed, lambda wave, luck: _place_wave(wave, luck, model), SHARE_COLUMNS)


def most_likely_stage(shares: pd.DataFrame) -> pd.DataFrame:
    """Return the stage with the largest share, one row a wave; of equals the earliest stage.

    Returns
    -------
    frame
        The columns of :func:`stage_shares`; the stage is missing where a wave is not placed.
    """
    largest = places_of_largest(shares, WAVE, shares["share"].fillna(0).tolist())
    chosen = shares.iloc[[*largest.values()]].reset_index(drop=True)
    return chosen.assign(stage=chosen["stage"].where(chosen["placed"]))


def _place_wave(wave: pd.DataFrame, luck: Luck, model: StageModel) -> pd.DataFrame:
    evidence = wave[wave["absence"] == ""]
    reason = _why_not(wave, model)
    columns = _not_placed() if reason else _placed(evidence, luck, model)
    return pd.DataFrame({"stage": ids(model.stages), **columns, "placed": not reason, "reason": reason})


def _why_not(wave: pd.DataFrame, model: StageModel) -> str:
    absence = wave["absence"].to_numpy()
    asked = absence[answered(wave)]  # blocks and reports alone place nobody
    if (asked == "not_asked").all():
        return "not_asked"
    if not (asked == "").any():
        return "too_few_answers"
    rules = [stage.reached_when for stage in model.stages if stage.reached_when]
    marks = dict.fromkeys(wave["mark"].to_numpy()[absence == ""])
    enough = all(measured_share(rule, marks) >= model.conventions.measured for rule in rules)
    return "" if enough else "too_little_evidence"


def _not_placed() -> dict[str, Any]:
    return dict.fromkeys(["share", "low", "high"], np.nan)


def _placed(evidence: pd.DataFrame, luck: Luck, model: StageModel) -> dict[str, Any]:
    standing = standings(evidence, draw_means(evidence, model.conventions, luck))
    share = _shares(model, standing, draw_moves(tuple(standing), model.conventions, luck))
    shifts = [dict.fromkeys(standing, model.conventions.cut_off_move * part) for part in SHIFTS]
    every = np.array([share, *(_shares(model, standing, shift) for shift in shifts)])
    return {"share": share, "low": every.min(axis=0), "high": every.max(axis=0)}


def _shares(model: StageModel, standing: Mapping[str, Floats], moves: Mapping[str, Floats | float]) -> Floats:
    moved = {mark: value - moves[mark] for mark, value in standing.items()}
    stages = stage_of_each_draw(model, moved)
    return np.bincount(stages, minlength=len(model.stages)) / len(stages)
