"""What several people's ratings of one question come to, and how far apart those people are.

The middle rating counts, so that one voice alone decides nothing; how far raters differ stands beside it and
is never averaged away.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.measure.agreement import rwg, uniform_null_variance
from alliance_analytics.measure.coders import CoderAgreement, krippendorff_alpha
from alliance_analytics.model.formation import Formation, Ratings

HOLDS, FAILS, OPEN, UNRATED = "holds", "fails", "open", "unrated"
JUDGED_COLUMNS = [
    "part", "question", "n", "middle", "lowest", "highest", "agreement", "apart", "verdict", "evidence"
]  # fmt: skip


def judged(ratings: pd.DataFrame, entries: pd.DataFrame, model: Formation) -> pd.DataFrame:
    """Return one row a question of the form, in its order.

    Parameters
    ----------
    ratings : frame
        Columns question, rater and rating: one row a rating given.
    entries : frame
        Columns question and evidence.
    model : Formation
        The questions and the scale.

    Returns
    -------
    frame
        Columns of ``JUDGED_COLUMNS``. ``n`` counts raters; ``middle`` is their median and ``agreement`` rWG,
        0 to 1 (NaN below two raters); ``apart`` says that two raters differ by ``apart_from`` points or
        more; ``verdict`` is "holds", "open", "fails" or "unrated"; ``evidence`` None without any.
    """
    table = pd.DataFrame(
        [(part, entry.id) for part, entry in model.questions], columns=["part", "question"], dtype=object
    )
    rated = ratings.groupby("question")["rating"].agg(n="size", middle="median", lowest="min", highest="max")
    told = table.merge(rated, left_on="question", right_index=True, how="left").merge(
        entries[["question", "evidence"]], on="question", how="left"
    )
    spread = told["highest"] - told["lowest"]
    return told.assign(
        n=told["n"].fillna(0).astype(int),
        agreement=told["question"].map(_agreement(ratings, model.ratings)).astype(float),
        apart=(spread >= model.ratings.apart_from).to_numpy(bool),
        verdict=[verdict_of(middle, model.ratings) for middle in told["middle"]],
        evidence=told["evidence"].astype(object).where(told["evidence"].notna(), None),
    )[JUDGED_COLUMNS]


def verdict_of(middle: float, scale: Ratings) -> str:
    """Return "holds", "open" or "fails" for a middle rating, "unrated" for NaN."""
    if np.isnan(middle):
        return UNRATED
    if middle >= scale.holds_from:
        return HOLDS
    return FAILS if middle <= scale.fails_to else OPEN


def agreement_of_raters(ratings: pd.DataFrame) -> CoderAgreement:
    """Return Krippendorff's alpha (ordinal) of the raters over all questions of a form.

    Parameters
    ----------
    ratings : frame
        Columns question, rater and rating.
    """
    table = ratings.pivot_table(index="rater", columns="question", values="rating", aggfunc="first")
    return krippendorff_alpha(table.to_numpy(float), "ordinal")


def _agreement(ratings: pd.DataFrame, scale: Ratings) -> dict[str, float]:
    if ratings.empty:
        return {}
    null = uniform_null_variance(scale.highest - scale.lowest + 1)
    found = rwg(ratings["rating"].to_numpy(float), ratings["question"], null_variance=null)
    return dict(zip(found.names.tolist(), found.estimate.tolist(), strict=True))
