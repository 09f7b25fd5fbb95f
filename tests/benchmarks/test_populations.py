"""Groups drawn from known shapes show those shapes."""

import numpy as np
import pytest

from benchmarks.populations import POPULATIONS, SKEWED, Population

SINGLE = [population for population in POPULATIONS if population.items == 1]


@pytest.mark.parametrize("population", SINGLE, ids=lambda population: population.name)
def test_answers_come_in_the_shares_asked_for(population):
    scores = population.draw(400, 100, np.random.default_rng(1))
    found = [(scores == point).mean() for point in range(1, 6)]
    assert found == pytest.approx(population.shares, abs=0.01)


def test_one_persons_answers_are_alike():
    single = Population("one", SKEWED).draw(400, 100, np.random.default_rng(1))
    four = Population("four", SKEWED, items=4).draw(400, 100, np.random.default_rng(1))
    assert four.mean() == pytest.approx(single.mean(), abs=0.02)
    assert single.var() / 4 < 0.75 * four.var() < 0.75 * single.var()


def test_shares_sum_to_one():
    assert [sum(population.shares) for population in POPULATIONS] == pytest.approx([1] * len(POPULATIONS))
