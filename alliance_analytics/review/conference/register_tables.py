"""Cells that the registers share: a day, a pillar, a movement with its interval, and what went wrong."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Protocol

import pandas as pd

from alliance_analytics.errors import AllianceError
from alliance_analytics.interpret.learning.movement import pillar_movements
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells, Record, decimals_for
from alliance_analytics.review.study import Study


class Spoken(Protocol):
    """What is told in a language: a study, or the practice of a portfolio."""

    @property
    def language(self) -> str:
        """``'en'`` or ``'nl'``."""


def moved_pillars(study: Study) -> pd.DataFrame:
    """Return what became of each pillar since the wave before, released."""
    return pillar_movements(study.changes("pillar"), study.instrument.points)


def told(spoken: Spoken, value: object) -> str:
    """Return a text somebody wrote, a day, or the words for *not told*."""
    missing = value is None or value is pd.NaT or value == ""
    if missing:
        return words("development", spoken.language)("not_told")
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def pillar_cell(study: Study, pillar: object) -> str:
    """Return the name of a pillar, or the words for *none named*."""
    if not isinstance(pillar, str):
        return words("development", study.language)("no_pillar")
    return study.labels.pillars.get(pillar, pillar)


def movement_cell(study: Study, row: Record) -> str:
    """Return *moved*, *not moved* or *can't tell*, with the change and its interval where there is one."""
    verdict = words("development", study.language)(f"movement.{row['movement']}")
    change = change_cell(study, row)
    return f"{verdict}: {change}" if change else verdict


def change_cell(study: Study, row: Record) -> str:
    """Return the change of a pillar of everybody with its interval, or nothing where none may be known."""
    if pd.isna(row["change"]):
        return ""
    cells, everybody = Cells(study.say, study.language), study.everybody
    pillars = (everybody["scale"] == "pillar") & everybody["shown"].astype(bool)
    decimals = decimals_for(everybody["n"][pillars].min())
    interval = cells.interval(row["ci_low"], row["ci_high"], decimals, sign=True)
    return f"{cells.signed(row['change'], decimals)} ({interval})"


def problem_notes(spoken: Spoken, problems: Iterable[AllianceError]) -> tuple[str, ...]:
    """Return one sentence an entry that could not be understood, with its place; never what it held."""
    say = words("development", spoken.language)
    places = list(dict.fromkeys(problem.where or "" for problem in problems))
    return (say("not_understood", places="; ".join(places), count=len(places)),) if places else ()
