"""The annual plan and its scorecard: ``plan.csv``, ``.xlsx`` or ``.yml`` beside a wave, or in ``wave.yml``.

The plan of a wave is that of the year that ends with it: targets set the year before, actuals known now.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.errors import AllianceError, WorkspaceError
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.layout import wave_folders
from alliance_analytics.workspace.registers.columns import (
    Column,
    Register,
    a_date,
    a_number,
    in_order,
    one_of,
    parsed,
    without_number,
)
from alliance_analytics.workspace.registers.pillar_names import pillar_column
from alliance_analytics.workspace.registers.problems import as_problem
from alliance_analytics.workspace.registers.rows import Row, register_file, rows_from_entries, rows_of

NAMES = ("plan", "scorecard")
BETTER = {
    "higher": "higher", "more": "higher", "hoger": "higher", "meer": "higher",
    "lower": "lower", "less": "lower", "lager": "lower", "minder": "lower",
}  # fmt: skip
MOST = 8
"""Objectives from which a plan is no longer a limited number (our convention)."""


def plan_columns(pillars: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns of a plan for an instrument with these pillars."""
    return (
        Column("objective", others=("doel", "doelstelling"), wanted="Say what the year is to bring."),
        Column("owner", others=("eigenaar", "who", "wie"), wanted="Name who answers for it."),
        Column("target", _with_number, ("streefwaarde",), "a number, with or without its unit",
               "Give the objective a number, so that it can be seen whether it was reached."),
        Column("actual", _with_number, ("realisatie", "uitkomst"), "a number, with or without its unit"),
        Column("start", _with_number, ("beginwaarde", "nulmeting"), "a number, with or without its unit"),
        Column("better", one_of(BETTER), ("beter",), "higher or lower"),
        pillar_column(pillars),
        Column("from", a_date, ("vanaf",), "YYYY-MM-DD"),
        Column("by_when", a_date, ("by", "wanneer"), "YYYY-MM-DD"),
    )  # fmt: skip


def annual_plan(workspace: Workspace, alliance: str, wave: str) -> Register:
    """Return the objectives of the year that ended with a wave.

    Parameters
    ----------
    workspace : Workspace
        Where the files are.
    alliance, wave : str
        Which year.

    Returns
    -------
    Register
        Columns objective, owner, target, actual and start (numbers), better, pillar, from, by_when, place
        and unit. An objective stays when its target holds no number or nobody owns it, and is named.
    """
    columns = plan_columns(tuple(workspace.instrument(alliance, wave).scales("pillar")))
    try:
        found = in_order(parsed(_rows(workspace, alliance, wave), columns), "from", "by_when")
    except AllianceError as error:
        return Register(_in_numbers(parsed((), columns).rows), (as_problem(error),))
    return Register(_in_numbers(found.rows), (*found.problems, *_too_many(found, f"{alliance}/{wave}")))


def _rows(workspace: Workspace, alliance: str, wave: str) -> tuple[Row, ...]:
    folder = wave_folders(workspace.folders[alliance])[wave]
    path = next((path for path in (register_file(folder, name) for name in NAMES) if path), None)
    if path:
        return rows_of(path)
    told = workspace.wave_settings(alliance, wave).objectives
    return rows_from_entries([entry.model_dump() for entry in told], "wave.yml, objectives")


def _with_number(text: str) -> str:
    a_number(text)
    return text


def _in_numbers(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a plan with its numbers as numbers, and the unit in which the target is written."""
    units = [without_number(text) if text else "" for text in rows["target"]]
    numbers = {
        name: [a_number(text) if text else np.nan for text in rows[name]]
        for name in ("target", "actual", "start")
    }
    return rows.assign(unit=units, **numbers)


def _too_many(found: Register, where: str) -> tuple[WorkspaceError, ...]:
    if len(found.rows) <= MOST:
        return ()
    return (
        WorkspaceError(
            "A plan of so many objectives gives no focus.",
            where=where,
            found=f"{len(found.rows)} objectives",
            allowed=f"about {MOST} or fewer",
            remedy="Choose those that matter most this year.",
        ),
    )
