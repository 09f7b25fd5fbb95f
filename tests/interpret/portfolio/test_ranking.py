"""The order of need, and how many alliances it truly tells apart."""

import numpy as np
import pandas as pd

from alliance_analytics.demo.cast import invented_world
from alliance_analytics.demo.simulation import simulate
from alliance_analytics.interpret.portfolio.ranking import NEED_COLUMNS, need_ranking, told_apart
from alliance_analytics.interpret.portfolio.standing import (
    ESTIMATE,
    OVERALL,
    STANDING_COLUMNS,
    pooled_standing,
    with_overall,
)
from alliance_analytics.measure.estimates import estimate_groups
from alliance_analytics.measure.scores import score_scales
from alliance_analytics.model.instruments import default_instrument


def standing(*ranks, ranked=6):
    rows = [
        {"alliance": name, "wave": "2025", "scale": OVERALL, "rank": rank, "rank_low": low, "rank_high": high,
         "ranked": ranked}
        for name, rank, low, high in ranks
    ]  # fmt: skip
    return pd.DataFrame(rows).reindex(columns=STANDING_COLUMNS)


def test_the_most_in_need_come_first_and_those_without_a_rank_last():
    table = need_ranking(standing(("b", 2, 1, 3), ("x", np.nan, np.nan, np.nan), ("a", 1, 1, 2)))
    assert table["alliance"].tolist() == ["a", "b", "x"]
    assert list(table.columns) == NEED_COLUMNS


def test_only_a_rank_wholly_in_the_first_third_is_sure():
    table = need_ranking(standing(("a", 1, 1, 2), ("b", 2, 1, 3)))
    assert table["sure"].tolist() == [True, False]


def test_of_two_the_first_may_be_sure_and_one_alone_never_is():
    assert need_ranking(standing(("a", 1, 1, 1), ("b", 2, 2, 2), ranked=2))["sure"].tolist() == [True, False]
    assert need_ranking(standing(("a", 1, 1, 1), ranked=1))["sure"].tolist() == [False]


def test_other_scales_do_not_rank():
    table = standing(("a", 1, 1, 2), ("b", 2, 2, 2))
    assert len(need_ranking(table.assign(scale=[OVERALL, "pillar"]))) == 1


def test_told_apart_counts_those_surely_below_the_middle():
    assert told_apart(need_ranking(standing(("a", 1, 1, 2), ("b", 2, 1, 3), ("c", 3, 2, 5)))) == 2


def simulated(alliances):
    """Return the estimates of those who answered, and the true overall mean of everybody invited."""
    instrument, estimates, truth = default_instrument(), [], {}
    for number, plan in enumerate(invented_world(3, alliances).alliances):
        last = plan.model_copy(update={"waves": plan.waves[-1:]})
        (wave,) = simulate(last, instrument, np.random.default_rng([3, number]))
        scores = {
            "dimension": score_scales(
                wave.answers, instrument.scales("dimension"), instrument.turned, instrument.points
            )
        }
        truth[plan.id] = scores["dimension"].mean().mean()
        answered = wave.people["answered"].to_numpy(bool)
        people = pd.DataFrame({"alliance": plan.id, "wave": "2025"}, index=wave.people.index)
        population = people.iloc[:1].assign(population=len(people))
        among = {"dimension": scores["dimension"][answered]}
        estimates.append(estimate_groups(people[answered], among, (), population))
    table = pd.concat(estimates, ignore_index=True).assign(points=5, shown=True, reason="")
    return table[ESTIMATE], pd.Series(truth)


def test_the_ranking_recovers_the_truth_of_the_simulation_within_its_stated_doubt():
    estimates, truth = simulated(40)
    table = need_ranking(pooled_standing(with_overall(estimates)))
    rank = truth.rank()[table["alliance"]].to_numpy()
    held = (table["rank_low"] <= rank) & (rank <= table["rank_high"])
    assert held.mean() >= 0.88  # 95% of 40, less two standard errors
    assert np.corrcoef(table["rank"], rank)[0, 1] > 0.95
    assert (rank[table["sure"].to_numpy(bool)] <= len(truth) / 3).mean() >= 0.9
