"""Look up the release plan for statistics that are no plain means, each by what could be had from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from alliance_analytics.publish.release import lookup, outward
from alliance_analytics.publish.release_plan import SCORE_KEYS, ReleasePlan


def release_spreads(
    table: pd.DataFrame, plan: ReleasePlan, items: Mapping[str, Sequence[str]], numbers: Sequence[str]
) -> pd.DataFrame:
    """Return statistics that look at single answers (reliability, agreement), shown where those may be told.

    Parameters
    ----------
    table : frame
        One row a group and scale of one kind, with columns partner, level, link, scale, name and n (people
        who answered every statement).
    plan : ReleasePlan
        Of the same alliance and wave.
    items : mapping
        Scale to its statements.
    numbers : sequence of str
        Columns that are hidden with ``n``.

    Returns
    -------
    frame
        Shown where the group's score is, where each statement of the scale may be told of the group (or stays
        back only beside other scales: no sum can be had from a spread), and where at least the rule's item
        minimum answered all of them.
    """
    decided = lookup(table, plan)
    asked = table[[*SCORE_KEYS]].reset_index(drop=True).assign(row=range(len(table)), scale="item")
    asked = asked.assign(name=asked["name"].map(items)).explode("name", ignore_index=True)
    single = lookup(asked, plan)
    told = (single["shown"] | single["reason"].eq("scales")).groupby(asked["row"]).all()
    many = table["n"].reset_index(drop=True) >= plan.rule.item_minimum
    shown = decided["shown"] & told & many
    reason = decided["reason"].mask(decided["shown"] & ~shown, "item_below_minimum")
    hidden = {name: table[name].reset_index(drop=True).astype(float).where(shown) for name in ("n", *numbers)}
    return table.reset_index(drop=True).assign(**hidden, shown=shown, reason=reason)


def release_from_others(gaps: pd.DataFrame, plan: ReleasePlan, by: str) -> pd.DataFrame:
    """Return differences between a group and all others, where the group and everybody are shown.

    Parameters
    ----------
    gaps : frame
        Columns scale, name, group, n, n_others, ci_low and ci_high, of one alliance and wave.
    plan : ReleasePlan
        Of the same alliance and wave. The others are everybody less the group: they tell no more than the
        two do.
    by : str
        partner or level.

    Returns
    -------
    frame
        The others must be as many as a score needs. Where either has fewer people than the rule's precision
        minimum, limits are rounded outward to one decimal.
    """
    groups = gaps[["scale", "name", "group"]].rename(columns={"group": by})
    both = lookup(groups, plan)["shown"]
    both &= lookup(groups.drop(columns=by), plan)["shown"]
    smallest = gaps[["n", "n_others"]].min(axis=1).reset_index(drop=True)
    table = outward(gaps.reset_index(drop=True), smallest < plan.rule.precision_minimum)
    return table[both & (smallest >= plan.rule.score_minimum)].reset_index(drop=True)


def release_parts(
    parts: pd.DataFrame, now: ReleasePlan, before: ReleasePlan, numbers: Sequence[str]
) -> pd.DataFrame:
    """Return the parts of changes, shown where everybody's means and those of who stayed are, in both waves.

    Parameters
    ----------
    parts : frame
        One row a scale, with columns scale, name, n_now, n_before, n_stayed, smallest and ``numbers``.
    now, before : ReleasePlan
        ``now`` knows those who stayed, ``before`` those kept
        (:func:`~alliance_analytics.publish.additions.with_later`).
    numbers : sequence of str
        Columns to hide.

    Returns
    -------
    frame
        Who came and who went are everybody less those who stayed: they tell no more. Where either wave is
        below the precision minimum, limits are rounded outward to one decimal and there is no ``smallest``
        change, for it gives the spread.
    """
    rows = parts[["scale", "name"]]
    asked = ((before, None), (before, "kept"), (now, None), (now, "stayed"))
    decided = [lookup(rows.assign(link=link), plan) for plan, link in asked]
    shown = pd.concat([each["shown"] for each in decided], axis=1).all(axis=1)
    reasons = zip(*(each["reason"] for each in decided), strict=True)
    reason = [next(filter(None, found), "") for found in reasons]
    table = parts.reset_index(drop=True)
    coarse = table[["n_now", "n_before", "n_stayed"]].min(axis=1) < now.rule.precision_minimum
    table = outward(table, coarse)
    table = table.assign(smallest=table["smallest"].mask(coarse))
    hidden = {name: table[name].astype(float).where(shown) for name in numbers}
    return table.assign(**hidden, shown=shown, reason=reason)


def release_weighted(table: pd.DataFrame, plan: ReleasePlan) -> pd.DataFrame:
    """Return weighted means of everybody, shown where the plain mean is and the weights tell about nobody.

    Parameters
    ----------
    table : frame
        One row a scale, with columns scale, name, n, plain, mean, difference, ci_low, ci_high and safe, as
        :func:`~alliance_analytics.publish.additions.safe_beside` says of the weights.
    plan : ReleasePlan
        Of the same alliance and wave.
    """
    decided = lookup(table[["scale", "name"]], plan)
    safe = table["safe"].astype(bool).reset_index(drop=True)
    shown = decided["shown"] & safe
    released = outward(table.reset_index(drop=True), table["n"] < plan.rule.precision_minimum)
    numbers = ("n", "plain", "mean", "difference", "ci_low", "ci_high")
    hidden = {name: released[name].astype(float).where(shown) for name in numbers}
    reason = decided["reason"].mask(decided["shown"] & ~safe, "subtraction")
    return released.assign(**hidden, shown=shown, reason=reason).drop(columns="safe")


def release_slopes(slopes: pd.DataFrame, plans: Sequence[ReleasePlan]) -> pd.DataFrame:
    """Return trends over several waves, shown where everybody's mean is in each of them, to one decimal.

    Parameters
    ----------
    slopes : frame
        One row a scale, with columns scale, name, value, low, high, df, p, n, people and why (a reason of its
        own, or '').
    plans : sequence of ReleasePlan
        Of all waves, oldest first.

    Returns
    -------
    frame
        The value is rounded and the limits are rounded outward, for a trend weighs people by the waves in
        which they answered: no exact sum may be had from it. Where waves can be linked, those who stayed must
        be shown as well. ``p`` is for judging, not for showing.
    """
    rows = slopes[["scale", "name"]]
    shown = pd.concat([lookup(rows, plan)["shown"] for plan in plans], axis=1).all(axis=1)
    linked = [
        lookup(rows.assign(link="stayed"), plan) for plan in plans if (plan.scores["link"] == "stayed").any()
    ]
    for decided in linked:
        shown &= decided["shown"]
    table = slopes.reset_index(drop=True).drop(columns="why")
    own, known = slopes["why"].reset_index(drop=True), table["value"].notna()
    reason = own.mask((own == "") & ~shown, "too_few").mask((own == "") & shown & ~known, "no_answers")
    limits = {"low": np.floor(table["low"] * 10) / 10, "high": np.ceil(table["high"] * 10) / 10}
    table = table.assign(value=table["value"].round(1), **limits)
    numbers = ("value", "low", "high", "df", "p", "n", "people")
    hidden = {name: table[name].astype(float).where(reason == "") for name in numbers}
    return table.assign(**hidden, shown=reason == "", reason=reason)
