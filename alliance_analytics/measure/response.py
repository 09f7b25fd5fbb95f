"""Who answered of those who were invited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd

from alliance_analytics.measure.keyed_rows import keys_in


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
    asked, came = invited_of_groups(invited, keys), Counter(keys_in(responses, keys))
    uncounted = [group for group in came if group not in asked and pd.notna([*group]).all()]
    groups = [*sorted(asked), *sorted(uncounted)]
    table = pd.DataFrame(groups, columns=keys).assign(
        invited=[asked.get(group, np.nan) for group in groups], answered=[came[group] for group in groups]
    )
    rate = table["answered"] / table["invited"]
    return table.assign(rate=rate.where(table["answered"] <= table["invited"]))


def invited_of_groups(invited: pd.DataFrame, keys: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return how many were invited a group, by its values in the columns ``keys``."""
    found: Counter[tuple[str, ...]] = Counter()
    for group, people in zip(keys_in(invited, keys), invited["invited"].tolist(), strict=True):
        found[group] += people
    return dict(found)


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
