from dataclasses import replace

import numpy as np
import pytest

from alliance_analytics.interpret.capacity.tiering import tiers, unmanaged


def test_the_alliance_that_nobody_manages_is_named_with_what_it_misses(five):
    table = unmanaged(five)
    assert table["alliance"].tolist() == ["D"]
    assert table.loc[0, "services"] == ("start-up", "reporting")
    assert not table.loc[0, "wholly"]


def test_what_was_not_rated_stands_first_and_without_people_everything_is_missing(five):
    nobody = replace(five, people=five.people.iloc[:0], alliances=five.alliances.assign(person=None))
    table = unmanaged(nobody)
    assert table["alliance"].tolist() == ["E", "A", "B", "C", "D"]
    assert table["wholly"].all()


def test_each_cut_with_its_work_as_reckoned_by_hand(five):
    table = tiers(five).set_index("cut")
    assert table.index.tolist() == [2, 3, 4, 5]
    assert table["managed"].tolist() == [5, 4, 3, 2]
    assert table.loc[5, "left"] == ("B", "C", "D")
    # A needs 10 to 20 hours, and E, which nobody rated, 4 to 8.
    assert table.loc[5, ["work_low", "work_high"]].tolist() == [14, 28]
    assert table.loc[2, ["hours_low", "hours_high"]].tolist() == [37, 60]
    assert table.loc[2, ["load_low", "load_high"]].tolist() == pytest.approx([32 / 60, 64 / 37])
    assert table.loc[5, "verdict"] == "fits"


def test_without_ratings_there_is_no_cut(five):
    assert tiers(replace(five, alliances=five.alliances.assign(criticality=np.nan))).empty
