"""What a conference agreed: ``agreements.csv`` beside a wave, or in the alliance with a column *wave*."""

from __future__ import annotations

from alliance_analytics.errors import AllianceError
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.layout import wave_folders
from alliance_analytics.workspace.registers.columns import Column, Register, a_date, in_order, one_of, parsed
from alliance_analytics.workspace.registers.pillar_names import pillar_column
from alliance_analytics.workspace.registers.problems import as_problem
from alliance_analytics.workspace.registers.rows import Row, register_file, rows_of

NAME = "agreements"
STATUS = {
    "done": "done", "yes": "done", "ready": "done", "gedaan": "done", "ja": "done", "klaar": "done",
    "open": "open", "no": "open", "nee": "open", "not_done": "open", "niet_gedaan": "open",
}  # fmt: skip
WANTED = "Write it down, so that next year's review can open with it."


def agreement_columns(pillars: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns of ``agreements.csv`` for an instrument with these pillars."""
    return (
        Column("what", others=("wat", "agreement", "afspraak"), wanted=WANTED),
        Column("who", others=("wie", "owner"), wanted="Name who sees to it."),
        Column("by_when", a_date, ("by", "wanneer", "voor_wanneer"), "YYYY-MM-DD"),
        pillar_column(pillars),
        Column("status", one_of(STATUS), ("done", "gedaan"), "done or open"),
        Column("wave", others=("meting",)),
    )


def agreements(workspace: Workspace, alliance: str, wave: str) -> Register:
    """Return what was agreed at the conference that followed a wave.

    Parameters
    ----------
    workspace : Workspace
        Where the files are.
    alliance, wave : str
        Which conference.

    Returns
    -------
    Register
        Columns what, who, by_when, pillar, status ("done", "open" or None), wave and place; problems name
        what was not understood. A day by when that lies before the wave is taken out, and named.
    """
    columns = agreement_columns(tuple(workspace.instrument(alliance, wave).scales("pillar")))
    try:
        found = parsed(_rows(workspace, alliance, wave), columns)
    except AllianceError as error:
        return Register(parsed((), columns).rows, (as_problem(error),))
    dated = found.rows.assign(wave_date=workspace.date(alliance, wave)).astype(object)
    ordered = in_order(Register(dated, found.problems), "wave_date", "by_when")
    return Register(ordered.rows.drop(columns="wave_date"), ordered.problems)


def _rows(workspace: Workspace, alliance: str, wave: str) -> tuple[Row, ...]:
    beside = register_file(wave_folders(workspace.folders[alliance])[wave], NAME)
    shared = register_file(workspace.folders[alliance], NAME)
    own = rows_of(beside) if beside else ()
    named = rows_of(shared) if shared else ()
    return (*own, *(row for row in named if (row.cells.get("wave") or row.cells.get("meting")) == wave))
