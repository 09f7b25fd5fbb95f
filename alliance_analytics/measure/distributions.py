"""How answers are spread over the options, with *don't know* and *not answered* apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from alliance_analytics.measure.results import NAN, Floats, Reason

NO_OPINION = ("dont_know", "not_applicable")


@dataclass(frozen=True)
class LikertDistribution:
    """The answers to one item.

    Attributes
    ----------
    counts : tuple of int
        People an option, lowest first.
    shares : tuple of float
        Of the ``n`` people who chose an option, 0 to 1; NaN when nobody did.
    n, dont_know, not_answered : int
        People who chose an option, who said don't know or not applicable, who said nothing.
    mean, sd, median : float
        Of the answers; the standard deviation has divisor n - 1, and is NaN below two people.
    reason : str
        Why shares and mean are missing, or ''.
    """

    counts: tuple[int, ...]
    shares: tuple[float, ...]
    n: int
    dont_know: int
    not_answered: int
    mean: float
    sd: float
    median: float
    reason: Reason


def likert_distribution(
    answers: Floats, missing: Sequence[str] | None = None, *, scale_min: int = 1, scale_max: int = 5
) -> LikertDistribution:
    """Return how the answers to one item are spread.

    Parameters
    ----------
    answers : array, shape (n_people,)
        Answers on ``scale_min`` to ``scale_max``; NaN = no usable answer.
    missing : sequence of str, length n_people, optional
        Why an answer is NaN, ``''`` where it is not. Left out, every gap counts as not answered.
    scale_min, scale_max : int
        The lowest and the highest option.

    Returns
    -------
    LikertDistribution

    Notes
    -----
    docs/methods.md, "Answers to a statement".
    """
    given = answers[np.isfinite(answers)]
    n = len(given)
    counts = [int((given == option).sum()) for option in range(scale_min, scale_max + 1)]
    dont_know = 0 if missing is None else int(pd.Series(missing).isin(NO_OPINION).sum())
    return LikertDistribution(
        counts=tuple(counts),
        shares=tuple(count / n if n else NAN for count in counts),
        n=n,
        dont_know=dont_know,
        not_answered=len(answers) - n - dont_know,
        mean=float(given.mean()) if n else NAN,
        sd=float(given.std(ddof=1)) if n > 1 else NAN,
        median=float(np.median(given)) if n else NAN,
        reason="" if n else "no_answers",
    )


def answer_shares(
    responses: pd.DataFrame, missing: pd.DataFrame, items: Sequence[str], points: int
) -> pd.DataFrame:
    """Return one row an item.

    Parameters
    ----------
    responses : frame, one row a respondent
        One float column an item, as answered.
    missing : frame of str, same rows
        Why a cell of ``responses`` is NaN: ``''`` where it is not.
    items : sequence of str
        The items, in order. One that these responses lack is left out.
    points : int
        Number of answer options.

    Returns
    -------
    frame
        Columns item, n (people who chose an option), share_1 ... share_<points> (of n, 0 to 1), dont_know
        (people: don't know or not applicable) and not_answered (people).
    """
    present = [item for item in items if item in responses.columns]
    rows = [_row(item, responses[item], missing[item], points) for item in present]
    columns = [
        "item",
        "n",
        *(f"share_{option}" for option in range(1, points + 1)),
        "dont_know",
        "not_answered",
    ]
    return pd.DataFrame(rows, columns=columns)


def _row(item: str, answers: pd.Series, missing: pd.Series, points: int) -> dict[str, object]:
    found = likert_distribution(answers.to_numpy(float), list(missing), scale_max=points)
    shares = {f"share_{option}": share for option, share in enumerate(found.shares, start=1)}
    return {
        "item": item,
        "n": found.n,
        **shares,
        "dont_know": found.dont_know,
        "not_answered": found.not_answered,
    }
