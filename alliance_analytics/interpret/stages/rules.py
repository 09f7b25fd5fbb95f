"""From draws of means to draws of stages.

Evidence makes a mark's standing, the distance in points past its cut-offs; marks that stand past them reach
a stage. Both steps only ever rise with that distance, which is what makes a placement monotone.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.model.stages import Rule, StageModel

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]
TOLERANCE = 1e-9
"""Sums of weights differ by float noise; a share that is met exactly is met."""


def distances(evidence: pd.DataFrame, means: Floats) -> Floats:
    """Return how far each mean lies past its cut-off, on the side that leads to later stages.

    Parameters
    ----------
    evidence : frame, k rows
        Columns left_behind, shown_by, cut_off.
    means : array, shape (draws, k)
        Means in the order of ``evidence``.

    Returns
    -------
    array, shape (draws, k)
        In points; zero or more where a mark that is to show shows, or one to be left behind does not.
    """
    shown_high = evidence["shown_by"].to_numpy() == "high"
    sign = np.where(shown_high ^ evidence["left_behind"].to_numpy(bool), 1.0, -1.0)
    return np.asarray(sign * (means - evidence["cut_off"].to_numpy(float)), dtype=float)


def standings(evidence: pd.DataFrame, means: Floats) -> dict[str, Floats]:
    """Return the standing of each mark that has evidence.

    Parameters
    ----------
    evidence : frame, k rows
        Columns mark, weight and those of :func:`distances`.
    means : array, shape (draws, k)
        Means in the order of ``evidence``.

    Returns
    -------
    dict
        Mark to an array, shape (draws,): the weighted mean of the distances, in points. At zero or above the
        mark is met, or left behind.
    """
    distance = distances(evidence, means)
    weight = evidence["weight"].to_numpy(float)
    places = evidence.reset_index(drop=True).groupby("mark", sort=False).indices
    return {str(mark): np.average(distance[:, at], axis=1, weights=weight[at]) for mark, at in places.items()}


def stage_of_each_draw(model: StageModel, standing: Mapping[str, Floats]) -> Integers:
    """Return the place of the highest stage reached in each draw, shape (draws,); 0 is the first stage."""
    draws = len(next(iter(standing.values())))
    stage = np.zeros(draws, dtype=np.intp)
    for place, candidate in enumerate(model.stages):
        if candidate.reached_when is not None:
            stage[_is_reached(candidate.reached_when, standing)] = place
    return stage


def measured_share(rule: Rule, marks: Mapping[str, object]) -> float:
    """Return the share of a rule's weight, 0 to 1, whose marks have evidence."""
    total = sum(entry.weight for entry in rule.marks)
    return sum(entry.weight for entry in rule.marks if entry.mark in marks) / total


def _is_reached(rule: Rule, standing: Mapping[str, Floats]) -> npt.NDArray[np.bool_]:
    measured = [entry for entry in rule.marks if entry.mark in standing]
    weight = np.array([entry.weight for entry in measured])
    passed = np.array([standing[entry.mark] >= 0 for entry in measured])
    return np.asarray(weight @ passed >= rule.share * weight.sum() - TOLERANCE, dtype=bool)
