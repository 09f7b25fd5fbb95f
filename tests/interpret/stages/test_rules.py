"""A stage is reached by weight, as a slow reading of the rule says too."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.stages.rules import distances, measured_share, stage_of_each_draw, standings


def evidence(**columns):
    rows = {
        "mark": "m",
        "left_behind": False,
        "shown_by": ["high", "high"],
        "cut_off": [3.0, 4.0],
        "weight": [3, 1],
    }
    return pd.DataFrame(rows | columns)


def test_a_standing_is_the_weighted_mean_distance():
    standing = standings(evidence(), np.array([[3.5, 4.5], [3.0, 3.0]]))
    np.testing.assert_allclose(standing["m"], [0.5, -0.25])


@pytest.mark.parametrize(
    ("left_behind", "shown_by", "expected"),
    [(False, "high", 0.5), (False, "low", -0.5), (True, "low", 0.5), (True, "high", -0.5)],
)
def test_the_sign_of_a_distance_leads_to_later_stages(left_behind, shown_by, expected):
    rows = evidence(left_behind=left_behind, shown_by=shown_by, cut_off=3.0)
    assert distances(rows, np.array([[3.5, 3.5]])).tolist() == [[expected, expected]]


def test_the_share_of_weight_measured(model):
    rule = model.stage("culturally-sensitive").reached_when
    assert measured_share(rule, {"culturally-sensitive.mindshare": 0}) == pytest.approx(2 / 9)


def test_a_share_met_exactly_is_met(model):
    passed = dict.fromkeys([mark.id for mark in model.marks], np.array([-1.0]))
    passed |= {"procedure-oriented.procedures": np.array([0.0])}
    four_of_eight = {name: value for name, value in passed.items() if name != "opportunism.ad-hoc"}
    assert stage_of_each_draw(model, four_of_eight).tolist() == [1]
    assert stage_of_each_draw(model, passed).tolist() == [0]


def test_a_stage_can_be_skipped(model):
    standing = {
        mark.id: np.array([1.0 if mark.id.startswith("culturally") else -1.0]) for mark in model.marks
    }
    assert stage_of_each_draw(model, standing).tolist() == [2]


def test_the_fast_rule_agrees_with_a_slow_reading(model):
    random = np.random.default_rng(7)
    standing = {
        mark.id: random.normal(size=300) for mark in model.marks if mark.id != "procedure-oriented.stable"
    }
    expected = [
        _slow_stage(model, {name: value[draw] for name, value in standing.items()}) for draw in range(300)
    ]
    assert stage_of_each_draw(model, standing).tolist() == expected
    assert set(expected) == {0, 1, 2}


def _slow_stage(model, standing):
    highest = 0
    for place, stage in enumerate(model.stages):
        if stage.reached_when is None:
            continue
        measured = [entry for entry in stage.reached_when.marks if entry.mark in standing]
        met = sum(entry.weight for entry in measured if standing[entry.mark] >= 0)
        if met / sum(entry.weight for entry in measured) >= stage.reached_when.share - 1e-9:
            highest = place
    return highest
