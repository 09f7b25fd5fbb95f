"""Who protects a score from the other scores that share its statements.

A dimension is the mean of its statements and so are its pillars. Where everybody answered everything, a
dimension less its pillars is nothing; where a few left something out, it is about these few. So people
protect a scale only as far as no other scale explains their part of it:

- A *sure* witness answered a statement of the scale that no other scale has, or one in it and one outside it
  that all other scales treat alike. Whatever the other scales add up to, the scale alone makes the
  difference.
- Of people who are no sure witnesses, those whose answers weigh alike in the parts of the scale (*alike*)
  explain each other, whoever weighs otherwise does not.

The attacker is granted the sums of all other scales for every set of people that the groups tell apart. That
is more than anybody is shown, and makes the question one of counting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.publish.disclosure import Integers, numbered

Flags = npt.NDArray[np.bool_]
Scale = tuple[str, str]
Statements = Mapping[str, Mapping[str, Sequence[str]]]
NOBODY = -1


@dataclass(frozen=True)
class Witnesses:
    """Who protects one scale.

    Attributes
    ----------
    sure : array of bool, shape (n_people,)
        Who protects it whatever the others did.
    alike : array of int, shape (n_people,)
        People of the same number weigh its parts alike; -1 for sure witnesses and for who protects nothing.
    parts : tuple of (str, str)
        The scales from which it follows where all people weigh them alike, or none.
    alone : bool
        Whether no other scale shares its statements.
    """

    sure: Flags
    alike: Integers
    parts: tuple[Scale, ...] = ()
    alone: bool = True

    def among(self, people: Flags) -> Witnesses:
        """Return the same of some of the people."""
        return Witnesses(self.sure[people], self.alike[people], self.parts, self.alone)

    def in_atoms(self, atoms: Integers, count: int) -> Integers:
        """Return how many people must be left aside in each atom before the others explain its part."""
        sure = np.bincount(atoms[self.sure], minlength=count)
        rest = self.alike >= 0
        return np.asarray(sure + _unlike(atoms[rest], self.alike[rest], count), dtype=np.int64)


@dataclass(frozen=True)
class Answered:
    """Which statements each person answered, and the scales that are scored from them."""

    given: dict[str, Flags]
    statements: dict[Scale, tuple[str, ...]]
    scored: dict[Scale, Flags]

    def any_of(self, items: Sequence[str]) -> Flags:
        """Return who answered at least one of the statements."""
        return np.asarray(self._given(items).any(axis=0))

    def count(self, scale: Scale) -> Integers:
        """Return how many statements of a scale each person answered."""
        return np.asarray(self._given(self.statements[scale]).sum(axis=0), dtype=np.int64)

    def _given(self, items: Sequence[str]) -> Flags:
        """Return who answered which of some statements, one row a statement."""
        some = next(iter(self.scored.values()))
        return np.array([self.given[item] for item in items], dtype=bool).reshape(len(items), len(some))

    @cached_property
    def scales_of(self) -> dict[str, frozenset[Scale]]:
        """Statement to the scales that are scored from it."""
        found: dict[str, set[Scale]] = {item: set() for item in self.given}
        for scale, items in self.statements.items():
            for item in items:
                found[item].add(scale)
        return {item: frozenset(scales) for item, scales in found.items()}


def answered(scores: Mapping[str, pd.DataFrame], statements: Statements) -> Answered:
    """Return who answered which statements of which scales.

    Parameters
    ----------
    scores : mapping
        Kind of scale to one column a scale; those of kind ``item`` say what was answered.
    statements : mapping
        Kind of scale to the statements of each scale. A scale that is not named shares no statement.
    """
    items = scores.get("item", pd.DataFrame())
    given = dict(_known(items))
    scored = {(kind, name): known for kind, frame in scores.items() for name, known in _known(frame)}
    known = {
        (kind, str(name)): tuple(item for item in asked if item in given)
        for kind, scales in statements.items()
        for name, asked in scales.items()
        if kind != "item" and (kind, str(name)) in scored
    }
    return Answered(given, known, scored)


def _known(frame: pd.DataFrame) -> Iterator[tuple[str, Flags]]:
    """Yield each column's name with who has a value in it."""
    known = np.isfinite(frame.to_numpy(float))
    for place, name in enumerate(frame):
        yield str(name), known[:, place]


