"""Where each alliance stands among all, every mean leaning on the others as far as it is uncertain.

Only released estimates come in, so nothing that a release plan hides can be told: a hidden mean gets no rank
and gives nothing to the others.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.measure.pooling import error_of_interval, partial_pooling, ranks_by_draws
from alliance_analytics.model.instrument import ScaleKind

OVERALL = "overall"
"""Kind and name of the mean over all main scales of an alliance."""
MAIN: tuple[ScaleKind, ...] = ("dimension", "pillar")
"""Kinds of scale that sum up an alliance: dimensions, which are seldom hidden, or else pillars."""
KEYS = ["alliance", "wave"]
ESTIMATE = [*KEYS, "scale", "name", "n", "mean", "ci_low", "ci_high", "method", "points", "shown", "reason"]
STANDING_COLUMNS = [
    *KEYS, "scale", "name", "n", "plain", "mean", "ci_low", "ci_high", "weight", "pooled", "centre", "spread",
    "rank", "rank_low", "rank_high", "ranked", "points", "shown", "reason",
]  # fmt: skip


def with_overall(estimates: pd.DataFrame, kinds: tuple[str, ...] = MAIN) -> pd.DataFrame:
    """Return estimates with one row more an alliance: the plain mean over its main scales.

    Parameters
    ----------
    estimates : frame
        Released estimates of everybody, one wave an alliance, with the columns of ``ESTIMATE``.
    kinds : tuple of str
        Kinds of scale, the one to prefer first.

    Returns
    -------
    frame
        With rows of scale and name ``overall``, shown where every scale of the kind is. The same people
        answered all scales, so their errors are taken to go wholly together: the widest that the interval can
        be.
    """
    rows = [
        _overall(found[found["scale"] == kind])
        for _, found in estimates.groupby(KEYS, sort=False)
        if (kind := next((each for each in kinds if (found["scale"] == each).any()), ""))
    ]
    return pd.concat([estimates[ESTIMATE], pd.DataFrame(rows, columns=ESTIMATE)], ignore_index=True)


def pooled_standing(estimates: pd.DataFrame) -> pd.DataFrame:
    """Return the pooled mean of each alliance on each scale, and its rank: 1 is the lowest mean.

    Parameters
    ----------
    estimates : frame
        As from :func:`with_overall`. Alliances that were answered on another number of points than most are
        not pooled with the others, and hidden for the reason ``other_points``.

    Returns
    -------
    frame
        Columns of ``STANDING_COLUMNS``: ``plain`` is the mean before pooling, ``weight`` (0 to 1) how much of
        the pooled mean is its own, ``ranked`` how many alliances have a rank on the scale.
    """
    if estimates.empty:
        return pd.DataFrame(columns=STANDING_COLUMNS)
    comparable = _comparable(estimates)
    parts = [_pooled(rows) for _, rows in comparable.groupby(["scale", "name"], sort=False)]
    table = pd.concat(parts, ignore_index=True)
    order = {alliance: place for place, alliance in enumerate(dict.fromkeys(estimates["alliance"]))}
    return table.sort_values(
        "alliance", key=lambda names: names.map(order), kind="stable", ignore_index=True
    )[STANDING_COLUMNS]


def _overall(scales: pd.DataFrame) -> dict[str, object]:
    each = scales["shown"].to_numpy(bool)
    shown = bool(each.all())
    numbers = {
        name: float(scales[name].to_numpy(float).mean()) if shown else np.nan
        for name in ("mean", "ci_low", "ci_high")
    }
    known = np.isfinite([numbers["ci_low"], numbers["ci_high"]]).all()
    return {
        **{name: scales[name].iloc[0] for name in (*KEYS, "points")},
        "scale": OVERALL,
        "name": OVERALL,
        "n": float(scales["n"].min()) if shown else np.nan,
        **(numbers if known else {**numbers, "ci_low": np.nan, "ci_high": np.nan}),
        "method": "census" if (scales["method"] == "census").all() else "mean of scales",
        "shown": shown,
        "reason": "" if shown else str(scales["reason"].iloc[int(each.argmin())]),
    }


def _comparable(estimates: pd.DataFrame) -> pd.DataFrame:
    usual = estimates.drop_duplicates("alliance")["points"].mode().iloc[0]
    other = (estimates["points"] != usual) & estimates["shown"].astype(bool)
    hidden = {name: estimates[name].astype(float).mask(other) for name in ("n", "mean", "ci_low", "ci_high")}
    reason = estimates["reason"].mask(other, "other_points")
    return estimates.assign(**hidden, shown=estimates["shown"].astype(bool) & ~other, reason=reason)


def _pooled(rows: pd.DataFrame) -> pd.DataFrame:
    shown = rows["shown"].to_numpy(bool)
    plain, low, high = (
        np.where(shown, rows[name].astype(float), np.nan) for name in ("mean", "ci_low", "ci_high")
    )
    found = partial_pooling(plain, error_of_interval(low, high))
    points = rows["points"].to_numpy(float)
    rank, rank_low, rank_high = ranks_by_draws(-found.draws)
    numbers = {
        "plain": plain,
        "mean": np.where(np.isfinite(found.mean), found.mean, plain),
        "ci_low": np.clip(found.low, 1.0, points),
        "ci_high": np.clip(found.high, 1.0, points),
        "weight": found.weight,
        "rank": rank,
        "rank_low": rank_low,
        "rank_high": rank_high,
    }
    return rows.assign(
        **numbers,
        pooled=found.pooled,
        centre=found.centre,
        spread=found.spread,
        ranked=int(np.isfinite(rank).sum()),
    )
