"""Tests of difference: numbers in print, scipy beside them, and what is undefined."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from alliance_analytics.measure.differences import (
    mann_whitney,
    t_test_paired,
    t_test_student,
    t_test_welch,
    wilcoxon_signed_rank,
)

# Student (1908), Biometrika 6, p. 20.
DEXTRO = np.array([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0])
LAEVO = np.array([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
SCORES = st.lists(st.sampled_from([1.0, 1.5, 2.0, 2.75, 3.0, 4.25, 5.0]), min_size=3, max_size=25)


def test_the_paired_test_of_students_own_paper():
    got = t_test_paired(DEXTRO, LAEVO)
    assert (got.t, got.df, got.p) == pytest.approx((-4.0621, 9, 0.002833), abs=5e-5)
    assert (got.low, got.high) == pytest.approx((-2.4598858, -0.7001142))


def test_welch_of_the_same_numbers():
    got = t_test_welch(DEXTRO, LAEVO)
    assert (got.t, got.df, got.p) == pytest.approx((-1.8608, 17.776, 0.07939), abs=5e-4)
    assert got.method == "welch"


def test_student_has_one_variance_and_whole_degrees_of_freedom():
    assert t_test_student(DEXTRO, LAEVO).df == 18


def test_people_without_a_score_do_not_count():
    assert t_test_welch(np.append(DEXTRO, np.nan), LAEVO) == t_test_welch(DEXTRO, LAEVO)
    longer = np.append(DEXTRO, np.nan), np.append(LAEVO, 3.0)
    assert t_test_paired(*longer) == t_test_paired(DEXTRO, LAEVO)


@given(first=SCORES, second=SCORES)
def test_rank_sums_are_scipys(first, second):
    assume(len(set(first + second)) > 1)
    got = mann_whitney(np.array(first), np.array(second))
    for correction, p in ((True, got.p_corrected), (False, got.p_uncorrected)):
        theirs = stats.mannwhitneyu(first, second, use_continuity=correction, method="asymptotic")
        assert (got.statistic, p) == pytest.approx((theirs.statistic, theirs.pvalue))


@given(
    pairs=st.lists(st.tuples(st.sampled_from([1.0, 2.0, 3.5]), st.sampled_from([1.0, 2.0, 5.0])), min_size=3)
)
def test_signed_ranks_are_scipys(pairs):
    after, before = np.array(pairs).T
    assume((after != before).any())
    got = wilcoxon_signed_rank(after, before)
    for correction, p in ((True, got.p_corrected), (False, got.p_uncorrected)):
        theirs = stats.wilcoxon(after - before, correction=correction, method="asymptotic")
        assert p == pytest.approx(theirs.pvalue)


def test_float_noise_breaks_no_tie():
    noisy = np.array([0.1 + 0.2, 0.3, 0.5, 0.7]), np.array([0.0, 0.0, 0.1, 0.1])
    clean = np.array([0.3, 0.3, 0.5, 0.7]), noisy[1]
    assert wilcoxon_signed_rank(*noisy) == wilcoxon_signed_rank(*clean)


@pytest.mark.parametrize(
    ("test", "first", "second", "reason"),
    [
        (t_test_paired, [4.0, 3.0, 5.0, 2.0], [4.0, 3.0, 5.0, 2.0], "no_variance"),
        (t_test_paired, [4.0], [3.0], "too_few"),
        (t_test_welch, [4.0], [3.0, 2.0], "too_few"),
        (t_test_student, [4.0, 4.0], [3.0, 3.0], "no_variance"),
        (wilcoxon_signed_rank, [4.0, 3.0], [4.0, 3.0], "no_change"),
        (mann_whitney, [], [3.0], "too_few"),
        (mann_whitney, [3.0], [3.0, 3.0], "no_variance"),
    ],
)
def test_what_is_undefined_says_why(test, first, second, reason):
    got = test(np.array(first), np.array(second))
    assert got.reason == reason
    assert np.isnan(getattr(got, "p", getattr(got, "p_corrected", None)))
