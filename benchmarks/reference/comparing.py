"""An answer beside its reference, number by number."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.reference.entries import Entry, Tolerance

NOTHING = {"value": None}
"""How a reference says that the statistic has no value."""
HALF_A_DIGIT = 0.5000001


@dataclass(frozen=True)
class Answer:
    """What an adapter found.

    Attributes
    ----------
    values : nested mapping, list, or number
        Named as the reference names them; None = undefined.
    reason : str
        Why the statistic as a whole has no value, or ''.
    withheld : mapping
        Fields that a convention of this project does not give, with the reason in words.
    not_computed : frozenset of str
        Fields that this project has no use for.
    tolerances : mapping
        Fields whose tolerance differs from the entry's.
    """

    values: Any
    reason: str = ""
    withheld: Mapping[str, str] = field(default_factory=dict)
    not_computed: frozenset[str] = frozenset()
    tolerances: Mapping[str, Tolerance] = field(default_factory=dict)


@dataclass(frozen=True)
class Comparison:
    """How an answer compares: ``misses`` in words, and the largest share of a tolerance that was used."""

    misses: tuple[str, ...]
    compared: int
    used: float


def compare(answer: Answer, entry: Entry) -> Comparison:
    """Return how an answer compares with the entry and with the numbers printed for it.

    A field at the top that the answer lacks is not compared; deeper down (a group, an item) it is a miss.
    """
    if entry.value == NOTHING:
        misses = () if answer.reason else ("a number where there is none",)
        return Comparison(misses, 1, 0.0)
    misses, used = [], []
    for path, expected in _leaves(entry.value):
        field_name = path[-1]
        if field_name in answer.withheld or field_name in answer.not_computed:
            continue
        try:
            found = _at(answer.values, path)
        except (KeyError, IndexError, TypeError):
            if len(path) > 1:
                misses.append(f"{'/'.join(path)}: missing")
            continue
        share = _share_used(found, expected, answer.tolerances.get(field_name, entry.tolerance))
        used.append(share)
        if not share <= 1:
            misses.append(f"{'/'.join(path)}: {found!r} instead of {expected!r}")
    misses += [] if used or answer.withheld else ["nothing to compare"]
    return Comparison((*misses, *_printed(answer, entry)), len(used), max(used, default=0.0))


def _leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list):
        parts = ((str(place), each) for place, each in enumerate(value))
    else:
        yield path, value
        return
    for name, each in parts:
        yield from _leaves(each, (*path, name))


def _at(values: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        values = values[int(name)] if isinstance(values, (list, tuple)) else values[name]
    return values


def _share_used(found: Any, expected: Any, tolerance: Tolerance) -> float:
    nothing = found is None or (isinstance(found, float) and math.isnan(found))
    if expected is None or nothing:
        return 0.0 if nothing and expected is None else math.inf
    if isinstance(expected, (bool, str)):
        return 0.0 if found == expected else math.inf
    return tolerance.used(float(found), float(expected))


def _printed(answer: Answer, entry: Entry) -> list[str]:
    misses = []
    for place, text in entry.published.items():
        path = tuple(place.split("/"))
        if path[-1] in answer.withheld or path[-1] in answer.not_computed:
            continue
        try:
            found = float(_at(answer.values, path))
        except (KeyError, IndexError, TypeError):
            continue
        digits = len(text.partition(".")[2])
        if not abs(found - float(text)) <= HALF_A_DIGIT * 10**-digits:
            misses.append(f"{place}: {found!r} does not round to the printed {text}")
    return misses
