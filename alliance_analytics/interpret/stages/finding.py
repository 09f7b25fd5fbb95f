"""What a stage model asks for, laid beside what the estimates hold."""

from __future__ import annotations

from typing import NoReturn

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.errors import ParameterError
from alliance_analytics.measure.keyed_rows import keys_in
from alliance_analytics.model.stages import OTHER_SCALES, StageModel

WAVE = ["alliance", "wave"]
SCALE = ["scale", "name"]
GROUPS = ("partner", "level", "link")
MEASURES = ["mean", "ci_low", "ci_high"]
NOWHERE = -1
ENTRY = [*SCALE, "shown_by", "cut_off", "weight", "basis"]


def asked_evidence(model: StageModel) -> pd.DataFrame:
    """Return the evidence a model asks for, one row each, in the order of its file.

    Returns
    -------
    frame
        Columns stage, mark, left_behind, scale, name, shown_by (high or low), cut_off, weight, basis.
    """
    rows = [
        (stage.id, mark.id, mark.left_behind, *(getattr(entry, name) for name in ENTRY))
        for stage in model.stages
        for mark in stage.marks
        for entry in mark.evidence
    ]
    return pd.DataFrame(rows, columns=["stage", "mark", "left_behind", *ENTRY])


def found_evidence(estimates: pd.DataFrame, model: StageModel) -> pd.DataFrame:
    """Return every piece of evidence a model asks for, once a wave, with its estimate where there is one.

    Parameters
    ----------
    estimates : frame
        As ``estimates`` or ``released``: one row a group and scale, items turned so that higher is better.
        Only rows of everybody (partner, level and link missing) are taken.
    model : StageModel
        Fitted to the instrument (:meth:`StageModel.fitted_to`); otherwise its statements are not found.

    Returns
    -------
    frame
        Columns alliance, wave, those of :func:`asked_evidence`, mean, ci_low, ci_high, n and absence: ""
        where a mean with its interval is known, "not_asked" where the wave has no such scale ("not_told"
        where it is no matter of answers, as a building block is), "too_few_answers" where it has one without
        a mean or interval. Waves in order, then the order of the model's file.

    Raises
    ------
    ParameterError
        If a wave has two estimates of one scale.
    """
    waves = estimates[WAVE].drop_duplicates().sort_values(WAVE)
    asked, known = asked_evidence(model), _everybody(estimates).reset_index(drop=True)
    places = {key: place for place, key in enumerate(keys_in(known, [*WAVE, *SCALE]))}
    if len(places) < len(known):
        _refuse_two_estimates(known)
    entries = list(keys_in(asked, SCALE))
    at = [places.get((*wave, *entry), NOWHERE) for wave in keys_in(waves, WAVE) for entry in entries]
    found = [
        waves.iloc[np.repeat(np.arange(len(waves)), len(asked))].reset_index(drop=True),
        asked.iloc[np.tile(np.arange(len(asked)), len(waves))].reset_index(drop=True),
        known[[*MEASURES, "n"]].reindex(at).reset_index(drop=True),
    ]
    return _with_absence(pd.concat(found, axis=1), np.array(at, dtype=int) != NOWHERE)


def answered(found: pd.DataFrame) -> pd.Series[bool]:
    """Return which pieces of evidence rest on answers to statements."""
    return ~found["scale"].isin(OTHER_SCALES)


def _everybody(estimates: pd.DataFrame) -> pd.DataFrame:
    groups = [name for name in GROUPS if name in estimates.columns]
    return estimates[estimates[groups].isna().all(axis=1)]


def _with_absence(found: pd.DataFrame, present: npt.NDArray[np.bool_]) -> pd.DataFrame:
    usable = np.isfinite(found[MEASURES].to_numpy(float)).all(axis=1)
    unknown = np.where(answered(found), "not_asked", "not_told")
    absence = np.where(present, "too_few_answers", unknown)
    return found.assign(absence=np.where(usable, "", absence).astype(object))


def _refuse_two_estimates(known: pd.DataFrame) -> NoReturn:
    first = known[known.duplicated([*WAVE, *SCALE])].iloc[0]
    raise ParameterError(
        "A wave has two estimates of the same scale.",
        where=f"{first['alliance']}, {first['wave']}",
        found=f"{first['scale']} {first['name']}",
        allowed="one row a wave and scale for everybody together",
        remedy="Pass the estimates of one release, with one method.",
    )
