from dataclasses import replace

import pandas as pd

from alliance_analytics.interpret.capacity.staffing import assigned, needed, specialists, uncounted


def test_an_alliance_needs_the_services_of_its_level(five):
    table = needed(five)
    assert table.groupby("alliance").size().to_dict() == {"A": 5, "B": 5, "C": 3, "D": 3, "E": 3}
    assert table[["hours_low", "hours_high"]].sum().tolist() == [32, 64]


def test_a_specialist_goes_before_the_manager_and_nobody_after_both(five):
    table = assigned(five).set_index(["alliance", "service"])["person"]
    assert table["A", "contract-management"] == "S"
    assert table["A", "reporting"] == "P"
    assert table["D", "reporting"] is None
    assert table["D", "contract-management"] == "S"


def test_specialists_of_one_service_share_its_hours(five):
    second = pd.DataFrame(
        [{"person": "T", "hours_low": 1.0, "hours_high": 2.0, "services": ("contract-management",)}]
    )
    both = replace(five, people=pd.concat([five.people, second], ignore_index=True))
    assert specialists(both) == {"contract-management": ["S", "T"]}
    shares = assigned(both).query("service == 'contract-management' and alliance == 'A'")
    assert shares["hours_low"].tolist() == [0.5, 0.5]


def test_a_service_that_nobody_estimated_is_named(five):
    assert uncounted(five) == ()
    fewer = replace(five, services=five.services.iloc[1:])
    assert uncounted(fewer) == ("start-up",)
