"""The six forms against the table of Shrout & Fleiss, an analysis of variance, and each other."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance_analytics.measure.rater_icc import FORMS, icc_shrout_fleiss
from alliance_analytics.measure.reliability import cronbach_alpha

TABLE = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], dtype=float
)  # Shrout & Fleiss (1979), table 2
PRINTED = {
    "ICC(1,1)": 0.17,
    "ICC(2,1)": 0.29,
    "ICC(3,1)": 0.71,
    "ICC(1,k)": 0.44,
    "ICC(2,k)": 0.62,
    "ICC(3,k)": 0.91,
}  # table 4


@pytest.mark.parametrize("form", FORMS)
def test_printed_values(form):
    assert icc_shrout_fleiss(TABLE).forms[form].estimate == pytest.approx(PRINTED[form], abs=0.005)


def test_printed_mean_squares():
    squares = icc_shrout_fleiss(TABLE).mean_squares
    found = squares.targets, squares.within, squares.raters, squares.residual
    assert found == pytest.approx((11.24, 6.26, 32.49, 1.02), abs=0.005)  # table 3


def slow_two_way(table):
    """Residuals of a regression on dummies of targets and raters."""
    n, k = table.shape
    targets, raters = np.repeat(np.eye(n), k, axis=0), np.tile(np.eye(k), (n, 1))
    design = np.column_stack([targets, raters[:, 1:]])
    values = table.ravel()
    residual = values - design @ np.linalg.lstsq(design, values, rcond=None)[0]
    return (residual**2).sum() / ((n - 1) * (k - 1))


def test_residual_mean_square_is_that_of_a_regression():
    assert icc_shrout_fleiss(TABLE).mean_squares.residual == pytest.approx(slow_two_way(TABLE))


def test_consistency_of_the_mean_is_alpha():
    assert icc_shrout_fleiss(TABLE).forms["ICC(3,k)"].estimate == pytest.approx(
        cronbach_alpha(TABLE).estimate
    )


@pytest.mark.parametrize("form", ["ICC(1,1)", "ICC(2,1)", "ICC(3,1)"])
def test_limits_cover_the_icc_of_the_process(form):
    """No strict raters, variance 1 between targets and 1 of error: every form is .5."""
    generator, held = np.random.default_rng(7), 0
    for _ in range(300):
        table = generator.normal(0, 1, (15, 1)) + generator.normal(0, 1, (15, 4))
        found = icc_shrout_fleiss(table).forms[form]
        held += found.low <= 0.5 <= found.high
    assert held / 300 == pytest.approx(0.95, abs=0.04)


def test_a_strict_rater_counts_against_agreement_only():
    strict = TABLE + np.array([0, 0, 0, 3])
    before, after = icc_shrout_fleiss(TABLE).forms, icc_shrout_fleiss(strict).forms
    assert after["ICC(3,1)"].estimate == pytest.approx(before["ICC(3,1)"].estimate)
    assert after["ICC(2,1)"].estimate != pytest.approx(before["ICC(2,1)"].estimate)


def test_raters_who_always_agree():
    forms = icc_shrout_fleiss(np.tile([[1.0], [2], [4]], 3)).forms
    assert [forms[form].estimate for form in FORMS] == [1] * 6


def test_targets_with_gaps_are_left_out():
    table = np.vstack([TABLE, [np.nan, 1, 1, 1]])
    found = icc_shrout_fleiss(table)
    assert found.mean_squares.n == 6
    assert found.forms["ICC(1,1)"].estimate == icc_shrout_fleiss(TABLE).forms["ICC(1,1)"].estimate


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (np.empty((0, 3)), "no_answers"),
        (TABLE[:1], "one_target"),
        (TABLE[:, :1], "one_rater"),
        (np.full((3, 3), 0.1), "no_variance"),
    ],
)
def test_undefined_is_missing_with_a_reason(table, reason):
    forms = icc_shrout_fleiss(table).forms
    assert {forms[form].reason for form in FORMS} == {reason}
    assert all(np.isnan(forms[form].estimate) for form in FORMS)


def test_targets_that_do_not_differ_at_all():
    forms = icc_shrout_fleiss(np.tile([1.0, 2, 3], (4, 1))).forms
    assert forms["ICC(3,1)"].reason == "no_variance"
    assert np.isnan(forms["ICC(1,k)"].estimate)
    assert forms["ICC(1,k)"].reason == "no_variance"


@settings(deadline=None)
@given(st.permutations(range(6)), st.permutations(range(4)), st.floats(-5, 5))
def test_turning_moving_and_permuting_leave_it_alone(targets, raters, constant):
    expected = icc_shrout_fleiss(TABLE).forms
    for table in (11 - TABLE, TABLE + constant, TABLE[list(targets)][:, list(raters)]):
        found = icc_shrout_fleiss(table).forms
        for form in FORMS:
            assert found[form].estimate == pytest.approx(expected[form].estimate, abs=1e-9)
            assert (found[form].low, found[form].high) == pytest.approx(
                (expected[form].low, expected[form].high), abs=1e-9
            )
