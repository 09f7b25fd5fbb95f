"""Where each assumption stands on a day: confirmed, refuted, open or overdue; the oldest unchecked first."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd

ORDER = ("overdue", "open", "refuted", "confirmed")
"""First what asks for something, then what was learned."""
KNOWN_COLUMNS = ["assumption", "how_seen", "by", "state", "learned", "owner", "stated", "checked"]
FAR = datetime.date.max
"""For sorting only: what has no date comes last."""


def known_assumptions(told: pd.DataFrame, day: datetime.date) -> pd.DataFrame:
    """Return each assumption with its state on a day.

    Parameters
    ----------
    told : frame
        Columns assumption, how_seen, by, status ("open", "confirmed" or "refuted"), learned, owner, stated
        and checked; dates, None where not told.
    day : date
        The day of the review.

    Returns
    -------
    frame
        Columns of ``KNOWN_COLUMNS``. ``state`` is the status, or "overdue" where it is open and its day is
        past. Overdue and open ones come first, the one to be checked longest ago before others, and of equals
        the one stated first.
    """
    late = told["by"].map(lambda by: by is not None and by < day).astype(bool)
    state = np.where((told["status"] == "open") & late, "overdue", told["status"])
    table = told.assign(
        state=state,
        _rank=[ORDER.index(each) for each in state],
        _by=[each or FAR for each in told["by"]],
        _stated=[each or FAR for each in told["stated"]],
    )
    return table.sort_values(["_rank", "_by", "_stated"], kind="stable", ignore_index=True)[KNOWN_COLUMNS]
