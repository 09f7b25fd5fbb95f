"""The answers of each column on their ladder: words first, then words with a number taken out of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from alliance_analytics.intake.description.grading import Grading, graded_like, grading_of
from alliance_analytics.intake.description.options import Option, without_numbers

MOSTLY = 0.8
"""Share of the answers given that must stand on the ladder. Our convention."""
FEWEST_RUNGS = 3
"""Rungs that make a scale although more labels are unknown than known."""


@dataclass(frozen=True)
class GradedColumn:
    """One column whose answers are graded.

    Parameters
    ----------
    place : int
        Its place in the file.
    grid : str
        What its grid is known by, or ''.
    options : tuple of Option
        Its answers; a number that a label bears has become its code.
    grading : Grading
        The ladder, and the rung of each wording.
    """

    place: int
    grid: str
    options: tuple[Option, ...]
    grading: Grading

    @property
    def rungs(self) -> frozenset[int]:
        """The rungs met."""
        return frozenset(self.grading.rungs.values())

    @property
    def on_ladder(self) -> list[tuple[Option, int]]:
        """Each answer that has a rung, with it."""
        found = ((option, self.grading.rungs.get(option.wording)) for option in self.options)
        return [(option, rung) for option, rung in found if rung is not None and not option.missing]

    @property
    def left(self) -> list[Option]:
        """Answers in words that have no rung and are no missing answers."""
        rungs = self.grading.rungs
        return [o for o in self.options if o.wording and o.wording not in rungs and not o.missing]

    @property
    def bare(self) -> list[Option]:
        """Numbers without a word."""
        return [o for o in self.options if not o.wording and not o.missing and o.code is not None]


def graded_columns(options: Mapping[int, Sequence[Option]], grids: Sequence[str]) -> dict[int, GradedColumn]:
    """Return the columns whose answers are graded, by their places.

    Parameters
    ----------
    options : mapping of int to sequence of Option
        The different answers of each column that may hold any.
    grids : sequence of str
        For every column of the file, its grid.
    """
    found = {place: _graded(place, grids[place], tuple(given)) for place, given in options.items()}
    graded = {place: one for place, one in found.items() if one}
    for place in options.keys() - graded.keys():
        example = _graded_as_others(place, grids[place], tuple(options[place]), graded.values())
        if example:
            graded[place] = example
    return {place: _like_most(one, graded.values()) for place, one in sorted(graded.items())}


def _graded(place: int, grid: str, options: tuple[Option, ...]) -> GradedColumn | None:
    for given in (options, without_numbers(options)):
        grading = grading_of(_wordings(given))
        if grading and _holds(grading, given):
            return GradedColumn(place, grid, given if given is options else _shown(options, given), grading)
    return None


def _graded_as_others(
    place: int, grid: str, options: tuple[Option, ...], others: Collection[GradedColumn]
) -> GradedColumn | None:
    """Return a column in which one answer alone was given, graded as its grid is, or as the file is."""
    near = [other for other in others if grid and other.grid == grid]
    examples = {(other.grading.kind, other.grading.language): other.grading for other in (*near, *others)}
    for given in (options, without_numbers(options)):
        wordings = _wordings(given)
        for example in examples.values() if wordings else ():
            grading = graded_like(wordings, example)
            if grading and _holds(grading, given):
                return GradedColumn(place, grid, given, grading)
    return None


def _like_most(one: GradedColumn, others: Collection[GradedColumn]) -> GradedColumn:
    """Return a column on the ladder of most others that knows all its labels: *good* stands on two."""
    kinds = Counter(other.grading.kind for other in others)
    examples = {other.grading.kind: other.grading for other in others}
    for kind, count in kinds.most_common():
        if count <= kinds[one.grading.kind]:
            return one
        other = graded_like(_wordings(one.options), examples[kind])
        if other and not other.misspelt:
            return replace(one, grading=other)
    return one


def _shown(options: Sequence[Option], split: Sequence[Option]) -> tuple[Option, ...]:
    return tuple(replace(new, text=old.text) for old, new in zip(options, split, strict=True))


def _wordings(options: Sequence[Option]) -> frozenset[str]:
    return frozenset(option.wording for option in options if option.wording and not option.missing)


def _holds(grading: Grading, options: Sequence[Option]) -> bool:
    """Return whether the ladder knows most of the answers given, and most of the labels."""
    given = [option for option in options if option.wording and not option.missing]
    known = [option for option in given if option.wording in grading.rungs]
    cells = sum(option.count for option in given)
    rungs = set(grading.rungs.values())
    enough = 2 * len(known) > len(given) or len(rungs) >= FEWEST_RUNGS
    misread = 2 * len(grading.misspelt) >= len(known) if grading.misspelt else False
    one_beside = len(given) == len(known) + 1 and len(rungs) > FEWEST_RUNGS
    return enough and not misread and (one_beside or sum(option.count for option in known) >= MOSTLY * cells)
