"""Whether a pillar moved: a change in three words, with room for *can't tell*."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.critical_values import critical_t, p_of_t
from alliance_analytics.measure.multiplicity import p_adjust

MOVED, NOT_MOVED, CANNOT_TELL = "moved", "not_moved", "cannot_tell"
MATTERS = 0.25
"""The smallest rise that matters, in points of a scale from 1 to 5 (our convention)."""
POINTS = 5
DOUBT = 0.05
MOVEMENT_COLUMNS = ["pillar", "movement", "change", "ci_low", "ci_high"]

Words = npt.NDArray[np.str_]


def smallest_rise(points: int) -> float:
    """Return the smallest rise that matters on a scale of so many points."""
    return MATTERS * (points - 1) / (POINTS - 1)


def movements(change: pd.Series, ci_high: pd.Series, rose: pd.Series, points: int = POINTS) -> Words:
    """Return what became of some scales.

    Parameters
    ----------
    change, ci_high : Series
        Change of each mean in points, and the upper end of its interval; NaN where hidden.
    rose : Series
        Whether the rise stands beyond doubt.
    points : int
        Answer options of the instrument.

    Returns
    -------
    array of str
        "moved": it rose beyond doubt. "not_moved": the interval ends below the smallest rise that matters, so
        that it stood still or fell. "cannot_tell": neither, or no change may be known.
    """
    known = (change.notna() & ci_high.notna()).to_numpy(bool)
    up = known & rose.fillna(False).to_numpy(bool) & (change > 0).to_numpy(bool)
    still = known & (ci_high < smallest_rise(points)).to_numpy(bool)
    return np.select([up, still], [MOVED, NOT_MOVED], CANNOT_TELL)


def pillar_movements(changes: pd.DataFrame, points: int = POINTS) -> pd.DataFrame:
    """Return what became of each pillar since the wave before.

    Parameters
    ----------
    changes : frame
        Released changes of one wave: columns scale, name, change, ci_low, ci_high, moved and shown.
    points : int
        Answer options of the instrument.

    Returns
    -------
    frame
        Columns pillar, movement, change, ci_low, ci_high; no rows without a wave before.
    """
    pillars = changes[changes["scale"] == "pillar"]
    numbers = {
        name: pillars[name].where(pillars["shown"].astype(bool)) for name in ("change", "ci_low", "ci_high")
    }
    told = pillars.assign(**numbers).rename(columns={"name": "pillar"})
    movement = movements(told["change"], told["ci_high"], told["moved"].astype(bool), points)
    return told.assign(movement=movement)[MOVEMENT_COLUMNS].reset_index(drop=True)


def change_of_shown(before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """Return how means that two waves show differ, from what each of them shows alone.

    Parameters
    ----------
    before, now : frame
        Released estimates of everybody: columns name, mean, sd (points; NaN where hidden) and n.

    Returns
    -------
    frame
        Columns name, change, ci_low, ci_high, moved and shown, one row a scale of ``now``. Welch's interval
        at 95%, as if no person answered twice: wider than one over the same people, and made of nothing but
        what is on a page already. ``moved`` holds for all scales together (Holm); no interval and no verdict
        where the spread of either wave is hidden.
    """
    both = now.merge(before, on="name", how="left", suffixes=("", "_before"))
    mean, sd, n, was, was_sd, was_n = (
        both[f"{name}{part}"].to_numpy(float) for part in ("", "_before") for name in ("mean", "sd", "n")
    )
    parts, change = (sd**2 / n, was_sd**2 / was_n), mean - was
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(parts[0] + parts[1])
        freedom = error**4 / (parts[0] ** 2 / (n - 1) + parts[1] ** 2 / (was_n - 1))
        p = np.array([p_of_t(*pair) for pair in zip(change / error, freedom, strict=True)])
    half = np.array([critical_t(1 - DOUBT, each) for each in freedom]) * error
    return pd.DataFrame(
        {
            "name": both["name"],
            "change": change,
            "ci_low": change - half,
            "ci_high": change + half,
            "moved": p_adjust(p) < DOUBT,
            "shown": np.isfinite(change),
        }
    )


def beside(entries: pd.DataFrame, moved: pd.DataFrame) -> pd.DataFrame:
    """Return entries that name a pillar with what became of it; "cannot_tell" where none or nothing is known.

    Parameters
    ----------
    entries : frame
        With a column pillar, None where an entry names none.
    moved : frame
        As from :func:`pillar_movements`.
    """
    joined = entries.merge(moved, on="pillar", how="left")
    return joined.assign(movement=joined["movement"].fillna(CANNOT_TELL))
