"""Look up the release plan: estimates in, the same rows out with everything hidden that must be."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from alliance_analytics.publish.release_plan import RESPONSE_KEYS, SCORE_KEYS, Decided, ReleasePlan, keys_of

HIDDEN_COLUMNS = ("n", "population", "mean", "sd", "ci_low", "ci_high", "bound_low", "bound_high")


def release_estimates(estimates: pd.DataFrame, plan: ReleasePlan) -> pd.DataFrame:
    """Return estimates with ``shown`` and ``reason``; hidden numbers are NaN.

    Parameters
    ----------
    estimates : frame
        Columns of :data:`alliance_analytics.measure.estimates.ESTIMATE_COLUMNS`, of one alliance and wave.
    plan : ReleasePlan
        Of the same alliance and wave. A row that the plan does not know is hidden: what was not decided is
        not shown.

    Returns
    -------
    frame
        Below the rule's precision minimum there is no SD, and limits are rounded outward to one decimal; a
        census keeps its mean.
    """
    decided = lookup(estimates, plan)
    table = estimates.reset_index(drop=True).assign(**decided)
    table = _coarsened(table, table["n"] < plan.rule.precision_minimum)
    numbers = [name for name in HIDDEN_COLUMNS if name in table.columns]
    return table.assign(**{name: table[name].astype(float).where(table["shown"]) for name in numbers})


def release_answers(answers: pd.DataFrame, plan: ReleasePlan) -> pd.DataFrame:
    """Return answer shares of everybody with ``shown`` and ``reason``; hidden numbers are NaN.

    ``answers`` has one row an item, as from :func:`alliance_analytics.measure.distributions.answer_shares`.
    """
    decided = lookup(answers[["item"]].rename(columns={"item": "name"}).assign(scale="item"), plan)
    table = answers.reset_index(drop=True).assign(**decided)
    numbers = [
        name
        for name in table.columns
        if name in ("n", "dont_know", "not_answered") or name.startswith("share_")
    ]
    return table.assign(**{name: table[name].astype(float).where(table["shown"]) for name in numbers})


def release_response(rates: pd.DataFrame, plan: ReleasePlan) -> pd.DataFrame:
    """Return response rates with ``shown`` and ``reason``; the number invited is known to all and stays.

    ``rates`` has columns partner, level (None = all), invited, answered and rate.
    """
    decided = _found(rates, plan.decided_response, RESPONSE_KEYS)
    table = rates.reset_index(drop=True).assign(**decided)
    return table.assign(
        **{name: table[name].astype(float).where(table["shown"]) for name in ("answered", "rate")}
    )


def release_changes(changes: pd.DataFrame, now: ReleasePlan, before: ReleasePlan) -> pd.DataFrame:
    """Return changes of everybody's means, shown where the means of both waves are.

    Where either wave is below the rule's precision minimum, limits are rounded outward to one decimal.
    """
    everybody = changes[["scale", "name"]]
    first, second = lookup(everybody, before), lookup(everybody, now)
    shown = first["shown"] & second["shown"]
    reason = second["reason"].where(~second["shown"], first["reason"])
    table = changes.reset_index(drop=True).assign(shown=shown, reason=reason)
    table = outward(table, table[["n_now", "n_before"]].min(axis=1) < now.rule.precision_minimum)
    numbers = ("change", "ci_low", "ci_high", "n_now", "n_before", "p")
    hidden = {name: table[name].astype(float).where(shown) for name in numbers if name in table}
    return table.assign(**hidden)


def release_gaps(gaps: pd.DataFrame, plan: ReleasePlan, by: str) -> pd.DataFrame:
    """Return differences between groups of which both means are shown; the others are left out.

    Parameters
    ----------
    gaps : frame
        As from :func:`alliance_analytics.measure.gaps.gaps`, of one alliance and wave.
    plan : ReleasePlan
        Of the same alliance and wave.
    by : str
        partner or level.

    Returns
    -------
    frame
        Where either group is below the rule's precision minimum, limits are rounded outward to one decimal.
    """
    shown = np.ones(len(gaps), dtype=bool)
    for side in ("high", "low"):
        rows = gaps[["scale", "name", side]].rename(columns={side: by})
        shown &= lookup(rows, plan)["shown"].to_numpy()
    coarse = gaps[["n_high", "n_low"]].min(axis=1) < plan.rule.precision_minimum
    return outward(gaps, coarse)[shown].reset_index(drop=True)


def lookup(rows: pd.DataFrame, plan: ReleasePlan) -> dict[str, pd.Series]:
    """Return ``shown`` and ``reason`` of each row as the plan decides; what it does not know is not shown.

    Parameters
    ----------
    rows : frame
        Columns scale and name, and those of partner, level and link that are not all of them.
    plan : ReleasePlan
        Of the alliance and wave of the rows.

    Returns
    -------
    dict
        Two series that count the rows from 0.
    """
    return _found(rows, plan.decided_scores, SCORE_KEYS)


def _found(rows: pd.DataFrame, decided: Decided, names: Sequence[str]) -> dict[str, pd.Series]:
    found = [decided.get(key, (False, "not_decided")) for key in keys_of(rows, names)]
    return {
        "shown": pd.Series([shown for shown, _ in found], dtype=bool),
        "reason": pd.Series([reason for _, reason in found], dtype=object),
    }


def _coarsened(table: pd.DataFrame, coarse: pd.Series) -> pd.DataFrame:
    inexact = coarse & (table["method"] != "census")
    return outward(table, inexact).assign(sd=table["sd"].where(~coarse))


def outward(table: pd.DataFrame, coarse: pd.Series) -> pd.DataFrame:
    """Return a table with the limits of some rows rounded outward to one decimal."""
    rounding = {"low": np.floor, "high": np.ceil}
    limits = {
        name: table[name].where(~coarse, rounding[name.rpartition("_")[2]](table[name] * 10) / 10)
        for name in table.columns
        if name.endswith(("_low", "_high"))
    }
    return table.assign(**limits)
