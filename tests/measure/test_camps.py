"""Two camps are told from a middling group."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.measure.camps import CAMP_COLUMNS, camps, van_der_eijk

COUNTS = st.lists(st.integers(0, 30), min_size=5, max_size=5)


def agreement(*counts):
    return float(van_der_eijk(np.array([counts]))[0])


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((10, 0, 0, 0, 10), -1),
        ((4, 4, 4, 4, 4), 0),
        ((0, 0, 9, 0, 0), 1),
        ((0, 5, 5, 0, 0), 0.75),  # one layer of two neighbours: 1 - 1 / 4
        ((30, 40, 210, 130, 530, 50, 10), 0.6113),  # the method's usual worked example, seven options
    ],
)
def test_known_values(counts, expected):
    assert agreement(*counts) == pytest.approx(expected, abs=5e-5)


def slow_agreement(counts):
    """Peel off one layer after the other."""
    counts, total, sum_of_parts = list(counts), sum(counts), 0.0
    while any(counts):
        height = min(count for count in counts if count)
        layer = [int(count > 0) for count in counts]
        sum_of_parts += height * sum(layer) * slow_layer(layer)
        counts = [count - height * used for count, used in zip(counts, layer, strict=True)]
    return sum_of_parts / total


def slow_layer(layer):
    options, used = len(layer), sum(layer)
    if used == options:
        return 0
    if used == 1:
        return 1
    together = apart = 0
    for i in range(options):
        for j in range(i + 1, options):
            for k in range(j + 1, options):
                pattern = layer[i], layer[j], layer[k]
                together += pattern in {(1, 1, 0), (0, 1, 1)}
                apart += pattern == (1, 0, 1)
    unimodal = ((options - 2) * together - (options - 1) * apart) / ((options - 2) * (together + apart))
    return unimodal * (1 - (used - 1) / (options - 1))


@given(COUNTS.filter(any))
def test_equal_to_peeling_layers(counts):
    assert agreement(*counts) == pytest.approx(slow_agreement(counts), abs=1e-12)


@given(COUNTS.filter(any), st.integers(2, 5))
def test_turning_and_repeating_everybody_change_nothing(counts, times):
    assert agreement(*counts[::-1]) == pytest.approx(agreement(*counts), abs=1e-12)
    assert agreement(*(times * count for count in counts)) == pytest.approx(agreement(*counts), abs=1e-12)


@given(COUNTS.filter(any))
def test_between_minus_one_and_one(counts):
    assert -1 - 1e-12 <= agreement(*counts) <= 1 + 1e-12


def test_nobody_has_no_agreement():
    assert np.isnan(agreement(0, 0, 0, 0, 0))


def test_camps_as_a_frame():
    answers = pd.DataFrame({"q": [1.0, 1, 5, 5, 3, 3, 3, 4, 1, np.nan, 5, 1, 1, 5]})
    groups = ["split"] * 4 + ["middling"] * 4 + ["one", "gone"] + ["lone voice"] * 4
    found = camps(answers, groups)
    expected = pd.DataFrame(
        [
            ["gone", "q", 0, 0, 0, np.nan, np.nan, False, False, "no_answers"],
            ["lone voice", "q", 4, 2, 2, -1.0, -5 / 3, True, True, ""],
            ["middling", "q", 4, 0, 1, 0.875, 0.875, False, False, ""],
            ["one", "q", 1, 1, 0, np.nan, np.nan, False, False, "one_person"],
            ["split", "q", 4, 2, 2, -1.0, -5 / 3, True, True, ""],
        ],
        columns=CAMP_COLUMNS,
    )
    pd.testing.assert_frame_equal(found, expected, check_dtype=False)


def test_one_who_disagrees_is_not_a_camp():
    answers = pd.DataFrame({"q": [5.0, 5, 1]})
    found = camps(answers, ["a"] * 3).iloc[0]
    assert found["cut"]
    assert not found["two_camps"]


def test_a_split_group_and_a_middling_one_share_their_mean_and_not_the_flag():
    answers = pd.DataFrame({"q": [1.0, 1, 5, 5, 2, 3, 3, 4]})
    found = camps(answers, np.repeat(["split", "middling"], 4)).set_index("group")
    assert answers["q"][:4].mean() == answers["q"][4:].mean()
    assert found["two_camps"].to_dict() == {"split": True, "middling": False}
