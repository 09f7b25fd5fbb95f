"""Scores to estimates: one row a group and scale, in one pass over all groups."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from alliance_analytics.measure.group_means import Method, group_mean_ci, nonresponse_bounds

GROUP_COLUMNS = ("partner", "level", "link")
ESTIMATE_COLUMNS = (
    "alliance", "wave", *GROUP_COLUMNS, "scale", "name",
    "n", "population", "mean", "sd", "ci_low", "ci_high", "bound_low", "bound_high", "method",
)  # fmt: skip


def long_scores(scores: pd.DataFrame, scale: str, names: Sequence[str]) -> pd.DataFrame:
    """Return scores with one row a respondent and scale.

    Parameters
    ----------
    scores : frame, one row a respondent
        With columns alliance, wave, partner, level, link and one column a name.
    scale : str
        Kind of scale: dimension, pillar, theme or item.
    names : sequence of str
        The columns to take.

    Returns
    -------
    frame
        Columns alliance, wave, partner, level, link, scale, name, score; only people with a score.
    """
    keys = ["alliance", "wave", *GROUP_COLUMNS]
    long = scores.melt(id_vars=keys, value_vars=list(names), var_name="name", value_name="score")
    return long.dropna(subset="score").assign(scale=scale)


def estimate_groups(
    long: pd.DataFrame,
    by: Sequence[str],
    population: pd.DataFrame,
    *,
    points: int = 5,
    method: Method = "logit-t-fpc-prior",
) -> pd.DataFrame:
    """Return the estimate of every group on every scale.

    Parameters
    ----------
    long : frame
        As from :func:`long_scores`.
    by : sequence of str
        Which of partner, level and link make the groups; empty for everybody.
    population : frame
        Columns alliance, wave, the names in ``by`` and population: how many could have answered. A group that
        is missing has no known population, and so no finite population correction.
    points : int
        Number of answer options; scores run from 1 to it.
    method : str
        See :func:`~alliance_analytics.measure.group_means.group_mean_ci`.

    Returns
    -------
    frame
        Columns of ``ESTIMATE_COLUMNS``. ``n`` counts people with a score; ``sd`` has divisor n - 1;
        ``bound_low`` and ``bound_high`` say how far those who stayed silent could move the mean.
    """
    keys = ["alliance", "wave", *by]
    grouped = long.dropna(subset=list(by)).groupby([*keys, "scale", "name"], sort=True, observed=True)[
        "score"
    ]
    table = grouped.agg(n="count", mean="mean", sd="std").reset_index()
    table = table.merge(population[[*keys, "population"]], on=keys, how="left")
    return _with_intervals(table, points, method).reindex(columns=list(ESTIMATE_COLUMNS))


def _with_intervals(table: pd.DataFrame, points: int, method: Method) -> pd.DataFrame:
    mean, sd, n, population = (table[name].to_numpy(float) for name in ("mean", "sd", "n", "population"))
    interval = group_mean_ci(mean, sd, n, population, method=method, highest=float(points))
    low, high = nonresponse_bounds(mean, n, population, highest=float(points))
    columns = {"ci_low": interval.low, "ci_high": interval.high, "bound_low": low, "bound_high": high}
    return table.assign(**columns, method=np.where(n == population, "census", interval.method))
