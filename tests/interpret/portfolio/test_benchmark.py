"""A place among ours is told in quarters, where enough alliances are shown; norms are held against limits."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.portfolio.benchmark import (
    BENCHMARK_COLUMNS,
    NORM_COLUMNS,
    beside_norms,
    internal_benchmark,
)
from alliance_analytics.interpret.portfolio.standing import STANDING_COLUMNS


def standing(*ranks, ranked=9):
    rows = [
        {"alliance": str(place), "wave": "2025", "scale": "pillar", "name": "1", "rank": rank,
         "rank_low": low, "rank_high": high, "ranked": ranked, "shown": True,
         "mean": 3.0, "ci_low": 2.5, "ci_high": 3.5}
        for place, (rank, low, high) in enumerate(ranks)
    ]  # fmt: skip
    return pd.DataFrame(rows).reindex(columns=STANDING_COLUMNS)


@pytest.mark.parametrize(
    ("ranks", "part"),
    [((1, 1, 3), "lowest"), ((9, 7, 9), "highest"), ((5, 4, 6), "middle"), ((3, 1, 7), "cannot_tell")],
)
def test_a_part_is_told_where_both_limits_lie_in_it(ranks, part):
    table = internal_benchmark(standing(ranks))
    assert table["part"].tolist() == [part]
    assert list(table.columns) == BENCHMARK_COLUMNS


def test_the_share_below_is_of_the_others():
    row = internal_benchmark(standing((5, 3, 7))).iloc[0]
    assert (row["below"], row["below_low"], row["below_high"], row["others"]) == (0.5, 0.25, 0.75, 8)


def test_fewer_than_five_alliances_give_no_benchmark():
    assert internal_benchmark(standing((1, 1, 2), ranked=4)).empty
    assert len(internal_benchmark(standing((1, 1, 2), ranked=5))) == 1


def test_what_has_no_rank_has_no_place():
    assert internal_benchmark(standing((np.nan, np.nan, np.nan))).empty


@pytest.mark.parametrize(("norm", "beside"), [(3.6, "below"), (3.2, "within"), (2.4, "above")])
def test_a_norm_is_held_against_the_limits(norm, beside):
    given = pd.DataFrame({"scale": ["pillar"], "name": ["1"], "mean": [norm], "source": ["a study"]})
    table = beside_norms(standing((1, 1, 2)), given)
    assert table["beside"].tolist() == [beside]
    assert list(table.columns) == NORM_COLUMNS


def test_a_hidden_mean_is_not_held_against_a_norm():
    given = pd.DataFrame({"scale": ["pillar"], "name": ["1"], "mean": [3.0], "source": ["a study"]})
    assert beside_norms(standing((1, 1, 2)).assign(shown=False), given).empty
