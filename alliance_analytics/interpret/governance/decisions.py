"""Decisions by the day they were due: taken in time, late, or still open."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd

from alliance_analytics.interpret.governance.quarters import quarter_of, quarters

IN_TIME, LATE, OPEN, OVERDUE, UNDATED = "in_time", "late", "open", "overdue", "undated"
DELAY_COLUMNS = ["alliance", "decision", "due", "taken", "state", "days"]
DELAY_TREND_COLUMNS = ["quarter", "due", "in_time", "late", "overdue", "median_days", "low", "high"]


def decision_delays(told: pd.DataFrame, day: datetime.date) -> pd.DataFrame:
    """Return what became of each decision by a day.

    Parameters
    ----------
    told : frame
        Columns alliance, decision, due and taken; dates, None where not told.
    day : date
        The day of the review.

    Returns
    -------
    frame
        Columns of ``DELAY_COLUMNS``. ``state`` is "in_time", "late", "open", "overdue" (not taken, its day
        past) or "undated". ``days`` is the delay in days: negative where a decision fell early, so far where
        it is overdue, NaN where it cannot be told.
    """
    states = [_state(due, taken, day) for due, taken in zip(told["due"], told["taken"], strict=True)]
    days = [
        _days(state, due, taken, day)
        for state, due, taken in zip(states, told["due"], told["taken"], strict=True)
    ]
    return told.assign(state=states, days=pd.Series(days, index=told.index, dtype=float))[DELAY_COLUMNS]


def delay_trend(delays: pd.DataFrame) -> pd.DataFrame:
    """Return a row a quarter in which decisions were due.

    Parameters
    ----------
    delays : frame
        As from :func:`decision_delays`.

    Returns
    -------
    frame
        Columns of ``DELAY_TREND_COLUMNS``: counts, and the median delay with the first and third quartile,
        in days, of those taken or overdue. An overdue decision is late by at least so much: its delay still
        grows.
    """
    dated = delays[delays["state"].isin([IN_TIME, LATE, OVERDUE])]
    dated = dated.assign(quarter=[quarter_of(due) for due in dated["due"]])
    rows = []
    for quarter in quarters(dated["quarter"]):
        own = dated[dated["quarter"] == quarter]
        counts = [int((own["state"] == state).sum()) for state in (IN_TIME, LATE, OVERDUE)]
        limits = np.quantile(own["days"], (0.5, 0.25, 0.75)) if len(own) else (np.nan,) * 3
        rows.append((quarter, len(own), *counts, *limits))
    return pd.DataFrame(rows, columns=DELAY_TREND_COLUMNS)


def _state(due: datetime.date | None, taken: datetime.date | None, day: datetime.date) -> str:
    if due is None:
        return UNDATED
    if taken is None:
        return OVERDUE if due < day else OPEN
    return IN_TIME if taken <= due else LATE


def _days(state: str, due: datetime.date | None, taken: datetime.date | None, day: datetime.date) -> float:
    if due is None or state == OPEN:
        return float("nan")
    return float(((taken or day) - due).days)
