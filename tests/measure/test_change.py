"""Change between waves: against scipy where it knows the answer."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from alliance_analytics.measure.change import mean_change

GENERATOR = np.random.default_rng(5)
PEOPLE = [f"p{number}" for number in range(40)]
FIRST = pd.Series(GENERATOR.normal(3.0, 0.7, 40), index=PEOPLE)
SECOND = FIRST + GENERATOR.normal(0.3, 0.4, 40)


def test_all_linked_is_the_paired_interval():
    change = mean_change(FIRST, SECOND)
    expected = stats.ttest_rel(SECOND, FIRST).confidence_interval(0.95)
    assert change.n_pairs == 40
    assert (change.low, change.high) == (pytest.approx(expected.low), pytest.approx(expected.high))


def test_nobody_linked_is_welch():
    change = mean_change(FIRST.rename(lambda _: None), SECOND.rename(lambda _: None))
    expected = stats.ttest_ind(SECOND, FIRST, equal_var=False).confidence_interval(0.95)
    assert change.method == "Welch"
    assert (change.low, change.high) == (pytest.approx(expected.low), pytest.approx(expected.high))


def test_some_linked_lies_between():
    later = SECOND.copy()
    later.index = [*PEOPLE[:20], *(f"q{number}" for number in range(20))]
    change = mean_change(FIRST, later)
    paired, welch = mean_change(FIRST, SECOND), mean_change(FIRST, SECOND.rename(lambda _: None))
    assert paired.high - paired.low < change.high - change.low < welch.high - welch.low
    assert change.method == "partially overlapping t"


def test_order_of_people_does_not_matter():
    shuffled = mean_change(FIRST.sample(frac=1, random_state=1), SECOND.sample(frac=1, random_state=2))
    assert shuffled.low == pytest.approx(mean_change(FIRST, SECOND).low)


def test_one_person_in_a_wave_gives_no_interval():
    change = mean_change(FIRST.iloc[:1], SECOND)
    assert np.isnan(change.low)
    assert np.isfinite(change.estimate)


def test_no_variance_gives_a_change_without_width():
    same = pd.Series([3.0] * 6)
    change = mean_change(same.rename(lambda _: None), (same + 1).rename(lambda _: None))
    assert (change.estimate, change.low, change.high) == (1, 1, 1)


def test_a_lasting_quarrel_among_a_few_linked_people_is_no_certainty():
    before = pd.Series([1.0, 5, 1, 5, 5, 3, 3, 3, 3, 3], index=[*"abcde", *"fghij"])
    now = pd.Series([1.0, 5, 1, 5, 5, 3, 3, 3, 3, 3], index=[*"abcde", *"klmno"])
    change = mean_change(before, now)
    assert change.low < 0 < change.high


def test_the_test_of_no_change_is_that_of_its_interval():
    rng = np.random.default_rng(2)
    before, now = (pd.Series(rng.normal(3, 1, 14), index=[None] * 14) for _ in range(2))
    change = mean_change(before, now)
    assert change.p == pytest.approx(stats.ttest_ind(now, before, equal_var=False).pvalue)


def test_without_any_spread_nothing_is_tested():
    same = pd.Series([3.0] * 6, index=list("abcdef"))
    assert np.isnan(mean_change(same, same + 1).p)
