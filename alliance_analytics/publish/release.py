"""Look up the release plan: estimates in, the same rows out with everything hidden that must be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.publish.release_plan import RESPONSE_KEYS, SCORE_KEYS, Decided, ReleasePlan, keys_of

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
LIMITS = ("_low", "_high")
CHANGE_COLUMNS = ("change", "ci_low", "ci_high", "n_now", "n_before", "p")
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
    coarse = estimates["n"].to_numpy() < plan.rule.precision_minimum
    inexact = coarse & (estimates["method"].to_numpy() != "census")
    spread = {"sd": np.where(coarse, np.nan, estimates["sd"].to_numpy(float))} if "sd" in estimates else {}
    table = estimates.reset_index(drop=True).assign(**_outward(estimates, inexact), **spread, **decided)
    return table.assign(**_hidden(table, HIDDEN_COLUMNS, decided["shown"]))


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
    return table.assign(**_hidden(table, numbers, decided["shown"]))


def release_response(rates: pd.DataFrame, plan: ReleasePlan) -> pd.DataFrame:
    """Return response rates with ``shown`` and ``reason``; the number invited is known to all and stays.

    ``rates`` has columns partner, level (None = all), invited, answered and rate.
    """
    decided = _found(rates, plan.decided_response, RESPONSE_KEYS)
    table = rates.reset_index(drop=True).assign(**decided)
    return table.assign(**_hidden(table, ("answered", "rate"), decided["shown"]))


def release_changes(changes: pd.DataFrame, now: ReleasePlan, before: ReleasePlan) -> pd.DataFrame:
    """Return changes of everybody's means, shown where the means of both waves are.

    Where either wave is below the rule's precision minimum, limits are rounded outward to one decimal.
    """
    everybody = changes[["scale", "name"]]
    first, second = lookup(everybody, before), lookup(everybody, now)
    shown = first["shown"] & second["shown"]
    reason = second["reason"].where(~second["shown"], first["reason"])
    coarse = _smaller(changes, "n_now", "n_before") < now.rule.precision_minimum
    table = changes.reset_index(drop=True).assign(**_outward(changes, coarse), shown=shown, reason=reason)
    return table.assign(**_hidden(table, CHANGE_COLUMNS, shown))


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
    sides = [lookup(gaps.assign(**{by: gaps[side]}), plan)["shown"] for side in ("high", "low")]
    coarse = _smaller(gaps, "n_high", "n_low") < plan.rule.precision_minimum
    return outward(gaps, coarse)[(sides[0] & sides[1]).to_numpy()].reset_index(drop=True)


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


def _hidden(table: pd.DataFrame, names: Iterable[str], shown: pd.Series) -> dict[str, Floats]:
    """Return those of some columns that a table has, NaN where they are not shown."""
    known = shown.to_numpy()
    return {name: np.where(known, table[name].to_numpy(float), np.nan) for name in names if name in table}


def _smaller(table: pd.DataFrame, one: str, other: str) -> Floats:
    """Return the smaller of two numbers of people in each row, or the one that is known."""
    return np.asarray(np.fmin(table[one].to_numpy(float), table[other].to_numpy(float)), dtype=float)


def outward(table: pd.DataFrame, coarse: Flags | pd.Series) -> pd.DataFrame:
    """Return a table with the limits of some rows rounded outward to one decimal."""
    return table.assign(**_outward(table, np.asarray(coarse, dtype=bool)))


def _outward(table: pd.DataFrame, coarse: Flags) -> dict[str, Floats]:
    limits = {name: table[name].to_numpy(float) for name in map(str, table) if name.endswith(LIMITS)}
    rounding = {"low": np.floor, "high": np.ceil}
    return {
        name: np.where(coarse, rounding[name.rpartition("_")[2]](values * 10) / 10, values)
        for name, values in limits.items()
    }
