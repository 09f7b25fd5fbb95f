"""What may be shown beside a plan that was made already: decided after it, and never against it.

Some numbers are known only later (who will have answered the next wave) or are no plain sum (a mean under
weights). Each is a row of numbers over people; it may be shown when, together with everything the plan
shows, it tells about nobody in particular.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.publish.disclosure import Floats, Integers, safe_subset
from alliance_analytics.publish.earlier_releases import LATER
from alliance_analytics.publish.release_plan import DECISION_COLUMNS, GROUP, OTHERS, ReleasePlan
from alliance_analytics.publish.witnesses import Witnesses

Flags = npt.NDArray[np.bool_]
DIGITS = 9
"""Decimals to which weights are compared: people of equal weight must not look different by float noise."""
MOST_ATOMS = 50
"""Sets of people that look alike, up to which every combination is tried; beyond that, doubt hides."""


def safe_beside(
    plan: ReleasePlan,
    people: pd.DataFrame,
    scores: pd.Series,
    scale: str,
    additions: Sequence[Floats],
    *,
    protecting: Witnesses | None = None,
) -> tuple[bool, ...]:
    """Return which sums may be shown on one scale beside all that a plan shows on it.

    Parameters
    ----------
    plan : ReleasePlan
        Of the wave.
    people : frame, one row a respondent
        Columns partner, level and link, and ``later`` where the plan decided on those kept and left.
    scores : series, on the rows of ``people``
        The scale, by its name; NaN = no score.
    scale : str
        Kind of the scale.
    additions : sequence of array, each of shape (n_people,)
        What each person counts in a sum: 1 and 0 for a group, a weight for a weighted mean; the more useful
        first, since what comes first is kept first.
    protecting : Witnesses, optional
        Who protects the scale from others that share its statements; everybody when left out.

    Returns
    -------
    tuple of bool
        One an addition. None is shown where earlier releases differ from what is shown now: a sum of then
        that is no group's is not known any more.
    """
    if plan.before.releases:
        return (False,) * len(additions)
    scored = scores.notna().to_numpy()
    shown = plan.scores[(plan.scores["scale"] == scale) & (plan.scores["name"] == scores.name)]
    rows = [_members(people, group) for group in shown[shown["shown"]].to_dict("records")]
    decisions = []
    for addition in additions:
        together = np.round([*rows, addition], DIGITS)[:, scored]
        atoms, places, sizes = np.unique(together, axis=1, return_inverse=True, return_counts=True)
        if protecting is not None and not protecting.alone:
            sizes = protecting.among(scored).in_atoms(places.ravel(), len(sizes))
        safe = scored.any() and _tells_about_enough(atoms, sizes, plan.rule.subtraction_minimum)
        decisions.append(bool(safe))
        if safe:
            rows.append(addition)
    return tuple(decisions)


def with_later(plan: ReleasePlan, people: pd.DataFrame, scores: Mapping[str, pd.DataFrame]) -> ReleasePlan:
    """Return a plan that also decides on those kept and those left, below everything it decided before.

    Parameters
    ----------
    plan : ReleasePlan
        Of an earlier wave.
    people : frame, one row a respondent
        Columns partner, level, link and later (missing, ``kept`` or ``left``).
    scores : mapping
        Kind of scale to a frame with the rows of ``people`` and one column a scale. Statements are left out:
        nothing is told of them by who stayed.

    Returns
    -------
    ReleasePlan
        With rows whose link is ``kept`` or ``left``; all rows before them are as they were. A scale that the
        plan shows of nobody is not shown of them either.
    """
    decided: dict[tuple[object, ...], pd.DataFrame] = {}
    tables = []
    asked = [(kind, name) for kind, frame in scores.items() if kind != "item" for name in frame.columns]
    shown = dict(iter(plan.scores.groupby(["scale", "name"], sort=False)["shown"]))
    for kind, name in asked:
        column = scores[kind][name]
        pattern = (
            column.notna().to_numpy().tobytes(),
            *shown.get((kind, name), ()),
            *_own(plan, kind, str(name)),
        )
        if pattern not in decided:
            decided[pattern] = _decided(plan, people, column, kind)
        tables.append(decided[pattern].assign(scale=kind, name=name))
    return replace(plan, scores=pd.concat([plan.scores, *tables], ignore_index=True)) if tables else plan


def _own(plan: ReleasePlan, kind: str, name: str) -> tuple[str, ...]:
    """Return the scale itself where others share its statements or it was shown before, else nothing."""
    protecting = plan.witnesses.get((kind, name))
    alone = (protecting is None or protecting.alone) and not plan.before.releases
    return () if alone else (kind, name)


def _decided(plan: ReleasePlan, people: pd.DataFrame, scores: pd.Series, scale: str) -> pd.DataFrame:
    """Return the decisions on those kept and left; who is in neither has no known link."""
    groups = {link: people["later"].isin([link]).to_numpy() for link in LATER}
    counts = [int((inside & scores.notna()).sum()) for inside in groups.values()]
    large = [link for link, n in zip(groups, counts, strict=True) if n >= plan.rule.score_minimum]
    additions = [groups[link].astype(float) for link in large]
    named = scale, str(scores.name)
    beside = safe_beside(plan, people, scores, scale, additions, protecting=plan.witnesses.get(named))
    same = plan.before.same_later(named, people["later"]) and _told_of_any(plan, named)
    safe = {link: one and same for link, one in zip(large, beside, strict=True)}
    few = ["no_answers" if n == 0 else "too_few" for n in counts]
    reasons = [
        reason if link not in safe else "" if safe[link] else "subtraction"
        for link, reason in zip(LATER, few, strict=True)
    ]
    table = pd.DataFrame({"link": LATER, "n": counts, "reason": reasons})
    whole = table.assign(partner=None, level=None, scale=scale, name=str(scores.name))
    return whole.assign(shown=table["reason"] == "")[DECISION_COLUMNS]


def _told_of_any(plan: ReleasePlan, scale: tuple[str, str]) -> bool:
    """Return whether a plan shows a scale of any group: only then were its statements held back for it."""
    own = (plan.scores["scale"] == scale[0]) & (plan.scores["name"] == scale[1])
    return bool(plan.scores.loc[own, "shown"].any())


def _tells_about_enough(atoms: Floats, sizes: Integers, fewest: int) -> bool:
    """Return whether the last sum tells about few people neither alone nor with the others.

    Where, among people alike in all other sums, enough count in it unlike the most of their kind, no
    combination can be about fewer; so in a large alliance not every combination has to be tried.
    """
    alike = [column.tobytes() for column in np.ascontiguousarray(atoms[:-1].T)]
    kinds = pd.Series(sizes).groupby(alike)
    if (kinds.sum() - kinds.max()).sum() >= fewest:
        return True
    return len(sizes) <= MOST_ATOMS and safe_subset([atoms[-1]], sizes, fewest, given=[*atoms[:-1]])[0]


def _members(people: pd.DataFrame, group: Mapping[Hashable, object]) -> Floats:
    """Return 1 for each person in a group of the plan, else 0."""
    inside = np.ones(len(people), dtype=bool)
    for column in GROUP:
        value = group[column]
        if isinstance(value, str):
            inside &= _having(people, column, value)
    return inside.astype(float)


def _having(people: pd.DataFrame, column: str, value: str) -> Flags:
    if value.startswith(OTHERS):
        return ~_having(people, column, value.removeprefix(OTHERS))
    named = "later" if column == "link" and value in LATER else column
    return people[named].isin([value]).to_numpy(bool)
