"""The attacker is held against one that tries every combination of small whole numbers."""

from itertools import product

import numpy as np
import pytest

from alliance_analytics.publish.audit import attack
from alliance_analytics.publish.audit.attack import fewest_isolated


def alone(sets):
    """Return what comes of sets of people of whom one number each is known."""
    return fewest_isolated(sets, range(len(sets[0])), 5)


def by_trying(sets, fewest):
    """Return the fewest people that any combination with weights from -2 to 2 tells about, 0 for enough."""
    told = [
        int(np.count_nonzero(np.array(weights) @ np.array(sets)))
        for weights in product((-2, -1, 0, 1, 2), repeat=len(sets))
    ]
    return min((count for count in told if 0 < count < fewest), default=0)


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ([[1] * 12, [1] * 9 + [0] * 3], 3),
        ([[1] * 12, [1] * 7 + [0] * 5], 0),
        ([[1] * 12], 0),
        ([[1] * 3 + [0] * 9], 3),
        ([[1] * 7 + [0] * 7, [0] * 7 + [1] * 7, [1] * 6 + [0] * 2 + [1] * 6], 2),
        ([[1] * 7 + [0] * 7, [0] * 7 + [1] * 7, [1] * 6 + [0] + [1] * 7], 1),
    ],
)
def test_known_cases(sets, expected):
    assert alone(sets) == (expected, True)


@pytest.mark.parametrize("seed", range(25))
def test_it_finds_whatever_trying_finds(seed):
    random = np.random.default_rng(seed)
    sets = random.integers(0, 2, (4, 12)).tolist()
    found, whole = alone(sets)
    assert whole
    assert bool(found) >= bool(by_trying(sets, 5))


def test_weights_are_sums_as_well():
    assert alone([[1.0] * 10, [1.0] * 8 + [1.5] * 2]) == (2, True)


def test_it_says_when_not_all_was_tried(monkeypatch):
    sets = [[1, 2, 3, 4] + [0] * 8]
    assert alone(sets) == (4, True)
    monkeypatch.setattr(attack, "MOST_TRIED", 0)
    assert alone(sets) == (0, False)


def test_two_scales_tell_what_neither_tells_alone():
    """A whole of two statements and each statement, but of one statement two people have no answer."""
    first, second = [1.0] * 12 + [0.0] * 0, [1.0] * 10 + [0.0] * 2
    asked = [1 / (1 + answered) for answered in second]
    owners = [*range(12), *range(12)]
    whole = [*asked, *(share * answered for share, answered in zip(asked, second, strict=True))]
    parts = [[*first, *[0.0] * 12], [*[0.0] * 12, *second]]
    assert alone([first]) == alone([second]) == (0, True)
    assert fewest_isolated([whole], owners, 5) == (0, True)
    assert fewest_isolated([whole, *parts], owners, 5) == (2, True)


def test_people_who_are_alike_are_told_about_together():
    sets = [[1] * 20, [1] * 12 + [0] * 8, [1] * 6 + [0] * 6 + [1] * 4 + [0] * 4]
    assert alone(sets) == (0, True)
    assert fewest_isolated(sets, range(20), 9) == (8, True)


def test_a_person_with_several_unknowns_is_one_person():
    rows = [[1.0] * 8, [1.0] * 6 + [0.0] * 2]
    assert fewest_isolated(rows, [0, 1, 2, 3, 4, 5, 6, 6], 5) == (1, True)


def test_nothing_published_tells_nothing():
    assert fewest_isolated([[0.0] * 6], range(6), 5) == (0, True)
