"""The stage as the people of each partner, or of each level, see it: the same rule on their own answers.

Only answers count here: blocks, gaps and reports belong to the whole alliance.
"""

from __future__ import annotations

import pandas as pd

from alliance_analytics.interpret.stages.finding import GROUPS
from alliance_analytics.interpret.stages.placement import SHARE_COLUMNS, stage_shares
from alliance_analytics.model.stages import StageModel


def stage_shares_by(estimates: pd.DataFrame, model: StageModel, by: str, seed: int = 0) -> pd.DataFrame:
    """Return the share of draws in each stage for each group.

    Parameters
    ----------
    estimates : frame
        Released estimates; rows of groups made by ``by`` alone are taken. What is hidden is missing there,
        so that a group too small to be shown is not placed.
    model : StageModel
        Fitted to the instrument.
    by : str
        partner or level.
    seed : int
        As for :func:`~alliance_analytics.interpret.stages.placement.stage_shares`.

    Returns
    -------
    frame
        A column named as ``by``, then those of ``stage_shares``; groups in order of name.
    """
    others = [name for name in GROUPS if name != by and name in estimates]
    rows = estimates[estimates[by].notna() & estimates[others].isna().all(axis=1)]
    parts = [
        stage_shares(group.assign(**{by: None}), model, seed).assign(**{by: str(name)})
        for name, group in rows.groupby(by, sort=True)
    ]
    columns = [by, *SHARE_COLUMNS]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)
