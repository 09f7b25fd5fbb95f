"""Released frames hold nothing that the plan hides."""

import numpy as np
import pandas as pd

from alliance_analytics.measure.estimates import estimate_groups
from alliance_analytics.measure.gaps import gaps
from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.release import (
    release_answers,
    release_changes,
    release_estimates,
    release_gaps,
    release_response,
)
from alliance_analytics.publish.release_plan import release_plan

SCORES = pd.DataFrame(
    {
        "alliance": "a",
        "wave": "w",
        "partner": ["north"] * 12 + ["south"] * 7 + ["west"] * 3,
        "level": "tactical",
        "link": None,
        "trust": [2.0, 3.0, 4.0, 5.0] * 5 + [1.0, 5.0],
    }
)
INVITED = pd.DataFrame({"partner": ["north", "south", "west"], "level": "tactical", "invited": [20, 7, 9]})
POPULATION = INVITED.rename(columns={"invited": "population"}).assign(alliance="a", wave="w")


def plan_of(scores, invited):
    return release_plan(scores, {"pillar": scores[["trust"]]}, invited, release_rule())


PLAN = plan_of(SCORES, INVITED)


def released():
    estimates = estimate_groups(SCORES, {"pillar": SCORES[["trust"]]}, ["partner"], POPULATION)
    return release_estimates(estimates, PLAN).set_index("partner")


def test_hidden_rows_hold_no_number():
    row = released().loc["west"]
    assert not row["shown"]
    assert row["reason"] == "too_few"
    assert row[["n", "population", "mean", "sd", "ci_low", "ci_high", "bound_low"]].isna().all()


def test_shown_rows_keep_their_numbers():
    row = released().loc["north"]
    assert (row["n"], row["mean"]) == (12, 3.5)
    assert np.isfinite(row["sd"])


def test_below_ten_there_is_no_sd_and_limits_are_rounded_outward():
    two = SCORES[SCORES["partner"] != "west"]
    plan = plan_of(two, INVITED.assign(invited=[20, 9, 9]))
    estimates = estimate_groups(
        two, {"pillar": two[["trust"]]}, ["partner"], POPULATION.assign(population=[20, 9, 9])
    )
    exact = estimates.set_index("partner").loc["south"]
    row = release_estimates(estimates, plan).set_index("partner").loc["south"]
    assert np.isnan(row["sd"])
    assert row["ci_low"] <= exact["ci_low"]
    assert row["ci_high"] >= exact["ci_high"]
    assert round(row["ci_low"], 1) == row["ci_low"]


def test_a_census_keeps_its_mean_as_limits():
    two = SCORES[SCORES["partner"] != "west"]
    plan = plan_of(two, INVITED)
    estimates = estimate_groups(two, {"pillar": two[["trust"]]}, ["partner"], POPULATION)
    row = release_estimates(estimates, plan).set_index("partner").loc["south"]
    assert row["ci_low"] == row["mean"] == row["ci_high"]


def test_what_was_not_decided_is_not_shown():
    estimates = estimate_groups(
        SCORES, {"pillar": SCORES[["trust"]]}, [], POPULATION.head(1)[["alliance", "wave", "population"]]
    )
    row = release_estimates(estimates.assign(name="unheard of"), PLAN).iloc[0]
    assert (row["shown"], row["reason"]) == (False, "not_decided")


def test_answers_of_a_hidden_statement_are_hidden():
    answers = pd.DataFrame({"item": ["x"], "n": [8], "share_1": [0.5], "dont_know": [1], "not_answered": [0]})
    row = release_answers(answers, PLAN).iloc[0]
    assert row[["n", "share_1", "dont_know", "not_answered"]].isna().all()


def test_response_keeps_the_invited():
    rates = pd.DataFrame(
        {
            "partner": ["west", "south"],
            "level": None,
            "invited": [9, 7],
            "answered": [3, 7],
            "rate": [1 / 3, 1.0],
        }
    )
    table = release_response(rates, PLAN).set_index("partner")
    assert (
        table.loc["west", "rate"] == 1 / 3
        if table.loc["west", "shown"]
        else np.isnan(table.loc["west", "rate"])
    )
    assert table.loc["west", "invited"] == 9


def test_a_change_is_shown_only_when_both_waves_are():
    changes = pd.DataFrame(
        {
            "scale": ["pillar"],
            "name": ["trust"],
            "change": 0.1,
            "ci_low": 0.0,
            "ci_high": 0.2,
            "n_now": 22,
            "n_before": 4,
        }
    )
    few = plan_of(SCORES.head(4), INVITED)
    assert release_changes(changes, PLAN, PLAN)["shown"].all()
    hidden = release_changes(changes, PLAN, few).iloc[0]
    assert not hidden["shown"]
    assert np.isnan(hidden["change"])


def test_a_change_of_few_people_has_limits_rounded_outward():
    changes = pd.DataFrame(
        {
            "scale": ["pillar"],
            "name": ["trust"],
            "change": 0.1,
            "ci_low": -0.23,
            "ci_high": 0.41,
            "n_now": 22,
            "n_before": 7,
        }
    )
    row = release_changes(changes, PLAN, PLAN).iloc[0]
    assert (row["ci_low"], row["ci_high"]) == (-0.3, 0.5)


def test_gaps_are_shown_between_shown_groups_only():
    found = gaps(estimate_groups(SCORES, {"pillar": SCORES[["trust"]]}, ["partner"], POPULATION), "partner")
    released = release_gaps(found, PLAN, "partner")
    assert len(found) == 3
    assert not ({"west"} & {*released["high"], *released["low"]})