def witnesses(scale: Scale, others: Sequence[Scale], answers: Answered) -> Witnesses:
    """Return who protects a scale from others that may share its statements.

    Parameters
    ----------
    scale : (str, str)
        Kind and name.
    others : sequence of (str, str)
        Scales that may be shown as well.
    answers : Answered
        Who answered what.
    """
    scored, asked = answers.scored[scale], answers.statements.get(scale, ())
    connected = _connected(scale, others, answers)
    if not connected:
        return Witnesses(scored, np.full(len(scored), NOBODY))
    sure = np.zeros(len(scored), dtype=bool)
    for key, items in treated_alike(connected, answers).items():
        inside, outside = _split(items, asked)
        sure |= answers.any_of(inside) & (answers.any_of(outside) if key else True)
    family = _family(scale, connected, answers)
    for member in family:  # what was answered of one without its score binds the others
        sure |= answers.any_of(answers.statements[member]) & ~answers.scored[member]
    alike = _alike(family, answers) if family else np.full(len(scored), NOBODY)
    sure &= scored
    rest = tuple(each for each in family if each != scale)
    return Witnesses(sure, np.where(sure | ~scored, NOBODY, alike), rest, alone=False)


def _connected(scale: Scale, others: Sequence[Scale], answers: Answered) -> list[Scale]:
    """Return the other scales that share statements with a scale, or with one that does."""
    reached, found = set(answers.statements.get(scale, ())), list[Scale]()
    while new := [e for e in others if e not in found and reached & set(answers.statements.get(e, ()))]:
        found += new
        reached |= {item for each in new for item in answers.statements[each]}
    return found


def _family(scale: Scale, others: Sequence[Scale], answers: Answered) -> tuple[Scale, ...]:
    """Return a scale and the parts it is made of without a rest, the one asked for among them; or none."""
    asked = {each: set(answers.statements[each]) for each in (*others, scale)}
    for whole, items in asked.items():
        parts = [each for each in asked if each != whole and asked[each] <= items]
        size = sum(len(asked[part]) for part in parts)
        if len(parts) == len(asked) - 1 and size == len(items) == len(
            set().union(*(asked[part] for part in parts))
        ):
            return (whole, *parts)
    return ()


def treated_alike(scales: Sequence[Scale], answers: Answered) -> dict[frozenset[Scale], list[str]]:
    """Return all statements in classes: those of one class are in the same of the scales."""
    classes: dict[frozenset[Scale], list[str]] = {}
    among = frozenset(scales)
    for item, members in answers.scales_of.items():
        classes.setdefault(among & members, []).append(item)
    return classes


def unlike_pairs(atoms: Integers, same: Integers, differ: Integers, among: Flags) -> int:
    """Return how many pairs can be made, each within one atom, equal in one thing and not in another."""
    places = numbered([atoms[among], same[among]])
    sizes = np.bincount(places)
    apart = _unlike(places, numbered([differ[among]]), len(sizes))
    return int(np.minimum(sizes // 2, apart).sum())


def _split(items: Sequence[str], asked: Sequence[str]) -> tuple[list[str], list[str]]:
    inside = [item for item in items if item in asked]
    return inside, [item for item in items if item not in asked]


def _alike(family: Sequence[Scale], answers: Answered) -> Integers:
    """Return numbers, equal where all parts weigh alike in the whole; -1 where one was not answered."""
    whole, *parts = family
    counts = np.stack([answers.count(part) for part in parts])
    weights = np.round(counts / np.maximum(answers.count(whole), 1), 9)
    return np.where((counts > 0).all(axis=0), numbered([*weights]), NOBODY).astype(np.int64)


def _unlike(atoms: Integers, kinds: Integers, count: int) -> Integers:
    """Return how many in each atom are not of its most frequent kind."""
    if not len(atoms):
        return np.zeros(count, dtype=np.int64)
    table = np.zeros((count, int(kinds.max()) + 1), dtype=np.int64)
    np.add.at(table, (atoms, kinds), 1)
    return np.asarray(table.sum(axis=1) - table.max(axis=1), dtype=np.int64)
