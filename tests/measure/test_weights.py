"""Weights: by hand, against a slow witness, and by what theory says of them."""

import doctest

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance_analytics.measure import weights
from alliance_analytics.measure.weights import kish_n_eff, poststratify_weights, rake_weights

PARTNER = np.array(["a", "a", "a", "b", "b", "c"], dtype=object)
LEVEL = np.array(["x", "y", "y", "x", "y", "x"], dtype=object)


def table(people):
    """Spread people over a partner and a level each, with somebody in every category."""
    partner = np.array([f"p{one % 3}" for one, _ in people], dtype=object)
    level = np.array([f"l{other % 2}" for _, other in people], dtype=object)
    return {"partner": partner, "level": level}


def slowly_raked(groups, population):
    """Multiply every person's weight, margin by margin, ten thousand times."""
    total = sum(next(iter(population.values())).values())
    found = [total / len(PARTNER)] * len(PARTNER)
    for _ in range(10_000):
        for name, categories in groups.items():
            for category, people in population[name].items():
                mine = [place for place, one in enumerate(categories) if one == category]
                have = sum(found[place] for place in mine)
                for place in mine:
                    found[place] *= people / have
    return found


def test_the_examples_hold():
    assert doctest.testmod(weights).failed == 0


def test_each_group_counts_as_many_as_were_invited():
    got = poststratify_weights(PARTNER, {"a": 6, "b": 4, "c": 5})
    assert got.values.tolist() == [2, 2, 2, 2, 2, 5]
    assert (got.lightest, got.heaviest) == (2, 5)


def test_raking_is_what_patient_multiplication_gives():
    groups = {"partner": PARTNER, "level": LEVEL}
    population = {"partner": {"a": 6, "b": 4, "c": 2}, "level": {"x": 7, "y": 5}}
    got = rake_weights(groups, population)
    assert got.values == pytest.approx(slowly_raked(groups, population), rel=1e-9)


@given(people=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=8, max_size=60))
@settings(max_examples=60, deadline=None)
def test_raked_weights_fit_every_margin(people):
    groups = table(people + [(a, b) for a in range(3) for b in range(2)])
    population = {"partner": {"p0": 30, "p1": 20, "p2": 40}, "level": {"l0": 25, "l1": 65}}
    got = rake_weights(groups, population)
    assert got.reason == ""
    for name, categories in groups.items():
        for category, size in population[name].items():
            assert got.values[categories == category].sum() == pytest.approx(size, rel=1e-9)


def test_a_category_without_a_respondent_joins_the_smallest_and_is_told():
    got = poststratify_weights(PARTNER, {"a": 6, "b": 4, "c": 3, "d": 2})
    assert got.collapsed == (("group", "d", "c"),)
    assert got.values.sum() == pytest.approx(15)
    assert got.heaviest == 5


def test_a_category_without_people_is_no_category():
    assert poststratify_weights(PARTNER, {"a": 6, "b": 4, "c": 3, "d": 0}).collapsed == ()


@pytest.mark.parametrize(
    ("groups", "population", "reason"),
    [
        ({"partner": PARTNER[:0]}, {"partner": {"a": 6}}, "nobody"),
        ({"partner": PARTNER}, {"partner": {"a": 6, "b": 4}}, "unknown_group"),
        (
            {"partner": PARTNER, "level": LEVEL},
            {"partner": {"a": 6, "b": 4, "c": 2}, "level": {"x": 7, "y": 6}},
            "margins_differ",
        ),
    ],
)
def test_what_cannot_be_weighted_says_why(groups, population, reason):
    got = rake_weights(groups, population)
    assert got.reason == reason
    assert np.isnan(got.values).all()


def test_margins_that_no_table_fits_are_given_up():
    # Everybody of a is x and everybody of b is y, so the two margins would have to be equal.
    groups = {"partner": PARTNER[[0, 1, 3, 4]], "level": np.array(["x", "x", "y", "y"], dtype=object)}
    got = rake_weights(groups, {"partner": {"a": 6, "b": 4}, "level": {"x": 5, "y": 5}})
    assert got.reason == "margins_contradict"


def test_equal_weights_cost_nothing():
    effect = kish_n_eff(np.full(8, 2.5))
    assert (effect.n_eff, effect.deff_kish, effect.cv_w) == (8, 1, 0)


@given(st.lists(st.floats(0.1, 50), min_size=1, max_size=40))
def test_unequal_weights_cost_one_plus_their_squared_variation(values):
    effect = kish_n_eff(np.array(values))
    assert effect.n_eff <= effect.n + 1e-9
    assert effect.deff_kish == pytest.approx(1 + effect.cv_w**2)


def test_without_a_positive_weight_there_is_no_effect():
    assert np.isnan(kish_n_eff(np.zeros(3)).n_eff)
