"""Alpha against a slow version, theory, and itself group by group."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from alliance_analytics.measure.reliability import (
    cronbach_alpha,
    cronbach_alpha_by_group,
    cronbach_alpha_ci_feldt,
    cronbach_alpha_standardized,
)

ANSWERS = st_numpy.arrays(
    float, st.tuples(st.integers(2, 12), st.integers(2, 5)), elements=st.integers(1, 5).map(float)
)
NOTHING = {
    "no_answers": np.full((2, 3), np.nan),
    "one_person": np.array([[1.0, 2, 3]]),
    "one_item": np.array([[1.0], [2.0]]),
    "no_variance": np.full((4, 3), 4.1),
}


def slow_alpha(answers):
    """Alpha as a textbook has it: variances of the items and of their sum."""
    rows = [row for row in answers.tolist() if not any(np.isnan(row))]
    items = len(rows[0])
    parts = sum(np.var([row[item] for row in rows], ddof=1) for item in range(items))
    return items / (items - 1) * (1 - parts / np.var([sum(row) for row in rows], ddof=1))


def answers(people, items=4, seed=1):
    generator = np.random.default_rng(seed)
    leaning = generator.standard_normal((people, 1)) + generator.standard_normal((people, items))
    table = np.clip(np.round(leaning + 3), 1, 5)
    table[generator.random(table.shape) < 0.05] = np.nan
    return table


def test_equal_to_the_textbook():
    found = cronbach_alpha(answers(40))
    assert found.estimate == pytest.approx(slow_alpha(answers(40)), abs=1e-13)
    assert found.n == int(np.isfinite(answers(40)).all(axis=1).sum())
    assert found.low < found.estimate < found.high


def test_parallel_items_have_an_alpha_of_one():
    found = cronbach_alpha(np.tile([[1.0], [2.0], [5.0]], 3))
    assert (found.estimate, found.low, found.high) == pytest.approx((1, 1, 1))


def test_pairwise_takes_whoever_answered_both():
    table = answers(40)
    found = cronbach_alpha(table, missing="pairwise")
    covariance = pd.DataFrame(table).cov().to_numpy()
    assert found.estimate == pytest.approx(4 / 3 * (1 - np.trace(covariance) / covariance.sum()))
    assert np.isnan(found.low)
    assert found.n == min(np.isfinite(table[:, pair]).all(axis=1).sum() for pair in combinations(range(4), 2))


def test_standardised_is_alpha_of_standardised_answers():
    table = answers(40)
    complete = table[np.isfinite(table).all(axis=1)]
    scores = (complete - complete.mean(axis=0)) / complete.std(axis=0, ddof=1)
    assert cronbach_alpha_standardized(table).estimate == pytest.approx(slow_alpha(scores), abs=1e-12)


def test_a_constant_item_has_no_standardised_alpha():
    table = np.column_stack([answers(20, 2), np.full(20, 3.0)])
    assert cronbach_alpha_standardized(table).reason == "constant_item"


@pytest.mark.parametrize("reason", NOTHING)
@pytest.mark.parametrize(
    "statistic",
    [
        cronbach_alpha,
        cronbach_alpha_standardized,
        lambda table: cronbach_alpha(table, missing="pairwise"),
        lambda table: cronbach_alpha_by_group(table, np.full(len(table), "g")).of("g"),
    ],
)
def test_undefined_is_missing_with_a_reason(statistic, reason):
    table = NOTHING[reason]
    found = statistic(table)
    assert np.isnan([found.estimate, found.low, found.high]).all()
    assert found.reason in {reason, reason.replace("no_variance", "constant_item")}


def test_feldt_covers_the_alpha_of_the_process():
    """Parallel items with error variance 1 and true variance 1: alpha of four is 4 / 5."""
    generator = np.random.default_rng(3)
    samples = generator.standard_normal((2000, 15, 1)) + generator.standard_normal((2000, 15, 4))
    groups = np.repeat(np.arange(2000), 15)
    found = cronbach_alpha_by_group(samples.reshape(-1, 4), groups)
    assert ((found.low <= 0.8) & (found.high >= 0.8)).mean() == pytest.approx(0.95, abs=0.015)


def test_feldt_takes_arrays():
    both = cronbach_alpha_ci_feldt(np.array([0.5, np.nan, 0.5]), np.array([20, 20, 1]), 4)
    assert np.isnan(both.low).tolist() == [False, True, True]


def test_all_groups_at_once_equal_one_group_at_a_time():
    table, groups = answers(600, seed=2), np.random.default_rng(2).integers(0, 60, 600)
    together = cronbach_alpha_by_group(table, groups)
    for name in np.unique(groups):
        one, alone = together.of(name), cronbach_alpha(table[groups == name])
        assert (one.estimate, one.low, one.high) == pytest.approx(
            (alone.estimate, alone.low, alone.high), abs=1e-12
        )
        assert one.n == alone.n


def test_order_of_rows_and_groups_without_people():
    table, groups = answers(200), pd.Series(np.random.default_rng(2).integers(0, 9, 200)).astype(str)
    order = np.random.default_rng(5).permutation(200)
    first, second = (
        cronbach_alpha_by_group(table, groups),
        cronbach_alpha_by_group(table[order], groups.iloc[order]),
    )
    pd.testing.assert_frame_equal(first.to_frame(), second.to_frame(), rtol=0, atol=1e-12)


@settings(deadline=None)
@given(ANSWERS, st.floats(-5, 5), st.randoms())
def test_turning_moving_and_permuting_leave_alpha_alone(table, constant, random):
    people, items = list(range(len(table))), list(range(table.shape[1]))
    random.shuffle(people)
    random.shuffle(items)
    expected = cronbach_alpha(table)
    for changed in (6 - table, table + constant, table[people], table[:, items]):
        found = cronbach_alpha(changed)
        assert found.estimate == pytest.approx(expected.estimate, abs=1e-7, rel=1e-7, nan_ok=True)
        assert found.reason == expected.reason


@settings(deadline=None)
@given(ANSWERS)
def test_there_is_a_number_or_a_reason(table):
    found = cronbach_alpha(table)
    assert np.isfinite(found.estimate) == (found.reason == "")
    assert not found.estimate > 1 + 1e-12
