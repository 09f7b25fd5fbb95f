"""What the alliance believes, and what was learned: what should have been checked longest ago comes first."""

from __future__ import annotations

import datetime

import pandas as pd

from alliance_analytics.interpret.learning.assumptions import known_assumptions
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.conference.register_tables import Spoken, problem_notes, told
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table
from alliance_analytics.workspace.registers.columns import Register

SECTION = "agenda"
STATES = ("confirmed", "refuted", "open", "overdue")


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
    asked = day or study.workspace.date(study.alliance, study.wave) or datetime.date.min
    return assumptions_of(study, study.registers.assumptions, asked)


def assumptions_of(
    spoken: Spoken, register: Register, day: datetime.date, section: str = SECTION, whose: str = "alliance"
) -> Exhibit | None:
    """Show a register of assumptions as of a day, of *alliance* or *portfolio*; None when it is empty."""
    if register.rows.empty and not register.problems:
        return None
    say = words("development", spoken.language)
    known = known_assumptions(register.rows, day)
    return Exhibit(
        "assumptions",
        section,
        _headline(spoken, known),
        table=_table(spoken, known, whose) if len(known) else None,
        table_open=True,
        notes=(say(f"assumptions.note_{whose}"), *problem_notes(spoken, register.problems)),
        language=spoken.language,
    )


def _headline(spoken: Spoken, known: pd.DataFrame) -> str:
    say, counts = words("development", spoken.language), known["state"].value_counts()
    if known.empty:
        return say("assumptions.none")
    cells = Cells(words("review", spoken.language), spoken.language)
    parts = [f"{counts[name]} {say(f'state.{name}')}" for name in STATES if name in counts]
    return say("assumptions.headline", all=len(known), states=cells.listed(parts))


def _table(spoken: Spoken, known: pd.DataFrame, whose: str) -> Table:
    say = words("development", spoken.language)
    rows = [
        (
            row["assumption"],
            say(f"state.{row['state']}"),
            *(told(spoken, row[name]) for name in ("how_seen", "by", "owner", "learned")),
        )
        for row in known.to_dict("records")
    ]
    keys = ("assumption", "state", "how_seen", "by_when", "owner", "learned")
    header = tuple(say(f"column.{key}") for key in keys)
    return shown_table(words("review", spoken.language), say(f"assumptions.caption_{whose}"), header, rows)
