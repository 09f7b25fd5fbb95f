"""What an export shall hold, before a platform gives it a layout.

A writer takes this one value, so that every layout can be filled with the same answers and read back to
them. The frames are those that reading yields (answers as given, missing values with their kind), and the
dirt of real files, such as previews, duplicates and odd spelling, stands in it openly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Literal

import pandas as pd

from alliance_analytics.model.instrument import Instrument, Item

RecordKind = Literal["response", "duplicate", "preview", "test", "unfinished", "opened_only", "empty"]
Spelling = Mapping[tuple[int, str], str]


@dataclass(frozen=True)
class Record:
    """Who sent one record of an export, and when.

    ``partner`` is as written, ``level`` is its id; both are '' when the question was not reached.
    Identifiers are '' when the form did not ask for them; ``address`` is the network address. Times are
    local.
    """

    kind: RecordKind
    partner: str
    level: str
    started: datetime
    submitted: datetime
    mail: str = ""
    first_name: str = ""
    family_name: str = ""
    address: str = ""


@dataclass(frozen=True)
class AnswersToWrite:
    """One wave's answers, who gave them, and the dirt that comes with them.

    Parameters
    ----------
    instrument : Instrument
        The questionnaire; its order is the order of the columns.
    language : str
        Language of the form: ``'en'`` or ``'nl'``.
    stem : str
        The question above a block of statements.
    partners : tuple of str
        Partners as the form offers them, in order; their place is their code in a coded export.
    labels : mapping of str to str
        ``'1'`` to the highest point, ``'dont_know'`` and ``'not_applicable'``, each to its label.
    records : tuple of Record
        One for each record of the export, in order.
    answers : DataFrame of float, rows numbered from 0 as ``records``
        One column a scored item, 1 to the highest point as answered, NaN where nothing usable was answered.
    missing_kinds : DataFrame of str, same shape
        '', 'blank', 'dont_know', 'not_applicable' or 'not_shown'.
    comments : DataFrame of str, same rows
        One column an open question, '' when nothing was written.
    spellings : mapping, optional
        (row, item id) to the cell as written where the label is spelt oddly.
    codes : mapping of str to int, optional
        The keys of ``labels``, each to its number. When given, the export holds numbers instead of labels.
    """

    instrument: Instrument
    language: str
    stem: str
    partners: tuple[str, ...]
    labels: Mapping[str, str]
    records: tuple[Record, ...]
    answers: pd.DataFrame
    missing_kinds: pd.DataFrame
    comments: pd.DataFrame
    spellings: Spelling = field(default_factory=dict)
    codes: Mapping[str, int] | None = None

    @property
    def rows(self) -> range:
        """Numbers of the records, from 0."""
        return range(len(self.records))

    @property
    def open_items(self) -> tuple[Item, ...]:
        """The open questions, in questionnaire order."""
        return tuple(item for item in self.instrument.items if item.kind == "open")

    @property
    def has_mail(self) -> bool:
        """Whether the form collected mail addresses."""
        return any(record.mail for record in self.records)

    @property
    def drawn(self) -> datetime:
        """The moment of the last record."""
        return max(record.submitted for record in self.records)

    def asked(self, kind: Literal["partner", "level"]) -> str:
        """Return the text of the question for the partner or the level."""
        return next(item.asked(self.language) for item in self.instrument.items if item.kind == kind)

    def answer(self, row: int, item_id: str) -> str:
        """Return what was answered: ``'1'`` up, a kind of missing, or ``''`` for an answer never given."""
        return self._given[row][item_id]

    @cached_property
    def _given(self) -> list[dict[str, str]]:
        """Every answer as ``answer`` returns it, one dictionary a record."""
        kinds = self.missing_kinds.replace("blank", "")
        points = self.answers.map("{:.0f}".format)
        shown = points.where(self.answers.notna(), kinds)
        return [{str(item): str(answer) for item, answer in row.items()} for row in shown.to_dict("records")]

    def cell(self, row: int, item_id: str) -> str:
        """Return the cell of an answer as a file of labels, or of numbers, holds it."""
        answer = self.answer(row, item_id)
        if self.codes is not None:
            return str(self.codes[answer]) if answer in self.codes else ""
        return self.spellings.get((row, item_id), self.labels.get(answer, ""))

    def partner_cell(self, row: int) -> str:
        """Return the partner as written, or its place among ``partners`` in a coded export."""
        written = self.records[row].partner
        if self.codes is None or written not in self.partners:
            return written
        return str(self.partners.index(written) + 1)

    def level_cell(self, row: int) -> str:
        """Return the level's wording in this form, or its place in the instrument in a coded export."""
        level = self.records[row].level
        if level not in self.instrument.levels:
            return ""
        if self.codes is not None:
            return str(list(self.instrument.levels).index(level) + 1)
        return self.instrument.levels[level][self.language]

    def answer_cells(self, row: int) -> list[str]:
        """Return one record's cells: partner, level, the statements, then the open questions."""
        statements = [self.cell(row, item.id) for item in self.instrument.scored]
        comments = [str(self.comments[item.id].iloc[row]) for item in self.open_items]
        return [self.partner_cell(row), self.level_cell(row), *statements, *comments]


def codes_in_order(points: int, *, first_special: int, reverse: bool = False) -> dict[str, int]:
    """Return codes for an answer scale: 1 up (or down) for the points, then two for no usable answer.

    Parameters
    ----------
    points : int
        Number of points of the scale.
    first_special : int
        Code of *don't know*, above ``points``; *not applicable* is the next.
    reverse : bool, default False
        Let 1 mean the highest point, as forms do that list agreement first.

    Examples
    --------
    >>> codes_in_order(3, first_special=8, reverse=True)
    {'1': 3, '2': 2, '3': 1, 'dont_know': 8, 'not_applicable': 9}
    """
    numbers = range(points, 0, -1) if reverse else range(1, points + 1)
    codes = {str(point): code for point, code in zip(range(1, points + 1), numbers, strict=True)}
    return codes | {"dont_know": first_special, "not_applicable": first_special + 1}
