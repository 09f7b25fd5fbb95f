"""When a rating is looked at again: on the day that was agreed, or else on the cadence of the front door."""

from __future__ import annotations

import calendar
import datetime

import pandas as pd

from alliance_analytics.model.front_door import Cadence


def next_revisit(
    agreed: datetime.date | None, rated: datetime.date | None, rounds: int, cadence: Cadence
) -> datetime.date | None:
    """Return the day by which a relation is rated again; None when nobody said when it was rated.

    Parameters
    ----------
    agreed : date or None
        What the register says.
    rated : date or None
        Of the newest round.
    rounds : int
        Rounds so far, 1 or more: the first rating rests on assumptions and is looked at again sooner.
    cadence : Cadence
        Months after the first round, and after later ones.
    """
    if agreed is not None and pd.notna(agreed):
        return agreed
    if rated is None or pd.isna(rated):
        return None
    return months_later(rated, cadence.first_after_months if rounds == 1 else cadence.then_every_months)


def months_later(day: datetime.date, months: int) -> datetime.date:
    """Return the same day so many months later, or the last one of that month.

    Examples
    --------
    >>> months_later(datetime.date(2025, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return datetime.date(day.year + years, month + 1, min(day.day, last))
