"""What may be told of how many people do something: everything, together with its neighbour, or nothing.

A number of people is told when it is 0 or at least the least number that may be told about, and so is what is
left of the whole. Classes that hold fewer are joined with the next, so that no edge of a distribution points
at somebody, and so are kinds of behaviour.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

TOGETHER = "together"
"""Several kinds, each of too few people to be told apart."""
KIND_COLUMNS = ["kind", "value", "shown", "reason"]


def may_be_told(count: int, whole: int, fewest: int) -> bool:
    """Return whether it may be told that ``count`` of ``whole`` people do something.

    Examples
    --------
    >>> may_be_told(0, 40, 5), may_be_told(3, 40, 5), may_be_told(37, 40, 5)
    (True, False, False)
    """
    return all(part == 0 or part >= fewest for part in (count, whole - count))


def joined_classes(counts: Sequence[int], fewest: int) -> tuple[range, ...]:
    """Return neighbouring classes joined until each holds at least ``fewest`` people; none if all are fewer.

    A class that holds enough stays alone where the few before it can join the one before them.

    Examples
    --------
    >>> joined_classes([0, 2, 9, 6, 1], 5)
    (range(0, 3), range(3, 5))
    >>> joined_classes([7, 2, 6], 5)
    (range(0, 2), range(2, 3))
    """
    found: list[range] = []
    start = held = 0
    for place, count in enumerate(counts):
        if count >= fewest and found:
            found[-1] = range(found[-1].start, place)
            start, held = place, 0
        held += count
        if held >= fewest:
            found.append(range(start, place + 1))
            start, held = place + 1, 0
    if found:
        found[-1] = range(found[-1].start, len(counts))
    return tuple(found)


def joined_kinds(done: pd.DataFrame, fewest: int) -> tuple[tuple[str, ...], ...]:
    """Return kinds of behaviour, those of too few people put together until enough people did one of them.

    Parameters
    ----------
    done : frame, one row a person, one column a kind
        How much of it each person did; 0 for nothing.
    fewest : int
        The least number of people that may be told about.

    Returns
    -------
    tuple of tuple of str
        In the order of the columns; what nobody did stands alone. No kind that somebody did is left when all
        of them together are of too few people.
    """
    people = {str(kind): int((done[kind] > 0).sum()) for kind in done}
    joined = [kind for kind in people if 0 < people[kind] < fewest]
    others = sorted((kind for kind in people if people[kind] >= fewest), key=people.__getitem__)
    while joined and others and _people(done[joined]) < fewest:
        joined.append(others.pop(0))
    alone = [(kind,) for kind in people if kind not in joined]
    together = [tuple(kind for kind in people if kind in joined)]
    return (*alone, *together) if joined and _people(done[joined]) >= fewest else tuple(alone)


def released_kinds(done: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Return how much of each kind people did on average, as far as it may be told.

    Parameters
    ----------
    done : frame, one row a person, one column a kind
        Share of what was asked, 0 to 1.
    fewest : int
        The least number of people that may be told about.

    Returns
    -------
    frame
        Columns kind (``together`` where several were put together), value (mean over all people), shown and
        reason. One hidden row ``together`` when nothing may be told.
    """
    kinds = joined_kinds(done, fewest)
    told = len(done) >= fewest and sum(map(len, kinds)) == done.shape[1]
    if not told:
        return pd.DataFrame([(TOGETHER, float("nan"), False, "too_few")], columns=KIND_COLUMNS)
    rows = [
        (each[0] if len(each) == 1 else TOGETHER, float(done[list(each)].sum(axis=1).mean()), True, "")
        for each in kinds
    ]
    return pd.DataFrame(rows, columns=KIND_COLUMNS)


def _people(done: pd.DataFrame) -> int:
    """Return how many people did any of it."""
    return int((done > 0).any(axis=1).sum())
