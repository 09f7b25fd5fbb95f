"""What became of the agreements of last year's conference."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.interpret.learning.movement import beside

DONE = "done"
KEPT_COLUMNS = [
    "what",
    "who",
    "by_when",
    "pillar",
    "status",
    "outcome",
    "movement",
    "change",
    "ci_low",
    "ci_high",
]


def kept_agreements(agreed: pd.DataFrame, moved: pd.DataFrame) -> pd.DataFrame:
    """Return each agreement with what became of it.

    Parameters
    ----------
    agreed : frame
        Columns what, who, by_when, pillar and status ("done", "open" or None).
    moved : frame
        Movement of the pillars since, as from
        :func:`~alliance_analytics.interpret.learning.movement.pillar_movements`.

    Returns
    -------
    frame
        Columns of ``KEPT_COLUMNS``, in the order given. ``outcome`` is "done" where somebody wrote so,
        and otherwise what can be seen of the pillar: "moved", "not_moved" or "cannot_tell". A pillar that
        moved does not show that the agreement was kept, and a kept one need not move a pillar: ``movement``
        stays beside it.
    """
    table = beside(agreed, moved)
    outcome = table["movement"].mask(table["status"] == DONE, DONE)
    return table.assign(outcome=outcome)[KEPT_COLUMNS]
