"""Statistics that are no plain means are shown where what could be had from them may be told."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.additions import with_later
from alliance_analytics.publish.release_plan import release_plan
from alliance_analytics.publish.release_statistics import (
    release_from_others,
    release_parts,
    release_slopes,
    release_spreads,
    release_weighted,
)

PEOPLE = pd.DataFrame(
    {"partner": ["north"] * 14 + ["south"] * 8 + ["west"] * 9, "level": "tactical", "link": "stayed"}
).assign(later="kept", trust=np.resize([2.0, 3.0, 4.0], 31), a=4.0, b=2.0)
INVITED = pd.DataFrame({"partner": ["north", "south", "west"], "level": "tactical", "invited": 20})
FEW_ITEMS = "item_below_minimum"
PARTS = ["change", "within", "within_low", "within_high", "smallest"]


def plan_of(people):
    scores = {"pillar": people[["trust"]], "item": people[["a", "b"]]}
    return with_later(release_plan(people, scores, INVITED, release_rule()), people, scores)


PLAN = plan_of(PEOPLE)
FEW = plan_of(PEOPLE.head(4))


def spread(partner, n):
    row = {"partner": partner, "level": None, "link": None, "scale": "pillar", "name": "trust", "n": n}
    table = pd.DataFrame([{**row, "alpha": 0.8}])
    return release_spreads(table, PLAN, {"trust": ("a", "b")}, ["alpha"]).iloc[0]


@pytest.mark.parametrize(
    ("partner", "n", "reason"),
    [
        (None, 31, ""),
        ("north", 12, ""),
        ("north", 9, "item_below_minimum"),
        ("south", 8, "item_below_minimum"),
    ],
)
def test_a_spread_needs_every_statement_and_ten_who_answered_all(partner, n, reason):
    row = spread(partner, n)
    assert row["reason"] == reason
    assert row["shown"] == (reason == "")
    assert np.isnan(row["alpha"]) == (reason != "")
    assert np.isnan(row["n"]) == (reason != "")


def against(group, n, n_others):
    numbers = {"value": 0.2, "ci_low": 0.123, "ci_high": 0.345, "n": n, "n_others": n_others}
    table = pd.DataFrame([{"scale": "pillar", "name": "trust", "group": group, **numbers}])
    return release_from_others(table, PLAN, "partner")


def test_a_group_is_held_against_others_when_both_may_be_shown():
    assert len(against("north", 14, 17)) == 1
    assert against("nowhere", 14, 17).empty
    assert against("north", 28, 3).empty


def test_limits_of_few_people_are_rounded_outward():
    row = against("south", 8, 23).iloc[0]
    assert (row["ci_low"], row["ci_high"]) == (0.1, 0.4)


def parts(now, before, n_stayed=31):
    numbers = {"change": 0.3, "within": 0.21, "within_low": 0.12, "within_high": 0.38, "smallest": 0.2}
    row = {"scale": "pillar", "name": "trust", "n_now": 31, "n_before": 31, "n_stayed": n_stayed, **numbers}
    return release_parts(pd.DataFrame([row]), now, before, PARTS).iloc[0]


def test_parts_are_shown_when_everybody_and_those_who_stayed_are_in_both_waves():
    row = parts(PLAN, PLAN)
    assert row["shown"]
    assert (row["within"], row["smallest"]) == (0.21, 0.2)


def test_parts_of_a_wave_with_few_who_stayed_are_hidden():
    mixed = PEOPLE.assign(link=["joined"] * 3 + ["stayed"] * 28, later=["left"] * 3 + ["kept"] * 28)
    for now, before in ((plan_of(mixed), PLAN), (PLAN, plan_of(mixed))):
        row = parts(now, before)
        assert (row["shown"], row["reason"]) == (False, "subtraction")
        assert row[PARTS].isna().all()


def test_parts_are_not_decided_without_a_link():
    row = parts(plan_of(PEOPLE.assign(link=None)), PLAN)
    assert (row["shown"], row["reason"]) == (False, "not_decided")


def test_few_who_stayed_tell_neither_exact_limits_nor_what_could_be_seen():
    row = parts(PLAN, PLAN, n_stayed=7)
    assert (row["within_low"], row["within_high"]) == (0.1, 0.4)
    assert np.isnan(row["smallest"])


@pytest.mark.parametrize(
    ("plan", "safe", "reason"), [(PLAN, True, ""), (PLAN, False, "subtraction"), (FEW, True, "too_few")]
)
def test_a_weighted_mean_needs_the_plain_one_and_safe_weights(plan, safe, reason):
    numbers = {"plain": 3.0, "mean": 3.1, "difference": 0.1, "ci_low": 2.9, "ci_high": 3.3}
    table = pd.DataFrame([{"scale": "pillar", "name": "trust", "n": 31, **numbers, "safe": safe}])
    row = release_weighted(table, plan).iloc[0]
    assert row["reason"] == reason
    assert row[[*numbers, "n"]].isna().all() == (reason != "")


def slope(plans, why=""):
    numbers = {"value": 1.26, "low": 1.14, "high": 1.41, "df": 40.2, "p": 0.01, "n": 62, "people": 40}
    table = pd.DataFrame([{"scale": "pillar", "name": "trust", **numbers, "why": why}])
    return release_slopes(table, plans).iloc[0]


def test_a_trend_is_told_to_one_decimal_with_limits_rounded_outward():
    row = slope([PLAN, PLAN])
    assert (row["value"], row["low"], row["high"]) == (1.3, 1.1, 1.5)


@pytest.mark.parametrize(
    ("plans", "why", "reason"),
    [([PLAN, FEW], "", "too_few"), ([PLAN, PLAN], "items_changed", "items_changed")],
)
def test_a_trend_needs_every_wave_and_the_same_statements(plans, why, reason):
    row = slope(plans, why)
    assert (row["shown"], row["reason"]) == (False, reason)
    assert row[["value", "low", "high", "p", "n"]].isna().all()
