"""What each person is asked to do beside the time there is: a range, and whether it fits within it.

The lower end takes every estimate of work at its lowest and every estimate of time at its highest, the upper
end the reverse. Between them nothing is claimed: estimates of hours are guesses, and no guess is averaged.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.interpret.capacity.staffing import Staffing, assigned

FITS, CANNOT_TELL, TOO_MUCH = "fits", "cannot_tell", "too_much"
LOAD_COLUMNS = [
    "person", "alliances", "work_low", "work_high", "hours_low", "hours_high", "load_low", "load_high",
    "verdict",
]  # fmt: skip
Floats = npt.NDArray[np.float64]


def loads(staffing: Staffing) -> pd.DataFrame:
    """Return one row a person.

    Parameters
    ----------
    staffing : Staffing
        The portfolio.

    Returns
    -------
    frame
        Columns of ``LOAD_COLUMNS``. ``alliances`` counts those a person does anything for; work and hours are
        hours a month; load is work over hours, 1 for just full, NaN for somebody whose hours are unknown.
        ``verdict`` is "fits" (up to 1 at worst), "too_much" (over 1 at best) or "cannot_tell".
    """
    work = assigned(staffing).groupby("person", as_index=False).agg(
        alliances=("alliance", "nunique"), work_low=("hours_low", "sum"), work_high=("hours_high", "sum")
    )  # fmt: skip
    table = staffing.people[["person", "hours_low", "hours_high"]].merge(work, on="person", how="left")
    counts = {name: table[name].fillna(0) for name in ("alliances", "work_low", "work_high")}
    return with_verdict(table.assign(**counts).astype({"alliances": int}))[LOAD_COLUMNS]


def with_verdict(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of work and hours with load_low, load_high and verdict."""
    names = ("work_low", "work_high", "hours_low", "hours_high")
    work_low, work_high, hours_low, hours_high = (table[name].to_numpy(float) for name in names)
    low, high = load_of(work_low, hours_high), load_of(work_high, hours_low)
    return table.assign(
        load_low=low, load_high=high, verdict=np.select([high <= 1, low > 1], [FITS, TOO_MUCH], CANNOT_TELL)
    )


def load_of(work: Floats, hours: Floats) -> Floats:
    """Return work over hours: 0 without work, infinite for work without hours, NaN for unknown hours."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where((work == 0) & ~np.isnan(hours), 0.0, work / hours)
