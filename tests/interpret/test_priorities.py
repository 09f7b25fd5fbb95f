"""Weak pillars come first, and the result says when the order may be chance."""

import pandas as pd
import pytest

from alliance_analytics.errors import ModelError, ParameterError
from alliance_analytics.interpret.priorities import blocks_for, weakest_pillars
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.stages import stage_model


def pillars(means, half=0.1, wave="2024"):
    return pd.DataFrame(
        {
            "alliance": "North Quay",
            "wave": wave,
            "partner": pd.NA,
            "level": pd.NA,
            "link": pd.NA,
            "scale": "pillar",
            "name": list(means),
            "n": 20.0,
            "mean": list(means.values()),
            "ci_low": [mean - half for mean in means.values()],
            "ci_high": [mean + half for mean in means.values()],
        }
    )


SPREAD = {"1": 4.0, "2": 3.9, "3": 3.05, "4": 3.0, "5": 2.0}


def test_the_lowest_come_first_with_what_they_overlap():
    expected = pd.DataFrame(
        {
            "rank": [1, 2, 3],
            "pillar": ["5", "4", "3"],
            "clearly_lowest": [True, False, False],
            "overlaps": [(), ("3",), ("4",)],
        }
    )
    pd.testing.assert_frame_equal(weakest_pillars(pillars(SPREAD))[list(expected)], expected)


def test_the_lowest_is_not_clear_when_intervals_meet():
    table = weakest_pillars(pillars(SPREAD, half=0.6))
    assert not table["clearly_lowest"].any()
    assert table.loc[0, "overlaps"] == ("4", "3"), "the next lowest first"


def test_a_tie_is_not_cut():
    table = weakest_pillars(pillars({"1": 4.0, "2": 3.0, "3": 3.0 + 1e-15, "4": 3.0 - 1e-15}), count=1)
    assert table["pillar"].tolist() == ["2", "3", "4"]
    assert table["rank"].tolist() == [1, 1, 1]
    assert not table["clearly_lowest"].any()


def test_waves_do_not_mix():
    table = weakest_pillars(
        pd.concat([pillars({"1": 2.0}, wave="2023"), pillars({"1": 2.0, "2": 4.0})]), count=1
    )
    assert table["wave"].tolist() == ["2023", "2024"]
    assert table["clearly_lowest"].all()


def test_groups_other_scales_and_hidden_means_are_left_out():
    frame = pillars(SPREAD)
    frame.loc[frame["name"] == "5", ["mean", "ci_low", "ci_high"]] = float("nan")
    group = pillars({"1": 1.0}).assign(partner="Port")
    theme = pillars({"flexibility": 1.0}).assign(scale="theme")
    table = weakest_pillars(pd.concat([frame, group, theme]))
    assert table["pillar"].tolist() == ["4", "3", "2"]


def test_nothing_known_nothing_weak():
    assert weakest_pillars(pillars(SPREAD).iloc[:0]).empty


def test_a_count_below_one_is_refused():
    with pytest.raises(ParameterError, match="1 or more"):
        weakest_pillars(pillars(SPREAD), count=0)


def test_missing_blocks_come_first_and_dominant_ones_before_secondary():
    table = blocks_for("3", building_blocks(), ["soft-skills", "reporting"])
    keys = [(row.in_place, row.contribution) for row in table.itertuples()]
    assert keys == sorted(keys)
    assert {(False, "dominant"), (False, "secondary"), (True, "dominant"), (True, "secondary")} == set(keys)
    assert set(table["block"]) == {block.id for block in building_blocks().serving("3")}


def test_the_stage_brings_a_block_to_the_fore():
    def alliance_map(stage):
        table = blocks_for("2", building_blocks(), [], stage)
        return table.set_index("block").loc["alliance-map", ["contribution", "shifted"]].tolist()

    model = stage_model()
    assert alliance_map(None) == ["secondary", False]
    assert alliance_map(model.stage("opportunism")) == ["secondary", False]
    assert alliance_map(model.stage("procedure-oriented")) == ["dominant", True]


def test_a_block_that_does_not_exist_is_refused():
    with pytest.raises(ModelError, match="alliance-map"):
        blocks_for("2", building_blocks(), ["aliance-map"])
