"""The register of the front door: ``front-door.csv``, ``.xlsx`` or ``.yaml`` in the folder of the workspace.

One row a relation and rater. Raters are counted and compared, never shown. A name that looks like another is
named with the nearest, and never merged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

import numpy as np
import pandas as pd

from alliance_analytics.errors import AllianceError, WorkspaceError
from alliance_analytics.model.formation import CONDITION_IDS
from alliance_analytics.model.front_door import CRITERION_IDS, MODEL_PART_IDS, FrontDoor
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.registers.columns import (
    Column,
    Problems,
    Register,
    a_date,
    a_number,
    in_order,
    one_of,
    parsed,
)
from alliance_analytics.workspace.registers.problems import as_problem
from alliance_analytics.workspace.registers.rows import heading, register_file, rows_of

NAMES = ("front-door", "front_door")
SHARED = ("shared_risk", "shared_reward")
CONDITIONS = tuple(condition.replace("-", "_") for condition in CONDITION_IDS)
FACTS = (*MODEL_PART_IDS, *SHARED, *CONDITIONS, "trained")
"""Columns that are answered with yes or no."""
ALIKE = 0.8
"""Likeness, 0 to 1, from which two names may well be one (our convention)."""
YES_NO = {
    "yes": "yes", "ja": "yes", "known": "yes", "bekend": "yes", "true": "yes",
    "no": "no", "nee": "no", "unknown": "no", "onbekend": "no", "false": "no",
}  # fmt: skip
DUTCH = {
    "value": "waarde", "economics": "economie", "operation": "werkwijze", "governance": "besturing",
    "shared_risk": "gedeeld_risico", "shared_reward": "gedeelde_opbrengst", "intensive": "intensief",
    "part_of_the_work": "deel_van_het_werk", "core_processes": "kernprocessen", "long_term": "langdurig",
    "trained": "getraind", "criticality": "belang", "cross_functionality": "interne_verwevenheid",
    "partner_interconnectivity": "verwevenheid_partner",
}  # fmt: skip


def door_columns(door: FrontDoor) -> tuple[Column, ...]:
    """Return the columns of the register under one file of the front door."""
    lowest, highest = door.ratings.lowest, door.ratings.highest
    scale = f"a whole number from {lowest} to {highest}"
    return (
        Column("relation", others=("alliance", "relatie", "alliantie"), wanted="Say which relation it is."),
        Column("rater", others=("beoordelaar",), wanted="Say who rated, by role or number; it is not shown."),
        Column("partner"),
        Column("round", others=("ronde",)),
        Column("rated", a_date, ("beoordeeld", "date", "datum"), "YYYY-MM-DD",
               "Say when it was rated, so that it can be told what moved."),
        *(Column(name, _rating(lowest, highest), (DUTCH[name],), scale) for name in CRITERION_IDS),
        Column("assumption", others=("aanname", "assumptions", "aannames")),
        Column("revisit", a_date, ("next_revisit", "herzien", "opnieuw"), "YYYY-MM-DD"),
        *(Column(fact, one_of(YES_NO), (DUTCH[fact],), "yes or no") for fact in FACTS),
        Column("resourcing", one_of(_words(door.resourcing)), ("managed_by", "bemensing"),
               "how it is managed now"),
        Column("service_level", one_of(_words(door.service_levels)), ("served", "dienstniveau"),
               "the services that it gets now"),
    )  # fmt: skip


def front_door_register(workspace: Workspace, door: FrontDoor) -> Register:
    """Return the register of the front door of a workspace.

    Parameters
    ----------
    workspace : Workspace
        Where the file is; it need not have one.
    door : FrontDoor
        Criteria, scale and choices.

    Returns
    -------
    Register
        One row a relation and rater: the names of :func:`door_columns`, ``alliance`` (the folder of the
        relation, None where it is not measured) and place; ratings are floats, NaN where there is none.
    """
    columns = door_columns(door)
    path = next((path for name in NAMES if (path := _file(workspace.root, name))), None)
    try:
        found = parsed(rows_of(path) if path else (), columns)
    except AllianceError as error:
        return Register(_typed(parsed((), columns).rows, {}), (as_problem(error),))
    ordered = in_order(found, "rated", "revisit")
    known = _known(workspace)
    table = _typed(ordered.rows, known)
    problems = (*ordered.problems, *_unknown(table, known), *_partners(table), *_twice(table))
    return Register(table, problems)


def _file(root: Path, name: str) -> Path | None:
    return register_file(root, name)


def _rating(lowest: int, highest: int) -> Callable[[str], float]:
    def read(text: str) -> float:
        value = a_number(text)
        if not lowest <= value <= highest or value != round(value):
            raise ValueError(text)
        return value

    return read


def _words(entries: Iterable[object]) -> dict[str, str]:
    """Return what may be written for an entry of the model, to its id."""
    words: dict[str, str] = {}
    for entry in entries:
        own, name = entry.id, entry.name  # type: ignore[attr-defined]
        words |= {heading(own): own, **{heading(name[language]): own for language in LANGUAGES}}
    return words


def _known(workspace: Workspace) -> dict[str, str]:
    """Return the names by which an alliance may be called, to its folder."""
    names: dict[str, str] = {}
    for alliance in workspace.alliances:
        titles = [workspace.title(alliance, language) for language in LANGUAGES]
        names |= {heading(name): alliance for name in (alliance, *titles)}
    return names


def _typed(rows: pd.DataFrame, known: Mapping[str, str]) -> pd.DataFrame:
    ratings = {
        name: np.array([np.nan if value is None else value for value in rows[name]], dtype=float)
        for name in CRITERION_IDS
    }
    alliances = [known.get(heading(relation)) for relation in rows["relation"]]
    rounds = [
        told or (str(rated.year) if rated else "")
        for told, rated in zip(rows["round"], rows["rated"], strict=True)
    ]
    alliance = pd.Series(alliances, index=rows.index, dtype=object)
    return rows.assign(**ratings, alliance=alliance, round=pd.Series(rounds, index=rows.index, dtype=object))


def _unknown(table: pd.DataFrame, known: Mapping[str, str]) -> Problems:
    """Return relations that are called almost as an alliance is: they are kept apart until somebody says."""
    strange = table[table["alliance"].isna()].drop_duplicates("relation")
    return tuple(
        WorkspaceError(
            "A relation is called almost as an alliance of this workspace, and was not taken for it.",
            where=row["place"],
            found=row["relation"],
            remedy=f"If it is {known[near]!r}, write that; otherwise leave it.",
        )
        for _, row in strange.iterrows()
        if (near := nearest_apart(heading(row["relation"]), known))
    )


def _partners(table: pd.DataFrame) -> Problems:
    """Return partners that are spelled almost alike."""
    told = table.dropna(subset=["partner"]).drop_duplicates("partner")
    names: dict[str, str] = {}
    problems = []
    for _, row in told.iterrows():
        plain = heading(row["partner"])
        near = nearest_apart(plain, names)
        if plain in names or near:
            problems.append(
                WorkspaceError(
                    "Two partners are spelled almost alike, and were not merged.",
                    where=row["place"],
                    found=f"{row['partner']!r} and {names[plain if plain in names else str(near)]!r}",
                    remedy="If they are one, spell them alike; otherwise leave them.",
                )
            )
        names.setdefault(plain, row["partner"])
    return tuple(problems)


def nearest_apart(name: str, known: Iterable[str]) -> str | None:
    """Return a name so near that it is likely the same, or None; digits that differ keep names apart.

    Examples
    --------
    >>> nearest_apart("waterschap_vierambachten", ["waterschap_vierambacht"])
    'waterschap_vierambacht'
    >>> nearest_apart("region_2", ["region_1"])
    """
    near = next(iter(get_close_matches(name, list(known), n=1, cutoff=ALIKE)), None)
    if near is None:
        return None
    digits = ["".join(filter(str.isdigit, each)) for each in (near, name)]
    return near if digits[0] == digits[1] else None


def _twice(table: pd.DataFrame) -> Problems:
    """Return raters who rated a relation twice in one round; the later row counts."""
    twice = table[table.duplicated(["relation", "rater", "round"]) & table["rater"].notna()]
    return tuple(
        WorkspaceError(
            "One rater rated a relation twice in one round.",
            where=row["place"],
            found=f"{row['relation']}, {row['round'] or 'no date'}",
            remedy="Take one of the two rows away, or give them different dates. The later row counts.",
        )
        for _, row in twice.iterrows()
    )
