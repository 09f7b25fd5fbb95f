"""Intervals of synthetic worlds hold the truth of those worlds, as long as chance decides who answers."""

import numpy as np
import pytest

from benchmarks.worlds import MARGINS, world_coverage


@pytest.fixture(scope="module")
def found():
    return world_coverage(range(200, 212))


def test_intervals_hold_the_truth_about_95_times_of_100(found):
    assert list(found.index) == list(MARGINS)
    assert (found["slope 0"] > 92).all()


def test_coverage_falls_when_the_unhappy_keep_silent(found):
    assert (found["slope 0.5"] < found["slope 0"]).all()
    assert found.loc["everybody", "slope 0.5"] < 90


def test_documented_coverage_of_worlds_still_holds(found, documented):
    written = documented("| group | intervals |", 1)
    assert list(found.index) == list(written.index)
    assert np.abs(found["slope 0"].to_numpy() - written[1].to_numpy()).max() < 4
