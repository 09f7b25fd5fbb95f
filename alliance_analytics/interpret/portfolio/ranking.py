"""Which alliance needs attention first: the order of the overall means, the lowest first, with its doubt.

Need is what people say falls short, and nothing else: what is at stake is told beside it and never mixed in,
for a weight between the two would be a guess.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.interpret.portfolio.standing import KEYS, OVERALL

NEED_COLUMNS = [
    *KEYS,
    "rank",
    "rank_low",
    "rank_high",
    "ranked",
    "mean",
    "ci_low",
    "ci_high",
    "weight",
    "sure",
]
FIRST_PART = 1 / 3
"""Part of the portfolio, most in need, that is named where it is sure (our convention)."""


def need_ranking(standing: pd.DataFrame) -> pd.DataFrame:
    """Return the alliances in the order of their need.

    Parameters
    ----------
    standing : frame
        As from :func:`~alliance_analytics.interpret.portfolio.standing.pooled_standing`.

    Returns
    -------
    frame
        Columns of ``NEED_COLUMNS``: ``rank`` 1 is the most in need; ``sure`` says that both ends of the rank
        lie in the first third, or that it is the first of two. Alliances without a rank come last, by name.
    """
    overall = standing[standing["scale"] == OVERALL].copy()
    first = np.maximum(overall["ranked"] * FIRST_PART, 1)  # of two alliances, the first one
    overall["sure"] = (overall["rank_high"] <= first) & (overall["ranked"] > 1)
    return overall.sort_values(["rank", "alliance"], na_position="last", ignore_index=True)[NEED_COLUMNS]


def told_apart(ranking: pd.DataFrame) -> int:
    """Return how many alliances surely need more than the middle of the portfolio."""
    half = ranking["ranked"] / 2
    return int((ranking["rank_high"] <= half).sum())
