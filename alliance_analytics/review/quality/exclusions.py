"""What leaving records out does to the scores: the means with and without them.

A mean with some people and a mean without them tell the mean of these people. So it is told only of enough
of them, beside enough others, and for each scale apart: who broke off half-way has a score on some scales
only. Who refused consent is not looked at at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from alliance_analytics.intake.rows import REVERSIBLE
from alliance_analytics.measure.scores import score_scales
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.release_rule import ReleaseRule
from alliance_analytics.workspace import Workspace

NUMBERS = ("people", "n_without", "mean_without", "n_with", "mean_with", "difference")
LOOKED_AT: tuple[str, ...] = tuple(reason for reason in REVERSIBLE if reason != "refused_consent")
EFFECT_COLUMNS = ["reason", "name", *NUMBERS, "shown", "why"]


def exclusion_effects(workspace: Workspace, alliance: str, wave: str) -> pd.DataFrame:
    """Return what each reason for leaving records out does to the overall dimension scores of a wave.

    Parameters
    ----------
    workspace : Workspace
        Where the files are.
    alliance, wave : str
        Which wave.

    Returns
    -------
    frame
        As of :func:`effects_of`.

    Raises
    ------
    AllianceError
        If the wave cannot be read.
    """
    counted = workspace.survey(alliance, wave)
    reasons = [reason for reason in LOOKED_AT if counted.excluded.get(reason)]
    kept = {reason: workspace.survey(alliance, wave, keep_rows=[reason]).responses for reason in reasons}
    instrument, rule = workspace.instrument(alliance, wave), workspace.rule(alliance, wave)
    return effects_of(counted.responses, kept, instrument, rule)


def effects_of(
    without: pd.DataFrame, kept: Mapping[str, pd.DataFrame], instrument: Instrument, rule: ReleaseRule
) -> pd.DataFrame:
    """Return the overall dimension scores with and without the records left out for each reason.

    Parameters
    ----------
    without : frame, one row a respondent
        The responses that count.
    kept : mapping of str to frame
        Reason to the responses that would count if its records did.
    instrument : Instrument
        Whose dimensions are scored.
    rule : ReleaseRule
        Its minima hold for the people concerned as for those who are left.

    Returns
    -------
    frame
        One row a reason and dimension: reason, name, people (left out, with a score), n_without,
        mean_without, n_with, mean_with, difference (with minus without), shown, and why not: ``''`` or
        ``too_few``. What is not shown is NaN.
    """
    fewest = max(rule.score_minimum, rule.subtraction_minimum)
    rows = [
        row
        for reason, responses in kept.items()
        for row in _effects(reason, _scores(without, instrument), _scores(responses, instrument), fewest)
    ]
    return pd.DataFrame(rows, columns=EFFECT_COLUMNS)


def _scores(responses: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    scores = score_scales(responses, instrument.scales("dimension"), instrument.turned, instrument.points)
    return scores.set_axis(pd.Index(responses["person"].astype(object), name="person"))


def _effects(
    reason: str, without: pd.DataFrame, kept: pd.DataFrame, fewest: int
) -> Iterator[dict[str, object]]:
    for name in without.columns:
        before, after = without[name].dropna(), kept[name].dropna()
        people, means = _people(reason, before, after), (before.mean(), after.mean())
        numbers = (people, len(before), means[0], len(after), means[1], means[1] - means[0])
        shown = min(people, len(before)) >= fewest
        told = numbers if shown else (float("nan"),) * len(NUMBERS)
        yield {
            "reason": reason,
            "name": name,
            **dict(zip(NUMBERS, map(float, told), strict=True)),
            "shown": shown,
            "why": "" if shown else "too_few",
        }


def _people(reason: str, before: pd.Series, after: pd.Series) -> int:
    """Return how many people surely stand behind the records that are left out.

    Whoever is known counts once. Repeated records of nobody known may all be one person's.
    """
    more = after.index.value_counts().sub(before.index.value_counts(), fill_value=0)
    unknown = int(np.sum(after.index.isna()) - np.sum(before.index.isna()))
    return int((more > 0).sum()) + (0 if reason == "duplicate" else unknown)
