"""How carefully a questionnaire was answered: what was left out, and how often one option was ticked.

Nothing here leaves anybody out: it lets somebody see what treating the data otherwise would do.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.scores import turned_answers

Floats = npt.NDArray[np.float64]
KINDS = ("dont_know", "not_applicable", "blank", "not_shown")
"""Why there is no usable answer; one that could not be read counts as blank."""
FASTEST = 0.2
"""Share of the people who are looked at as the fastest. Our convention."""


def unanswered(missing: pd.DataFrame, items: Collection[str]) -> pd.DataFrame:
    """Return how much of some items each respondent did not answer, by kind.

    Parameters
    ----------
    missing : frame of str, one row a respondent, one column an item
        Why there is no answer, or ''.
    items : collection of str
        Those that ``missing`` lacks are left out.

    Returns
    -------
    frame, same rows, one column each of ``KINDS``
        Share of the items, 0 to 1.
    """
    read = missing[[item for item in items if item in missing]].replace("unreadable", "blank")
    return pd.DataFrame({kind: (read == kind).mean(axis=1) for kind in KINDS}, index=missing.index)


def share_missing(responses: pd.DataFrame, items: Collection[str]) -> Floats:
    """Return the share of the items, 0 to 1, that each respondent gave no usable answer to; shape (n,)."""
    asked = [item for item in items if item in responses]
    missing: Floats = responses[asked].isna().to_numpy().mean(axis=1)
    return missing


def filled_scores(
    responses: pd.DataFrame, items: Sequence[str], turned: Collection[str], *, fill: float, points: int
) -> Floats:
    """Return each respondent's mean over all items, with ``fill`` in the place of every missing answer.

    Parameters
    ----------
    responses : frame, one row a respondent
        As answered, 1 to ``points``; NaN = no usable answer.
    items : sequence of str
        The items of the scale.
    turned : collection of str
        Items whose wording describes the bad end.
    fill : float
        The answer taken for granted, after turning: 1 for the worst case, ``points`` for the best.
    points : int
        Number of answer options.

    Returns
    -------
    array, shape (n,)
        On 1 to ``points`` (Manski 1989, Journal of Human Resources 24, 343-360).
    """
    asked = [item for item in items if item in responses]
    answers = turned_answers(responses[asked], turned, points).to_numpy(float)
    means: Floats = np.where(np.isfinite(answers), answers, fill).mean(axis=1)
    return means


def most_used_share(responses: pd.DataFrame, items: Collection[str]) -> Floats:
    """Return the share of each respondent's answers, 0 to 1, that are the option used most; NaN for none.

    Shape (n,). Who ticks one option all the way down has 1.

    Examples
    --------
    >>> most_used_share(pd.DataFrame({"a": [4.0, 1.0], "b": [4.0, 2.0], "c": [4.0, 1.0]}), ["a", "b", "c"])
    array([1.        , 0.66666667])
    """
    answers = responses[[item for item in items if item in responses]].to_numpy(float)
    options = np.unique(answers[np.isfinite(answers)])
    if not options.size:
        return np.full(len(responses), np.nan)
    most = np.max([(answers == option).sum(axis=1) for option in options], axis=0)
    answered = np.isfinite(answers).sum(axis=1)
    shares: Floats = np.divide(most, answered, out=np.full(len(answers), np.nan), where=answered > 0)
    return shares


def fastest(seconds: pd.Series) -> npt.NDArray[np.bool_]:
    """Return who belongs to the fastest fifth of those whose time is known; shape (n,).

    Parameters
    ----------
    seconds : Series of float
        How long each respondent took; NaN = not known.
    """
    known = seconds.to_numpy(float)
    count = int(FASTEST * np.isfinite(known).sum())
    slowest = np.sort(known[np.isfinite(known)])[:count]
    return known <= slowest[-1] if count else np.zeros(len(known), dtype=bool)
