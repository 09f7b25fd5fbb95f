"""Which changes may be called changes: one test a scale, judged together with its neighbours.

People who answered both times are compared with themselves where enough of them may be told of; otherwise all
people are. Over dimensions, pillars or themes the adjustment is Holm's, for what is said is a claim; over
single statements it is Benjamini and Hochberg's, for there one looks where to look.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.multiplicity import p_adjust
from alliance_analytics.review.change.comparing import COMPARED_COLUMNS

Floats = npt.NDArray[np.float64]
CHANGE_COLUMNS = [*(name for name in COMPARED_COLUMNS if name != "p"), "tested", "moved"]
ENOUGH_LINKED = 10
"""Our convention: below ten people who answered both times the paired test is not the main one."""
DOUBT = 0.05


def with_claims(changes: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """Return the released changes of one wave with what was tested, and whether they moved beyond doubt.

    Parameters
    ----------
    changes : frame
        As from :func:`~alliance_analytics.review.change.comparing.released_changes`.
    parts : frame
        As from :func:`~alliance_analytics.review.change.parts.released_parts`, of the same two waves.

    Returns
    -------
    frame
        Columns of ``CHANGE_COLUMNS``. ``tested`` is *paired*, or the method of the change itself; ``moved``
        is True where the adjusted test leaves no doubt, and what was tested went the way of the mean. The
        tests themselves do not leave: beside few people they would tell the spread.
    """
    keys = ["scale", "name"]
    linked = changes[keys].merge(parts[[*keys, "within", "n_stayed", "p", "shown"]], on=keys, how="left")
    enough = linked["shown"].eq(True) & (linked["n_stayed"] >= ENOUGH_LINKED) & linked["p"].notna()
    paired = enough.to_numpy(bool)
    change, p = (changes[name].to_numpy(float) for name in ("change", "p"))
    went = np.where(paired, linked["within"].to_numpy(float), change)
    p = np.where(paired, linked["p"].to_numpy(float), p)
    beyond_doubt = (_adjusted(p, changes["scale"].to_numpy(object)) < DOUBT) & (
        np.sign(went) == np.sign(change)
    )
    tested = changes["method"].mask(paired, "paired")
    return changes.assign(tested=tested, moved=beyond_doubt)[CHANGE_COLUMNS]


def _adjusted(p: Floats, scales: npt.NDArray[np.object_]) -> Floats:
    adjusted = np.full(len(p), np.nan)
    for scale in set(scales):
        rows = scales == scale
        adjusted[rows] = p_adjust(p[rows], "benjamini-hochberg" if scale == "item" else "holm")
    return adjusted
