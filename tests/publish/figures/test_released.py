import numpy as np
import pandas as pd
import pytest

from alliance_analytics.errors import DisclosureError, PageError
from alliance_analytics.publish.figures.released import by_label, released, state_of, wave_of


@pytest.mark.parametrize(
    ("shown", "reason", "value", "expected"),
    [
        (True, "", 3.0, "shown"),
        (True, "", np.nan, "empty"),
        (False, "no_answers", np.nan, "empty"),
        (False, "too_few", np.nan, "hidden"),
        (False, "subtraction", 3.0, "hidden"),
    ],
)
def test_hidden_and_empty_are_two_things(shown, reason, value, expected):
    assert state_of(shown, reason, value) == expected


def test_what_is_not_shown_is_blanked(make):
    leaky = make.estimates().assign(shown=[False] + [True] * 7)
    table = released(leaky, "mean", ("n",))
    assert table["mean"].isna().tolist() == [True] + [False] * 7
    assert table["n"].isna().tolist() == [True] + [False] * 7


def test_a_frame_without_a_release_is_refused(make):
    with pytest.raises(DisclosureError, match="released numbers"):
        released(make.estimates().drop(columns="reason"), "mean")


def test_a_missing_column_is_named(make):
    with pytest.raises(PageError, match="ci_low"):
        released(make.estimates().drop(columns="ci_low"), "mean", ("ci_low",))


def test_rows_follow_the_labels_and_missing_ones_are_empty(make):
    table = by_label(released(make.estimates(names="12"), "mean"), {"2": "Two", "9": "Nine"})
    assert list(table.index) == ["2", "9"]
    assert list(table["state"]) == ["shown", "empty"]


def test_a_missing_group_is_everybody():
    frame = pd.DataFrame({"partner": ["a", None], "mean": [1.0, 2.0], "shown": True, "reason": ""})
    assert by_label(released(frame, "mean"), {"all": "All"}, "partner").loc["all", "mean"] == 2


def test_two_rows_of_one_name_are_refused(make):
    twice = pd.concat([make.estimates(), make.estimates("2024")])
    with pytest.raises(PageError, match="two rows of one name"):
        by_label(released(twice.reset_index(drop=True), "mean"), {"1": "One"})


def test_an_empty_frame_has_no_wave(make):
    assert wave_of(make.estimates()) == "2025"
    assert wave_of(make.estimates()[:0]) == ""
