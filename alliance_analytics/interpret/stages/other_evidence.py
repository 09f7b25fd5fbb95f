"""What speaks for a mark beside answers: blocks in place, the gap between partners, and what reports say.

Each becomes a row like an estimate, so that a stage model can weigh it beside the answers. A block is told by
the alliance itself and carries no doubt; a gap and a balance carry their intervals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from alliance_analytics.interpret.stages.finding import MEASURES, SCALE, WAVE
from alliance_analytics.measure.keyed_rows import places_of_largest

EVIDENCE_ROW = [*WAVE, "partner", "level", "link", *SCALE, "n", *MEASURES]


def block_evidence(
    in_place: Mapping[str, Sequence[str]], known: Sequence[str], alliance: str, points: int = 5
) -> pd.DataFrame:
    """Return one row a wave and building block, on the answer scale: its top in place, its bottom not.

    Parameters
    ----------
    in_place : mapping
        Wave to the ids of its blocks. A wave in which nobody told any is left out, not taken as having none.
    known : sequence of str
        Ids of all blocks.
    alliance : str
        Whose they are.
    points : int
        Answer options of the instrument.

    Returns
    -------
    frame
        Columns alliance, wave, partner, level, link (missing), scale ("block"), name, n (NaN), mean, ci_low,
        ci_high.
    """
    rows = [
        (wave, block, float(points if block in blocks else 1))
        for wave, blocks in in_place.items()
        if blocks
        for block in known
    ]
    table = pd.DataFrame(rows, columns=["wave", "name", "mean"])
    return _as_estimates(
        table.assign(alliance=alliance, ci_low=table["mean"], ci_high=table["mean"]), "block"
    )


def gap_evidence(gaps: pd.DataFrame) -> pd.DataFrame:
    """Return the widest gap between partners on each dimension of each wave, in points.

    Parameters
    ----------
    gaps : frame
        Released gaps: columns alliance, wave, scale, name, gap, ci_low, ci_high, n_high, n_low.

    Returns
    -------
    frame
        As :func:`block_evidence`, with scale "partner_gap"; n is that of the smaller of the two groups. The
        widest of several gaps leans upwards, so this evidence is slow to say that partners agree.
    """
    dimensions = gaps[gaps["scale"] == "dimension"]
    widest = places_of_largest(dimensions, [*WAVE, "name"], dimensions["gap"].tolist())
    found = dimensions.iloc[[widest[key] for key in sorted(widest)]]
    fewer = np.fmin(found["n_high"], found["n_low"])
    return _as_estimates(found.assign(mean=found["gap"], n=fewer), "partner_gap")


def passage_evidence(balances: pd.DataFrame, points: int = 5) -> pd.DataFrame:
    """Return the balance of what reports say on each theme, laid on the answer scale.

    Parameters
    ----------
    balances : frame
        Columns alliance, wave, theme, value, low, high (-1 to 1) and n (passages that carry the theme).
    points : int
        Answer options of the instrument: -1 becomes 1, and 1 becomes the highest.

    Returns
    -------
    frame
        As :func:`block_evidence`, with scale "passages"; only themes that are spoken of.
    """
    told = balances.dropna(subset=["value", "low", "high"])
    limits = {"mean": "value", "ci_low": "low", "ci_high": "high"}
    laid = {new: 1 + (points - 1) * (told[old].astype(float) + 1) / 2 for new, old in limits.items()}
    return _as_estimates(told.assign(**laid, name=told["theme"]), "passages")


def _as_estimates(table: pd.DataFrame, scale: str) -> pd.DataFrame:
    n = table["n"].astype(float) if "n" in table else np.nan
    nobody = dict.fromkeys(["partner", "level", "link"])
    return table.assign(scale=scale, n=n, **nobody)[EVIDENCE_ROW].reset_index(drop=True)
