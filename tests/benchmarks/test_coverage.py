"""The simulation finds what theory knows, and the tables in docs/methods.md are still what it prints."""

import numpy as np
import pandas as pd
import pytest

from benchmarks.coverage import LEANING, coverage, leaning_table, markdown, random_table, who_answers
from benchmarks.populations import POPULATIONS

FEW = 1200
NOISE = 3.5
"""Points by which so few repetitions may miss the tables: five standard errors at a coverage of 95%."""
CEILING = POPULATIONS[2]


def test_documented_coverage_at_random_still_holds(documented):
    found, written = random_table(FEW), documented("| answered | interval | mild", 2)
    assert list(found.index) == list(written.index)
    difference, written = np.abs(found.to_numpy() - written.to_numpy()), written.to_numpy()
    assert (difference < np.where(written < 90, 2 * NOISE, NOISE)).all()


def test_documented_fall_still_holds(documented):
    found, written = leaning_table(FEW), documented("| answered | interval | 0 |", 2)
    assert list(found.index) == list(written.index)
    assert np.abs(found.to_numpy() - written.to_numpy()).max() < 2 * NOISE


def test_default_keeps_its_promise_where_plain_t_does_not():
    found = coverage(CEILING, 10, 5, FEW)
    assert found["default"] > 93
    assert found["plain t"] < 82


def test_a_census_is_always_right():
    assert list(coverage(CEILING, 8, 8, 50)) == [100, 100]


def test_coverage_falls_as_answering_depends_on_the_score():
    found = [coverage(LEANING, 60, 42, 300, slope)["default"] for slope in (0.0, 0.5, 1.0)]
    assert found == sorted(found, reverse=True)
    assert found[-1] < 30


def test_slope_is_the_log_odds_of_answering_per_standard_deviation():
    everybody = np.tile([2.0, 4.0], (300, 200))
    answered = who_answers(everybody, 200, 0.5, np.random.default_rng(3))
    high, low = (answered == 4).sum(), (answered == 2).sum()
    whole = everybody.size / 2
    odds_ratio = (high / (whole - high)) / (low / (whole - low))
    assert np.log(odds_ratio) / 2 == pytest.approx(0.5, abs=0.03)  # 2 and 4 lie two standard deviations apart


def test_without_slope_everybody_is_as_likely_to_answer():
    everybody = np.tile(np.arange(10.0), (4000, 1))
    answered = who_answers(everybody, 4, 0.0, np.random.default_rng(3))
    assert answered.shape == (4000, 4)
    assert [(answered == person).any(axis=1).mean() for person in range(10)] == pytest.approx(
        [0.4] * 10, abs=0.04
    )


def test_nobody_answers_twice():
    everybody = np.tile(np.arange(10.0), (50, 1))
    answered = who_answers(everybody, 7, 1.0, np.random.default_rng(3))
    assert all(len(set(group)) == 7 for group in answered)


def test_markdown_has_head_rule_and_rows():
    table = pd.DataFrame({"mild": [94.6]}, index=pd.Index(["5 of 10"], name="answered"))
    assert markdown(table, "Coverage") == (
        "**Coverage**\n\n| answered | mild |\n| --- | --- |\n| 5 of 10 | 95 |\n"
    )
