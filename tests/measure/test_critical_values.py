"""The values of scipy.stats, to the last digit, in a hundredth of the time."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from alliance_analytics.measure.critical_values import critical_f, critical_t, critical_z, p_of_f, p_of_t

LEVELS = st.floats(0.5, 0.999)
FREEDOM = st.floats(0.5, 1e6)


@given(LEVELS, FREEDOM, st.floats(-40, 40))
def test_student_and_normal_are_those_of_scipy(level, freedom, t):
    assert critical_t(level, freedom) == stats.t.ppf((1 + level) / 2, freedom)
    assert critical_z(level) == stats.norm.ppf((1 + level) / 2)
    assert p_of_t(t, freedom) == 2 * stats.t.sf(abs(t), freedom)


@given(LEVELS, st.floats(1, 1e4), st.floats(1, 1e4), st.floats(0, 100))
def test_fisher_is_that_of_scipy(share, above, below, ratio):
    assert critical_f(share, above, below) == stats.f.ppf(share, above, below)
    assert p_of_f(ratio, above, below) == stats.f.sf(ratio, above, below)


@pytest.mark.parametrize("freedom", [0, -1, math.nan])
def test_without_freedom_there_is_no_value(freedom):
    assert math.isnan(critical_t(0.95, freedom))
    assert math.isnan(p_of_t(1.0, freedom))
