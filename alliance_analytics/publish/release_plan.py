"""One decision, once per alliance and wave, over everything that could be shown.

The catalogue: everybody, partners, levels, those who stayed and those who joined, all other partners
together, and partner by level; each on every dimension, pillar, theme and statement; and the response rates.
Whoever shows a number looks it up here. Nothing is decided call by call, since two harmless tables can be
subtracted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from alliance_analytics.model.release_rule import ReleaseRule
from alliance_analytics.publish.disclosure import Floats, Integers, safe_subset

GROUP = ["partner", "level", "link"]
DECISION_COLUMNS = [*GROUP, "n", "shown", "reason", "scale", "name"]
OTHERS = "all other partners than "
"""Prefix of the merged group that holds everybody but one partner's people."""


@dataclass(frozen=True)
class ReleasePlan:
    """What may be shown of one alliance in one wave.

    Attributes
    ----------
    scores : frame
        Columns partner, level, link, scale, name, n, shown and reason (``''``, ``too_few``,
        ``item_below_minimum``, ``subtraction`` or ``no_answers``).
    response : frame
        Columns partner, level, shown and reason (``''``, ``few_invited``, ``few_silent``, ``subtraction``) of
        the response rates.
    rule : ReleaseRule
        The minima that it was made under.
    """

    scores: pd.DataFrame
    response: pd.DataFrame
    rule: ReleaseRule


@dataclass(frozen=True)
class _Candidate:
    """A group that could be shown: its keys, and its atoms as 0 and 1."""

    partner: str | None
    level: str | None
    link: str | None
    atoms: Floats


def release_plan(
    people: pd.DataFrame, scores: Mapping[str, pd.DataFrame], invited: pd.DataFrame, rule: ReleaseRule
) -> ReleasePlan:
    """Decide what may be shown of one alliance in one wave.

    Parameters
    ----------
    people : frame, one row a respondent
        Columns partner, level and link (missing, ``stayed`` or ``joined``).
    scores : mapping
        Kind of scale to a frame with the rows of ``people`` and one column a scale; NaN = no score.
    invited : frame
        Columns partner, level, invited.
    rule : ReleaseRule
        The minima.

    Returns
    -------
    ReleasePlan
        The same input gives the same plan, in whatever order the rows come.
    """
    keys, candidates = _catalogue(_atoms(people))
    atom = _atoms(people).merge(keys.assign(atom=range(len(keys))), on=GROUP, how="left")["atom"].to_numpy()
    parts = [
        _decide_scale(frame, atom, candidates, kind, rule) for kind, frame in scores.items() if frame.shape[1]
    ]
    decided = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=DECISION_COLUMNS)
    return ReleasePlan(decided, _decide_response(people, invited, rule), rule)


def _decide_scale(
    scores: pd.DataFrame, atom: Integers, candidates: Sequence[_Candidate], kind: str, rule: ReleaseRule
) -> pd.DataFrame:
    """Decide one kind of scale; scales that the same people answered share their decision."""
    decided: dict[tuple[int, ...], pd.DataFrame] = {}
    tables = []
    for name in scores.columns:
        sizes = np.bincount(atom[scores[name].notna().to_numpy()], minlength=len(candidates[0].atoms))
        pattern = tuple(int(size) for size in sizes)
        if pattern not in decided:
            decided[pattern] = _decide_groups(candidates, sizes, kind, rule)
        tables.append(decided[pattern].assign(scale=kind, name=name))
    return pd.concat(tables, ignore_index=True)


def _atoms(people: pd.DataFrame) -> pd.DataFrame:
    return people[GROUP].astype(object).where(people[GROUP].notna(), None)


def _catalogue(people: pd.DataFrame) -> tuple[pd.DataFrame, tuple[_Candidate, ...]]:
    """Return the atoms, one row each, and the groups that could be shown, most useful first."""
    counted = people.groupby(GROUP, dropna=False, sort=True).size().rename("people").reset_index()
    keys = counted[GROUP].astype(object).where(counted[GROUP].notna(), None)
    return keys, tuple(_candidates(keys, counted["people"].to_numpy()))


