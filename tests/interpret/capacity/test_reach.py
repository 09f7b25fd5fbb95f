from dataclasses import replace

import numpy as np
import pytest

from alliance_analytics.interpret.capacity.reach import reach


def test_how_many_alliances_one_person_can_manage_as_reckoned_by_hand(five):
    table = reach(five).set_index("level")
    # A manager has (20 + 12) / 2 to (30 + 20) / 2 hours; contracts are the specialist's.
    assert table.loc["mix", ["hours_low", "hours_high"]].tolist() == [16, 25]
    assert table.loc["higher", ["effort_low", "effort_high", "low", "high"]].tolist() == [9, 18, 0, 2]
    assert table.loc["basic", ["effort_low", "effort_high", "low", "high"]].tolist() == [3, 6, 2, 8]
    assert table.loc["mix", ["effort_low", "effort_high"]].tolist() == pytest.approx([5.4, 10.8])
    assert table.loc["mix", ["alliances", "low", "high"]].tolist() == [5, 1, 4]


def test_without_a_manager_there_is_no_answer(five):
    only = replace(five, people=five.people[five.people["person"] == "S"])
    assert reach(only)[["low", "high"]].isna().all(axis=None)


def test_an_alliance_that_asks_for_nothing_gives_no_answer(five):
    nothing = replace(five, levels={"basic": (), "higher": ()})
    assert np.isnan(reach(nothing).set_index("level").loc["mix", "high"])
