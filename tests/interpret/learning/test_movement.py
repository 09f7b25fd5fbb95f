"""Moved, not moved, can't tell: the third is there for whatever the interval leaves open."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from alliance_analytics.interpret.learning.movement import (
    beside,
    change_of_shown,
    movements,
    pillar_movements,
    smallest_rise,
)


def verdict(change, high, rose=False, points=5):
    return movements(pd.Series([change]), pd.Series([high]), pd.Series([rose]), points)[0]


@pytest.mark.parametrize(
    ("change", "high", "rose", "word"),
    [
        (0.5, 0.8, True, "moved"),
        (0.1, 0.2, True, "moved"),
        (0.1, 0.2, False, "not_moved"),
        (-0.5, -0.2, True, "not_moved"),
        (0.2, 0.6, False, "cannot_tell"),
        (np.nan, np.nan, False, "cannot_tell"),
        (0.2, 0.25, False, "cannot_tell"),
    ],
    ids=["rose", "rose a little", "stood", "fell", "wide", "hidden", "just enough"],
)
def test_each_outcome(change, high, rose, word):
    assert verdict(change, high, rose) == word


def test_what_matters_is_stretched_to_the_answer_scale():
    assert smallest_rise(9) == 0.5
    assert verdict(0.1, 0.4) == "cannot_tell"
    assert verdict(0.1, 0.4, points=9) == "not_moved"


@given(change=st.floats(-2, 2), half=st.floats(0, 2), more=st.floats(0, 2))
def test_a_wider_interval_never_makes_a_verdict_surer(change, half, more):
    narrow, wide = verdict(change, change + half), verdict(change, change + half + more)
    assert narrow == "not_moved" or wide == "cannot_tell"


def changes(shown=True):
    return pd.DataFrame(
        {
            "scale": ["pillar", "dimension"], "name": ["3", "relational"], "change": [0.5, 0.5],
            "ci_low": [0.2, 0.2], "ci_high": [0.8, 0.8], "moved": [True, True], "shown": [shown, True],
        }
    )  # fmt: skip


def test_only_pillars_are_told_of():
    assert pillar_movements(changes()).to_dict("records") == [
        {"pillar": "3", "movement": "moved", "change": 0.5, "ci_low": 0.2, "ci_high": 0.8}
    ]


def test_a_hidden_change_stays_hidden():
    (row,) = pillar_movements(changes(shown=False)).to_dict("records")
    assert row["movement"] == "cannot_tell"
    assert np.isnan(row["change"])


def test_an_entry_without_a_pillar_cannot_be_told():
    entries = pd.DataFrame({"what": ["a", "b", "c"], "pillar": ["3", None, "9"]}, dtype=object)
    table = beside(entries, pillar_movements(changes()))
    assert table["movement"].tolist() == ["moved", "cannot_tell", "cannot_tell"]
    assert table["what"].tolist() == ["a", "b", "c"]


def shown_means(mean, sd=0.5, n=25):
    return pd.DataFrame({"name": ["1", "2"], "mean": mean, "sd": sd, "n": n})


def test_means_that_two_waves_show_are_compared_as_of_different_people():
    table = change_of_shown(shown_means(3.0), shown_means([3.5, 3.1], sd=0.6, n=36)).set_index("name")
    rng = np.random.default_rng(1)
    assert table["change"].tolist() == pytest.approx([0.5, 0.1])
    first, second = rng.normal(size=25), rng.normal(size=36)
    before = 3.0 + 0.5 * (first - first.mean()) / first.std(ddof=1)
    now = 3.5 + 0.6 * (second - second.mean()) / second.std(ddof=1)
    by_scipy = stats.ttest_ind(now, before, equal_var=False).confidence_interval()
    assert table.loc["1", ["ci_low", "ci_high"]].tolist() == pytest.approx([by_scipy.low, by_scipy.high])
    assert table["moved"].tolist() == [True, False]


def test_a_hidden_spread_or_mean_gives_no_verdict():
    table = change_of_shown(shown_means(3.0, sd=[0.5, np.nan]), shown_means([np.nan, 4.0]))
    assert table["shown"].tolist() == [False, True]
    assert table[["ci_low", "ci_high"]].isna().all(axis=None)
    assert not table["moved"].any()
