"""The way through the stages in a sentence: where each wave most likely stood, and what the last step was."""

from __future__ import annotations

from itertools import groupby

import pandas as pd

from alliance_analytics.interpret.stages import most_likely_stage
from alliance_analytics.model.identified import ids
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells, Record, in_sentence
from alliance_analytics.review.study import Study


def path_in_words(study: Study) -> tuple[str, ...]:
    """Return a sentence on the stages of all waves, and one on the last step where both its ends are clear.

    None for a single wave. It holds no share: these stand in the table, with their ranges.
    """
    table = most_likely_stage(study.stage_shares)
    placed = table[table["placed"].astype(bool)]
    if len(placed) < 2:
        return ()
    say, clear = words("development", study.language), study.stages.conventions.clear
    found = placed.assign(clear=placed["share"].astype(float) >= clear).to_dict("records")
    stretches = groupby(found, lambda row: (row["stage"], row["clear"]))
    parts = [_stretch(study, list(rows)) for _, rows in stretches]
    step = [_last_step(study, placed)] if all(row["clear"] for row in found[-2:]) else []
    return (" ".join([say("path.all", parts="; ".join(parts)), *step]),)


def step_between(earlier: str, later: str, stages: tuple[str, ...]) -> str:
    """Return what a step from one stage to another is: stayed, moved, skipped or fell_back.

    Examples
    --------
    >>> step_between("a", "c", ("a", "b", "c"))
    'skipped'
    """
    step = stages.index(later) - stages.index(earlier)
    if step > 1:
        return "skipped"
    return {0: "stayed", 1: "moved"}.get(step, "fell_back")


def _stretch(study: Study, rows: list[Record]) -> str:
    say, cells = words("development", study.language), Cells(study.say, study.language)
    stage = in_sentence(study.labels.stages[rows[0]["stage"]])
    key = "path.stretch" if rows[0]["clear"] else "path.stretch_unsure"
    return say(key, waves=cells.listed(row["wave"] for row in rows), stage=stage)


def _last_step(study: Study, placed: pd.DataFrame) -> str:
    earlier, later = placed.iloc[-2], placed.iloc[-1]
    step = step_between(earlier["stage"], later["stage"], ids(study.stages.stages))
    say = words("development", study.language)
    return say(f"path.{step}", earlier=earlier["wave"], later=later["wave"])
