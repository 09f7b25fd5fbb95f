"""What may be shown beside a plan that was made already: decided after it, and never against it.

Some numbers are known only later (who will have answered the next wave) or are no plain sum (a mean under
weights). Each is a row of numbers over people; it may be shown when, together with everything the plan
shows, it tells about nobody in particular.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.publish.catalogue import Keys
from alliance_analytics.publish.disclosure import Floats, Integers, safe_subset
from alliance_analytics.publish.earlier_releases import LATER
from alliance_analytics.publish.release_plan import DECISION_COLUMNS, GROUP, OTHERS, ReleasePlan
from alliance_analytics.publish.witnesses import Scale, Witnesses

Flags = npt.NDArray[np.bool_]
DIGITS = 9
"""Decimals to which weights are compared: people of equal weight must not look different by float noise."""
_Later = tuple[str, int, str]
"""A group of people by what became of them, how many have a score, and why they are hidden, or ''."""
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
    named = scale, str(scores.name)
    shown = [_members(people, group) for group in plan.shown_groups.get(named, ())]
    return _safe(shown, scores.notna().to_numpy(), additions, protecting, plan.rule.subtraction_minimum)


def _safe(
    shown: Sequence[Floats],
    scored: Flags,
    additions: Sequence[Floats],
    protecting: Witnesses | None,
    fewest: int,
) -> tuple[bool, ...]:
    """Return which sums over people tell of nobody in particular beside those that are shown already."""
    rows, decisions = [*shown], []
    for addition in additions:
        together = np.round([*rows, addition], DIGITS)[:, scored]
        atoms, places, sizes = np.unique(together, axis=1, return_inverse=True, return_counts=True)
        if protecting is not None and not protecting.alone:
            sizes = protecting.among(scored).in_atoms(places.ravel(), len(sizes))
        safe = scored.any() and _tells_about_enough(atoms, sizes, fewest)
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
    groups = dict.fromkeys(chain.from_iterable(plan.shown_groups.values()))
    members = {group: _members(people, group) for group in groups}
    decided: dict[tuple[object, ...], list[_Later]] = {}
    rows: list[tuple[object, ...]] = []
    asked = [(kind, name) for kind, frame in scores.items() if kind != "item" for name in frame.columns]
    for kind, name in asked:
        scale, scored = (kind, str(name)), scores[kind][name].notna().to_numpy()
        shown = tuple(plan.shown_groups.get(scale, ()))
        pattern = (scored.tobytes(), shown, *_own(plan, scale))
        if pattern not in decided:
            decided[pattern] = _decided(
                plan, people["later"], scored, scale, [members[each] for each in shown]
            )
        rows += [
            (None, None, link, count, not reason, reason, *scale) for link, count, reason in decided[pattern]
        ]
    if not rows:
        return plan
    later = pd.DataFrame(rows, columns=DECISION_COLUMNS)
    return replace(plan, scores=pd.concat([plan.scores, later], ignore_index=True))


def _own(plan: ReleasePlan, scale: Scale) -> tuple[str, ...]:
    """Return the scale itself where others share its statements or it was shown before, else nothing."""
    protecting = plan.witnesses.get(scale)
    alone = (protecting is None or protecting.alone) and not plan.before.releases
    return () if alone else scale


def _decided(
    plan: ReleasePlan, later: pd.Series, scored: Flags, scale: Scale, shown: Sequence[Floats]
) -> list[_Later]:
    """Return what is decided on those kept and on those left; who is in neither has no known link.

    A scale that is shown of nobody is shown of neither: only what is shown held its statements back.
    """
    groups = {link: later.isin([link]).to_numpy() for link in LATER}
    counts = {link: int((inside & scored).sum()) for link, inside in groups.items()}
    large = [link for link, count in counts.items() if count >= plan.rule.score_minimum]
    additions = [groups[link].astype(float) for link in large]
    safe = [False] * len(large)
    if shown and plan.before.same_later(scale, later):
        protecting, fewest = plan.witnesses.get(scale), plan.rule.subtraction_minimum
        safe = [*_safe(shown, scored, additions, protecting, fewest)]
    decisions = {link: "" if one else "subtraction" for link, one in zip(large, safe, strict=True)}
    few = {link: "too_few" if count else "no_answers" for link, count in counts.items()}
    return [(link, count, decisions.get(link, few[link])) for link, count in counts.items()]


def _tells_about_enough(atoms: Floats, sizes: Integers, fewest: int) -> bool:
    """Return whether the last sum tells about few people neither alone nor with the others.

    Where, among people alike in all other sums, enough count in it unlike the most of their kind, no
    combination can be about fewer; so in a large alliance not every combination has to be tried.
    """
    kinds: dict[bytes, list[int]] = defaultdict(list)
    for column, size in zip(np.ascontiguousarray(atoms[:-1].T), sizes.tolist(), strict=True):
        kinds[column.tobytes()].append(size)
    if sum(sum(each) - max(each) for each in kinds.values()) >= fewest:
        return True
    return len(sizes) <= MOST_ATOMS and safe_subset([atoms[-1]], sizes, fewest, given=[*atoms[:-1]])[0]


def _members(people: pd.DataFrame, group: Keys) -> Floats:
    """Return 1 for each person in a group of the plan, else 0."""
    inside = np.ones(len(people), dtype=bool)
    for column, value in zip(GROUP, group, strict=True):
        if value is not None:
            inside &= _having(people, column, value)
    return inside.astype(float)


def _having(people: pd.DataFrame, column: str, value: str) -> Flags:
    if value.startswith(OTHERS):
        return ~_having(people, column, value.removeprefix(OTHERS))
    named = "later" if column == "link" and value in LATER else column
    return people[named].isin([value]).to_numpy(bool)
