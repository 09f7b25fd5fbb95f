"""Gaps between groups against scipy."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from alliance_analytics.measure.gaps import GAP_COLUMNS, gaps

GENERATOR = np.random.default_rng(2)
NORTH, SOUTH = GENERATOR.normal(4, 0.5, 14), GENERATOR.normal(3, 0.9, 11)


def estimates(population):
    rows = [
        {"partner": name, "scale": "pillar", "name": "1", "n": len(group), "population": population,
         "mean": group.mean(), "sd": group.std(ddof=1)}
        for name, group in (("north", NORTH), ("south", SOUTH))
    ]  # fmt: skip
    return pd.DataFrame(rows)


def test_two_groups_of_unknown_population_are_welch():
    row = gaps(estimates(np.nan), "partner", prior_variance=0).iloc[0]
    expected = stats.ttest_ind(NORTH, SOUTH, equal_var=False).confidence_interval(0.95)
    assert (row["high"], row["low"]) == ("north", "south")
    assert (row["ci_low"], row["ci_high"]) == (pytest.approx(expected.low), pytest.approx(expected.high))


def test_a_known_population_narrows_and_more_pairs_widen():
    unknown, known = gaps(estimates(np.nan), "partner").iloc[0], gaps(estimates(16.0), "partner").iloc[0]
    third = pd.concat([estimates(np.nan), estimates(np.nan).head(1).assign(partner="west")])
    widened = gaps(third, "partner").query("high == 'north' and low == 'south'").iloc[0]
    assert known["ci_low"] > unknown["ci_low"] > widened["ci_low"]
    assert widened["pairs"] == 3


def test_a_census_on_both_sides_is_exact():
    row = gaps(estimates(14.0).assign(population=[14.0, 11.0]), "partner").iloc[0]
    assert row["ci_low"] == row["gap"] == row["ci_high"]


def test_one_group_has_no_gap():
    table = gaps(estimates(np.nan).head(1), "partner")
    assert table.empty
    assert list(table.columns) == GAP_COLUMNS


def test_two_unanimous_groups_are_not_certain():
    certain = estimates(np.nan).assign(sd=0.0)
    row = gaps(certain, "partner").iloc[0]
    assert row["ci_low"] < row["gap"] < row["ci_high"]
