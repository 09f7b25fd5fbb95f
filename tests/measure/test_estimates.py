"""Estimates per group against plain pandas."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.measure.estimates import ESTIMATE_COLUMNS, estimate_groups, long_scores

SCORES = pd.DataFrame(
    {
        "alliance": "a",
        "wave": "2024",
        "partner": ["north", "north", "north", "south", "south", None],
        "level": "tactical",
        "link": pd.NA,
        "trust": [4.0, 3.0, 5.0, 2.0, np.nan, 1.0],
    }
)
EVERYBODY = pd.DataFrame({"alliance": ["a"], "wave": ["2024"], "population": [8]})
PARTNERS = pd.DataFrame(
    {"alliance": "a", "wave": "2024", "partner": ["north", "south"], "population": [3, 4]}
)


def test_everybody_counts_those_without_a_partner_too():
    row = estimate_groups(long_scores(SCORES, "pillar", ["trust"]), [], EVERYBODY).iloc[0]
    assert (row["n"], row["population"], row["mean"]) == (5, 8, pytest.approx(3.0))
    assert row["sd"] == pytest.approx(np.std([4, 3, 5, 2, 1], ddof=1))
    assert row["ci_low"] < 3 < row["ci_high"]
    assert (row["bound_low"], row["bound_high"]) == (pytest.approx(18 / 8), pytest.approx(30 / 8))


def test_groups_are_those_with_a_score():
    table = estimate_groups(long_scores(SCORES, "pillar", ["trust"]), ["partner"], PARTNERS).set_index(
        "partner"
    )
    assert table["n"].to_dict() == {"north": 3, "south": 1}
    assert table.loc["north", "method"] == "census"
    assert table.loc["north", "ci_low"] == table.loc["north", "mean"] == table.loc["north", "ci_high"]
    assert np.isnan(table.loc["south", "ci_low"])


def test_an_unknown_population_means_no_correction():
    unknown = PARTNERS.assign(population=np.nan)
    table = estimate_groups(long_scores(SCORES, "pillar", ["trust"]), ["partner"], unknown).set_index(
        "partner"
    )
    assert table.loc["north", "ci_low"] < table.loc["north", "mean"]
    assert np.isnan(table.loc["north", "bound_low"])


def test_columns_are_the_promised_ones_and_order_of_rows_does_not_matter():
    first = estimate_groups(long_scores(SCORES, "pillar", ["trust"]), ["partner"], PARTNERS)
    second = estimate_groups(long_scores(SCORES.iloc[::-1], "pillar", ["trust"]), ["partner"], PARTNERS)
    assert tuple(first.columns) == ESTIMATE_COLUMNS
    pd.testing.assert_frame_equal(first, second)
