"""Invert what is told of groups of five to nine people by trying all patterns of answers.

A mean with its n fixes the sum of the scores; a spread fixes the sum of their squares; a limit bounds it. The
attacker knows the formula of the interval and counts the patterns (which scores, not whose) that give exactly
what is shown. Where one pattern alone does, the scores are known but for who gave which.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from alliance_analytics.measure.estimates import estimate_groups
from alliance_analytics.measure.group_means import group_mean_ci
from alliance_analytics.publish.release import release_estimates
from benchmarks.attacker_alliances import Published, scores_of

PARTS = 3
"""Statements of a pillar: with all answered, a score is a whole number of thirds."""
TOLD = (
    "pillar scores of groups of 5 to 9 people that are shown, everybody having answered all",
    "of these, fixed by mean, n and SD if the SD were shown",
    "of these, fixed by mean, n and the limits as they are shown (rounded outward)",
    "of these, all scores the same",
    "groups below 10 people with an SD or a single statement shown",
)


@dataclass(frozen=True)
class Patterns:
    """How many groups were tried, and how many could be inverted."""

    tried: int
    by_spread: int
    by_limits: int
    unanimous: int
    careless: int


def patterns_of(each: Published) -> Patterns:
    """Return what can be inverted in one release."""
    people = each.people.assign(alliance="a", wave="w")
    scores = scores_of(each.answers)
    invited = each.invited.assign(alliance="a", wave="w")
    tables = [
        estimate_groups(people, scores, by, _population(invited, list(by)))
        for by in ((), ("partner",), ("level",), ("partner", "level"))
    ]
    columns = dict.fromkeys(("partner", "level", "link"), object)
    estimates = pd.concat([table.astype(columns) for table in tables], ignore_index=True)
    released = release_estimates(estimates, each.plan)
    small = released[released["shown"] & (released["n"] < 10)]
    careless = int((small["sd"].notna() | (small["scale"] == "item")).sum())
    complete = small[(small["scale"] == "pillar") & _thirds(small["mean"] * small["n"])]
    true = estimates.loc[complete.index, "sd"]
    tried = [_inverted(row, float(sd)) for row, sd in zip(complete.itertuples(), true, strict=True)]
    by_spread, by_limits, same = (sum(found[k] for found in tried) for k in range(3))
    return Patterns(len(tried), by_spread, by_limits, same, careless)


def _population(invited: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    keys = ["alliance", "wave", *by]
    return invited.groupby(keys)["invited"].sum().rename("population").reset_index()


def _thirds(sums: pd.Series) -> pd.Series:
    return (sums * PARTS - (sums * PARTS).round()).abs() < 1e-6


def _inverted(row: object, sd: float) -> tuple[bool, bool, bool]:
    """Return whether one pattern alone fits mean, n and SD; mean, n and limits; and is all the same."""
    n, mean, population = (float(getattr(row, name)) for name in ("n", "mean", "population"))
    low, high = float(getattr(row, "ci_low")), float(getattr(row, "ci_high"))  # noqa: B009
    total = round((mean - 1) * n * PARTS)
    counts = {squares: count for (sums, squares), count in _patterns(int(n)).items() if sums == total}
    squares = np.array([*counts], dtype=float)
    spreads = np.sqrt(np.maximum(squares / PARTS**2 - n * (mean - 1) ** 2, 0) / (n - 1))
    same = np.full(len(spreads), mean), spreads, np.full(len(spreads), n), np.full(len(spreads), population)
    limits = group_mean_ci(*same)
    fits = (np.floor(limits.low * 10) / 10 == low) & (np.ceil(limits.high * 10) / 10 == high)
    if n == population:
        fits = np.ones(len(spreads), dtype=bool)
    numbers = np.array([*counts.values()])
    exact = np.abs(spreads - sd) < 1e-9
    return bool(numbers[exact].sum() == 1), bool(numbers[fits].sum() == 1), sd < 1e-9


@cache
def _patterns(n: int) -> Counter[tuple[int, int]]:
    """Return how many patterns of n scores (thirds above 1, 0 to 12) give each sum and sum of squares."""
    table: dict[int, Counter[tuple[int, int]]] = {0: Counter({(0, 0): 1})}
    for score in range(4 * PARTS + 1):
        grown: dict[int, Counter[tuple[int, int]]] = {}
        for people, found in table.items():
            for more in range(n - people + 1):
                into = grown.setdefault(people + more, Counter())
                for (sums, squares), count in found.items():
                    into[sums + more * score, squares + more * score**2] += count
        table = grown
    return table[n]
