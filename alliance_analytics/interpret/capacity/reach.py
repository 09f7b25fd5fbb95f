"""How many alliances can one person manage? Here, with these services and people: there is no constant."""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.interpret.capacity.staffing import Staffing, needed, specialists

MIX = "mix"
"""The portfolio as it is, all service levels together."""
REACH_COLUMNS = ["level", "alliances", "effort_low", "effort_high", "hours_low", "hours_high", "low", "high"]


def reach(staffing: Staffing) -> pd.DataFrame:
    """Return how many alliances of each service level one person can manage, and of the mix there is.

    Parameters
    ----------
    staffing : Staffing
        The portfolio.

    Returns
    -------
    frame
        Columns of ``REACH_COLUMNS``, a row for each level that occurs and one for the mix. ``effort`` is what
        one such alliance asks of its manager, in hours a month, without what specialists do; ``hours`` is the
        mean time of those who manage whole alliances; ``low`` and ``high`` are whole alliances (floats, NaN
        where nobody manages, or an alliance asks for nothing).
    """
    table = needed(staffing)
    own = table[~table["service"].isin(list(specialists(staffing)))]
    effort = own.groupby("alliance")[["hours_low", "hours_high"]].sum()
    asked = staffing.alliances.set_index("alliance")[["service_level"]].join(effort).fillna(
        {"hours_low": 0.0, "hours_high": 0.0}
    )  # fmt: skip
    hours = _managers(staffing)[["hours_low", "hours_high"]].mean()
    groups = [
        *((str(level), part) for level, part in asked.groupby("service_level", sort=False)),
        (MIX, asked),
    ]
    return pd.DataFrame([_row(level, part, hours) for level, part in groups], columns=REACH_COLUMNS)


def _managers(staffing: Staffing) -> pd.DataFrame:
    """Return the people who manage whole alliances: all but specialists."""
    return staffing.people[staffing.people["services"].map(len).eq(0)]


def _row(level: str, part: pd.DataFrame, hours: pd.Series) -> tuple[object, ...]:
    low, high = part["hours_low"].mean(), part["hours_high"].mean()
    reached = _whole(hours["hours_low"], high), _whole(hours["hours_high"], low)
    return level, len(part), low, high, hours["hours_low"], hours["hours_high"], *reached


def _whole(hours: float, effort: float) -> float:
    """Return how many whole alliances fit; a hair below a whole number is that number."""
    return float(np.floor(hours / effort + 1e-9)) if effort > 0 else float("nan")
