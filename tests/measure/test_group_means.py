"""Group means against independent values and theory."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.measure.group_means import (
    finite_population_correction,
    group_mean_ci,
    nonresponse_bounds,
)

DATA = Path(__file__).parent / "data"
ENTRIES = [
    entry
    for entry in json.loads((DATA / "reference.json").read_text())
    if entry["statistic"].startswith("group_mean_ci") and entry["dataset"] == "sim_s_responses.csv"
]
METHODS = {None: "t-fpc", "t": "t-fpc-prior", "logit": "logit-t-fpc-prior"}


def groups_of(entry):
    """Rows of (group, mean, sd, n, N) computed in plain pandas."""
    arguments = entry["arguments"]
    rows = pd.read_csv(DATA / "sim_s_responses.csv").query(f"wave == {arguments['wave']}")
    items = pd.read_csv(DATA / "sim_s_items.csv").query(f"pillar == {arguments['pillar']!r}")["item"]
    answers = rows[items].apply(lambda column: 6 - column if column.name in arguments["reverse"] else column)
    score = answers.mean(axis=1).where(answers.notna().sum(axis=1) >= arguments["score_min_valid"])
    names = "|".join(arguments["group"]) if arguments["group"] else "all"
    frame = pd.read_csv(DATA / "sim_s_frame.csv").query(f"wave == {arguments['wave']}")
    label = {"all": lambda t: pd.Series("all", index=t.index)}.get(
        names, lambda t: t[arguments["group"]].agg("|".join, axis=1)
    )
    table = score.groupby(label(rows)).agg(["mean", "std", "count"])
    return table.join(frame.groupby(label(frame))["N"].sum())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_agrees_with_independent_values(entry):
    table = groups_of(entry)
    method = METHODS[entry["arguments"].get("interval")]
    interval = group_mean_ci(
        table["mean"].to_numpy(),
        table["std"].to_numpy(),
        table["count"].to_numpy(float),
        table["N"].to_numpy(float),
        method=method,
    )
    limits = pd.DataFrame({"lower": interval.low, "upper": interval.high}, index=table.index)
    compared = 0
    for group, value in entry["value"].items():
        if value.get("lower") is None:
            continue
        assert limits.loc[group, "lower"] == pytest.approx(value["lower"], abs=entry["tolerance"])
        assert limits.loc[group, "upper"] == pytest.approx(value["upper"], abs=entry["tolerance"])
        compared += 1
    assert compared > 0


def one(mean, sd, n, population, **settings):
    """The interval of a single group as a pair."""
    interval = group_mean_ci(
        np.array([mean]), np.array([sd]), np.array([n]), np.array([population]), **settings
    )
    return float(interval.low[0]), float(interval.high[0])


def test_a_census_is_its_mean():
    assert one(3.4, 0.8, 12.0, 12.0) == (3.4, 3.4)


def test_one_of_many_has_no_interval():
    assert all(np.isnan(one(3.0, np.nan, 1.0, 12.0)))


def test_everybody_who_answered_saying_five_leaves_doubt_about_the_silent():
    low, high = one(5.0, 0.0, 6.0, 12.0)
    assert low < 5
    assert high == 5


def test_more_answers_than_invited_means_the_population_is_unknown():
    assert finite_population_correction(np.array([6.0]), np.array([5.0]))[0] == 1


@given(st.floats(1.01, 4.99), st.floats(0, 2), st.integers(2, 59))
def test_the_interval_holds_the_mean_and_stays_on_the_scale(mean, sd, n):
    low, high = one(mean, sd, float(n), 60.0)
    assert 1 <= low <= mean <= high <= 5


@given(st.integers(0, 40).map(lambda step: 1 + step / 10), st.floats(0, 2), st.integers(2, 59))
def test_turning_the_scale_mirrors_the_interval(mean, sd, n):
    low, high = one(mean, sd, float(n), 60.0)
    mirrored = one(6 - mean, sd, float(n), 60.0)
    np.testing.assert_allclose(mirrored, (6 - high, 6 - low), atol=1e-9)


@given(st.integers(2, 30))
def test_a_larger_share_of_the_population_narrows_the_interval(n):
    narrow, wide = one(3.0, 1.0, float(n), n + 1.0), one(3.0, 1.0, float(n), 10.0 * n)
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


def test_bounds_put_the_silent_at_both_ends():
    low, high = nonresponse_bounds(np.array([4.0]), np.array([30.0]), np.array([40.0]))
    assert (low[0], high[0]) == (pytest.approx(3.25), pytest.approx(4.25))


def test_bounds_need_a_known_population():
    low, _ = nonresponse_bounds(np.array([4.0]), np.array([30.0]), np.array([np.nan]))
    assert np.isnan(low[0])


def test_coverage_in_small_finite_populations():
    """About 95 of 100 intervals hold the mean of all invited when people answer at random."""
    generator = np.random.default_rng(11)
    population = generator.choice([2.0, 3.0, 4.0, 5.0], size=(2000, 25), p=[0.1, 0.2, 0.4, 0.3])
    sample = population[:, :18]
    interval = group_mean_ci(
        sample.mean(axis=1), sample.std(axis=1, ddof=1), np.full(2000, 18.0), np.full(2000, 25.0)
    )
    truth = population.mean(axis=1)
    assert 0.94 <= ((interval.low <= truth) & (truth <= interval.high)).mean() <= 0.99
