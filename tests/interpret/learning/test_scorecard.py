"""Objectives reached or not, how far they came, and what they were the year before."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.learning.scorecard import SCORE_COLUMNS, scorecard

NOTHING = pd.DataFrame(columns=["pillar", "movement", "change", "ci_low", "ci_high"])


def plan(target=np.nan, actual=np.nan, start=np.nan, better=None, objective="Faster"):
    row = (objective, "Ann", "hours", start, target, actual, better, None)
    columns = ["objective", "owner", "unit", "start", "target", "actual", "better", "pillar"]
    kinds = dict.fromkeys(["start", "target", "actual"], float)
    return pd.DataFrame([row], columns=columns, dtype=object).astype(kinds)


@pytest.mark.parametrize(
    ("told", "result"),
    [
        ({"target": 6, "actual": 7}, "reached"),
        ({"target": 6, "actual": 5}, "not_reached"),
        ({"target": 6, "actual": 6}, "reached"),
        ({"target": 6, "actual": 5, "better": "lower"}, "reached"),
        ({"target": 6, "actual": 7, "better": "lower"}, "not_reached"),
        ({"target": 6, "actual": 5, "start": 11}, "reached"),
        ({"target": 6}, "unknown"),
        ({"actual": 6}, "unknown"),
    ],
)
def test_reached_or_not(told, result):
    table = scorecard(plan(**told), NOTHING)
    assert table["result"].tolist() == [result]
    assert list(table.columns) == SCORE_COLUMNS


@pytest.mark.parametrize(
    ("start", "actual", "progress"),
    [(0, 5, 0.5), (0, -5, -0.5), (0, 15, 1.5), (10, 5, np.nan), (np.nan, 5, np.nan)],
)
def test_progress_is_the_share_of_the_way(start, actual, progress):
    found = scorecard(plan(target=10, actual=actual, start=start), NOTHING)["progress"].iloc[0]
    assert found == pytest.approx(progress, nan_ok=True)


def test_the_same_words_name_the_same_objective_a_year_before():
    table = scorecard(plan(target=6, actual=7), NOTHING, plan(target=6, actual=4))
    assert table["before"].tolist() == [4]
    assert scorecard(plan(objective="Else"), NOTHING, plan(actual=4))["before"].isna().all()
    assert scorecard(plan(), NOTHING)["before"].isna().all()


def test_an_objective_that_names_no_pillar_cannot_tell_a_movement():
    assert scorecard(plan(), NOTHING)["movement"].tolist() == ["cannot_tell"]
