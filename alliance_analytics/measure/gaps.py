"""How far two groups differ, with intervals that hold together for all pairs compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from alliance_analytics.measure.critical_values import critical_t

GAP_COLUMNS = ["scale", "name", "high", "low", "gap", "ci_low", "ci_high", "pairs", "n_high", "n_low"]
Row = dict[str, Any]


PRIOR_VARIANCE = 1.0
"""One pseudo-observation, as for the mean of a group: nobody is as sure as an SD of 0."""


def gaps(
    estimates: pd.DataFrame, group: str, level: float = 0.95, prior_variance: float = PRIOR_VARIANCE
) -> pd.DataFrame:
    """Return the difference of each pair of groups on each scale.

    Parameters
    ----------
    estimates : frame
        One row a group and scale, with columns ``group``, scale, name, n, population, mean and sd.
    group : str
        The column that names the groups, e.g. ``'partner'``.
    level : float
        Nominal coverage of all pairs of one scale together.
    prior_variance : float
        Variance of one pseudo-observation a group; 0 is Welch's interval.

    Returns
    -------
    frame
        Columns scale, name, high (group with the higher mean), low, gap (points, 0 or more), ci_low, ci_high,
        pairs (compared on the scale), n_high and n_low (people). The difference is between all members of the
        two groups: finite population correction on each side.

    Notes
    -----
    Welch's interval with Bonferroni's level ``1 - (1 - level) / pairs`` (Dunn 1961, Journal of the American
    Statistical Association 56, 52-64).
    """
    known = estimates.dropna(subset=["mean", "sd", group])
    columns = {name: known[name].tolist() for name in (group, "scale", "name", "n", "population", "mean")}
    columns["variance"] = _variance(known, prior_variance).tolist()
    of_scale: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for values in zip(*columns.values(), strict=True):
        row = dict(zip(columns, values, strict=True))
        of_scale[row["scale"], row["name"]].append(row)
    rows = [
        {"scale": scale, "name": name, **_gap(groups, pair, group, level)}
        for (scale, name), groups in of_scale.items()
        for pair in combinations(range(len(groups)), 2)
    ]
    return pd.DataFrame(rows, columns=GAP_COLUMNS)


def _variance(rows: pd.DataFrame, prior_variance: float) -> pd.Series[float]:
    own = rows["sd"] ** 2
    return ((rows["n"] - 1) * own + prior_variance) / rows["n"] if prior_variance else own


def _gap(rows: Sequence[Row], pair: tuple[int, int], group: str, level: float) -> dict[str, object]:
    first, second = sorted((rows[place] for place in pair), key=lambda row: -row["mean"])
    pairs = len(rows) * (len(rows) - 1) // 2
    difference = first["mean"] - second["mean"]
    half = _half_width([first, second], 1 - (1 - level) / pairs)
    return {
        "high": first[group],
        "low": second[group],
        "gap": difference,
        "ci_low": difference - half,
        "ci_high": difference + half,
        "pairs": pairs,
        "n_high": first["n"],
        "n_low": second["n"],
    }


def _half_width(groups: Sequence[Row], level: float) -> float:
    sizes = np.array([row["n"] for row in groups], dtype=float)
    population = np.array([row["population"] for row in groups], dtype=float)
    left = np.where(population >= sizes, 1 - sizes / population, 1.0)
    parts = np.array([row["variance"] for row in groups], dtype=float) / sizes * left
    if not parts.sum():
        return 0.0
    freedom = parts.sum() ** 2 / (parts**2 / np.maximum(sizes - 1, 1)).sum()
    return float(critical_t(level, freedom) * np.sqrt(parts.sum()))
