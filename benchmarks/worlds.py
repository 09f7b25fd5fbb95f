"""The same question asked of the synthetic worlds: does the interval hold what everybody invited would say?

A world knows its truth, for every person invited has complete answers and only some hand them in. Nothing is
written or read here; the path through files is checked by the tests of the demo.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from alliance_analytics.demo.cast import invented_world
from alliance_analytics.demo.plan import PlannedAlliance
from alliance_analytics.demo.simulation import simulate
from alliance_analytics.measure.estimates import estimate_groups
from alliance_analytics.measure.scores import score_scales
from alliance_analytics.model.instrument import ScaleKind
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.model.release_rule import release_rule

KINDS: tuple[ScaleKind, ...] = ("dimension", "pillar", "theme")
MARGINS: dict[str, tuple[str, ...]] = {"everybody": (), "partner": ("partner",), "level": ("level",)}
SLOPES = (0.0, 0.5)
FLOAT_NOISE = 1e-9


def world_coverage(seeds: Iterable[int]) -> pd.DataFrame:
    """Return how often the default interval holds the truth of invented alliances, one a seed.

    Parameters
    ----------
    seeds : iterable of int
        Each makes one alliance with its waves.

    Returns
    -------
    frame
        Indexed by group (everybody, partner, level). ``intervals`` counts those tried when who answers is
        chance; the other columns hold the coverage in percent, one for each slope: by how much the log odds
        of answering rise with one standard deviation of how a person leans. Groups too small to be shown,
        and those where everybody answered, are not counted.
    """
    plans = {seed: invented_world(seed, 1).alliances[0] for seed in seeds}
    tried = {slope: _tried(_everybody(plans, slope)).groupby("group")["held"] for slope in SLOPES}
    columns = {f"slope {slope:g}": 100 * held.mean() for slope, held in tried.items()}
    return pd.DataFrame({"intervals": tried[SLOPES[0]].size().astype(str), **columns}).loc[list(MARGINS)]


def _everybody(plans: dict[int, PlannedAlliance], slope: float) -> pd.DataFrame:
    """Return one row a person invited and wave: where, whether the person answered, and every answer."""
    rows = [
        pd.concat([wave.people, wave.answers], axis=1).assign(alliance=seed, wave=wave.wave.name, link=None)
        for seed, plan in plans.items()
        for wave in simulate(_leaning(plan, slope), default_instrument(), np.random.default_rng(seed))
    ]
    return pd.concat(rows, ignore_index=True)


def _leaning(plan: PlannedAlliance, slope: float) -> PlannedAlliance:
    behaviour = plan.behaviour.model_copy(update={"answering_slope": slope})
    return plan.model_copy(update={"behaviour": behaviour})


def _tried(people: pd.DataFrame) -> pd.DataFrame:
    """Return for each interval its kind of group and whether it held the mean of everybody invited."""
    those = people[people["answered"]]
    everybody, answered = _scores(people), _scores(those)
    parts = []
    for group, by in MARGINS.items():
        keys = ["alliance", "wave", *by]
        invited = people.groupby(keys).size().rename("population").reset_index()
        truth = estimate_groups(people, everybody, by, invited).rename(columns={"mean": "truth"})
        matching = [*keys, "scale", "name"]
        estimates = estimate_groups(those, answered, by, invited).merge(
            truth[[*matching, "truth"]], on=matching
        )
        parts.append(pd.DataFrame({"held": _held(estimates)}).assign(group=group))
    return pd.concat(parts, ignore_index=True)


def _scores(people: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return kind of scale to one column a scale."""
    instrument = default_instrument()
    return {
        kind: score_scales(people, instrument.scales(kind), instrument.turned, instrument.points)
        for kind in KINDS
    }


def _held(estimates: pd.DataFrame) -> pd.Series[bool]:
    shown = estimates["n"] >= release_rule().score_minimum
    counted = estimates[shown & (estimates["method"] != "census")]
    return counted["truth"].between(counted["ci_low"] - FLOAT_NOISE, counted["ci_high"] + FLOAT_NOISE)
