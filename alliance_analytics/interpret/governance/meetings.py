"""Governance meetings: whether they decide, or only tell each other the news."""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.interpret.governance.quarters import quarter_of, quarters

DECIDES, UPDATES, MIXED, UNTOLD = "decides", "updates", "mixed", "untold"
MOSTLY = 0.5
"""Share of agenda points decided from which a meeting decides (our convention)."""
KIND_COLUMNS = ["alliance", "date", "decided", "updated", "minutes", "share", "kind"]
MEETING_TREND_COLUMNS = ["quarter", "meetings", "decides", "mixed", "updates", "share", "minutes"]


def meeting_kinds(told: pd.DataFrame) -> pd.DataFrame:
    """Return each meeting with its kind.

    Parameters
    ----------
    told : frame
        Columns alliance, date, decided and updated (agenda points that ended in a decision, and that only
        brought news) and minutes (how long it took); NaN where not told.

    Returns
    -------
    frame
        Columns of ``KIND_COLUMNS``. ``share`` is the share of points decided; ``kind`` "decides" from half
        of them up, "updates" without any, "mixed" between, "untold" where nothing was counted.
    """
    decided, updated = (told[name].to_numpy(float) for name in ("decided", "updated"))
    points = np.nan_to_num(decided) + np.nan_to_num(updated)
    share = np.divide(np.nan_to_num(decided), points, out=np.full(len(told), np.nan), where=points > 0)
    kind = np.select([np.isnan(share), share == 0, share >= MOSTLY], [UNTOLD, UPDATES, DECIDES], MIXED)
    return told.assign(share=share, kind=kind)[KIND_COLUMNS]


def meeting_trend(kinds: pd.DataFrame) -> pd.DataFrame:
    """Return a row a quarter: how many meetings, of which kind, and how long.

    Parameters
    ----------
    kinds : frame
        As from :func:`meeting_kinds`.

    Returns
    -------
    frame
        Columns of ``MEETING_TREND_COLUMNS``. ``share`` is the share of meetings that decide among those that
        were counted; ``minutes`` the median length; both NaN where nothing was told.
    """
    dated = kinds[kinds["date"].notna()]
    dated = dated.assign(quarter=[quarter_of(day) for day in dated["date"]])
    rows = []
    for quarter in quarters(dated["quarter"]):
        own = dated[dated["quarter"] == quarter]
        counts = [int((own["kind"] == kind).sum()) for kind in (DECIDES, MIXED, UPDATES)]
        share = counts[0] / sum(counts) if sum(counts) else float("nan")
        rows.append((quarter, len(own), *counts, share, own["minutes"].astype(float).median()))
    return pd.DataFrame(rows, columns=MEETING_TREND_COLUMNS)
