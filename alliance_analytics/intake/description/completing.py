"""How long a scale is of which not every answer was given.

What people ticked shows some rungs of a ladder. The rest is taken from the questions of the same grid, then
from questions elsewhere in the file that are graded alike, then from what forms usually print; a side that
is shorter than the other is filled up to it. Whoever declares all labels, as SPSS does, needs none of this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from alliance_analytics.model.label_families import LabelFamily

Rungs = frozenset[int]
MANY = 30
"""Answers to one question of which some would be on a rung that was offered. Our convention."""
FEWEST = 3
"""Rungs met from which a ladder without a middle may be all there is."""


def full_rungs(
    own: Rungs,
    grid: Rungs,
    elsewhere: Iterable[Rungs],
    family: LabelFamily,
    *,
    answers: int,
    at_least: int = 0,
) -> tuple[int, ...]:
    """Return the rungs that a question offered, lowest first.

    Parameters
    ----------
    own : frozenset of int
        Rungs met in the question.
    grid : frozenset of int
        Rungs met in questions of the same grid.
    elsewhere : iterable of frozenset of int
        Rungs met in other questions of the file that are graded alike.
    family : LabelFamily
        The ladder.
    answers : int
        Answers given to the question.
    at_least : int, optional
        Rungs that numbers beside the labels speak of: where one is 6, there are six.
    """
    met = own | grid
    whole = is_whole(met, family) and len(met) >= at_least
    wider = Counter(printed for rungs in elsewhere if rungs > met and (printed := _as_printed(rungs, family)))
    if whole and (answers >= MANY or not wider):
        return tuple(sorted(met))
    usual = [frozenset(rungs) for rungs in family.usual if met <= set(rungs)]
    if answers >= MANY:
        usual.sort(key=len)
    found = [*_commonest(wider), *usual, _mirrored(met, family)]
    full = next((rungs for rungs in found if len(rungs) >= at_least), found[0])
    if answers >= MANY and family.middle is None and len(met) >= FEWEST and _between(full - met, met):
        return tuple(sorted(met))
    return tuple(sorted(full))


def _between(rungs: Rungs, ends: Rungs) -> bool:
    """Return whether rungs lie between those met; of many people somebody would have stood there."""
    return all(min(ends) < rung < max(ends) for rung in rungs)


def _as_printed(rungs: Rungs, family: LabelFamily) -> Rungs:
    """Return rungs that are a scale as they are, else the usual scale that they are a part of, else none."""
    if is_whole(rungs, family) or not family.usual:
        return rungs
    return next((frozenset(usual) for usual in family.usual if rungs <= set(usual)), frozenset())


def _commonest(wider: Counter[Rungs]) -> list[Rungs]:
    return [max(wider, key=lambda rungs: (wider[rungs], -len(rungs)))] if wider else []


def is_whole(rungs: Rungs, family: LabelFamily) -> bool:
    """Return whether rungs are a scale as forms print it: a usual one, or one with sides of equal length."""
    if tuple(sorted(rungs)) in family.usual:
        return True
    if family.middle is None:
        return False
    low, high = (sum(rung < family.middle for rung in rungs), sum(rung > family.middle for rung in rungs))
    return low == high and low > 1


def _mirrored(rungs: Rungs, family: LabelFamily) -> Rungs:
    middle = family.middle
    if middle is None or rungs <= {middle}:
        return rungs
    return rungs | {2 * middle - rung for rung in rungs}
