"""Where every alliance stands, wave by wave, as rows for a program or a table."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.interpret.stages.placement import SHARE_COLUMNS
from alliance_analytics.model.identified import ids
from alliance_analytics.review.study import Study, study
from alliance_analytics.workspace import Workspace

NOT_READ = "not_read"


def stage_rows(workspace: Workspace, alliance: str) -> list[dict[str, Any]]:
    """Return the placement of each wave of an alliance.

    Parameters
    ----------
    workspace : Workspace
        Where the files are.
    alliance : str
        Whose waves.

    Returns
    -------
    list of dict
        One a wave and stage, oldest wave first, with keys alliance, wave, stage, share, low, high (0 to 1,
        None where not placed), placed and reason ("" where placed, "not_read" for a wave that could not be
        read).

    Raises
    ------
    AllianceError
        If the newest wave cannot be read.
    """
    opened = study(workspace, alliance)
    table = pd.concat([opened.stage_shares, _not_read(opened)], ignore_index=True)
    order = {wave: place for place, wave in enumerate(workspace.waves(alliance))}
    placed = table.sort_values("wave", key=lambda waves: waves.map(order), kind="stable")
    return [_row(record) for record in placed[SHARE_COLUMNS].to_dict("records")]


def _not_read(opened: Study) -> pd.DataFrame:
    known = opened.workspace.waves(opened.alliance)
    rows = [
        {"alliance": opened.alliance, "wave": wave, "stage": stage, "placed": False, "reason": NOT_READ}
        for wave in known
        if wave not in opened.history.names
        for stage in ids(opened.stages.stages)
    ]
    return pd.DataFrame(rows, columns=SHARE_COLUMNS).astype(opened.stage_shares.dtypes)


def _row(record: dict[Any, Any]) -> dict[str, Any]:
    numbers = {
        name: None if pd.isna(record[name]) else float(record[name]) for name in ("share", "low", "high")
    }
    return {**record, **numbers, "placed": bool(record["placed"])}
