"""What a code or a bare number means: only what somebody declared.

A declaration comes from the settings, from the labels in an SPSS file, or from labels that carry a number
at the ends of a scale and leave the numbers in between bare. Where two declarations disagree there is no
right reading, and the file is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from alliance_analytics.errors import ExportError, did_you_mean
from alliance_analytics.intake.labels import Meaning, Scale, Vocabulary, bare_number, code_of
from alliance_analytics.intake.log import heading_shown
from alliance_analytics.intake.platforms.base import Column

Anchor = tuple[int, int]
"""A number, and the point that it was seen to stand for."""


@dataclass(frozen=True)
class Line:
    """Numbers that follow each other as the points do, up or down: ``point = start + step * number``."""

    start: int
    step: int

    def point(self, number: int, points: int) -> int | None:
        """Return the point (1..points) of a number, or None when it lies off the scale."""
        point = self.start + self.step * number
        return point if 1 <= point <= points else None

    def holds(self, anchors: Iterable[Anchor]) -> bool:
        """Return whether every number stands for its point on this line."""
        return all(self.start + self.step * number == point for number, point in anchors)


UPWARDS = Line(0, 1)
"""A number is its point."""

FROM_ZERO = Line(1, 1)
"""The lowest number is 0."""
ELEVEN = 11
"""Points of the one scale that usually counts from 0."""
FARTHEST = 11
"""Numbers beyond this, or its opposite, are typing errors or codes of missing answers, not points."""


def line_through(anchors: Iterable[Anchor]) -> Line | None:
    """Return the line through at least two anchors, or None when there is none.

    Examples
    --------
    >>> line_through([(1, 5), (5, 1)])
    Line(start=6, step=-1)
    >>> line_through([(1, 5), (2, 5)]) is None
    True
    """
    seen = sorted(set(anchors))
    if len(seen) < 2:
        return None
    number, point = seen[0]
    step = 1 if seen[-1][1] > point else -1
    line = Line(point - step * number, step)
    return line if line.holds(seen) else None


def usual_line(points: int, numbers: Iterable[int]) -> Line:
    """Return what bare numbers mean where a platform counts up from disagreement.

    Parameters
    ----------
    points : int
        Points of the scale.
    numbers : iterable of int
        The bare numbers met: eleven points run from 0 to 10, unless somebody chose 11.
    """
    return FROM_ZERO if points == ELEVEN and ELEVEN not in numbers else UPWARDS


def line_for(anchors: Iterable[Anchor], numbers: Iterable[int], points: int) -> Line | None:
    """Return the line through the anchors; through one anchor, when one line alone holds all numbers.

    Parameters
    ----------
    anchors : iterable of (int, int)
        Numbers whose points are known.
    numbers : iterable of int
        Other numbers met on the same scale.
    points : int
        The highest point of the scale.

    Examples
    --------
    >>> line_for([(1, 5)], [2, 3], 5)
    Line(start=6, step=-1)
    >>> line_for([(3, 3)], [2, 4], 5) is None
    True
    """
    seen, met = sorted(set(anchors)), list(numbers)
    if len(seen) != 1:
        return line_through(seen)
    number, point = seen[0]
    lines = [Line(point - step * number, step) for step in (1, -1)]
    fitting = [line for line in lines if all(line.point(n, points) is not None for n in met)]
    return fitting[0] if len(fitting) == 1 else None


def implied_points(anchors: Collection[Anchor], points: int) -> int | None:
    """Return how many points the numbers beside the labels speak of, or None when as many as there are.

    Parameters
    ----------
    anchors : collection of (int, int)
        Numbers and the points of the labels that they stand beside.
    points : int
        Points of the scale that the labels were read on.

    Examples
    --------
    >>> implied_points([(1, 1), (7, 5)], 5), implied_points([(1, 5), (5, 1)], 5)
    (7, None)
    """
    at = {point: number for number, point in anchors}
    numbers = {number for number, _ in anchors}
    if len(numbers) > points and not _turns_about(anchors):
        return max(numbers) - min(numbers) + 1
    if not at or len(at) == points or contradict(anchors):
        return None
    both_ends = {1, points} <= at.keys()
    implied = abs(at[points] - at[1]) + 1 if both_ends else max(at.values())
    differs = implied != points if both_ends else implied > points
    return implied if differs and implied <= FARTHEST else None


def contradict(anchors: Iterable[Anchor]) -> bool:
    """Return whether numbers neither rise nor fall with the points that they stand beside.

    Examples
    --------
    >>> contradict([(5, 4), (6, 5), (8, 3)])
    True
    """
    seen = set(anchors)
    one_each = len(seen) == len({number for number, _ in seen}) == len({point for _, point in seen})
    return not one_each or _turns_about(seen)


def _turns_about(anchors: Iterable[Anchor]) -> bool:
    """Return whether points both rise and fall as the numbers rise."""
    points = [point for _, point in sorted(set(anchors))]
    steps = [after - before for before, after in pairwise(points)]
    return min(steps, default=0) < 0 < max(steps, default=0)


def declared_meanings(
    codes: Mapping[str, str], words: Vocabulary, scale: Scale, file: str
) -> dict[str, Meaning]:
    """Return each code of the settings with its meaning.

    Parameters
    ----------
    codes : mapping of str to str
        Code, or any text of a cell, to a label of the scale or of a missing answer.
    words : Vocabulary
        The labels that are known.
    scale : Scale
        For the message: what would have been a label.
    file : str
        Name of the file, for messages.

    Raises
    ------
    ExportError
        If a label is unknown, or two numbers are given one point.
    """
    meanings = {code_of(code): _meaning(label, words, scale, file) for code, label in codes.items()}
    _refuse_two_codes(meanings, "the answer codes of the settings", file)
    return meanings


def column_meanings(column: Column, words: Vocabulary, file: str) -> dict[str, Meaning]:
    """Return each code that the file itself labels, or declares missing, with its meaning.

    A code declared missing is *blank* unless its label says more. A code whose label is unknown is left
    out, and shows up as unreadable where it occurs.

    Raises
    ------
    ExportError
        If two codes are given one point.
    """
    read = {code: words.read(label).meaning for code, label in column.labels.items()}
    known: dict[str, Meaning] = {
        code_of(code): meaning for code, meaning in read.items() if meaning != "unreadable"
    }
    for code in column.missing:
        kind = known.get(code_of(code), "blank")
        known[code_of(code)] = kind if isinstance(kind, str) else "blank"
    _refuse_two_codes(known, heading_shown(column.name or column.heading), file)
    return known


def merged(
    declared: Mapping[str, Meaning], own: Mapping[str, Meaning], column: Column, file: str
) -> dict[str, Meaning]:
    """Return the codes of the settings and of the file together.

    Raises
    ------
    ExportError
        If they give one code two meanings.
    """
    for code in declared.keys() & own.keys():
        if declared[code] != own[code]:
            raise _contradiction(
                f"code {code} is {own[code]} in the file and {declared[code]} in the settings",
                heading_shown(column.name or column.heading),
                file,
            )
    return {**declared, **own}


def anchors_of(meanings: Mapping[str, Meaning]) -> list[Anchor]:
    """Return the numbers among the codes that stand for a point."""
    numbers = ((bare_number(code), meaning) for code, meaning in meanings.items())
    return [(number, point) for number, point in numbers if number is not None and isinstance(point, int)]


def refuse_contradiction(anchors: Iterable[Anchor], column: Column, file: str) -> None:
    """Raise when bare numbers stand beside labels whose numbers contradict their wording."""
    if contradict(anchors):
        raise _contradiction(_pairs(anchors), heading_shown(column.name or column.heading), file)


def refuse_off_line(anchors: Iterable[Anchor], line: Line, column: Column, file: str) -> None:
    """Raise when the labels of a column count otherwise than its bare numbers would be read."""
    if not line.holds(anchors):
        found = f"{_pairs(anchors)}, where {(1 - line.start) * line.step} would be point 1"
        raise _contradiction(found, heading_shown(column.name or column.heading), file)


def _meaning(label: str, words: Vocabulary, scale: Scale, file: str) -> Meaning:
    meaning = words.labels.get(code_of(label))
    if meaning is not None:
        return meaning
    raise ExportError(
        "An answer code stands for a label that is unknown.",
        where=f"{file}, answer codes of its settings",
        found=label,
        allowed=f"a label of {scale.id}, or of a missing answer such as Don't know",
        remedy=did_you_mean(label, scale.meanings),
    )


def _pairs(anchors: Iterable[Anchor]) -> str:
    return ", ".join(f"{number} beside point {point}" for number, point in sorted(set(anchors)))


def _refuse_two_codes(meanings: Mapping[str, Meaning], where: str, file: str) -> None:
    by_point: dict[int, list[int]] = {}
    for number, point in anchors_of(meanings):
        by_point.setdefault(point, []).append(number)
    for point, numbers in by_point.items():
        if len(numbers) > 1:
            raise _contradiction(f"codes {numbers} all stand for point {point}", where, file)


def _contradiction(found: str, where: str, file: str) -> ExportError:
    return ExportError(
        "An answer scale contradicts itself.",
        where=f"{file}, {where}",
        found=found,
        allowed="one meaning a code, and one code a point",
        remedy="Say what each code means in the answer codes of the wave's settings, or mend the labels.",
    )
