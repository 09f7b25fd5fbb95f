"""Pooled standing: nothing hidden comes in, what is sure hardly moves, and the truth is found again."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.portfolio.standing import (
    ESTIMATE,
    OVERALL,
    STANDING_COLUMNS,
    pooled_standing,
    with_overall,
)


def row(alliance, name, mean, half=0.2, scale="dimension", shown=True, points=5):
    numbers = (20.0, mean, mean - half, mean + half) if shown else (np.nan,) * 4
    reason = "" if shown else "too_few"
    return (alliance, "2025", scale, name, *numbers, "logit-t-fpc-prior", points, shown, reason)


def frame(*rows):
    return pd.DataFrame(rows, columns=ESTIMATE)


def test_the_overall_mean_is_that_of_the_dimensions():
    table = with_overall(
        frame(row("a", "x", 3.0), row("a", "y", 4.0, 0.4), row("a", "1", 1.0, scale="pillar"))
    )
    overall = table[table["scale"] == OVERALL].iloc[0]
    assert overall["mean"] == 3.5
    assert (overall["ci_low"], overall["ci_high"]) == (pytest.approx(3.2), pytest.approx(3.8))
    assert overall["shown"]


def test_one_hidden_dimension_hides_the_overall_mean_and_says_why():
    table = with_overall(frame(row("a", "x", 3.0), row("a", "y", 4.0, shown=False)))
    overall = table[table["scale"] == OVERALL].iloc[0]
    assert not overall["shown"]
    assert overall["reason"] == "too_few"
    assert np.isnan(overall["mean"])


def test_without_dimensions_pillars_count():
    table = with_overall(frame(row("a", "1", 2.0, scale="pillar"), row("a", "2", 3.0, scale="pillar")))
    assert table.loc[table["scale"] == OVERALL, "mean"].tolist() == [2.5]


def test_an_uncertain_mean_is_drawn_towards_the_others():
    rows = [row(f"a{place}", "x", 3.0 + place / 10, 0.1) for place in range(8)]
    table = pooled_standing(frame(*rows, row("few", "x", 4.6, 1.2)))
    few = table[table["alliance"] == "few"].iloc[0]
    assert few["mean"] < few["plain"] == 4.6
    assert few["weight"] < table.loc[table["alliance"] == "a0", "weight"].iloc[0]
    assert list(table.columns) == STANDING_COLUMNS


def test_a_hidden_alliance_gets_no_rank_and_moves_nobody():
    rows = [row(f"a{place}", "x", 3.0 + place / 10) for place in range(4)]
    whole, beside = (
        pooled_standing(frame(*rows)),
        pooled_standing(frame(*rows, row("b", "x", 1.0, shown=False))),
    )
    assert beside["mean"].tolist()[:4] == pytest.approx(whole["mean"].tolist())
    hidden = beside.iloc[4]
    assert np.isnan(hidden[["plain", "mean", "ci_low", "rank", "rank_low", "rank_high"]].astype(float)).all()


def test_another_number_of_points_is_not_compared():
    rows = [row(f"a{place}", "x", 3.0 + place / 10) for place in range(4)]
    table = pooled_standing(frame(*rows, row("seven", "x", 6.0, points=7)))
    other = table[table["alliance"] == "seven"].iloc[0]
    assert (other["shown"], other["reason"]) == (False, "other_points")
    assert np.isnan(other["mean"])
    assert (table["ranked"] == 4).all()


def test_limits_stay_on_the_answer_scale():
    table = pooled_standing(frame(*(row(f"a{place}", "x", 4.8, 0.8) for place in range(4))))
    assert table["ci_high"].max() <= 5


def test_two_alliances_stand_by_themselves():
    table = pooled_standing(frame(row("a", "x", 3.0), row("b", "x", 4.0)))
    assert not table["pooled"].any()
    assert table["mean"].tolist() == [3.0, 4.0]
    assert table["ci_low"].tolist() == pytest.approx([2.8, 3.8])


def test_no_alliance_is_no_row():
    assert pooled_standing(frame()).empty


def test_ranks_recover_the_truth_within_their_limits():
    luck, covered = np.random.default_rng(11), []
    for _ in range(12):
        truth = luck.normal(3.3, 0.35, 40)
        halves = luck.uniform(0.1, 0.6, 40)
        seen = truth + halves / 1.96 * luck.standard_normal(40)
        rows = (row(f"a{place:02d}", "x", seen[place], halves[place]) for place in range(40))
        table = pooled_standing(frame(*rows)).sort_values("alliance")
        true_rank = truth.argsort().argsort() + 1
        covered.append((table["rank_low"] <= true_rank) & (true_rank <= table["rank_high"]))
        assert np.corrcoef(table["rank"], true_rank)[0, 1] > 0.75
    assert np.mean(covered) >= 0.93
