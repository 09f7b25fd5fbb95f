"""From answers to scores: one number a respondent and scale.

A score is the mean of the statements somebody answered, provided at least half of the scale's statements were
answered (person-mean imputation; Graham 2009, Annual Review of Psychology 60, p. 564). Statements that
describe the bad end are turned first.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
MINIMUM_SHARE = 0.5
"""Share of a scale's statements that must be answered (Graham 2009, p. 564)."""
AT_A_TIME = 2**16
"""People whose answers stand side by side at once."""


def turn(answers: Floats, lowest: float, highest: float) -> Floats:
    """Return answers mirrored on their scale: ``lowest + highest - answer``.

    Examples
    --------
    >>> turn(np.array([1.0, 4.0]), 1, 5)
    array([5., 2.])
    """
    return lowest + highest - answers


def scale_score(answers: Floats, minimum_share: float = MINIMUM_SHARE) -> Floats:
    """Return the mean of the answered statements of each respondent.

    Parameters
    ----------
    answers : array, shape (n_respondents, n_items)
        Answers already turned; NaN = no usable answer.
    minimum_share : float
        Share of the items, 0 to 1, that must be answered for a score to exist.

    Returns
    -------
    array, shape (n_respondents,)
        On the scale of the answers; NaN where too few were answered.

    Examples
    --------
    >>> scale_score(np.array([[4.0, 5.0, np.nan, np.nan], [4.0, np.nan, np.nan, np.nan]]))
    array([4.5, nan])
    """
    answered = np.isfinite(answers).sum(axis=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a row of NaN only has no mean, and gets none
        mean = np.nanmean(answers, axis=1)
    return np.where(answered >= minimum_share * answers.shape[1], mean, np.nan)


def turned_answers(responses: pd.DataFrame, turned: Collection[str], points: int) -> pd.DataFrame:
    """Return a copy of ``responses`` in which 1 is the bad end of every item and ``points`` the good end."""
    columns = [name for name in responses.columns if name in turned]
    return responses.assign(**{name: turn(responses[name].to_numpy(float), 1, points) for name in columns})


def score_scales(
    responses: pd.DataFrame, scales: Mapping[str, Sequence[str]], turned: Collection[str], points: int
) -> pd.DataFrame:
    """Return one score a respondent and scale.

    Parameters
    ----------
    responses : frame, one row a respondent
        With one float column an item, 1 to ``points`` as answered.
    scales : mapping
        Scale name to the ids of its items. An item that these responses lack counts as not answered.
    turned : collection of str
        Items whose wording describes the bad end.
    points : int
        Number of answer options.

    Returns
    -------
    frame, one row a respondent, one float column a scale
        On 1 to ``points``; NaN where fewer than half of the items were answered.
    """
    asked = [item for item in dict.fromkeys(chain.from_iterable(scales.values())) if item in responses]
    places = {item: place for place, item in enumerate(asked)}
    found = np.empty((len(scales), len(responses)))
    for start in range(0, len(responses), AT_A_TIME):
        some = slice(start, start + AT_A_TIME)
        answers = responses[asked].iloc[some].to_numpy(float, na_value=np.nan).T.copy()
        for item in {*asked} & {*turned}:
            answers[places[item]] = turn(answers[places[item]], 1, points)
        for row, items in zip(found, scales.values(), strict=True):
            row[some] = _scale(answers, [places[item] for item in items if item in places], len(items))
    return pd.DataFrame(found.T, index=responses.index, columns=[*scales], copy=False)


def _scale(answers: Floats, rows: Sequence[int], items: int) -> Floats:
    """Return the scores of some people on one scale, from one row of answers an item that was asked."""
    total, answered = np.zeros(answers.shape[1]), np.zeros(answers.shape[1], dtype=np.int16)
    for row in rows:
        known = np.isfinite(answers[row])
        np.add(total, answers[row], out=total, where=known)
        answered += known
    np.divide(total, answered, out=total, where=answered > 0)
    total[(answered < MINIMUM_SHARE * items) | (answered == 0)] = np.nan
    return total
