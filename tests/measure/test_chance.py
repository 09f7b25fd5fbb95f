"""Whether a regression explains more than chance."""

import numpy as np
import pytest
import statsmodels.api as sm

from alliance_analytics.measure.chance import r_squared_p


def test_it_is_the_f_test_of_a_regression():
    rng = np.random.default_rng(4)
    predictors = rng.normal(size=(30, 3))
    outcome = predictors @ [0.5, 0.2, 0.0] + rng.normal(size=30)
    fitted = sm.OLS(outcome, sm.add_constant(predictors)).fit()
    assert r_squared_p(fitted.rsquared, 30, 3) == pytest.approx(fitted.f_pvalue)


@pytest.mark.parametrize(("r_squared", "n", "predictors"), [(0.4, 4, 3), (np.nan, 30, 3), (1.2, 30, 3)])
def test_what_cannot_be_judged_has_no_p(r_squared, n, predictors):
    assert np.isnan(r_squared_p(r_squared, n, predictors))


def test_a_perfect_fit_is_no_chance():
    assert r_squared_p(1.0, 30, 3) == 0
