"""Response rates against the invited."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.measure.response import difference_needed, response_rates

INVITED = pd.DataFrame(
    {"alliance": "a", "wave": "w", "partner": ["n", "s"], "level": "tactical", "invited": [10, 5]}
)
RESPONSES = pd.DataFrame({"alliance": "a", "wave": "w", "partner": ["n"] * 6 + [None], "level": "tactical"})


def test_everybody_counts_those_without_a_partner():
    row = response_rates(RESPONSES, INVITED, []).iloc[0]
    assert (row["invited"], row["answered"], row["rate"]) == (15, 7, pytest.approx(7 / 15))


def test_a_group_where_nobody_answered_is_zero_not_missing():
    table = response_rates(RESPONSES, INVITED, ["partner"]).set_index("partner")
    assert table.loc["s", "rate"] == 0


def test_more_answers_than_invited_has_no_rate():
    table = response_rates(RESPONSES, INVITED.assign(invited=3), ["partner"]).set_index("partner")
    assert np.isnan(table.loc["n", "rate"])


def test_difference_needed_when_nobody_was_silent():
    assert np.isnan(difference_needed(10, 10))
