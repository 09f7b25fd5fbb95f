"""The alliance map as a register: ``process`` in the folder of an alliance, one entry a step."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import WorkspaceError, did_you_mean
from alliance_analytics.workspace.registers.columns import Column, Problems, Register, one_of
from alliance_analytics.workspace.registers.of_workspace import register_in
from alliance_analytics.workspace.registers.pillar_names import pillar_column
from alliance_analytics.workspace.registers.rows import heading
from alliance_analytics.workspace.registers.spellings import first_places, two_spellings

NAME = "process"


def process_steps(folder: Path, pillars: Collection[str], themes: Collection[str]) -> Register:
    """Return the steps of an alliance's process.

    Parameters
    ----------
    folder : Path
        Of the alliance.
    pillars, themes : collection of str
        Ids that a step may lean on.

    Returns
    -------
    Register
        Columns step, name, owner, next and back_to (tuples of steps), pillar, theme and place. Of hand-overs
        that run in a circle the one that closes it is taken for work that comes back, and named; a hand-over
        to a step that does not exist is left out, and named.
    """
    columns = (
        Column("step", others=("stap",), wanted="Give the step a short name of its own."),
        Column("name", others=("naam", "wat", "what")),
        Column("owner", others=("eigenaar", "partner"), wanted="Say which partner does it."),
        Column("next", _several, ("volgende",), "steps, parted by a semicolon"),
        Column("back_to", _several, ("terug_naar",), "steps, parted by a semicolon"),
        pillar_column(pillars),
        Column("theme", one_of({heading(theme): theme for theme in themes}), ("thema",), ", ".join(themes)),
    )
    found = register_in(folder, NAME, columns)
    table = found.rows.dropna(subset=["owner"]).drop_duplicates("step", ignore_index=True)
    table = table.assign(
        name=table["name"].fillna(table["step"]),
        next=_tuples(table["next"]),
        back_to=_tuples(table["back_to"]),
    )
    known, unknown = _without_strangers(table)
    straight, turning = _without_circles(known)
    owners = first_places(zip(straight["owner"], straight["place"], strict=True))
    return Register(straight, (*found.problems, *_twice(found), *unknown, *turning, *two_spellings(owners)))


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _tuples(column: pd.Series) -> pd.Series:
    return pd.Series(
        [each if isinstance(each, tuple) else () for each in column], index=column.index, dtype=object
    )


def _twice(found: Register) -> Problems:
    twice = found.rows["step"].duplicated()
    return tuple(
        WorkspaceError(
            "A step stands twice; the first one counts.",
            where=str(row["place"]),
            found=str(row["step"]),
            remedy="Give each step a name of its own, and list all it hands over to in one entry.",
        )
        for _, row in found.rows[twice].iterrows()
    )


def _without_strangers(table: pd.DataFrame) -> tuple[pd.DataFrame, Problems]:
    known = set(table["step"])
    problems = tuple(
        WorkspaceError(
            "A hand-over leads to a step that does not exist; it was left out.",
            where=str(row["place"]),
            found=other,
            remedy=did_you_mean(other, known),
        )
        for row in table.to_dict("records")
        for column in ("next", "back_to")
        for other in row[column]
        if other not in known
    )
    kept = {
        column: pd.Series(
            [tuple(other for other in each if other in known) for each in table[column]],
            index=table.index,
            dtype=object,
        )
        for column in ("next", "back_to")
    }
    return table.assign(**kept), problems


def _without_circles(table: pd.DataFrame) -> tuple[pd.DataFrame, Problems]:
    """Return steps without circles: of each circle, the hand-over that closes it comes back instead."""
    problems: list[WorkspaceError] = []
    # What finds circles is slow to import, and few workspaces have such a register.
    from alliance_analytics.interpret.ecosystem import first_circle  # noqa: PLC0415

    while circle := first_circle(table):
        last, first = circle[-1], circle[0]
        problems.append(_circle(table, circle))
        table = _turned_back(table, last, first)
    return table, tuple(problems)


def _turned_back(table: pd.DataFrame, last: str, first: str) -> pd.DataFrame:
    here = table["step"] == last
    forward = [
        tuple(other for other in each if not (closes and other == first))
        for each, closes in zip(table["next"], here, strict=True)
    ]
    back = [
        tuple(dict.fromkeys((*each, first))) if closes else each
        for each, closes in zip(table["back_to"], here, strict=True)
    ]
    columns = {"next": forward, "back_to": back}
    return table.assign(**{n: pd.Series(v, index=table.index, dtype=object) for n, v in columns.items()})


def _circle(table: pd.DataFrame, circle: tuple[str, ...]) -> WorkspaceError:
    place = dict(zip(table["step"], table["place"], strict=True))
    return WorkspaceError(
        "Hand-overs run in a circle; the last one is drawn as work that comes back.",
        where="; ".join(str(place[step]) for step in circle),
        found=" > ".join((*circle, circle[0])),
        allowed="steps that lead from a beginning to an end",
        remedy=f"If work comes back there, write {circle[0]!r} under back_to instead of next.",
    )
