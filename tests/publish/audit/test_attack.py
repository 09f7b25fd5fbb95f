"""The attacker is held against one that tries every combination of small whole numbers."""

from itertools import product

import numpy as np
import pytest

from alliance_analytics.publish.audit import attack
from alliance_analytics.publish.audit.attack import fewest_isolated


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
    assert fewest_isolated(sets, 5) == (expected, True)


@pytest.mark.parametrize("seed", range(25))
def test_it_finds_whatever_trying_finds(seed):
    random = np.random.default_rng(seed)
    sets = random.integers(0, 2, (4, 12)).tolist()
    found, whole = fewest_isolated(sets, 5)
    assert whole
    assert bool(found) >= bool(by_trying(sets, 5))


def test_weights_are_sums_as_well():
    assert fewest_isolated([[1.0] * 10, [1.0] * 8 + [1.5] * 2], 5) == (2, True)


def test_it_says_when_not_all_was_tried(monkeypatch):
    monkeypatch.setattr(attack, "MOST_TRIED", 0)
    assert fewest_isolated([[1] * 3 + [0] * 9], 5) == (0, False)
