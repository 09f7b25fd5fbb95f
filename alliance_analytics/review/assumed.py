"""What the alliance believes, and what was learned: what should have been checked longest ago comes first."""

from __future__ import annotations

import datetime

import pandas as pd

from alliance_analytics.interpret.learning.assumptions import known_assumptions
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.wording import words
from alliance_analytics.review.register_tables import problem_notes, told
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "agenda"


def assumptions(study: Study, day: datetime.date | None = None) -> Exhibit | None:
    """Show the register of assumptions; None when there is none.

    Parameters
    ----------
    study : Study
        Of which alliance and wave.
    day : date, optional
        The day on which an open assumption is overdue or not; the date of the wave when left out, so that
        the same review says the same later on. Without either, nothing is overdue.
    """
    register = study.registers.assumptions
    if register.rows.empty and not register.problems:
        return None
    say = words("development", study.language)
    asked = day or study.workspace.date(study.alliance, study.wave) or datetime.date.min
    known = known_assumptions(register.rows, asked)
    return Exhibit(
        "assumptions",
        SECTION,
        _headline(study, known),
        table=_table(study, known) if len(known) else None,
        table_open=True,
        notes=(say("assumptions.note"), *problem_notes(study, register.problems)),
        language=study.language,
    )


def _headline(study: Study, known: pd.DataFrame) -> str:
    say, counts = words("development", study.language), known["state"].value_counts()
    if known.empty:
        return say("assumptions.none")
    number = {name: int(counts.get(name, 0)) for name in ("confirmed", "refuted", "open", "overdue")}
    return say("assumptions.headline", all=len(known), **number)


def _table(study: Study, known: pd.DataFrame) -> Table:
    say = words("development", study.language)
    rows = [
        (
            row["assumption"],
            say(f"state.{row['state']}"),
            told(study, row["how_seen"]),
            told(study, row["by"]),
            told(study, row["owner"]),
            told(study, row["learned"]),
        )
        for row in known.to_dict("records")
    ]
    keys = ("assumption", "state", "how_seen", "by_when", "owner", "learned")
    header = tuple(say(f"column.{key}") for key in keys)
    return shown_table(study.say, say("assumptions.caption"), header, rows)
