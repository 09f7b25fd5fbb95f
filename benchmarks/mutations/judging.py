"""Whether what was read is what was written: equal, told, or wrong; there is nothing in between.

For every respondent who counts, each item is the value that was written, or missing with an entry in the log
that names its column. Nobody counts twice, nobody appears whom nobody wrote, and who disappeared is counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.survey import SurveyIntake
from alliance_analytics.model.spelling import plain

Outcome = Literal["equal", "told", "wrong", "crashed"]
ENOUGH_OF_A_HEADING = 30
"""Letters of a wording by which a shortened heading is known."""
PEOPLE_IN_A_RECORD = {"long_record": 2, "short_record": 1, "cut_off": 1, "note_row": 1}
"""People that a record may hold at most that was left out; a lost line end makes one record of two."""


@dataclass(frozen=True)
class Verdict:
    """What became of one damaged file, and in words why."""

    outcome: Outcome
    reason: str = ""


def judged(survey: AnswersToWrite, found: SurveyIntake, *, may_lose_rows: bool = False) -> Verdict:
    """Return the verdict on what was read.

    Parameters
    ----------
    survey : AnswersToWrite
        What was written.
    found : SurveyIntake
        What was read.
    may_lose_rows : bool, default False
        Whether records were cut off the file without a trace.
    """
    judge = _Judge(survey, found)
    faults = [*judge.faults_of_rows(may_lose_rows), *judge.leaks(found.log.to_csv())]
    if faults:
        return Verdict("wrong", "; ".join(faults[:3]))
    return Verdict("told", "; ".join(judge.told[:2])) if judge.told else Verdict("equal")


def leaks(survey: AnswersToWrite, shown: str) -> list[str]:
    """Return what tells who somebody is, or what they wrote, in a text that is shown."""
    private = [
        *(record.mail for record in survey.records),
        *(record.family_name for record in survey.records),
        *(record.address for record in survey.records),
        *(str(text)[-25:] for text in survey.comments.to_numpy().ravel()),
    ]
    return [f"shows {text!r}" for text in private if text and text in shown]


class _Judge:
    def __init__(self, survey: AnswersToWrite, found: SurveyIntake) -> None:
        self.survey, self.found = survey, found
        self.told: list[str] = []
        self.items = [item.id for item in survey.instrument.scored]
        self.columns = [plain(column) for column in found.log["column"] if column]
        self.not_found = set(found.log.loc[found.log["reason"] == "item_not_found", "found"])
        # Of a formula that left no result nobody can tell which question it stands under.
        self.without_results = "formula_without_result" in set(found.log["reason"])
        self.open = {row for row in survey.rows if survey.records[row].kind == "response"}

    def leaks(self, log: str) -> list[str]:
        return leaks(self.survey, log)

    def faults_of_rows(self, may_lose_rows: bool) -> Iterable[str]:
        for place in self.found.responses.index:
            row = self._row_of(place)
            if row is None:
                yield f"record {place} of {len(self.found.responses)} was written by nobody, or counts twice"
                continue
            self.open.discard(row)
            yield from self._faults_of_row(place, row)
        if self.open and not may_lose_rows:
            yield from self._faults_of_lost_rows()

    def _row_of(self, place: int) -> int | None:
        """Return the row of the survey that a response is: by its partner, else by its answers."""
        partner = self.found.responses.at[place, "partner"]
        if not pd.isna(partner):
            rows = [row for row in self.open if self.survey.records[row].partner == partner]
        else:
            rows = [row for row in self.open if not [*self._faults_of_answers(place, row)]]
        return rows[0] if len(rows) == 1 else None

    def _faults_of_row(self, place: int, row: int) -> Iterable[str]:
        for kind in ("partner", "level"):
            read = self.found.responses.at[place, kind]
            if pd.isna(read):
                if not self._is_told(kind.upper()):
                    yield f"row {row}: {kind} is gone, and nothing says so"
                self.told.append(f"{kind} unknown")
            elif read != getattr(self.survey.records[row], kind):
                yield f"row {row}: {kind} is {read}"
        yield from self._faults_of_answers(place, row)

    def _faults_of_answers(self, place: int, row: int) -> Iterable[str]:
        for item in self.items:
            read, written = self.found.responses.at[place, item], self.survey.answers[item].iloc[row]
            kind = self.found.missing_kinds.at[place, item]
            if not pd.isna(read) and read != written:
                yield f"row {row}: {item} is {read}, not {written}"
            elif kind != self.survey.missing_kinds[item].iloc[row]:
                if not self._is_told(item):
                    yield f"row {row}: {item} is {kind or read}, and nothing says so"
                self.told.append(f"{item} is {kind}")

    def _is_told(self, item: str) -> bool:
        """Return whether the log names the column of an item."""
        asked = plain(self.survey.instrument.item(item).asked(self.survey.language))[:ENOUGH_OF_A_HEADING]
        names = (asked, item.casefold())
        return (
            item in self.not_found
            or self.without_results
            or any(name in column for column in self.columns for name in names)
        )

    def _faults_of_lost_rows(self) -> Iterable[str]:
        dirt = sum(record.kind != "response" for record in self.survey.records)
        counted = sum(self.found.excluded.values()) - dirt
        counted += int(self.found.log["reason"].map(PEOPLE_IN_A_RECORD).fillna(0).sum())
        self.told.append(f"{len(self.open)} records left out")
        if len(self.open) > counted:
            yield f"{len(self.open)} people are gone, {counted} of them counted"
