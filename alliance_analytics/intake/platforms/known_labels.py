"""The labels of the answer scales: that they are, and which make a scale together; never what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.spelling import plain

Labels = frozenset[str]


def is_known_label(text: str) -> bool:
    """Return whether a text is a label of an answer scale, or of a missing answer."""
    points, missing = _labels()
    label = plain(text)
    return label in points or label in missing


def are_one_scale(labels: Sequence[str]) -> bool:
    """Return whether labels are all points of one answer scale, each once, beside any missing answers.

    The numbers from 1 to the highest, each once, are a scale too.

    Examples
    --------
    >>> are_one_scale(["1", "3", "2"]), are_one_scale(["Disagree", "Agree"])
    (True, False)
    """
    options = [label for label in map(plain, labels) if label not in _labels()[1]]
    if len(options) < 2 or len(set(options)) < len(options):
        return False
    if all(option.isdecimal() for option in options):
        return sorted(map(int, options)) == [*range(1, len(options) + 1)]
    return any(_covers(options, meanings) for meanings in _scales())


def _covers(options: Sequence[str], meanings: dict[str, int]) -> bool:
    points = [meanings.get(option, 0) for option in options]
    return sorted(points) == [*range(1, max(meanings.values()) + 1)]


@cache
def _scales() -> tuple[dict[str, int], ...]:
    return tuple(scale.meanings for scale in answer_scales().scales)


@cache
def _labels() -> tuple[Labels, Labels]:
    points = frozenset(label for meanings in _scales() for label in meanings)
    return points, frozenset(answer_scales().missing_meanings)
