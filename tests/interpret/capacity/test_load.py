from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.capacity.load import load_of, loads, with_verdict


def test_the_load_of_each_person_as_reckoned_by_hand(five):
    table = loads(five).set_index("person")
    # P does A and B without contracts: twice 9 to 18 hours in 20 to 30.
    assert table.loc["P", ["work_low", "work_high"]].tolist() == [18, 36]
    assert table.loc["P", ["load_low", "load_high"]].tolist() == pytest.approx([0.6, 1.8])
    # Q does C and E without contracts: twice 3 to 6 hours in 12 to 20.
    assert table.loc["Q", ["load_low", "load_high"]].tolist() == pytest.approx([0.3, 1.0])
    # S does five contracts: 5 to 10 hours in 5 to 10.
    assert table.loc["S", ["load_low", "load_high"]].tolist() == pytest.approx([0.5, 2.0])
    assert table["verdict"].to_dict() == {"P": "cannot_tell", "Q": "fits", "S": "cannot_tell"}
    assert table["alliances"].to_dict() == {"P": 2, "Q": 2, "S": 5}


def test_somebody_without_work_fits(five):
    idle = replace(five, alliances=five.alliances.assign(person=None))
    table = loads(idle).set_index("person")
    assert table.loc["P", ["alliances", "load_low", "load_high", "verdict"]].tolist() == [0, 0, 0, "fits"]


def test_too_much_is_too_much_even_at_best(five):
    short = replace(five, people=five.people.assign(hours_low=1.0, hours_high=5.0))
    assert loads(short).set_index("person").loc["P", "verdict"] == "too_much"


def test_work_without_time_has_no_end_and_unknown_time_no_verdict():
    assert load_of(np.array([1.0, 0.0, 1.0]), np.array([0.0, 0.0, np.nan])).tolist()[:2] == [np.inf, 0]
    table = pd.DataFrame(
        [(1.0, 2.0, np.nan, np.nan)], columns=["work_low", "work_high", "hours_low", "hours_high"]
    )
    assert with_verdict(table)["verdict"].tolist() == ["cannot_tell"]
