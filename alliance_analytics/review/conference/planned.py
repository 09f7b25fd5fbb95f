"""The annual plan: how far each objective came, and what became of the pillar that it should lift."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.interpret.learning.scorecard import scorecard
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.wording import number, words
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.conference.register_tables import (
    moved_pillars,
    movement_cell,
    pillar_cell,
    problem_notes,
    told,
)
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "agenda"
MEASURED = ("before", "target", "actual")


def plan(study: Study) -> Exhibit | None:
    """Show the plan of the year that ended with this wave as a scorecard; None when there is no plan."""
    registers = study.registers
    if registers.plan.rows.empty and not registers.plan.problems:
        return None
    say, before = words("development", study.language), registers.plan_before
    scores = scorecard(registers.plan.rows, moved_pillars(study), before.rows if before else None)
    return Exhibit(
        "annual-plan",
        SECTION,
        _headline(study, scores),
        table=_table(study, scores) if len(scores) else None,
        table_open=True,
        notes=(say("plan.note"), *problem_notes(study, registers.plan.problems)),
        language=study.language,
    )


def _headline(study: Study, scores: pd.DataFrame) -> str:
    say, counts = words("development", study.language), scores["result"].value_counts()
    if scores.empty:
        return say("plan.none")
    reached, known = int(counts.get("reached", 0)), int((scores["result"] != "unknown").sum())
    return say("plan.headline" if known else "plan.unknown", reached=reached, known=known, all=len(scores))


def _table(study: Study, scores: pd.DataFrame) -> Table:
    say = words("development", study.language)
    measured = [name for name in MEASURED if name != "before" or scores["before"].notna().any()]
    rows = [
        (
            row["objective"],
            told(study, row["owner"]),
            *(_measured(study, row, name) for name in measured),
            _result(study, row),
            pillar_cell(study, row["pillar"]),
            movement_cell(study, row),
        )
        for row in scores.to_dict("records")
    ]
    keys = ("objective", "owner", *measured, "result", "pillar", "pillar_since")
    header, numeric = tuple(say(f"column.{key}") for key in keys), tuple(range(2, 2 + len(measured)))
    return shown_table(study.say, say("plan.caption", wave=study.wave), header, rows, numeric)


def _measured(study: Study, row: Record, name: str) -> str:
    if pd.isna(row[name]):
        return words("development", study.language)("not_told")
    text = as_written(row[name], study.language)
    return f"{text} {row['unit']}".strip()


def as_written(value: Any, language: str) -> str:
    """Return a number with as many decimals as it has, at most two.

    Examples
    --------
    >>> as_written(4.5, "nl"), as_written(2140.0, "en")
    ('4,5', '2140')
    """
    places = next((places for places in (0, 1) if round(value, places) == round(value, 2)), 2)
    return number(float(value), places, language)


def _result(study: Study, row: Record) -> str:
    say, cells = words("development", study.language), Cells(study.say, study.language)
    verdict = say(f"result.{row['result']}")
    if pd.isna(row["progress"]):
        return verdict
    return say("result.way", verdict=verdict, progress=cells.share(row["progress"]))
