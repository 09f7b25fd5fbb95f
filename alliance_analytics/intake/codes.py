"""What a code or a bare number means: only what somebody declared.

A declaration comes from the settings, from the labels in an SPSS file, or from labels that carry a number
at the ends of a scale and leave the numbers in between bare. Where two declarations disagree there is no
right reading, and the file is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from alliance_analytics.errors import ExportError, did_you_mean
from alliance_analytics.intake.labels import Meaning, Vocabulary, bare_number, code_of
from alliance_analytics.intake.log import heading_shown
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.answer_scales import AnswerScale

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


UPWARDS = Line(0, 1)
"""A number is its point."""


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
    return line if all(line.start + line.step * n == p for n, p in seen) else None


def contradict(anchors: Iterable[Anchor]) -> bool:
    """Return whether numbers neither rise nor fall with the points that they stand beside.

    Examples
    --------
    >>> contradict([(5, 4), (6, 5), (8, 3)])
    True
    """
    points = [point for _, point in sorted(set(anchors))]
    steps = [after - before for before, after in pairwise(points)]
    numbers = [number for number, _ in set(anchors)]
    return len(set(numbers)) < len(numbers) or not (all(s > 0 for s in steps) or all(s < 0 for s in steps))


def declared_meanings(
    codes: Mapping[str, str], words: Vocabulary, scale: AnswerScale, file: str
) -> dict[str, Meaning]:
    """Return each code of the settings with its meaning.

    Parameters
    ----------
    codes : mapping of str to str
        Code, or any text of a cell, to a label of the scale or of a missing answer.
    words : Vocabulary
        The labels that are known.
    scale : AnswerScale
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
        pairs = ", ".join(f"{number} beside point {point}" for number, point in sorted(set(anchors)))
        raise _contradiction(pairs, heading_shown(column.name or column.heading), file)


def _meaning(label: str, words: Vocabulary, scale: AnswerScale, file: str) -> Meaning:
    meaning = words.labels.get(code_of(label))
    if meaning is not None:
        return meaning
    canonical = [labels[0] for by_point in scale.labels.values() for labels in by_point]
    raise ExportError(
        "An answer code stands for a label that is unknown.",
        where=f"{file}, answer codes of its settings",
        found=label,
        allowed=f"a label of {scale.id}, or of a missing answer such as Don't know",
        remedy=did_you_mean(label, canonical),
    )


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
