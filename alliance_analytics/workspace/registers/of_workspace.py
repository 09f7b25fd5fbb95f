"""A register of a workspace, or in the folder of an alliance: read, and held against what there is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from alliance_analytics.errors import AllianceError, WorkspaceError, did_you_mean
from alliance_analytics.workspace.registers.columns import Column, Register, parsed
from alliance_analytics.workspace.registers.problems import as_problem
from alliance_analytics.workspace.registers.rows import register_file, rows_of


def register_in(folder: Path, name: str, columns: Sequence[Column]) -> Register:
    """Return the register ``name`` of a folder; empty without a file, one problem when it is unreadable."""
    path = register_file(folder, name)
    try:
        return parsed(rows_of(path) if path else (), columns)
    except AllianceError as error:
        return Register(parsed((), columns).rows, (as_problem(error),))


def of_known(register: Register, alliances: Collection[str]) -> Register:
    """Return a register without entries of alliances that do not exist; each is named with the nearest."""
    strange = ~register.rows["alliance"].isin(list(alliances))
    problems = tuple(
        WorkspaceError(
            "There is no such alliance; the entry was left out.",
            where=str(row["place"]),
            found=str(row["alliance"]),
            remedy=did_you_mean(str(row["alliance"]), alliances),
        )
        for _, row in register.rows[strange].iterrows()
    )
    return Register(register.rows[~strange].reset_index(drop=True), (*register.problems, *problems))


def alliance_column() -> Column:
    """Return the column that names an alliance."""
    return Column("alliance", others=("alliantie",), wanted="Name the alliance.")
