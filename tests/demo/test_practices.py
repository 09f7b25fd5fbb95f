"""What synthetic registers are drawn from is whole: every name in it is known where it is used."""

import pytest

from alliance_analytics.demo.practices import practices
from alliance_analytics.model.dimensions import PILLAR_IDS
from alliance_analytics.model.front_door import front_door
from alliance_analytics.model.themes import themes


@pytest.fixture(scope="module")
def services():
    return {service.id for level in front_door().service_levels for service in level.services}


def test_hours_are_ranges():
    drawn = practices()
    ranges = [*drawn.hours.values(), drawn.manager.hours, *(each.hours for each in drawn.specialists)]
    assert all(0 < low < high for low, high in ranges)


def test_services_are_those_of_the_front_door(services):
    drawn = practices()
    named = {*drawn.hours, *drawn.agreed, *drawn.agreed_further}
    named |= {service for each in drawn.specialists for service in each.services}
    assert named <= services


def test_one_service_nobody_estimated(services):
    assert len(services - set(practices().hours)) == 1


def test_steps_lead_to_steps():
    steps = {step.step: step for step in practices().steps}
    for step in steps.values():
        assert {*step.next, *step.back_to} <= set(steps)
        assert step.pillar in PILLAR_IDS
        assert step.theme in {theme.id for theme in themes().themes}


def test_they_are_read_once():
    assert practices() is practices()
