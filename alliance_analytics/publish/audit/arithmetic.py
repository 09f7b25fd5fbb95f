"""What anybody can work out from published numbers alone, without knowing who answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from alliance_analytics.publish.audit.finding import Finding, place_shown
from alliance_analytics.publish.audit.published import (
    EVERYBODY,
    OTHERS,
    STATEMENT,
    Group,
    PublishedRate,
    PublishedSet,
)

FEW, REST = "a group of few people", "few people by subtraction"
TWICE, ANEW = "two releases that differ by few people", "two releases of the same people that differ"
SILENT = "few people who did not answer"
SLACK = 1.01
"""Units of the last decimal by which one number can differ, rounded in two ways."""
Topic = tuple[str, str, str, str]
"""Alliance, wave, kind of scale, and scale."""


def few_people(
    sets: Iterable[PublishedSet], rates: Iterable[PublishedRate], *, score: int, item: int, few: int
) -> Iterator[Finding]:
    """Yield what published numbers tell about too few people.

    Parameters
    ----------
    sets, rates : iterable
        What was published, in all files together.
    score, item : int
        Least number of people of whom a score, or a single statement, may be told.
    few : int
        Least number of people that may be had by subtraction.
    """
    topics: dict[Topic, list[PublishedSet]] = defaultdict(list)
    for each in (each for each in sets if each.n):
        topics[each.alliance, each.wave, each.kind, each.scale].append(each)
    for (_, wave, kind, _), members in topics.items():
        minimum = item if kind == STATEMENT else score
        for each in members:
            if each.n < minimum:
                yield _finding(each, FEW, f"{each.n} in wave {wave}, fewest {minimum}")
        yield from _differing(members, few)
        yield from _by_subtraction(members, few)
    for rate in rates:
        if 0 < rate.invited - rate.answered < few:
            shape = f"{rate.invited - rate.answered} of {rate.invited}"
            yield Finding(rate.file, place_shown(rate.inside), SILENT, shape)


def _finding(where: PublishedSet, kind: str, shape: str) -> Finding:
    return Finding(where.file, place_shown(where.inside), kind, shape)


def _differing(members: Sequence[PublishedSet], few: int) -> Iterator[Finding]:
    """Yield releases of the same group that differ: by few people, or in the number alone."""
    groups: dict[Group, dict[tuple[int, str], PublishedSet]] = defaultdict(dict)
    for each in members:
        groups[each.group].setdefault((each.n, each.value.replace(",", ".")), each)
    for found in groups.values():
        for one, other in combinations(found.values(), 2):
            if 0 < abs(one.n - other.n) < few:
                yield _finding(other, TWICE, f"{abs(one.n - other.n)} beside {place_shown(one.file)}")
            elif one.n == other.n and _contradict(one.value, other.value):
                yield _finding(other, ANEW, f"beside {place_shown(one.file)}")


def _contradict(one: str, other: str) -> bool:
    """Return whether two numbers cannot be the same one, rounded to as many decimals as either has."""
    try:
        numbers = [float(text.replace(",", ".").replace("\u2212", "-")) for text in (one, other)]
    except ValueError:
        return False
    decimals = min(len(text.replace(",", ".").partition(".")[2]) for text in (one, other))
    return abs(numbers[0] - numbers[1]) > SLACK * 0.1**decimals


def _by_subtraction(members: Sequence[PublishedSet], few: int) -> Iterator[Finding]:
    counts: dict[Group, set[int]] = defaultdict(set)
    for each in members:
        counts[each.group].add(each.n)
    for whole, parts in _families(counts):
        rest = _rest(counts, whole, parts, few)
        if rest:
            yield _finding(members[0], REST, f"{rest} people")


def _families(counts: Mapping[Group, set[int]]) -> Iterator[tuple[Group, list[Group]]]:
    """Yield each group with parts of it that no person shares."""
    for whole in counts:
        for place in range(3):
            if whole[place] == "" and not any(name.startswith(OTHERS) for name in whole):
                yield whole, [group for group in counts if _is_part(group, whole, place)]
    for partner, level, link in counts:
        if partner.startswith(OTHERS) and EVERYBODY in counts:
            yield EVERYBODY, [(partner, level, link)]


def _is_part(group: Group, whole: Group, place: int) -> bool:
    others = all(group[k] == whole[k] for k in range(3) if k != place)
    return others and group[place] != "" and not group[place].startswith(OTHERS)


def _rest(counts: Mapping[Group, set[int]], whole: Group, parts: Sequence[Group], few: int) -> int:
    """Return how few people of a group are left beside its parts, or 0 when enough or none are."""
    if not parts:
        return 0
    sums = (sum(map(min, (counts[part] for part in parts))), sum(map(max, (counts[part] for part in parts))))
    rests = [n - total for n in counts[whole] for total in sums]
    return min((rest for rest in rests if 0 < rest < few), default=0)
