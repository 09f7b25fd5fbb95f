"""One wave, measured: held against plain pandas over the same answers."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.measure.group_means import group_mean_ci
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.publish.release_plan import OTHERS
from alliance_analytics.review.counting import all_but_one_partner, only_by
from alliance_analytics.review.waves import measure_wave
from alliance_analytics.workspace import open_workspace

INSTRUMENT = default_instrument()


@pytest.fixture(scope="module")
def wave(workspace):
    return measure_wave(workspace, "canal", "2025")


@pytest.fixture(scope="module")
def plain(canal):
    """Answers with a column for each pillar: the mean of what was answered, if that is half or more."""
    turned = canal["2025"].copy()
    for item in INSTRUMENT.turned:
        turned[item] = 6 - turned[item]
    for pillar, items in INSTRUMENT.scales("pillar").items():
        answered = turned[list(items)].notna().mean(axis=1)
        turned[pillar] = turned[list(items)].mean(axis=1).where(answered >= 0.5)
    return turned


def estimates(wave, by=None, scale="pillar"):
    table = wave.estimates
    return table[(table["scale"] == scale) & only_by(table, by)]


def test_means_sds_and_counts_are_those_of_plain_pandas(wave, plain):
    found = estimates(wave).set_index("name")
    expected = plain[list(INSTRUMENT.scales("pillar"))].agg(["mean", "std", "count"]).T
    pd.testing.assert_frame_equal(
        found[["mean", "sd", "n"]].astype(float),
        expected.set_axis(["mean", "sd", "n"], axis=1).loc[found.index].astype(float),
        check_names=False,
    )


def test_means_of_partners_are_those_of_plain_pandas(wave, plain):
    found = estimates(wave, "partner").pivot_table(index="partner", columns="name", values="mean")
    expected = plain.groupby("partner")[list(found.columns)].mean()
    np.testing.assert_allclose(found.to_numpy(), expected.to_numpy())


def test_the_population_is_who_was_invited(wave):
    assert set(estimates(wave)["population"]) == {47}
    assert estimates(wave, "partner").groupby("partner")["population"].first().to_dict() == {
        "Harbour Office": 16,
        "Northern Locks": 20,
        "Tide Lab": 11,
    }


def test_the_interval_is_that_of_the_group_mean(wave):
    row = estimates(wave).iloc[0]
    interval = group_mean_ci(*(np.array([row[name]]) for name in ("mean", "sd", "n", "population")))
    assert (row["ci_low"], row["ci_high"]) == (interval.low[0], interval.high[0])


def test_a_pillar_without_half_of_its_statements_has_one_score_less(wave):
    assert estimates(wave).set_index("name").loc["1", "n"] == 29


def test_everybody_but_one_partner_is_one_group(wave, plain):
    merged = wave.estimates[all_but_one_partner(wave.estimates) & (wave.estimates["name"] == "2")]
    row = merged.set_index("partner").loc[OTHERS + "Tide Lab"]
    others = plain[plain["partner"] != "Tide Lab"]
    assert row["mean"] == pytest.approx(others["2"].mean())
    assert (row["n"], row["population"]) == (25, 36)


def test_what_is_hidden_has_no_number(wave):
    numbers = ["n", "population", "mean", "sd", "ci_low", "ci_high", "bound_low", "bound_high"]
    hidden = wave.released[~wave.released["shown"]]
    assert len(hidden)
    assert hidden[numbers].isna().all(axis=None)
    assert (hidden["reason"] != "").all()


def test_what_is_shown_is_what_was_estimated(wave):
    shown = wave.released["shown"] & (wave.released["n"] >= 10)
    for name in ("mean", "sd", "ci_low", "ci_high"):
        pd.testing.assert_series_equal(wave.released.loc[shown, name], wave.estimates.loc[shown, name])


def test_limits_of_few_people_are_rounded_outward(wave):
    few = wave.released["shown"] & (wave.released["n"] < 10)
    released, exact = wave.released[few], wave.estimates[few]
    assert (released["ci_low"] <= exact["ci_low"]).all()
    assert np.allclose(released["ci_low"] * 10, np.rint(released["ci_low"].astype(float) * 10))
    assert released["sd"].isna().all()


def test_shares_of_answers_are_counted_as_answered(wave, canal):
    row = wave.answers.set_index("item").loc["P1a"]
    given = canal["2025"]["P1a"]
    assert row["n"] == given.notna().sum()
    assert row["not_answered"] == given.isna().sum() == 1
    assert [row[f"share_{point}"] for point in range(1, 6)] == pytest.approx(
        [(given == point).sum() / 29 for point in range(1, 6)]
    )


def test_response_is_counted_for_everybody_each_partner_and_each_level(wave):
    table = wave.response
    assert len(table) == 1 + 3 + 3
    everybody = table[table["partner"].isna() & table["level"].isna()].iloc[0]
    assert (everybody["invited"], everybody["answered"]) == (47, 30)


def test_nobody_is_told_to_have_stayed_when_the_wave_before_is_not_known(wave):
    assert wave.people["link"].isna().all()


def test_people_who_answered_before_are_those_who_stayed(workspace, wave):
    before = frozenset(wave.people["person"].head(12))
    linked = measure_wave(workspace, "canal", "2025", before)
    assert linked.people["link"].value_counts().to_dict() == {"joined": 18, "stayed": 12}
    stayed = linked.estimates[linked.estimates["link"] == "stayed"]
    assert set(stayed["n"]) <= {11, 12}
    assert stayed["population"].isna().all()


def test_the_text_of_a_wave_shows_nobody(wave):
    text = repr(wave)
    assert not [name for name in ("people=", "scores=", "estimates=", "plan=") if f" {name}" in text]


def test_one_respondent_in_all_is_measured_and_hidden(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "solo", {"Quay": {"tactical": (3, 1)}})
    solo = measure_wave(open_workspace(folder), "solo", "2025")
    assert len(solo.people) == 1
    assert not solo.released["shown"].any()


def test_without_numbers_of_invited_people_there_is_no_response(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}})
    (folder / "2025" / "wave.yml").write_text("date: 2025-05-05\n")
    wave = measure_wave(open_workspace(folder), "quay", "2025")
    assert wave.response.empty
    assert wave.released["population"].isna().all()
    assert wave.released["shown"].any()
