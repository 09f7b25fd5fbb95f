"""Agreement within groups against slow versions, theory, and a group at a time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from alliance_analytics.measure.agreement import (
    ad_index,
    rwg,
    rwg_j,
    rwg_j_lindell,
    uniform_null_variance,
)

GENERATOR = np.random.default_rng(6)
TABLE = GENERATOR.integers(1, 6, (120, 4)).astype(float)
TABLE[GENERATOR.random(TABLE.shape) < 0.05] = np.nan
GROUPS = GENERATOR.permutation(np.arange(120) % 15)
SCALES = [rwg_j, rwg_j_lindell, ad_index, lambda table, groups: ad_index(table, groups, center="median")]
ANSWERS = st_numpy.arrays(float, (12, 3), elements=st.integers(1, 5).map(float))


def variance(values):
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)


def columns_of(group):
    rows = TABLE[group == GROUPS]
    return rows[np.isfinite(rows).all(axis=1)].T.tolist()


def slow_ratio(group):
    return sum(variance(column) for column in columns_of(group)) / 4 / 2


def slow_deviation(group, centre):
    parts = [[abs(value - centre(column)) for value in column] for column in columns_of(group)]
    return float(np.mean([sum(part) / len(part) for part in parts]))


@pytest.mark.parametrize("group", range(15))
def test_against_slow_versions(group):
    ratio = slow_ratio(group)
    cut = min(ratio, 1)
    assert rwg_j(TABLE, GROUPS).of(group).estimate == pytest.approx(4 * (1 - cut) / (4 * (1 - cut) + cut))
    assert rwg_j_lindell(TABLE, GROUPS).of(group).estimate == pytest.approx(1 - ratio)
    assert ad_index(TABLE, GROUPS).of(group).estimate == pytest.approx(slow_deviation(group, np.mean))
    median = ad_index(TABLE, GROUPS, center="median").of(group).estimate
    assert median == pytest.approx(slow_deviation(group, np.median))


@pytest.mark.parametrize("statistic", SCALES)
def test_all_groups_at_once_equal_one_at_a_time_in_any_order(statistic):
    order = GENERATOR.permutation(120)
    together, shuffled = statistic(TABLE, GROUPS), statistic(TABLE[order], GROUPS[order])
    np.testing.assert_allclose(shuffled.estimate, together.estimate, atol=1e-12)
    for group in range(15):
        own = TABLE[group == GROUPS]
        alone = statistic(own, ["g"] * len(own)).of("g")
        assert alone.estimate == pytest.approx(together.of(group).estimate, abs=1e-12)
        assert alone.n == together.of(group).n


def test_four_who_all_say_the_same_agree_fully():
    same, groups = np.full((4, 3), 4.0), ["a"] * 4
    assert rwg_j(same, groups).of("a").estimate == 1
    assert ad_index(same, groups).of("a").estimate == 0


def test_one_item_cut_and_uncut():
    """1, 5, 1, 5: variance 16 / 3, so 1 - 8 / 3."""
    split, groups = np.array([1.0, 5, 1, 5, np.nan]), ["a"] * 5
    assert rwg(split, groups).of("a").estimate == 0
    found = rwg(split, groups, truncate=False).of("a")
    assert (found.estimate, found.n) == (pytest.approx(-5 / 3), 4)


def test_a_skewed_null_expects_less_spread():
    answers, groups = np.array([3.0, 4, 4, 5]), ["a"] * 4
    assert rwg(answers, groups, null_variance=1.34).of("a").estimate == pytest.approx(1 - 2 / 3 / 1.34)


@pytest.mark.parametrize(("points", "expected"), [(5, 2), (7, 4), (2, 0.25)])
def test_even_answers_have_this_variance(points, expected):
    assert uniform_null_variance(points) == expected
    assert np.var(np.arange(points)) == expected


@pytest.mark.parametrize("statistic", [*SCALES, lambda table, groups: rwg(table[:, 0], groups)])
def test_undefined_is_missing_with_a_reason(statistic):
    table = np.array([[3.0, 4], [np.nan, np.nan], [1, 2], [1, 2]])
    found = statistic(table, ["one", "nobody", "two", "two"])
    assert found.reason.tolist() == ["no_answers", "one_person", ""]
    assert np.isnan(found.estimate).tolist() == [True, True, False]


@settings(deadline=None)
@given(ANSWERS, st.permutations(range(12)), st.permutations(range(3)))
@pytest.mark.parametrize("statistic", SCALES)
def test_turning_and_permuting_leave_it_alone(statistic, table, people, items):
    groups = np.repeat(["a", "b"], 6)
    expected = statistic(table, groups).estimate
    people, items = list(people), list(items)
    for changed in (6 - table, table[:, items], table + 2):
        np.testing.assert_allclose(statistic(changed, groups).estimate, expected, atol=1e-9)
    np.testing.assert_allclose(statistic(table[people], groups[people]).estimate, expected, atol=1e-9)
