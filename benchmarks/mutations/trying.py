"""One trial: write, damage, read, judge."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from alliance_analytics.errors import AllianceError
from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.survey import read_survey
from benchmarks.mutations.judging import Verdict, judged, leaks
from benchmarks.mutations.known_answers import known_instrument, known_survey
from benchmarks.mutations.layouts import Layout
from benchmarks.mutations.sheet import Sheet, read_sheet, write_sheet

ChangeAnswers = Callable[[AnswersToWrite, Random, Layout], AnswersToWrite]
ChangeSheet = Callable[[Sheet, Random, AnswersToWrite], Sheet]
ChangeBytes = Callable[[bytes, Random, Layout], bytes]
Stage = Literal["answers", "sheet", "bytes"]


def everywhere(layout: Layout) -> bool:
    """Return True: the damage can be done to any file."""
    del layout
    return True


@dataclass(frozen=True)
class Mutation:
    """One kind of damage.

    Parameters
    ----------
    name : str
        What the table of results calls it.
    stage : str
        What it changes: the answers before they are written, the records of the file, or its bytes.
    change : callable
        Returns the changed thing.
    on : callable
        Whether it can be done to a layout.
    may_lose_rows : bool
        Whether it takes records away without a trace.
    """

    name: str
    stage: Stage
    change: Callable[..., object]
    on: Callable[[Layout], bool] = everywhere
    may_lose_rows: bool = False

    def fits(self, layout: Layout) -> bool:
        """Return whether the damage can be done to a layout."""
        return self.on(layout) and not (self.stage == "sheet" and layout.form == "labelled file")


def trial(layout: Layout, mutations: Sequence[Mutation], seed: int, folder: Path) -> Verdict:
    """Return what becomes of known answers written in a layout, damaged and read.

    Parameters
    ----------
    layout : Layout
        How they are written.
    mutations : sequence of Mutation
        The damage; done in the order of the stages.
    seed : int
        Draws the answers, their language and the place of the damage.
    folder : Path
        An empty folder.
    """
    chance = Random(seed)
    survey = layout.fitting(known_survey(chance, chance.choice(("en", "nl"))))
    for each in _of(mutations, "answers"):
        survey = each.change(survey, chance, layout)
    path = folder / f"export{layout.suffix}"
    layout.write(survey, path)
    _damage(path, layout, mutations, survey, chance)
    try:
        found = read_survey(path, known_instrument(), layout.settings(survey), alliance="known", wave="2025")
    except AllianceError as error:
        shown = leaks(survey, str(error))
        return Verdict("wrong", "; ".join(shown)) if shown else Verdict("told", error.what)
    except Exception:  # the very thing that is looked for
        return Verdict("crashed", traceback.format_exc())
    return judged(survey, found, may_lose_rows=any(each.may_lose_rows for each in mutations))


def _damage(
    path: Path, layout: Layout, mutations: Sequence[Mutation], survey: AnswersToWrite, chance: Random
) -> None:
    content = path.read_bytes()
    in_sheet = _of(mutations, "sheet")
    if in_sheet:
        sheet = read_sheet(layout, content)
        for each in in_sheet:
            sheet = each.change(sheet, chance, survey)
        content = write_sheet(layout, sheet)
    for each in _of(mutations, "bytes"):
        content = each.change(content, chance, layout)
    path.write_bytes(content)


def _of(mutations: Iterable[Mutation], stage: Stage) -> list[Mutation]:
    return [each for each in mutations if each.stage == stage]
