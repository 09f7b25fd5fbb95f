"""Where one alliance stands among ours, and beside norms from elsewhere.

The benchmark is made of released means alone, and only where enough alliances have one: it says in which part
of the portfolio a mean lies, or that this cannot be told.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.interpret.portfolio.standing import KEYS

FEWEST = 5
"""Alliances from which a place among them means something (our convention)."""
BENCHMARK_COLUMNS = [*KEYS, "scale", "name", "below", "below_low", "below_high", "others", "part"]
NORM_COLUMNS = [*KEYS, "scale", "name", "mean", "ci_low", "ci_high", "norm", "source", "beside"]


def internal_benchmark(standing: pd.DataFrame) -> pd.DataFrame:
    """Return for each mean the share of the other alliances that lie below it.

    Parameters
    ----------
    standing : frame
        As from :func:`~alliance_analytics.interpret.portfolio.standing.pooled_standing`.

    Returns
    -------
    frame
        Columns of ``BENCHMARK_COLUMNS``: shares 0 to 1 with limits; ``part`` is *lowest*, *middle* or
        *highest* where both limits lie in that quarter or half, and *cannot_tell* otherwise. Only shown
        means, and only scales that at least five alliances show.
    """
    known = standing[standing["rank"].notna() & (standing["ranked"] >= FEWEST)].reset_index(drop=True)
    others = known["ranked"].astype(float) - 1
    shares = {
        share: (known[rank].astype(float) - 1) / others
        for share, rank in (("below", "rank"), ("below_low", "rank_low"), ("below_high", "rank_high"))
    }
    table = known.assign(**shares, others=others)
    low, high = table["below_low"], table["below_high"]
    cases = [high <= 0.25, low >= 0.75, (low >= 0.25) & (high <= 0.75)]
    part = np.select(cases, ["lowest", "highest", "middle"], default="cannot_tell")
    return table.assign(part=part.astype(object))[BENCHMARK_COLUMNS]


def beside_norms(standing: pd.DataFrame, norms: pd.DataFrame) -> pd.DataFrame:
    """Return shown means beside the norms of the same scales.

    Parameters
    ----------
    standing : frame
        As from :func:`~alliance_analytics.interpret.portfolio.standing.pooled_standing`.
    norms : frame
        Columns scale, name, mean (points) and source.

    Returns
    -------
    frame
        Columns of ``NORM_COLUMNS``: ``beside`` is *below* or *above* where the interval leaves the norm out,
        and *within* otherwise. A norm is taken as exact: its own doubt is seldom told.
    """
    asked = norms.rename(columns={"mean": "norm"})[["scale", "name", "norm", "source"]]
    table = standing[standing["shown"]].merge(asked, on=["scale", "name"])
    norm = table["norm"].astype(float)
    cases = [table["ci_high"] < norm, table["ci_low"] > norm]
    beside = np.select(cases, ["below", "above"], default="within")
    return table.assign(beside=beside.astype(object))[NORM_COLUMNS]
