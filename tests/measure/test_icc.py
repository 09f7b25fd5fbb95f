"""ICC(1) and ICC(2) against a slow analysis of variance and scipy's F."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from alliance_analytics.measure.icc import icc_groups

GENERATOR = np.random.default_rng(2)
GROUPS = np.repeat(["a", "b", "c", "d"], [5, 9, 12, 7])
SCORES = GENERATOR.normal(3, 1, 33) + np.repeat([0, 0.8, -0.5, 0.3], [5, 9, 12, 7])


def slow_mean_squares(scores, groups):
    parts = [scores[groups == group] for group in np.unique(groups)]
    between = sum(len(part) * (part.mean() - scores.mean()) ** 2 for part in parts) / (len(parts) - 1)
    within = sum(((part - part.mean()) ** 2).sum() for part in parts) / (len(scores) - len(parts))
    return between, within


@pytest.mark.parametrize(("rule", "size"), [("mean", 33 / 4), ("n0", (33 - (25 + 81 + 144 + 49) / 33) / 3)])
def test_against_a_slow_version(rule, size):
    found, (between, within) = icc_groups(SCORES, GROUPS, k_rule=rule), slow_mean_squares(SCORES, GROUPS)
    assert found.icc1.estimate == pytest.approx((between - within) / (between + (size - 1) * within))
    assert found.icc2.estimate == pytest.approx((between - within) / between)
    assert (found.ms_between, found.ms_within) == (pytest.approx(between), pytest.approx(within))
    assert (found.group_size, found.n_groups, found.n) == (pytest.approx(size), 4, 33)


def test_f_and_p_are_those_of_scipy():
    expected = stats.f_oneway(*(SCORES[group == GROUPS] for group in "abcd"))
    found = icc_groups(SCORES, GROUPS)
    assert (found.f, found.p) == (pytest.approx(expected.statistic), pytest.approx(expected.pvalue))


def test_limits_cover_the_icc_of_the_process():
    """Groups of six, variance 1 between and 4 within: ICC(1) is .2."""
    held = 0
    for _ in range(400):
        scores = GENERATOR.normal(0, 1, (20, 1)) + GENERATOR.normal(0, 2, (20, 6))
        found = icc_groups(scores.ravel(), np.repeat(np.arange(20), 6)).icc1
        held += found.low <= 0.2 <= found.high
    assert held / 400 == pytest.approx(0.95, abs=0.035)


def test_groups_alike_inside_are_all_between():
    found = icc_groups(np.repeat([1.0, 2, 4], 3), np.repeat(["a", "b", "c"], 3))
    assert (found.icc1.estimate, found.icc2.estimate, found.p) == (1, 1, 0)
    assert found.meaningful


def test_groups_with_the_same_mean_have_no_icc2():
    found = icc_groups(np.array([1.0, 3, 1, 3]), np.array(["a", "a", "b", "b"]))
    assert found.icc1.estimate == pytest.approx(-1)
    assert (np.isnan(found.icc2.estimate), found.icc2.reason) == (True, "no_variance")
    assert not found.meaningful


@pytest.mark.parametrize(
    ("scores", "groups", "reason"),
    [
        ([np.nan, np.nan], ["a", "b"], "no_answers"),
        ([1.0, 2, 3], ["a", "a", "a"], "one_group"),
        ([1.0, 2, 3], ["a", "b", "c"], "one_person_each"),
        ([0.1, 0.1, 0.1, 0.1], ["a", "a", "b", "b"], "no_variance"),
        ([], [], "no_answers"),
    ],
)
def test_undefined_is_missing_with_a_reason(scores, groups, reason):
    found = icc_groups(np.array(scores, dtype=float), groups)
    assert (found.icc1.reason, found.icc2.reason) == (reason, reason)
    assert np.isnan([found.icc1.estimate, found.icc2.estimate, found.f]).all()


@settings(deadline=None)
@given(st.permutations(range(33)), st.floats(-3, 3))
def test_turning_moving_and_permuting_leave_it_alone(people, constant):
    order = list(people)
    expected = icc_groups(SCORES, GROUPS).icc1.estimate
    for scores in (6 - SCORES, SCORES + constant):
        found = icc_groups(scores[order], GROUPS[order]).icc1.estimate
        assert found == pytest.approx(expected, abs=1e-10)
