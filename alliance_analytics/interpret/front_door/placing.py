"""All that the front door says of each relation: its place, what moved, what is open, what is overdue."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from alliance_analytics.interpret.front_door.rating import NUMBERS, ROUND, rated_rounds
from alliance_analytics.interpret.front_door.revisits import next_revisit
from alliance_analytics.interpret.front_door.screening import lacking, likelier_forms
from alliance_analytics.model.formation import Formation
from alliance_analytics.model.front_door import CRITERION_IDS, MODEL_PART_IDS, FrontDoor

PLACED_COLUMNS = [
    "relation", "alliance", "partner", "round", "raters", *CRITERION_IDS, "spread", "apart", "agreeing",
    "resourcing", "service_level", "reason", "moved", "resourcing_before", "service_level_before",
    "model_missing", "lacking", "forms", "revisit", "overdue", "training",
    "resourcing_now", "service_level_now", "assumptions",
]  # fmt: skip
YES_NO = frozenset({"yes", "no"})


def placed_relations(
    rows: pd.DataFrame, door: FrontDoor, formation: Formation, today: datetime.date
) -> pd.DataFrame:
    """Return one row a relation, as of its newest round.

    Parameters
    ----------
    rows : frame
        As from :func:`~alliance_analytics.workspace.registers.portfolio_door.front_door_register`.
    door : FrontDoor
        Scale, cadence and placement.
    formation : Formation
        The four conditions of an alliance, and other forms.
    today : date
        From which revisits are overdue.

    Returns
    -------
    frame
        Columns of ``PLACED_COLUMNS``. Resourcing and service level are None, with a ``reason``, where the
        relation is not placed: *not_rated*, *business_model* (what it is worth, who pays, how it works and
        who decides has to be known first) or *no_alliance*. ``moved`` says whether the place differs from
        that of the round before, None where there is none. ``model_missing``, ``lacking`` and ``forms`` are
        tuples of ids; ``training`` is *missing* where the people of this kind of resourcing are not trained,
        else "".
    """
    rounds = rated_rounds(rows, door)
    own = dict(list(rows.groupby("relation", sort=False)))
    found = [
        _relation(own[relation], history, door, formation, today)
        for relation, history in rounds.groupby("relation", sort=False)
    ]
    table = pd.DataFrame(found, columns=PLACED_COLUMNS, dtype=object)
    return table.astype({**NUMBERS, "overdue": bool})  # what is missing otherwise stays None


def _relation(
    rows: pd.DataFrame, history: pd.DataFrame, door: FrontDoor, formation: Formation, today: datetime.date
) -> dict[str, object]:
    now = history.iloc[-1]
    newest = rows[rows["round"] == now["round"]]
    facts = {
        str(name): cautious(newest[name]) for name in newest.columns if not YES_NO.isdisjoint(newest[name])
    }
    missing, absent = _model_missing(facts), lacking(facts, formation)
    reason = _why_not(now["resourcing"], missing, absent)
    agreed: list[datetime.date] = _told(newest["revisit"])
    revisit = next_revisit(min(agreed, default=None), now["rated"], len(history), door.cadence)
    placed = {name: None if reason else now[name] for name in ("resourcing", "service_level")}
    return {
        **{name: now[name] for name in (*ROUND, "raters", *CRITERION_IDS, "spread", "apart", "agreeing")},
        **{name: next(iter(_told(newest[name])), None) for name in ("alliance", "partner")},
        **placed,
        "reason": reason,
        **_before(history, now),
        "model_missing": missing,
        "lacking": absent,
        "forms": likelier_forms(absent, door, formation),
        "revisit": revisit,
        "overdue": revisit is not None and revisit < today,
        "training": _training(placed["resourcing"], facts, door),
        "resourcing_now": next(iter(_told(newest["resourcing"])), None),
        "service_level_now": next(iter(_told(newest["service_level"])), None),
        "assumptions": tuple(dict.fromkeys(_told(newest["assumption"]))),
    }


def cautious(answers: Iterable[object]) -> str | None:
    """Return what raters say together: one *no* counts, then one *yes*; None when nobody says anything.

    Examples
    --------
    >>> cautious(["yes", None, "no"]), cautious(["yes", None])
    ('no', 'yes')
    """
    said = set(answers)
    return "no" if "no" in said else "yes" if "yes" in said else None


def _told(values: pd.Series) -> list[Any]:
    return [value for value in values if value is not None and pd.notna(value)]


def _model_missing(facts: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the parts of the business model that are told not to be known."""
    return tuple(part for part in MODEL_PART_IDS if facts.get(part) == "no")


def _why_not(resourcing: object, missing: tuple[str, ...], absent: tuple[str, ...]) -> str:
    if absent:
        return "no_alliance"
    if missing:
        return "business_model"
    return "" if resourcing else "not_rated"


def _before(history: pd.DataFrame, now: pd.Series) -> dict[str, object]:
    if len(history) < 2:
        return {"moved": None, "resourcing_before": None, "service_level_before": None}
    before = history.iloc[-2]
    moved = any(before[name] != now[name] for name in ("resourcing", "service_level"))
    return {
        "moved": moved,
        "resourcing_before": before["resourcing"],
        "service_level_before": before["service_level"],
    }


def _training(resourcing: object, facts: Mapping[str, str | None], door: FrontDoor) -> str:
    beside_a_job = resourcing in door.training.resourcing
    return "missing" if beside_a_job and facts.get("trained") == "no" else ""
