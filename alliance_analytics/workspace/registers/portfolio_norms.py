"""Norms from elsewhere: ``norms.csv``, ``.xlsx`` or ``.yaml`` in the workspace, each with its source."""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.errors import AllianceError, WorkspaceError, did_you_mean
from alliance_analytics.model.instrument import SCALE_KINDS, Instrument
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.registers.columns import (
    Column,
    Problems,
    Register,
    a_number,
    one_of,
    parsed,
)
from alliance_analytics.workspace.registers.problems import as_problem
from alliance_analytics.workspace.registers.rows import register_file, rows_of

NAME = "norms"
KINDS: dict[str, str] = {
    **{str(kind): str(kind) for kind in SCALE_KINDS if kind != "item"},
    "overall": "overall", "dimensie": "dimension", "pijler": "pillar", "thema": "theme",
}  # fmt: skip
COLUMNS = (
    Column("name", others=("naam",), wanted="Say which scale it is, by its id."),
    Column(
        "scale", one_of(KINDS), ("schaal",), "overall, dimension, pillar or theme", "Say what kind it is."
    ),
    Column(
        "mean", a_number, ("gemiddelde", "norm"), "a number in points of the answer scale", "Give the norm."
    ),
    Column(
        "source", others=("bron",), wanted="Say where it comes from; a norm without a source is not used."
    ),
)


def norms(workspace: Workspace, instrument: Instrument) -> Register:
    """Return the norms that can be used.

    Parameters
    ----------
    workspace : Workspace
        Where the file is; it need not have one.
    instrument : Instrument
        The scales that there are, and their points.

    Returns
    -------
    Register
        Columns name, scale, mean (float, points), source and place. What has no source, no such scale, or
        lies off the answer scale is left out, and named.
    """
    path = register_file(workspace.root, NAME)
    try:
        found = parsed(rows_of(path) if path else (), COLUMNS)
    except AllianceError as error:
        return Register(_in_numbers(parsed((), COLUMNS).rows), (as_problem(error),))
    table = found.rows.dropna(subset=["scale", "mean", "source"])
    problems = [problem for _, row in table.iterrows() for problem in _wrong(row, instrument)]
    places = {problem.where for problem in problems}
    usable = table[~table["place"].isin(places)].reset_index(drop=True)
    return Register(_in_numbers(usable), (*found.problems, *problems))


def _in_numbers(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(mean=np.array(list(rows["mean"]), dtype=float))


def _wrong(row: pd.Series, instrument: Instrument) -> Problems:
    kind, name = row["scale"], row["name"]
    known = ["overall"] if kind == "overall" else list(instrument.scales(kind))
    if name not in known:
        return (
            WorkspaceError(
                "A norm is of a scale that is not asked.",
                where=row["place"],
                found=f"{kind} {name}",
                remedy=did_you_mean(name, known),
            ),
        )
    if not 1 <= row["mean"] <= instrument.points:
        return (
            WorkspaceError(
                "A norm lies off the answer scale.",
                where=row["place"],
                found=f"{row['mean']:g}",
                allowed=f"1 to {instrument.points}",
                remedy="Bring it to this scale, or take it out.",
            ),
        )
    return ()
