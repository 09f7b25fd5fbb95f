"""A simulated wave of the shipped example, and a large alliance for looking at means."""

from __future__ import annotations

import numpy as np
import pytest

from alliance_analytics.demo.plan import PlannedAlliance, example_world
from alliance_analytics.demo.simulation import SimulatedWave, simulate
from alliance_analytics.model.instruments import default_instrument


@pytest.fixture
def generator() -> np.random.Generator:
    return np.random.default_rng(7)


@pytest.fixture(scope="session")
def example_waves() -> dict[str, tuple[SimulatedWave, ...]]:
    """Return the waves of both alliances of the example."""
    return {
        plan.id: simulate(plan, default_instrument(), np.random.default_rng(7))
        for plan in example_world().alliances
    }


@pytest.fixture
def wave_on(example_waves):
    """Return a function that gives an example wave exported from a platform."""
    waves = [wave for waves in example_waves.values() for wave in waves]
    return lambda platform: next(wave for wave in waves if wave.wave.platform == platform)


@pytest.fixture
def crowd():
    """Return a function that plans two partners of 1000 people each, who differ in nothing unless told."""

    def plan(waves: int = 1, wave: dict | None = None, **behaviour) -> PlannedAlliance:
        first = example_world().alliances[0]
        planned = first.waves[0].model_copy(
            update={"pillars": {str(number): 3.0 for number in range(1, 9)}, "themes": {}, **(wave or {})}
        )
        people = {"strategic": 200, "tactical": 300, "operational": 500}
        partners = tuple(
            partner.model_copy(update={"people": people, "offset": 0.0}) for partner in first.partners[:2]
        )
        named = [planned.model_copy(update={"name": str(number)}) for number in range(waves)]
        changed = first.behaviour.model_copy(
            update={
                "levels": {},
                "straight_lining": 0.0,
                "negative_wording": 0.0,
                "item_sd": 0.0,
                **behaviour,
            }
        )
        return first.model_copy(update={"partners": partners, "waves": tuple(named), "behaviour": changed})

    return plan
