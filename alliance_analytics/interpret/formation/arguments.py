"""What speaks for an alliance and what against, told by how many raters say so: both sides, always."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.model.formation import Formation

FOR, AGAINST = "for", "against"
HIGH_SPEAKS = {
    "conditions": FOR, "readiness": FOR, "reasons": FOR, "processes": FOR, "resistances": AGAINST
}  # fmt: skip
"""The parts that argue, with the side a high rating speaks for; how far formation is argues for neither."""
LOW_SPEAKS = {"conditions": AGAINST, "readiness": AGAINST, "processes": AGAINST, "resistances": FOR}
"""A reason that is absent speaks against nothing: one good reason is enough."""
ARGUMENT_COLUMNS = ["side", "part", "question", "voices", "n"]


def arguments(ratings: pd.DataFrame, model: Formation) -> pd.DataFrame:
    """Return the arguments of both sides, the one with most voices first.

    Parameters
    ----------
    ratings : frame
        Columns question, rater and rating.
    model : Formation
        The questions and the scale: from ``holds_from`` a rating speaks one way, to ``fails_to`` the other.

    Returns
    -------
    frame
        Columns of ``ARGUMENT_COLUMNS``: ``voices`` of ``n`` raters speak for this ``side``. A question on
        which raters differ stands on both.
    """
    part = {entry.id: name for name, entry in model.questions}
    table = ratings.assign(
        part=ratings["question"].map(part),
        high=ratings["rating"] >= model.ratings.holds_from,
        low=ratings["rating"] <= model.ratings.fails_to,
    )
    counts = table.groupby(["part", "question"], as_index=False).agg(
        n=("rating", "size"), high=("high", "sum"), low=("low", "sum")
    )
    sides = [
        counts.assign(side=counts["part"].map(speaks), voices=counts[end])
        for end, speaks in (("high", HIGH_SPEAKS), ("low", LOW_SPEAKS))
    ]
    told = pd.concat(sides, ignore_index=True)
    told = told[told["side"].notna() & (told["voices"] > 0)]
    order = {entry.id: place for place, (_, entry) in enumerate(model.questions)}
    ranked = told.assign(
        _side=told["side"] == AGAINST,
        _share=-told["voices"] / told["n"],
        _place=told["question"].map(order),
    )
    return ranked.sort_values(["_side", "_share", "_place"], kind="stable", ignore_index=True)[
        ARGUMENT_COLUMNS
    ]
