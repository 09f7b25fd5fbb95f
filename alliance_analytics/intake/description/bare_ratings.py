"""Which columns of bare numbers are ratings: a number alone may be a rating, an age, a count or a code.

A rating lies on a short scale, and something beside the number says so: the platform, a question that asks
how much, the other rows of a grid, or several columns of the file that hold every number of one usual scale.
Where the scale begins, and which end is the better one, no number tells, but the question may.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from alliance_analytics.intake.description.completing import MANY
from alliance_analytics.intake.description.described import Scale
from alliance_analytics.intake.description.options import Option
from alliance_analytics.intake.description.questions import (
    asks_for_category,
    asks_for_judgement,
    asks_for_number,
)
from alliance_analytics.intake.description.scales import missing_codes
from alliance_analytics.intake.description.told_scales import ToldScale, told_scale
from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.model.spelling import plain

LOWEST, HIGHEST, FARTHEST_RECODE = -5, 10, 19
STRAY = frozenset(
    (
        *(-999, -99, -98, -97, -88, -77, -66, -9, -8, -7, -6),
        *(66, 77, 88, 96, 97, 98, 99, 777, 888, 998, 999, 8888, 9999),
    )
)
"""Numbers that programs often use for missing answers; nobody declared them here."""
USUAL = ((1, 5), (1, 7), (0, 10), (1, 10), (-3, 3), (-2, 2), (-5, 5))
"""Lowest and highest number of the scales that forms mostly print."""
TURNED = re.compile(r"^(?:r(?:ev)?_?|recoded_?|inv_?)|_?(?:r|rev|reversed|recoded|rec|inv)$")
"""What people put before or after the name of a column when they turn it round."""
FEWEST = 3
"""Different numbers that make a rating where the heading alone says nothing."""
NEARLY_ALL = 0.9
FEWEST_ALIKE = 3
"""Columns that go from end to end of one usual scale, from which that is no chance. Our convention."""


@dataclass(frozen=True)
class BareColumn:
    """A column that holds numbers and nothing else, beside missing answers."""

    place: int
    column: Column
    grid: str
    options: tuple[Option, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The different numbers given, without those that usually stand for missing answers.

        No scale runs from -1 to more than 1.
        """
        given = {option.code for option in self.options if option.code is not None and not option.missing}
        near = given - STRAY
        if min(near, default=0) == -1 and max(near) > 1:
            near -= {-1}
        return frozenset(near if any(n >= 0 for n in near) or len(near) > 1 else given)

    @property
    def stray(self) -> tuple[Option, ...]:
        """Numbers far off the others, declared by nobody."""
        told = {*self._near, *self.numbers, None}
        return tuple(option for option in self.options if option.code not in told and not option.missing)

    @property
    def _near(self) -> range:
        return range(min(self.numbers, default=0), max(self.numbers, default=0) + 1)


def bare_ratings(
    export: Export,
    options: Mapping[int, Sequence[Option]],
    grids: Sequence[str],
    *,
    scored: Collection[int] = (),
) -> dict[int, BareColumn]:
    """Return the columns of bare numbers that are ratings, by their places.

    Parameters
    ----------
    export : Export
        Records of respondents.
    options : mapping of int to sequence of Option
        The different answers of the columns that are not graded by words.
    grids : sequence of str
        For every column of the file, its grid.
    scored : collection of int, optional
        Places of columns that ask a scored statement of the instrument.
    """
    bare = [
        BareColumn(place, export.columns[place], grids[place], tuple(given))
        for place, given in options.items()
        if _is_bare(given)
    ]
    alike = _usual_scales(bare, export.cells)
    rated = [
        one
        for one in bare
        if one.place in scored or _is_rating(one, _row_mates(one, bare), export, alike=alike)
    ]
    rated += [one for one in bare if one not in rated and _is_turned_copy(one, rated)]
    in_grids = {one.grid for one in rated} - {""}
    unanswered = [
        BareColumn(place, export.columns[place], grids[place], ())
        for place, given in options.items()
        if not given and grids[place] in in_grids and not export.cells[place].str.strip().any()
    ]
    return {one.place: one for one in (*rated, *unanswered)}


def bare_scale(one: BareColumn, others: Mapping[int, BareColumn], *, numbers_are_points: bool) -> Scale:
    """Return the scale of a rating in bare numbers, which has no labels.

    Parameters
    ----------
    one : BareColumn
        The column.
    others : mapping of int to BareColumn
        All such columns of the file.
    numbers_are_points : bool
        Whether the platform gives no number to anything but points. On any other, 6 may be a sixth point and
        may be *don't know*, and only declared labels tell how many points there are.
    """
    declared = [o for o in one.options if o.text in one.column.labels and not o.missing]
    if not declared and (told := told_scale(one.column.heading)) and _lies_on(one.numbers, told):
        return Scale((), told.high - told.low + 1, told.direction, missing_codes(one.options))
    points = _met_between(one, others) if numbers_are_points and one.numbers else None
    return Scale((), len(declared) or points, "unknown", missing_codes(one.options))


