"""Scores to estimates: one row a group and scale, in one pass over all groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.group_means import Method, group_mean_ci, nonresponse_bounds
from alliance_analytics.measure.keyed_rows import keys_in

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Moments = dict[str, Floats]
KEYS = ("alliance", "wave")
GROUP_COLUMNS = ("partner", "level", "link")
GRAINS = 2.0**40
"""Parts of a point that are told apart in a sum: a rounding below 1e-12 of a point."""
AT_A_TIME = 2**16
"""People whose scores are summed at once."""
ESTIMATE_COLUMNS = (
    *KEYS, *GROUP_COLUMNS, "scale", "name",
    "n", "population", "mean", "sd", "ci_low", "ci_high", "bound_low", "bound_high", "method",
)  # fmt: skip


@dataclass(frozen=True)
class Grouping:
    """People in groups of one kind, such as partners.

    Attributes
    ----------
    groups : frame, one row a group, in order
        Columns alliance, wave, those of ``GROUP_COLUMNS`` that make the groups, and population: how many
        could have answered, NaN where nobody said.
    places : array of int, shape (n_people,)
        Group of each person, 0 to the number of groups less one; -1 = none.
    """

    groups: pd.DataFrame
    places: Places


def grouped(people: pd.DataFrame, by: Sequence[str], population: pd.DataFrame) -> Grouping:
    """Return people in groups.

    Parameters
    ----------
    people : frame, one row a respondent
        Columns alliance, wave and the names in ``by``.
    by : sequence of str
        Which of partner, level and link make the groups; empty for everybody. Who lacks one is in no group.
    population : frame
        Columns alliance, wave, the names in ``by`` and population. A group that is missing has no known
        population, and so no finite population correction.
    """
    keys = [*KEYS, *by]
    groups, places = _groups(people, keys)
    known = dict(zip(keys_in(population, keys), population["population"], strict=True))
    could = np.array([known.get(key, np.nan) for key in keys_in(groups, keys)], dtype=float)
    return Grouping(groups.astype(object).assign(population=could), places)


def estimate_groups(
    people: pd.DataFrame,
    scores: Mapping[str, pd.DataFrame],
    by: Sequence[str],
    population: pd.DataFrame,
    *,
    points: int = 5,
    method: Method = "logit-t-fpc-prior",
) -> pd.DataFrame:
    """Return the estimate of every group of one kind: :func:`estimate_groupings` of :func:`grouped`."""
    return estimate_groupings([grouped(people, by, population)], scores, points=points, method=method)


def estimate_groupings(
    groupings: Sequence[Grouping],
    scores: Mapping[str, pd.DataFrame],
    *,
    points: int = 5,
    method: Method = "logit-t-fpc-prior",
) -> pd.DataFrame:
    """Return the estimate of every group of every alliance and wave on every scale.

    Parameters
    ----------
    groupings : sequence of Grouping
        The same people in groups of several kinds.
    scores : mapping of str to frame
        Kind of scale (dimension, pillar, theme or item) to one column a scale, one row a respondent; NaN = no
        score.
    points : int
        Number of answer options; scores run from 1 to it.
    method : str
        See :func:`~alliance_analytics.measure.group_means.group_mean_ci`.

    Returns
    -------
    frame
        Columns of ``ESTIMATE_COLUMNS``, ordered by grouping, group, scale and name; only groups with a score.
        ``n`` counts people with a score; ``sd`` has divisor n - 1; ``bound_low`` and ``bound_high`` say how
        far those who stayed silent could move the mean.
    """
    columns = {
        (kind, str(name)): scores[kind][name].to_numpy(float)
        for kind in sorted(scores)
        for name in sorted(scores[kind], key=str)
    }
    if not columns:
        return pd.DataFrame(columns=list(ESTIMATE_COLUMNS))
    moments = [_moments([*columns.values()], each.places, len(each.groups)) for each in groupings]
    table = _side_by_side(groupings, [*columns], moments)
    return _with_intervals(table, points, method)[list(ESTIMATE_COLUMNS)]


def _moments(columns: Sequence[Floats], places: Places, groups: int) -> Moments:
    """Return n, mean and sd of each group on each scale, each of shape (scales, groups).

    Short columns are summed together.
    """
    together = max(1, AT_A_TIME // max(len(places), 1))
    found = []
    for start in range(0, len(columns), together):
        some = columns[start : start + together]
        each = np.where(places >= 0, places + np.arange(len(some))[:, np.newaxis] * groups, -1)
        found.append(group_moments(np.concatenate(some), each.ravel(), len(some) * groups))
    return {
        name: np.concatenate([each[name] for each in found]).reshape(len(columns), groups)
        for name in found[0]
    }


def group_moments(scores: Floats, places: Places, groups: int) -> Moments:
    """Return n, mean and sd of each group, in two passes.

    Parameters
    ----------
    scores : array, shape (n,)
        NaN = no score.
    places : array of int, shape (n,)
        Group of each person, 0 to ``groups - 1``; -1 = none.
    groups : int
        Number of groups.

    Returns
    -------
    dict of array, each of shape (groups,)
        ``n``; ``mean``, NaN without a score; ``sd`` with divisor n - 1, NaN for fewer than two.
    """
    n, total, squares = (np.zeros(groups) for _ in range(3))
    for given, group in _counted(scores, places):
        n += np.bincount(group, minlength=groups)
        total += _grains(given, group, groups)
    mean = total / GRAINS / np.maximum(n, 1)
    for given, group in _counted(scores, places):
        squares += _grains((given - mean[group]) ** 2, group, groups)
    # A spread below the last digits of the mean is float noise, as when all scores are equal thirds.
    spread = np.sqrt(squares / GRAINS / np.maximum(n - 1, 1))
    spread = np.where(spread <= 1e-12 * np.abs(mean), 0.0, spread)
    return {"n": n.astype(int), "mean": np.where(n > 0, mean, np.nan), "sd": np.where(n > 1, spread, np.nan)}


def _counted(scores: Floats, places: Places) -> Iterator[tuple[Floats, Places]]:
    """Return the scores that count and their groups, some people at a time: what fits a processor's cache."""
    for start in range(0, len(scores), AT_A_TIME):
        some = slice(start, start + AT_A_TIME)
        counts = np.isfinite(scores[some]) & (places[some] >= 0)
        yield scores[some][counts], places[some][counts]


