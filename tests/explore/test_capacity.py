"""Sliders choose a scenario, and show what the same function gives."""

import shutil

import pytest

from alliance_analytics.explore.capacity import capacity_explorer
from alliance_analytics.review.portfolio.capacity import try_out
from alliance_analytics.review.portfolio.practice import practice


@pytest.fixture
def sliders(tmp_path, world):
    root = shutil.copytree(world, tmp_path / "world")
    (root / "services.csv").write_text("service,hours\nreporting,4\nstart-up,2\n", encoding="utf-8")
    (root / "people.csv").write_text("person,hours\nLead,20\n", encoding="utf-8")
    (root / "care.csv").write_text("alliance,person\ncanal,Lead\nferry,\n", encoding="utf-8")
    return capacity_explorer(practice(root))


def test_as_they_open_nothing_changes(sliders):
    assert (sliders.scenario.drop, sliders.scenario.extra) == ((), None)


def test_a_service_can_be_dropped_and_the_exhibit_is_that_of_the_function(sliders):
    sliders.drop.value = ("reporting",)
    assert sliders.scenario.drop == ("reporting",)
    assert sliders.exhibit() == try_out(sliders.practice, [sliders.scenario])


def test_a_manager_added_takes_the_alliances_nobody_has(sliders):
    sliders.hours.value = (10, 20)
    assert sliders.scenario.extra.alliances == ("ferry",)
    assert sliders.exhibit().table.rows[1][-1] == "0"


def test_a_specialist_added_takes_a_service(sliders):
    sliders.hours.value, sliders.services.value = (10, 20), "reporting"
    assert (sliders.scenario.extra.services, sliders.scenario.extra.alliances) == (("reporting",), ())
