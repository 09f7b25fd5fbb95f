"""A result carries its number, its interval, its n and its reason, and cannot be changed."""

from dataclasses import FrozenInstanceError

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.measure.results import Estimate, Estimates, first_reason, undefined

THREE = Estimates(
    names=np.array(["a", "b", "c"]),
    estimate=np.array([0.5, np.nan, 0.8]),
    method="a statistic",
    n=np.array([4, 1, 6]),
    low=np.array([0.1, np.nan, 0.2]),
    high=np.array([0.9, np.nan, 1.0]),
    level=0.95,
    reason=np.array(["", "one_person", ""]),
)


def test_one_of_several_is_an_estimate():
    assert THREE.of("a") == Estimate(estimate=0.5, method="a statistic", n=4, low=0.1, high=0.9, level=0.95)
    assert THREE.of("b").reason == "one_person"


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError):
        THREE.of("z")


def test_mean_and_median_are_of_those_that_exist():
    assert (THREE.mean, THREE.median) == (pytest.approx(0.65), pytest.approx(0.65))


def test_several_make_a_frame():
    expected = pd.DataFrame(
        {
            "estimate": [0.5, np.nan, 0.8],
            "low": [0.1, np.nan, 0.2],
            "high": [0.9, np.nan, 1.0],
            "n": [4, 1, 6],
            "reason": ["", "one_person", ""],
        },
        index=["a", "b", "c"],
    )
    pd.testing.assert_frame_equal(THREE.to_frame(), expected, check_dtype=False, check_index_type=False)


def test_an_estimate_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        THREE.of("a").estimate = 1.0


def test_the_first_reason_counts():
    n = np.array([0, 1, 5])
    reason = first_reason(("no_answers", n == 0), ("one_person", n < 2))
    assert reason.tolist() == ["no_answers", "one_person", ""]
    assert np.isnan(undefined(reason, np.zeros(3))).tolist() == [True, True, False]
