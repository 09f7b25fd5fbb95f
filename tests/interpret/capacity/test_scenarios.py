import pandas as pd
import pytest

from alliance_analytics.interpret.capacity.scenarios import Extra, Scenario, changed, what_if


def test_today_stands_first(five):
    table = what_if(five, [])
    assert table["scenario"].tolist() == [""]
    assert table.loc[0, ["work_low", "work_high", "hours_low", "hours_high"]].tolist() == [32, 64, 37, 60]
    assert table.loc[0, ["people", "fits", "too_much", "unmanaged"]].tolist() == [3, 1, 0, 1]


def test_a_service_dropped_takes_its_hours_with_it(five):
    table = what_if(five, [Scenario("no risk", drop=("risk-management",))]).set_index("scenario")
    assert table.loc["no risk", ["work_low", "work_high"]].tolist() == [24, 48]
    assert table.loc["no risk", "load_high"] == pytest.approx(48 / 37)


def test_a_manager_added_takes_the_alliance_nobody_had(five):
    table = what_if(five, [Scenario("one more", extra=Extra(10, 12, alliances=("D",)))]).set_index("scenario")
    assert table.loc["one more", ["people", "unmanaged"]].tolist() == [4, 0]
    assert table.loc["one more", ["work_low", "hours_low"]].tolist() == [32, 47]


def test_a_specialist_added_takes_a_service_everywhere(five):
    then = changed(five, Scenario("reports", extra=Extra(10, 20, services=("reporting",))))
    assert then.people["services"].tolist()[-1] == ("reporting",)
    assert what_if(then, []).loc[0, "unmanaged"] == 1  # D still misses its start-up


def test_trying_changes_nothing_today(five):
    before = five.people.copy()
    what_if(five, [Scenario("x", drop=("reporting",), extra=Extra(1, 2))])
    pd.testing.assert_frame_equal(five.people, before)
    assert "reporting" in five.levels["basic"]
