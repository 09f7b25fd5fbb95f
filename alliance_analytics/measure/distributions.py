"""How answers are spread over the options, with *don't know* and *not answered* apart."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

NO_OPINION = ("dont_know", "not_applicable")


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
    n = int(answers.notna().sum())
    counts = {f"share_{option}": float((answers == option).sum()) for option in range(1, points + 1)}
    shares = {name: count / n if n else float("nan") for name, count in counts.items()}
    no_opinion = int(missing.isin(NO_OPINION).sum())
    return {
        "item": item,
        "n": n,
        **shares,
        "dont_know": no_opinion,
        "not_answered": len(answers) - n - no_opinion,
    }
