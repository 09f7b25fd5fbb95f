"""Estimates per group against plain pandas."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.measure.estimates import (
    ESTIMATE_COLUMNS,
    estimate_groupings,
    estimate_groups,
    group_moments,
    grouped,
)

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
    row = estimate_groups(SCORES, {"pillar": SCORES[["trust"]]}, [], EVERYBODY).iloc[0]
    assert (row["n"], row["population"], row["mean"]) == (5, 8, pytest.approx(3.0))
    assert row["sd"] == pytest.approx(np.std([4, 3, 5, 2, 1], ddof=1))
    assert row["ci_low"] < 3 < row["ci_high"]
    assert (row["bound_low"], row["bound_high"]) == (pytest.approx(18 / 8), pytest.approx(30 / 8))


def test_groups_are_those_with_a_score():
    table = estimate_groups(SCORES, {"pillar": SCORES[["trust"]]}, ["partner"], PARTNERS).set_index("partner")
    assert table["n"].to_dict() == {"north": 3, "south": 1}
    assert table.loc["north", "method"] == "census"
    assert table.loc["north", "ci_low"] == table.loc["north", "mean"] == table.loc["north", "ci_high"]
    assert np.isnan(table.loc["south", "ci_low"])


def test_an_unknown_population_means_no_correction():
    unknown = PARTNERS.assign(population=np.nan)
    table = estimate_groups(SCORES, {"pillar": SCORES[["trust"]]}, ["partner"], unknown).set_index("partner")
    assert table.loc["north", "ci_low"] < table.loc["north", "mean"]
    assert np.isnan(table.loc["north", "bound_low"])


def test_columns_are_the_promised_ones_and_order_of_rows_does_not_matter():
    first = estimate_groups(SCORES, {"pillar": SCORES[["trust"]]}, ["partner"], PARTNERS)
    second = estimate_groups(
        SCORES.iloc[::-1], {"pillar": SCORES[["trust"]].iloc[::-1]}, ["partner"], PARTNERS
    )
    assert tuple(first.columns) == ESTIMATE_COLUMNS
    pd.testing.assert_frame_equal(first, second)


def many(people, seed=1):
    """Make scores of many people in many groups, some without a score and some without a partner."""
    rng = np.random.default_rng(seed)
    table = pd.DataFrame(
        {
            "alliance": rng.choice(["a", "b"], people),
            "wave": rng.choice(["2024", "2025"], people),
            "partner": rng.choice(["north", "south", None], people),
            "trust": rng.choice([1.0, 4 / 3, 2.25, 5.0, np.nan], people),
            "will": rng.choice([1.0, 3.5, 5.0], people),
        }
    )
    return table, {"pillar": table[["trust", "will"]]}


def test_one_pass_is_what_each_group_alone_gives():
    people, scores = many(400)
    none = pd.DataFrame(columns=["alliance", "wave", "partner", "population"])
    table = estimate_groups(people, scores, ["partner"], none).set_index(
        ["alliance", "wave", "partner", "name"]
    )
    for alliance, wave, partner, name in product(
        "ab", ["2024", "2025"], ["north", "south"], ["trust", "will"]
    ):
        mine = people.query("alliance == @alliance and wave == @wave and partner == @partner")[name].dropna()
        row = table.loc[(alliance, wave, partner, name)]
        assert (row["n"], row["mean"], row["sd"]) == pytest.approx((len(mine), mine.mean(), mine.std()))


def test_neither_order_nor_splitting_changes_a_digit_that_counts():
    people, scores = many(2000)
    none = pd.DataFrame(columns=["alliance", "wave", "population"])
    whole = estimate_groups(people, scores, [], none)
    order = np.random.default_rng(2).permutation(len(people))
    shuffled = estimate_groups(people.iloc[order], {"pillar": scores["pillar"].iloc[order]}, [], none)
    pd.testing.assert_frame_equal(whole, shuffled, rtol=1e-12)
    parts = [
        estimate_groups(people[mine], {"pillar": scores["pillar"][mine]}, [], none)
        for mine in (people["alliance"] == "a", people["alliance"] == "b")
    ]
    pd.testing.assert_frame_equal(whole, pd.concat(parts, ignore_index=True), rtol=1e-12)


def test_equal_thirds_do_not_vary():
    got = group_moments(np.full(7, 1 + 1 / 3), np.zeros(7, dtype=int), 2)
    assert (got["sd"][0], got["n"].tolist()) == (0, [7, 0])
    assert np.isnan(got["mean"][1])


def test_a_complete_population_counted_twice_stays_a_point():
    people, scores = SCORES[SCORES["partner"] == "north"], {"pillar": SCORES[["trust"]].iloc[:3]}
    once = estimate_groups(people, scores, ["partner"], PARTNERS)
    twice = estimate_groups(
        pd.concat([people, people], ignore_index=True),
        {"pillar": pd.concat([scores["pillar"]] * 2, ignore_index=True)},
        ["partner"],
        PARTNERS.assign(population=[6, 8]),
    )
    columns = ["mean", "ci_low", "ci_high"]
    assert once[columns].to_numpy().tolist() == twice[columns].to_numpy().tolist()


def test_who_lacks_a_key_is_in_no_group_and_a_group_nobody_counted_has_no_population():
    found = grouped(SCORES, ["partner"], PARTNERS[PARTNERS["partner"] == "north"])
    assert found.groups["partner"].tolist() == ["north", "south"]
    assert found.groups["population"].tolist() == [3, pytest.approx(np.nan, nan_ok=True)]
    assert found.places.tolist() == [0, 0, 0, 1, 1, -1]


def test_all_groupings_together_are_each_alone_one_below_the_other():
    people, scores = many(300)
    none = pd.DataFrame(columns=["alliance", "wave", "partner", "population"])
    kinds = [[], ["partner"]]
    together = estimate_groupings([grouped(people, by, none) for by in kinds], scores)
    each = [estimate_groups(people, scores, by, none) for by in kinds]
    pd.testing.assert_frame_equal(together, pd.concat(each, ignore_index=True), check_dtype=False)
    assert set(together["partner"].isna()) == {True, False}
