"""What last year's conference agreed, and what became of it: this opens the review."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.interpret.learning.agreements import kept_agreements
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit, Table
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.conference.register_tables import (
    moved_pillars,
    movement_cell,
    pillar_cell,
    problem_notes,
    told,
)
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

OUTCOMES = ("done", "moved", "not_moved", "cannot_tell")


def agreements(study: Study) -> Exhibit | None:
    """Show what was agreed after the wave before: done, moved, not moved or can't tell; None without any."""
    register = study.registers.agreed_before
    if register is None or (register.rows.empty and not register.problems):
        return None
    say = words("development", study.language)
    kept = kept_agreements(register.rows, moved_pillars(study))
    return Exhibit(
        "agreements-kept",
        MAIN_POINTS,
        _headline(study, kept),
        table=_table(study, kept) if len(kept) else None,
        table_open=True,
        notes=(say("agreements.note"), *problem_notes(study, register.problems)),
        language=study.language,
    )


def _headline(study: Study, kept: pd.DataFrame) -> str:
    say, counts = words("development", study.language), kept["outcome"].value_counts()
    if kept.empty:
        return say("agreements.none")
    cells = Cells(study.say, study.language)
    parts = [say(f"agreements.{name}", count=int(counts[name])) for name in OUTCOMES if name in counts]
    previous = study.history.names[-2]
    return say("agreements.headline", all=len(kept), previous=previous, outcomes=cells.listed(parts))


def _table(study: Study, kept: pd.DataFrame) -> Table:
    say = words("development", study.language)
    rows = [
        (
            row["what"],
            told(study, row["who"]),
            told(study, row["by_when"]),
            pillar_cell(study, row["pillar"]),
            say(f"movement.{row['outcome']}"),
            movement_cell(study, row),
        )
        for row in kept.to_dict("records")
    ]
    keys = ("what", "who", "by_when", "pillar", "outcome", "pillar_since")
    header = tuple(say(f"column.{key}") for key in keys)
    return shown_table(study.say, say("agreements.caption", previous=study.history.names[-2]), header, rows)
