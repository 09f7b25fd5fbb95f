"""From answers on a ladder to the scale of a column: its labels low to high, its length, its direction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from alliance_analytics.intake.description.completing import full_rungs
from alliance_analytics.intake.description.described import Direction, Scale
from alliance_analytics.intake.description.graded_columns import GradedColumn
from alliance_analytics.intake.description.options import Option, is_known_missing
from alliance_analytics.intake.description.safe_texts import shown
from alliance_analytics.model.spelling import plain

WIDEST = 11


def graded_scale(one: GradedColumn, others: Collection[GradedColumn], *, declared: bool) -> Scale:
    """Return the scale of a column whose answers stand on a ladder.

    Parameters
    ----------
    one : GradedColumn
        The column.
    others : collection of GradedColumn
        All such columns of the file.
    declared : bool
        Whether the file itself declares all labels.
    """
    alike = [other for other in others if other.grading.kind == one.grading.kind]
    if one.bare:
        return _anchored(one)
    rungs = sorted(one.rungs) if declared else _whole(one, alike)
    labels = tuple(_label(rung, one, alike) for rung in rungs)
    return Scale(labels, len(rungs), direction_of(_pairs(one)), missing_codes(one.options))


def direction_of(pairs: Sequence[tuple[int, int]]) -> Direction:
    """Return which way numbers run beside the rungs that they stand for.

    Parameters
    ----------
    pairs : sequence of (int, int)
        Number and rung. Without any number, words alone stand in the cells, and the words are the order.

    Examples
    --------
    >>> direction_of([(1, 9), (2, 6)]), direction_of([(5, 4), (6, 5), (8, 3)])
    ('descending', 'unknown')
    """
    if not pairs:
        return "ascending"
    ordered = sorted(set(pairs))
    rungs = [rung for _, rung in ordered]
    if len({number for number, _ in ordered}) < len(ordered) or len(rungs) < 2:
        return "unknown"
    if rungs == sorted(rungs):
        return "ascending"
    return "descending" if rungs == sorted(rungs, reverse=True) else "unknown"


def missing_codes(options: Sequence[Option]) -> tuple[str, ...]:
    """Return the cells that stand for no answer: numbers in their order, then words."""
    missing = [option for option in options if option.missing]
    ordered = sorted(missing, key=lambda o: (o.code is None, o.code or 0, o.text))
    return tuple(
        option.text
        if option.code is not None or is_known_missing(option.label)
        else shown(option.text, option.count, ())
        for option in ordered
    )


def _pairs(one: GradedColumn) -> list[tuple[int, int]]:
    return [(option.code, rung) for option, rung in one.on_ladder if option.code is not None]


def _anchored(one: GradedColumn) -> Scale:
    """Return a scale of numbers of which words name some, mostly the ends."""
    numbers = [option.code for option in one.bare if option.code is not None]
    numbers += [number for number, _ in _pairs(one)]
    replacing = {rung for option, rung in one.on_ladder if option.code is None}
    span = max(numbers) - min(numbers) + 1 + len(replacing)
    ordered = sorted(one.on_ladder, key=lambda pair: pair[1])
    pairs = _pairs(one)
    labels = tuple(dict.fromkeys(_written(option) for option, _ in ordered))
    direction = direction_of(pairs) if pairs else "unknown"
    return Scale(labels, span if span <= WIDEST else None, direction, missing_codes(one.options))


def _whole(one: GradedColumn, alike: Sequence[GradedColumn]) -> tuple[int, ...]:
    return full_rungs(
        one.rungs,
        frozenset[int]().union(*(mate.rungs for mate in _mates(one, alike))),
        _by_grid(alike).values(),
        one.grading.family,
        answers=sum(option.count for option, _ in one.on_ladder),
        at_least=_spoken_of(_pairs(one), one.grading.family.middle),
    )


def _spoken_of(pairs: Sequence[tuple[int, int]], middle: int | None) -> int:
    """Return how many answers numbers from 1 up speak of: as many as the highest, or as a middle needs."""
    numbers = [number for number, _ in pairs]
    if not pairs or direction_of(pairs) == "unknown" or min(numbers) < 1:
        return 0
    by_middle = [2 * number - 1 for number, rung in pairs if rung == middle]
    length = max(*numbers, *by_middle, 0)
    return length if length <= WIDEST else 0


def _mates(one: GradedColumn, alike: Sequence[GradedColumn]) -> list[GradedColumn]:
    return [other for other in alike if one.grid and other.grid == one.grid]


def _by_grid(columns: Sequence[GradedColumn]) -> Mapping[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for column in columns:
        key = column.grid or str(column.place)
        found[key] = found.get(key, frozenset()) | column.rungs
    return found


def _label(rung: int, one: GradedColumn, alike: Sequence[GradedColumn]) -> str:
    """Return the commonest spelling of a rung in the column, in its grid, in the file, else in any form."""
    for columns in ([one], _mates(one, alike), alike):
        written = [
            (option.count, option.label if columns is alike else _written(option))
            for column in columns
            for option, found in column.on_ladder
            if found == rung and option.wording not in column.grading.misspelt
        ]
        if written:
            return max(written)[1]
    grading = one.grading
    given = [option.label for column in alike for option in column.options]
    filling = tuple((slot, _accented(words, given)) for slot, words in grading.filling)
    return grading.family.canonical(rung, grading.language, filling)


def _accented(words: str, labels: Sequence[str]) -> str:
    """Return plain words as some label spells them: *missnojd* is *missnöjd* there."""
    length = len(words.split())
    for label in map(str.split, labels):
        for start in range(len(label) - length + 1):
            found = " ".join(label[start : start + length])
            if plain(found) == words:
                return found.strip(" .,;:!?").lower()
    return words


def _written(option: Option) -> str:
    """Return a label as it stands in the file: the declared one, or the cell."""
    return option.label if option.text.strip().lstrip("-").isdecimal() else " ".join(option.text.split())
