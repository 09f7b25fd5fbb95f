"""What would change the answer: each question judged the other way, the nearest to its turn first."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from alliance_analytics.interpret.formation.fitting import called_for, fitting_form
from alliance_analytics.interpret.formation.judging import FAILS, HOLDS
from alliance_analytics.model.formation import Formation, Ratings

PIVOT_COLUMNS = ["about", "question", "turn", "distance", "answer", "forms"]


def pivots(table: pd.DataFrame, model: Formation) -> pd.DataFrame:
    """Return the single questions that, judged the other way, would lead to another answer.

    Parameters
    ----------
    table : frame
        As from :func:`~alliance_analytics.interpret.formation.judging.judged`.
    model : Formation
        The conditions, the two questions of readiness, and the scale.

    Returns
    -------
    frame
        Columns of ``PIVOT_COLUMNS``. ``about`` is "form" or "called_for"; ``turn`` the verdict it would take,
        "holds" or "fails"; ``distance`` by how many points the middle rating would have to move (NaN where
        nobody rated); ``answer`` and ``forms`` what would follow, ``forms`` a tuple of ids.
    """
    verdicts = dict(zip(table["question"], table["verdict"], strict=True))
    middles = dict(zip(table["question"], table["middle"].astype(float), strict=True))
    rows = [*_of_the_form(verdicts, model), *_of_the_call(verdicts, model)]
    found = pd.DataFrame(rows, columns=[name for name in PIVOT_COLUMNS if name != "distance"], dtype=object)
    distances = [
        _distance(middles[question], turn, model.ratings)
        for question, turn in zip(found["question"], found["turn"], strict=True)
    ]
    placed = found.assign(distance=pd.Series(distances, index=found.index, dtype=float))
    return placed.sort_values("distance", kind="stable", ignore_index=True)[PIVOT_COLUMNS]


def _of_the_form(verdicts: Mapping[str, str], model: Formation) -> list[tuple[object, ...]]:
    now = fitting_form(verdicts, model)
    rows: list[tuple[object, ...]] = []
    for condition in model.conditions:
        for turn in _turns(verdicts[condition.id]):
            then = fitting_form({**verdicts, condition.id: turn}, model)
            if (then.answer, then.forms) != (now.answer, now.forms):
                rows.append(("form", condition.id, turn, then.answer, then.forms))
    return rows


def _of_the_call(verdicts: Mapping[str, str], model: Formation) -> list[tuple[object, ...]]:
    now = called_for(verdicts, model)
    rows: list[tuple[object, ...]] = []
    for entry in model.readiness:
        for turn in _turns(verdicts[entry.id]):
            then = called_for({**verdicts, entry.id: turn}, model)
            if then != now:
                rows.append(("called_for", entry.id, turn, then, ()))
    return rows


def _turns(verdict: str) -> tuple[str, ...]:
    return tuple(turn for turn in (HOLDS, FAILS) if turn != verdict)


def _distance(middle: float, turn: str, scale: Ratings) -> float:
    return scale.holds_from - middle if turn == HOLDS else middle - scale.fails_to
