"""Who answered of those who were invited."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd


def response_rates(responses: pd.DataFrame, invited: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Return invited, answered and rate a group.

    Parameters
    ----------
    responses : frame, one row a respondent
        With columns alliance, wave, partner and level.
    invited : frame
        Columns alliance, wave, partner, level and invited (people).
    by : sequence of str
        Which of partner and level make the groups; empty for everybody.

    Returns
    -------
    frame
        Columns alliance, wave, the names in ``by``, invited, answered (people) and rate (0 to 1; NaN when
        more answered than were invited, which contradicts itself).
    """
    keys = ["alliance", "wave", *by]
    asked = invited.groupby(keys, sort=True)["invited"].sum()
    came = responses.dropna(subset=list(by)).groupby(keys, sort=True).size().rename("answered")
    table = pd.concat([asked, came], axis=1, join="outer").reset_index()
    table["answered"] = table["answered"].fillna(0).astype(int)
    rate = table["answered"] / table["invited"]
    return table.assign(rate=rate.where(table["answered"] <= table["invited"]))


def difference_needed(n: float, population: float, shift: float = 0.1) -> float:
    """Return how far the silent would have to differ from the others to move the mean of all by ``shift``.

    Returns NaN when nobody stayed silent or the population is unknown. In points of the scale.

    Examples
    --------
    >>> round(difference_needed(40, 50), 2)
    0.5
    """
    silent = population - n
    return shift * population / silent if silent > 0 else float("nan")
