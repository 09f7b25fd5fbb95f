"""Estimates of pillars with a chosen mean, as a survey of everybody or of some would give them."""

from collections.abc import Callable

import pandas as pd
import pytest

from alliance_analytics.model.stages import StageModel, stage_model

PILLARS = ("1", "2", "3", "4", "5", "6", "7", "8")
Estimates = Callable[..., pd.DataFrame]


@pytest.fixture
def model() -> StageModel:
    """The shipped stages, with fewer draws: a property holds for any number."""
    shipped = stage_model()
    return shipped.model_copy(update={"conventions": shipped.conventions.model_copy(update={"draws": 1000})})


@pytest.fixture
def estimates() -> Estimates:
    """Return a maker of one wave: a mean for all pillars, others by name, half the interval's width."""

    def make(mean: float = 3.0, half: float = 0.0, wave: str = "2024", **other: float) -> pd.DataFrame:
        means = dict.fromkeys(PILLARS, mean) | {
            name.removeprefix("p"): value for name, value in other.items()
        }
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
                "population": 25.0,
                "mean": list(means.values()),
                "sd": 0.6,
                "ci_low": [value - half for value in means.values()],
                "ci_high": [value + half for value in means.values()],
                "method": "logit-t-fpc-prior",
            }
        )

    return make
