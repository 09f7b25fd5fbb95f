"""What changed from each wave to the next, as it may be shown: the means, and the same taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from alliance_analytics.model.crosswalk import ItemChanges
from alliance_analytics.review.change.claims import CHANGE_COLUMNS, with_claims
from alliance_analytics.review.change.comparing import released_changes
from alliance_analytics.review.change.parts import PART_COLUMNS, released_parts
from alliance_analytics.review.waves import MeasuredWave

SHOWN_PARTS = [name for name in PART_COLUMNS if name != "p"]
"""Beside few people a test would tell the spread."""


def changes_over(
    waves: Sequence[MeasuredWave], asked: Sequence[ItemChanges]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the released changes of everybody's means from each wave to the next, and the same taken apart.

    Parameters
    ----------
    waves : sequence of MeasuredWave
        Oldest first.
    asked : sequence of ItemChanges, one fewer
        What became of the statements from each wave to the next.

    Returns
    -------
    frame, frame
        Columns of ``CHANGE_COLUMNS``; columns of ``SHOWN_PARTS``. No rows of a single wave.
    """
    compared, taken_apart = [], []
    for pair, changes in zip(pairwise(waves), asked, strict=True):
        parts = released_parts(*pair, changes.comparable)
        compared.append(with_claims(released_changes(*pair, changes.comparable), parts))
        taken_apart.append(parts[SHOWN_PARTS])
    if not compared:
        return pd.DataFrame(columns=CHANGE_COLUMNS), pd.DataFrame(columns=SHOWN_PARTS)
    return pd.concat(compared, ignore_index=True), pd.concat(taken_apart, ignore_index=True)