def _lies_on(numbers: frozenset[int], told: ToldScale) -> bool:
    return numbers <= set(range(told.low, told.high + 1))


def _met_between(one: BareColumn, others: Mapping[int, BareColumn]) -> int | None:
    """Return the length of the one usual scale in the file that numbers lie on; None where there are more.

    Where many people went to both ends of a scale, and others of the file end there too, it is no longer one.
    """
    ends = Counter(_ends(other) for other in others.values() if other.numbers)
    fitting = {
        (low, high) for low, high in ends.keys() & set(USUAL) if one.numbers <= set(range(low, high + 1))
    }
    own = _ends(one)
    if own in fitting and ends[own] > 1 and sum(option.count for option in one.options) >= MANY:
        fitting = {own}
    return next(high - low + 1 for low, high in fitting) if len(fitting) == 1 else None


def _ends(one: BareColumn) -> tuple[int, int]:
    return min(one.numbers), max(one.numbers)


def _is_turned_copy(one: BareColumn, rated: Sequence[BareColumn]) -> bool:
    """Return whether a column is named as people name the turned copy of a rating: *Rop2* beside *op2*."""
    stems = {stem for stem in TURNED.split(plain(one.column.name or one.column.heading)) if stem}
    names = {plain(other.column.name or other.column.heading) for other in rated}
    return _on_short_scale(one.numbers) and not stems.isdisjoint(names)


def _is_bare(options: Sequence[Option]) -> bool:
    given = [option for option in options if not option.missing]
    return bool(given) and all(option.code is not None and not option.wording for option in given)


def _row_mates(one: BareColumn, bare: Sequence[BareColumn]) -> list[BareColumn]:
    return [other for other in bare if other.place == one.place or (one.grid and other.grid == one.grid)]


def _usual_scales(bare: Sequence[BareColumn], cells: pd.DataFrame) -> list[frozenset[int]]:
    """Return the usual scales of which several columns hold every number, and rank nothing by it."""
    found = []
    for low, high in USUAL:
        scale = frozenset(range(low, high + 1))
        places = [one.place for one in bare if one.numbers == scale and _fills(one, scale)]
        if len(places) >= FEWEST_ALIKE and not is_ranking(cells[places]):
            found.append(scale)
    return found


def _fills(one: BareColumn, scale: frozenset[int]) -> bool:
    """Return whether a column holds the numbers of a scale, but for one at most that nobody chose."""
    whole = one.numbers <= scale and len(one.numbers) >= len(scale) - 1
    return whole and not asks_for_number(_asked(one)) and not asks_for_category(_asked(one))


def _asked(one: BareColumn) -> str:
    return plain(f"{one.column.heading} {one.column.name}")


def _is_rating(
    one: BareColumn, mates: Sequence[BareColumn], export: Export, *, alike: Sequence[frozenset[int]]
) -> bool:
    numbers = frozenset[int]().union(*(mate.numbers for mate in mates))
    if asks_for_number(_asked(one)) or _is_set_by_survey(one.column, export) or not _on_short_scale(numbers):
        return False
    if len(mates) > 1 and is_ranking(export.cells[[mate.place for mate in mates]]):
        return False
    said = export.bare_numbers_are_points or asks_for_judgement(_asked(one))
    said = said or any(_fills(one, scale) for scale in alike)
    return len(numbers) >= (2 if said else FEWEST) and (said or len(mates) > 1) and numbers != {0, 1}


def _on_short_scale(numbers: frozenset[int]) -> bool:
    if not numbers:
        return False
    low, high = min(numbers), max(numbers)
    return LOWEST <= low <= high <= HIGHEST or (low >= HIGHEST and high <= FARTHEST_RECODE)


def _is_set_by_survey(column: Column, export: Export) -> bool:
    """Return whether a column was filled in by the survey's own logic: Qualtrics asks nothing in it."""
    return export.platform == "qualtrics" and plain(column.name) == plain(column.text)


def is_ranking(cells: pd.DataFrame) -> bool:
    """Return whether nearly everybody who filled all of several columns gave a different number in each."""
    whole = cells[(cells != "").all(axis=1)]
    width = cells.shape[1]
    if width < FEWEST or len(whole) < FEWEST:
        return False
    different = (whole.nunique(axis=1) == width).mean()
    met = set(whole.to_numpy().ravel())
    return bool(different >= NEARLY_ALL) and len(met) <= width + 1
