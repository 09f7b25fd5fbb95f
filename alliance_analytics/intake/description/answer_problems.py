"""What is in doubt about the answers of one column: spellings, strangers, two scales in one, and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pandas as pd

from alliance_analytics.intake.description.described import Problem, Scale
from alliance_analytics.intake.description.graded_columns import GradedColumn
from alliance_analytics.intake.description.options import Option
from alliance_analytics.intake.description.safe_texts import shown


def problems_of(one: GradedColumn, scale: Scale, column: str, cells: pd.Series[str]) -> list[Problem]:
    """Return what an analyst should know of the answers of a column.

    Parameters
    ----------
    one : GradedColumn
        Its answers on their ladder.
    scale : Scale
        Its scale.
    column : str
        Its heading, as shown.
    cells : Series of str
        Its cells, under the numbers of the records.
    """
    allowed = _all(scale.labels)
    found = [*_misspelt(one), *_strangers(one, scale), *_variants(one)]
    problems = [Problem(_row(option, cells), column, *rest) for option, *rest in found]
    whole = [*_two_words(one), *_two_languages(one), *_numbers(one), *_anchors(one, scale)]
    return [
        *problems,
        *(Problem(None, column, text, allowed, action) for text, action in whole),
    ]


def stray_problems(stray: Iterable[Option], column: str, cells: pd.Series[str]) -> list[Problem]:
    """Return a problem for each number far off the scale that nobody declared to be missing."""
    action = "Left open: if it stands for no answer, declare it in the answer codes."
    return [
        Problem(_row(option, cells), column, option.text, "numbers of the scale", action) for option in stray
    ]


def anchor_problem(words: Iterable[Option], column: str) -> Problem:
    """Return the problem of words that replace numbers, where nothing says which."""
    texts = sorted(words, key=lambda option: option.text)
    found = " and ".join(shown(option.text, option.count, ()) for option in texts)
    action = (
        "Words stand in for numbers, and which ones is not in the file: declare them in the answer codes."
    )
    return Problem(None, column, found, "numbers throughout, or declared words", action)


def _misspelt(one: GradedColumn) -> Iterator[tuple[Option, str, str, str]]:
    for option in one.options:
        meant = one.grading.misspelt.get(option.wording)
        if meant and not option.missing:
            action = "Read as the one label that is near it."
            yield option, option.text, meant, action


def _strangers(one: GradedColumn, scale: Scale) -> Iterator[tuple[Option, str, str, str]]:
    for option in one.left:
        text = shown(option.label, option.count, scale.labels)
        yield option, text, _all(scale.labels), "Not a label of the scale: counts as unreadable."


def _variants(one: GradedColumn) -> Iterator[tuple[Option, str, str, str]]:
    """Yield each spelling of a label that is not the commonest one."""
    written: dict[str, list[Option]] = {}
    for option, _ in one.on_ladder:
        written.setdefault(option.wording, []).append(option)
    for options in written.values():
        usual = max(options, key=lambda option: option.count)
        others = [o for o in options if o.text.strip() != usual.text.strip() and o.code == usual.code]
        yield from ((o, o.text.strip(), usual.text.strip(), "Read as the commoner spelling.") for o in others)


def _two_words(one: GradedColumn) -> Iterator[tuple[str, str]]:
    words: dict[int, Counter[str]] = {}
    for option, rung in one.on_ladder:
        if option.wording not in one.grading.misspelt and option.wording not in one.grading.foreign:
            words.setdefault(rung, Counter())[option.wording] += option.count
    action = "Two labels for one answer: the form was changed, or two forms stand in one column."
    yield from ((_all(sorted(texts)), action) for texts in words.values() if len(texts) > 1)


def _two_languages(one: GradedColumn) -> Iterator[tuple[str, str]]:
    if one.grading.foreign:
        texts = _all(shown(text, 3, ()) for text in one.grading.foreign)
        yield texts, "Two languages in one column: read alike, but see whether two forms were put together."


def _numbers(one: GradedColumn) -> Iterator[tuple[str, str]]:
    """Yield numbers that do not run with their wordings."""
    pairs = sorted(
        {(option.code, rung, option.wording) for option, rung in one.on_ladder if option.code is not None}
    )
    rungs = [rung for _, rung, _ in pairs]
    if len(pairs) > 1 and (rungs not in (sorted(rungs), sorted(rungs, reverse=True)) or _twice(pairs)):
        found = ", ".join(f"{number} beside {wording!r}" for number, _, wording in pairs)
        yield found, "The wording is read and the number is not. See which of the two the form meant."


def _twice(pairs: Iterable[tuple[int | None, int, str]]) -> bool:
    numbers = [number for number, _, _ in pairs]
    return len(set(numbers)) < len(numbers)


def _anchors(one: GradedColumn, scale: Scale) -> Iterator[tuple[str, str]]:
    if one.bare and scale.direction == "unknown":
        action = "Words stand at the ends and numbers between them; which way these run is not in the file."
        yield _all(scale.labels), f"{action} Declare them in the answer codes."


def _row(option: Option, cells: pd.Series[str]) -> int | None:
    """Return the record that holds an option, when it is one alone."""
    if option.count != 1:
        return None
    return int(cells.index[cells.str.strip() == option.text][0])


def _all(labels: Iterable[str]) -> str:
    return ", ".join(repr(label) for label in labels)
