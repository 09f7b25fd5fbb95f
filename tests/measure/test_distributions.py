"""Answer shares, with the two kinds of silence apart."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.measure.distributions import answer_shares

RESPONSES = pd.DataFrame({"a": [1.0, 5.0, 5.0, np.nan, np.nan], "b": [np.nan] * 5})
MISSING = pd.DataFrame({"a": ["", "", "", "dont_know", "blank"], "b": ["not_applicable"] * 5})


def test_shares_are_of_those_who_chose_an_option():
    row = answer_shares(RESPONSES, MISSING, ["a"], 5).iloc[0]
    assert [row[f"share_{option}"] for option in range(1, 6)] == [
        pytest.approx(v) for v in (1 / 3, 0, 0, 0, 2 / 3)
    ]
    assert (row["n"], row["dont_know"], row["not_answered"]) == (3, 1, 1)


def test_nobody_answering_has_no_shares():
    row = answer_shares(RESPONSES, MISSING, ["b"], 5).iloc[0]
    assert np.isnan(row["share_1"])
    assert (row["n"], row["dont_know"]) == (0, 5)


def test_an_item_that_was_not_asked_is_left_out():
    assert answer_shares(RESPONSES, MISSING, ["a", "z"], 5)["item"].tolist() == ["a"]
