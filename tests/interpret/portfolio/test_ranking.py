"""The order of need, and how many alliances it truly tells apart."""

import numpy as np
import pandas as pd

from alliance_analytics.interpret.portfolio.ranking import NEED_COLUMNS, need_ranking, told_apart
from alliance_analytics.interpret.portfolio.standing import OVERALL, STANDING_COLUMNS


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


def test_other_scales_do_not_rank():
    table = standing(("a", 1, 1, 2), ("b", 2, 2, 2))
    assert len(need_ranking(table.assign(scale=[OVERALL, "pillar"]))) == 1


def test_told_apart_counts_those_surely_below_the_middle():
    assert told_apart(need_ranking(standing(("a", 1, 1, 2), ("b", 2, 1, 3), ("c", 3, 2, 5)))) == 2