def _grains(values: Floats, places: Places, groups: int) -> Floats:
    """Return sums a group in whole grains, exact, so that no last digit tells in which order people came."""
    return np.asarray(np.bincount(places, np.rint(values * GRAINS), minlength=groups), dtype=float)


def _groups(people: pd.DataFrame, keys: list[str]) -> tuple[pd.DataFrame, Places]:
    """Return the groups, one row each in order, and the place of each person's group, -1 for none."""
    number = np.zeros(len(people), dtype=np.intp)
    for key in keys:
        codes, values = pd.factorize(people[key], sort=True)
        number = np.where((codes < 0) | (number < 0), -1, number * len(values) + codes)
    codes, numbers = pd.factorize(number, sort=True)
    places = codes - np.intp(-1 in numbers[:1])
    known = np.flatnonzero(places >= 0)[::-1]  # from the last person on, so that the first of a group stays
    firsts = np.empty(places.max(initial=-1) + 1, dtype=np.intp)
    firsts[places[known]] = known
    return pd.DataFrame({key: people[key].to_numpy(object)[firsts] for key in keys}, dtype=object), places


def _side_by_side(
    groupings: Sequence[Grouping], scales: Sequence[tuple[str, str]], moments: Sequence[Moments]
) -> pd.DataFrame:
    """Return one row a group and scale, of those with a score."""
    numbers = {
        name: np.concatenate([each[name] for each in moments], axis=1).T.ravel() for name in moments[0]
    }
    scored = np.flatnonzero(numbers["n"] > 0)
    of_group, of_scale = np.divmod(scored, len(scales))
    groups = {name: _below(groupings, name, of_group) for name in (*KEYS, *GROUP_COLUMNS, "population")}
    kinds, names = (np.array(part, dtype=object)[of_scale] for part in zip(*scales, strict=True))
    chosen = {name: values[scored] for name, values in numbers.items()}
    return pd.DataFrame({**groups, "scale": kinds, "name": names, **chosen})


def _below(groupings: Sequence[Grouping], name: str, places: Places) -> pd.Series:
    """Return one column of the groups of all groupings below each other, NaN where none is made by it."""
    columns = [each.groups.get(name, [np.nan] * len(each.groups)) for each in groupings]
    named = name != "population" and any(name in each.groups for each in groupings)
    kind = object if named else float
    return pd.Series(np.array([*chain.from_iterable(columns)], dtype=kind)[places], dtype=kind)


def _with_intervals(table: pd.DataFrame, points: int, method: Method) -> pd.DataFrame:
    mean, sd, n, population = (table[name].to_numpy(float) for name in ("mean", "sd", "n", "population"))
    interval = group_mean_ci(mean, sd, n, population, method=method, highest=float(points))
    low, high = nonresponse_bounds(mean, n, population, highest=float(points))
    columns = {"ci_low": interval.low, "ci_high": interval.high, "bound_low": low, "bound_high": high}
    return table.assign(**columns, method=np.where(n == population, "census", interval.method))