def _candidates(keys: pd.DataFrame, people: Integers) -> Iterable[_Candidate]:
    yield _Candidate(None, None, None, np.ones(len(keys)))
    by_partner = _margin(keys, people, "partner")
    for column in GROUP:
        for value, atoms in _margin(keys, people, column):
            yield _Candidate(**{key: value if key == column else None for key in GROUP}, atoms=atoms)
    for value, atoms in by_partner:
        yield _Candidate(OTHERS + value, None, None, 1 - atoms)
    for partner, in_partner in by_partner:
        for level, in_level in _margin(keys, people, "level"):
            yield _Candidate(partner, level, None, in_partner * in_level)


def _margin(keys: pd.DataFrame, people: Integers, column: str) -> list[tuple[str, Floats]]:
    """Return each value of a column with its atoms, the largest group first, equals by name."""
    values = [value for value in keys[column].unique() if value is not None]
    found = [(str(value), (keys[column] == value).to_numpy().astype(float)) for value in values]
    return sorted(found, key=lambda pair: (-float(pair[1] @ people), pair[0]))


def _decide_groups(
    candidates: Sequence[_Candidate], sizes: Integers, kind: str, rule: ReleaseRule
) -> pd.DataFrame:
    minimum = rule.item_minimum if kind == "item" else rule.score_minimum
    counts = [int(candidate.atoms @ sizes) for candidate in candidates]
    large = [count >= minimum for count in counts]
    safe = iter(
        safe_subset(
            [candidate.atoms for candidate, enough in zip(candidates, large, strict=True) if enough],
            sizes,
            rule.subtraction_minimum,
        )
    )
    few = "item_below_minimum" if kind == "item" else "too_few"
    reasons = [
        ("no_answers" if count == 0 else few) if not enough else ("" if next(safe) else "subtraction")
        for count, enough in zip(counts, large, strict=True)
    ]
    rows = [
        (c.partner, c.level, c.link, n, not reason, reason)
        for c, n, reason in zip(candidates, counts, reasons, strict=True)
    ]
    return pd.DataFrame(rows, columns=[*GROUP, "n", "shown", "reason"])


def _decide_response(people: pd.DataFrame, invited: pd.DataFrame, rule: ReleaseRule) -> pd.DataFrame:
    cells = _cells(people, invited)
    keys = cells[["partner", "level"]].assign(link=None)
    asked, silent = cells["invited"].to_numpy(), cells["silent"].to_numpy()
    candidates = [
        c for c in _candidates(keys, asked) if c.link is None and not str(c.partner).startswith(OTHERS)
    ]
    everybody = asked.sum() - len(people)  # people of an unknown group did answer
    reasons = [
        _response_reason(
            float(c.atoms @ asked), float(c.atoms @ silent if c.partner or c.level else everybody), rule
        )
        for c in candidates
    ]
    possible = [c.atoms for c, reason in zip(candidates, reasons, strict=True) if not reason]
    safe = iter(safe_subset(possible, np.maximum(silent, 0), rule.silent_minimum))
    rows = [
        (c.partner, c.level, reason or ("" if next(safe) else "subtraction"))
        for c, reason in zip(candidates, reasons, strict=True)
    ]
    table = pd.DataFrame(rows, columns=["partner", "level", "reason"])
    return table.assign(shown=table["reason"] == "")


def _cells(people: pd.DataFrame, invited: pd.DataFrame) -> pd.DataFrame:
    """Return partner, level, invited and silent, one row a cell; people of an unknown group are in none."""
    came = people.groupby(["partner", "level"]).size().rename("answered").reset_index()
    cells = invited.merge(came, on=["partner", "level"], how="left").sort_values(
        ["partner", "level"], ignore_index=True
    )
    return cells.assign(silent=cells["invited"].astype(int) - cells["answered"].fillna(0).astype(int))


def _response_reason(asked: float, silent: float, rule: ReleaseRule) -> str:
    if asked < rule.invited_minimum:
        return "few_invited"
    return "few_silent" if silent != 0 and silent < rule.silent_minimum else ""
