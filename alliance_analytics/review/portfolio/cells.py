"""Words and cells that several exhibits of the portfolio share."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from alliance_analytics.interpret.portfolio.standing import OVERALL
from alliance_analytics.review.cells import Record
from alliance_analytics.review.portfolio.portfolio import Portfolio

NAMED = 5
"""Names that stand in a sentence."""


def portfolio_label(found: Portfolio, kind: str, name: str) -> str:
    """Return what readers call a scale or a stage; an unknown one is shown as it is."""
    if kind == OVERALL:
        return found.say("overall")
    known = found.labels
    return (known.stages if kind == "stage" else known.of(kind)).get(name, name)


def rank_range(found: Portfolio, row: Record) -> str:
    """Return a rank with its range, or that there is none."""
    if pd.isna(row["rank"]):
        return found.say("not_ranked")
    count = found.cells.count
    low, high = count(row["rank_low"]), count(row["rank_high"])
    return found.say("rank_range", rank=count(row["rank"]), low=low, high=high)


def with_more(found: Portfolio, names: Sequence[str]) -> str:
    """Return names as a list, at most five, and how many more there are."""
    if len(names) <= NAMED:
        return found.cells.listed(names)
    return found.say("and_more", names=", ".join(names[:NAMED]), more=len(names) - NAMED)
