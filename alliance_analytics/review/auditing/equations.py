"""Everything that was ever released of one wave, as equations over the answers of its respondents.

An unknown is one answer of one person. What is published now weighs the answers of those behind it. What the
ledger says was shown before is of records: one that is still as it was stands for the same unknowns; one that
came, went or was corrected is an unknown of its own, of the same person where they are known.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.intake.record_marks import (
    NONE,
    OWNER,
    RECORD,
    PastReleases,
    record_marks,
)
from alliance_analytics.publish.audit.published import STATEMENT
from alliance_analytics.publish.catalogue import OTHERS
from alliance_analytics.review.auditing.groups import LATER, Flags, Respondents

Floats = npt.NDArray[np.float64]
Weight = tuple[int, float]
Group = Mapping[Hashable, object]


@dataclass(frozen=True)
class Equations:
    """Equations over the answers of one wave; unknowns are numbered as they turn up, each with its owner."""

    respondents: Respondents
    rows: dict[frozenset[Weight], None] = field(default_factory=dict)
    places: dict[tuple[Hashable, Hashable], int] = field(default_factory=dict)
    answers: dict[tuple[str, str], list[list[Weight]]] = field(default_factory=dict)

    def take(self, kind: str, scale: str, people: Flags) -> None:
        """Take the sum of some people's scores for published."""
        answers = self._answers(kind, scale)
        self._add(pair for person in np.flatnonzero(people).tolist() for pair in answers[person])

    def take_earlier(self, past: PastReleases) -> None:
        """Take everything that earlier releases showed for published as well."""
        if not past.releases:
            return
        people, scores = self.respondents.people, self.respondents.scores
        marks = record_marks(people, scores, scores.statements, past.key)
        groups = {name: people[name].to_numpy() for name in ("partner", "level")}
        now = marks.reset_index(drop=True).assign(**groups)
        for release in past.releases:
            before = _Before(release.records, now)
            for group in release.shown.to_dict("records"):
                self._add(self._records(before, group))

    @property
    def matrix(self) -> tuple[Floats, list[int]]:
        """What each unknown weighs in each equation, and the number of its owner."""
        table = np.zeros((len(self.rows), len(self.places)))
        for line, row in zip(table, self.rows, strict=True):
            line[[place for place, _ in row]] = [weight for _, weight in row]
        owners = {owner: number for number, owner in enumerate(dict.fromkeys(o for o, _ in self.places))}
        return table, [owners[owner] for owner, _ in self.places]

    def _add(self, weights: Iterable[Weight]) -> None:
        """Take an equation; what was told before tells nothing again."""
        self.rows.setdefault(frozenset(weights))

    def _place(self, owner: Hashable, what: Hashable) -> int:
        return self.places.setdefault((owner, what), len(self.places))

    def _answers(self, kind: str, scale: str) -> list[list[Weight]]:
        """Return the unknowns of each person's score with their weights: the mean of what they answered."""
        if (kind, scale) not in self.answers:
            asked = list(self.respondents.scores.statements[kind][scale])
            given = self.respondents.scores["item"][asked].notna().to_numpy()
            self.answers[kind, scale] = [
                [(self._place(person, item), 1 / len(items)) for item in items]
                for person, known in enumerate(given)
                for items in [[*compress(asked, known)]]
            ]
        return self.answers[kind, scale]

    def _records(self, before: _Before, group: Group) -> Iterator[Weight]:
        """Yield the unknowns of the records that an earlier release summed up."""
        kind, scale = str(group["scale"]), str(group["name"])
        column = RECORD if kind == STATEMENT else f"{kind}:{scale}"
        if column not in before.records or column not in before.now:
            return
        answers, (marks, changed) = self._answers(kind, scale), before.marked(column)
        for place in np.flatnonzero(before.inside(group)).tolist():
            person = before.same.get(place, changed.get(marks[place]))
            if marks[place] == NONE:
                continue
            if person is None:
                yield self._place(before.owners[place], (scale, marks[place])), 1.0
            else:
                yield from answers[person]


@dataclass(frozen=True)
class _Before:
    """The records of an earlier release beside those of now, both with their marks."""

    records: pd.DataFrame
    now: pd.DataFrame
    _marked: dict[str, tuple[list[str], dict[str, int]]] = field(default_factory=dict)
    _flags: dict[tuple[str, str], Flags] = field(default_factory=dict)

    @cached_property
    def same(self) -> dict[int, int]:
        """The place of each record that is still as it was, to that of the record of now.

        Records of people who cannot be linked may share a mark: each is taken once, those of one group first.
        """
        found: dict[int, int] = {}
        for names in ([RECORD, OWNER, "partner", "level"], [RECORD, OWNER]):
            left: dict[tuple[str, ...], list[int]] = {}
            taken = set(found.values())
            for place, key in enumerate(_keys(self.now, names)):
                if place not in taken:
                    left.setdefault(key, []).append(place)
            for place, key in enumerate(_keys(self.records, names)):
                if place not in found and left.get(key):
                    found[place] = left[key].pop(0)
        return found

    @cached_property
    def owners(self) -> list[Hashable]:
        """Whose each record is: a person of now by number, or somebody by a mark."""
        known = {mark: person for person, mark in enumerate(self.now[OWNER]) if mark != NONE}
        pairs = zip(self.records[OWNER], self.records[RECORD], strict=True)
        return [known.get(owner, owner or whole) for owner, whole in pairs]

    def marked(self, column: str) -> tuple[list[str], dict[str, int]]:
        """Return the marks of then on one scale, and those of now that are none of then, to their places."""
        if column not in self._marked:
            then, marks = set(self.same.values()), enumerate(self.now[column].tolist())
            changed = {mark: place for place, mark in marks if mark != NONE and place not in then}
            self._marked[column] = self.records[column].tolist(), changed
        return self._marked[column]

    def inside(self, group: Group) -> Flags:
        """Return which records of then a group holds."""
        found = np.ones(len(self.records), dtype=bool)
        for column in ("partner", "level", "link"):
            value = group[column]
            if isinstance(value, str):
                theirs = self._flagged("later" if value in LATER else column, value.removeprefix(OTHERS))
                found &= ~theirs if value.startswith(OTHERS) else theirs
        return found

    def _flagged(self, column: str, value: str) -> Flags:
        if (column, value) not in self._flags:
            self._flags[column, value] = self.records[column].eq(value).to_numpy()
        return self._flags[column, value]


def _keys(table: pd.DataFrame, names: list[str]) -> Iterator[tuple[str, ...]]:
    yield from zip(*(table[name].fillna("").astype(str) for name in names), strict=True)
