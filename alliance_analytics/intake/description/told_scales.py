"""What a question itself tells of the numbers under it: *1 = strongly disagree, 5 = strongly agree*.

The numbers give the length of the scale. They give its direction where the words beside them stand on one
ladder, or say which end is the best; any other words leave it open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from alliance_analytics.intake.description.described import Direction
from alliance_analytics.intake.description.grading import grading_of
from alliance_analytics.model.spelling import plain

LOWEST = frozenset({0, 1})
LONGEST, SHORTEST = 10, 4
NUMBER = r"(?<![\d.,-])(?P<number>\d{1,2})(?![\d%])"
WORDS = r"(?P<words>[^\W\d][^\d,;.()=:\[\]]{1,60}?)"
NUMBER_FIRST = re.compile(
    rf"{NUMBER}\s*(?:[=:-]|is|being|means|meaning|betekent|bedeutet|signifie|significa|\()\s*\(?{WORDS}"
    r"(?=\s*(?:[,;.()\[\]]|$|\b(?:and|to|en|tot|und|bis|et|y|a)\b\s*\(?\d))"
)
WORDS_FIRST = re.compile(
    rf"(?:^|[,;.()]|\b(?:to|and|tot|en|bis|und|from|van)\b)\s*{WORDS}\s*[=(:]\s*{NUMBER}"
)
RANGE = re.compile(
    r"(?<![\d.,-])(?P<low>[01])\s*(?:-|to|tot|t/m|bis|through|a)\s*(?P<high>10|[4-9])(?![\d%])"
)
BAD_END = re.compile(r"(?:the )?(?:lowest|worst|least|minimum|laagste?|slechtste?)\b")
GOOD_END = re.compile(r"(?:the )?(?:highest|best|most|maximum|hoogste?|beste?)\b")


@dataclass(frozen=True)
class ToldScale:
    """The lowest and the highest number of a scale, and which way they run."""

    low: int
    high: int
    direction: Direction = "unknown"


def told_scale(heading: str) -> ToldScale | None:
    """Return the scale that a question tells of, or None.

    Examples
    --------
    >>> told_scale("How far? (1 = strongly disagree, 5 = strongly agree)")
    ToldScale(low=1, high=5, direction='ascending')
    >>> told_scale("Rate it from 0 to 10.")
    ToldScale(low=0, high=10, direction='unknown')
    >>> told_scale("In 2019, 3 of us met") is None
    True
    """
    asked = plain(heading)
    words = {
        int(found["number"]): found["words"].strip()
        for pattern in (WORDS_FIRST, NUMBER_FIRST)
        for found in pattern.finditer(asked)
    }
    ends = min(words, default=0), max(words, default=0)
    if _are_ends(*ends):
        return ToldScale(*ends, _direction(words[ends[0]], words[ends[1]]))
    between = RANGE.search(asked)
    return ToldScale(int(between["low"]), int(between["high"])) if between else None


def _are_ends(low: int, high: int) -> bool:
    return low in LOWEST and SHORTEST <= high <= LONGEST


def _direction(low: str, high: str) -> Direction:
    if BAD_END.match(low) and GOOD_END.match(high):
        return "ascending"
    if GOOD_END.match(low) and BAD_END.match(high):
        return "descending"
    grading = grading_of({low, high})
    if grading is None or not {low, high} <= grading.rungs.keys():
        return "unknown"
    return "ascending" if grading.rungs[low] < grading.rungs[high] else "descending"
