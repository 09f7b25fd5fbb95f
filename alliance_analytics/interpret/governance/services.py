"""Agreed against delivered services: what a service level agreement promised, and what came of it."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.interpret.governance.quarters import quarter_of, quarters

SERVICE_TREND_COLUMNS = ["quarter", "agreed", "delivered", "share", "n"]
GAP_COLUMNS = ["alliance", "service", "agreed", "delivered", "share"]


def service_trend(told: pd.DataFrame) -> pd.DataFrame:
    """Return a row a quarter: how often services were agreed, and how often they were delivered.

    Parameters
    ----------
    told : frame
        Columns alliance, service, period (a day in the period), agreed and delivered (how many times); NaN
        where not told. Entries without both do not count.

    Returns
    -------
    frame
        Columns of ``SERVICE_TREND_COLUMNS``. ``share`` is delivered over agreed, each service counted up to
        what was agreed: more of one does not make up for less of another. ``n`` counts entries.
    """
    known = _known(told)
    known = known.assign(quarter=[quarter_of(day) for day in known["period"]])
    sums = known.groupby("quarter").agg(
        agreed=("agreed", "sum"), delivered=("met", "sum"), n=("agreed", "size")
    )
    whole = sums.reindex(quarters(sums.index)).rename_axis("quarter").reset_index()
    return whole.assign(n=whole["n"].fillna(0).astype(int), share=whole["delivered"] / whole["agreed"])[
        SERVICE_TREND_COLUMNS
    ]


def service_gaps(told: pd.DataFrame) -> pd.DataFrame:
    """Return alliances and services that got less than agreed, the widest gap first.

    Parameters
    ----------
    told : frame
        As for :func:`service_trend`.

    Returns
    -------
    frame
        Columns of ``GAP_COLUMNS``, sums over all periods.
    """
    sums = _known(told).groupby(["alliance", "service"], as_index=False).agg(
        agreed=("agreed", "sum"), delivered=("met", "sum")
    )  # fmt: skip
    gaps = sums.assign(share=sums["delivered"] / sums["agreed"])
    short = gaps[gaps["share"] < 1].sort_values("share", kind="stable", ignore_index=True)
    return short[GAP_COLUMNS]


def _known(told: pd.DataFrame) -> pd.DataFrame:
    known = told[told["period"].notna() & (told["agreed"] > 0) & told["delivered"].notna()]
    agreed, delivered = known["agreed"].astype(float), known["delivered"].astype(float)
    return known.assign(agreed=agreed, met=delivered.clip(upper=agreed))
