"""What tiering leaves unmanaged: alliances that nobody looks after, and those below each possible cut.

A cut saves hours and loses sight. Both are shown for every cut; which one is right is not computed.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from alliance_analytics.interpret.capacity.load import with_verdict
from alliance_analytics.interpret.capacity.staffing import Staffing, assigned, needed

UNMANAGED_COLUMNS = ["alliance", "criticality", "service_level", "services", "wholly"]
TIER_COLUMNS = [
    "cut", "managed", "left", "work_low", "work_high", "hours_low", "hours_high", "load_low", "load_high",
    "verdict",
]  # fmt: skip


def unmanaged(staffing: Staffing) -> pd.DataFrame:
    """Return the alliances that miss a service because nobody does it, the most critical first.

    Returns
    -------
    frame
        Columns of ``UNMANAGED_COLUMNS``: ``services`` (a tuple) are those nobody does, ``wholly`` says that
        these are all it is to get.
    """
    table = assigned(staffing)
    missing = table[table["person"].isna()].groupby("alliance", sort=False)["service"].agg(tuple)
    asked = table.groupby("alliance")["service"].nunique()
    found = staffing.alliances.merge(missing.rename("services"), left_on="alliance", right_index=True)
    wholly = [
        len(services) == asked[name]
        for name, services in zip(found["alliance"], found["services"], strict=True)
    ]
    ordered = found.assign(wholly=wholly).sort_values(
        "criticality", ascending=False, kind="stable", na_position="first", ignore_index=True
    )
    return ordered[UNMANAGED_COLUMNS]


def tiers(staffing: Staffing) -> pd.DataFrame:
    """Return what managing only alliances from some criticality up would ask, for each cut there is.

    Returns
    -------
    frame
        Columns of ``TIER_COLUMNS``, lowest cut first: ``managed`` alliances at or above ``cut``, ``left`` a
        tuple of those below it, work and hours of all people together. Alliances that were not rated are
        managed at every cut: what is unknown is not left alone.
    """
    rated = sorted(staffing.alliances["criticality"].dropna().unique())
    hours = staffing.people[["hours_low", "hours_high"]].sum()
    rows = [_tier(staffing, float(cut), hours) for cut in rated]
    return with_verdict(pd.DataFrame(rows, columns=TIER_COLUMNS[:7]))[TIER_COLUMNS]


def _tier(staffing: Staffing, cut: float, hours: pd.Series) -> tuple[object, ...]:
    below = staffing.alliances["criticality"] < cut
    work = needed(replace(staffing, alliances=staffing.alliances[~below]))[["hours_low", "hours_high"]].sum()
    left = tuple(staffing.alliances.loc[below, "alliance"])
    return (
        cut,
        int((~below).sum()),
        left,
        work["hours_low"],
        work["hours_high"],
        hours["hours_low"],
        hours["hours_high"],
    )
