"""The seam for survey platforms: what a reader must offer, and what it hands over.

A reader knows one thing, the layout of its platform: which records are headers, what a column is for, which
rows the platform itself marks as previews, tests or unfinished. It knows nothing of statements, scales or
partners.

To add a platform, make a folder with a ``reader.py`` that holds one class of the shape of ``Platform``, and
name it in the registry, ``platforms/__init__.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

import pandas as pd

from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.table import Table, each_text
from alliance_analytics.model.answer_scales import MissingKind
from alliance_analytics.model.spelling import plain

LAST_BRACKETS = re.compile(r"^(?P<question>.*?)\s*\[(?P<part>(?:[^\[\]]|\[[^\[\]]*\])*)\]\s*$", re.DOTALL)

Role = Literal[
    "answer",
    "choice",
    "other_text",
    "mail",
    "token",
    "response_id",
    "record_id",
    "device",
    "identifier",
    "timing",
    "administration",
]
RowReason = Literal["preview", "test", "spam", "unfinished", "refused_consent", "other_row"]


@dataclass(frozen=True)
class Column:
    """One column of an export.

    Parameters
    ----------
    name : str
        The platform's short name or code, or ''.
    text : str
        The question as asked, or ''.
    part : str, optional
        The row or sub-question within the question, where the platform tells them apart.
    role : str, optional
        What the column is for. Only an ``'answer'`` can be a question of the instrument; a ``'choice'`` is
        one option of a question with several answers; ``'other_text'`` is what was typed beside the choice
        *Other*; a ``'device'`` tells two sendings from one place; a ``'record_id'`` numbers a person whose
        answers may take several rows, in this file only; ``'timing'`` is how long a page or form took.
    beside : int, optional
        For an ``'other_text'``, the place of the column that it belongs to.
    repeats : int, optional
        The place of an earlier column of the same question, which holds the answers of both.
    labels : mapping of str to str, optional
        Code to its label, where the file itself declares them.
    missing : frozenset of str, optional
        Codes that the file declares as missing.
    form : str, optional
        The form that asks it, where one file holds several that are finished one by one.
    """

    name: str
    text: str
    part: str = ""
    role: Role = "answer"
    beside: int | None = None
    repeats: int | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    form: str = ""

    @property
    def heading(self) -> str:
        """What a person would call the column."""
        text = f"{self.text} [{self.part}]" if self.part and self.text else self.part or self.text
        return text or self.name

    @property
    def declares_answers(self) -> bool:
        """Whether the file says which answers were offered; a code in words says only what was given."""
        return any(plain(code.replace("_", " ")) != plain(label) for code, label in self.labels.items())


@dataclass(frozen=True)
class Export:
    """A survey export in one shape, whatever its platform.

    Parameters
    ----------
    platform : str
        Name of the platform in the registry.
    file : str
        Name of the file.
    columns : tuple of Column
        One a column of ``cells``, in the order of the file.
    cells : DataFrame of str, (records, columns)
        Columns numbered from 0; the index holds the record's number in the file. Header records are gone.
    exclusion : Series of str, (records,)
        Why the platform's own administration rules a record out, or ''.
    unfinished_forms : mapping of str to Series of bool, optional
        Form to the records that left it unfinished, for the ``form`` of the columns.
    missing_labels : mapping of str to str, optional
        Cells, as written, that this platform fills in by itself, each to its kind of missing.
    bare_numbers_are_points : bool, optional
        Whether a scale leaves bare numbers, 1 to the highest point, and its labels nowhere in the file.
    header_records : int, optional
        Records of the file before the first respondent; 0 where names and labels are kept apart.
    unexplained : str, optional
        What would say what the codes mean, where the cells are codes and nothing says so.
    notes : tuple of LogEntry, optional
        What was found on the way.
    """

    platform: str
    file: str
    columns: tuple[Column, ...]
    cells: pd.DataFrame = field(repr=False)
    exclusion: pd.Series[str] = field(repr=False)
    unfinished_forms: Mapping[str, pd.Series[bool]] = field(default_factory=dict, repr=False)
    missing_labels: Mapping[str, MissingKind] = field(default_factory=dict)
    bare_numbers_are_points: bool = False
    header_records: int = 1
    unexplained: str = ""
    notes: tuple[LogEntry, ...] = ()


def question_and_part(heading: str) -> tuple[str, str]:
    """Return a heading such as ``Question [row]`` in two; the part is '' when there are no last brackets.

    Examples
    --------
    >>> question_and_part("How far? [We (all of [them]) agree.]")
    ('How far?', 'We (all of [them]) agree.')
    """
    found = LAST_BRACKETS.match(heading)
    return (found["question"], found["part"].strip()) if found else (heading, "")


class Platform(Protocol):
    """A survey platform whose exports can be read."""

    @property
    def name(self) -> str:
        """Name of the platform, in lower case with hyphens."""
        ...

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names by which settings may call it."""
        ...

    def recognises(self, table: Table) -> bool:
        """Return whether the table certainly is an export of this platform."""
        ...

    def read(self, table: Table) -> Export:
        """Return the export; raises ExportError when the table cannot be one of this platform."""
        ...


def responses_below(table: Table, headers: int) -> pd.DataFrame:
    """Return the records of a table that follow its ``headers`` header records."""
    return table.cells.iloc[headers:]


def export(platform: str, table: Table, columns: Iterable[Column], cells: pd.DataFrame) -> Export:
    """Return an export of which no record is ruled out yet.

    Parameters
    ----------
    platform : str
        Name of the platform.
    table : Table
        Where it comes from; its notes are carried along.
    columns : iterable of Column
        One a column of ``cells``.
    cells : DataFrame of str
        The records of respondents.
    """
    nothing = pd.Series("", index=cells.index, dtype=object)
    return Export(platform, table.file, tuple(columns), cells, nothing, notes=table.notes)


def ruled_out(cells: pd.DataFrame, marks: Mapping[RowReason, pd.Series[bool]]) -> pd.Series[str]:
    """Return the reason for each record: the first of ``marks`` that holds, or ''."""
    reasons = pd.Series("", index=cells.index, dtype=object)
    for reason, mark in marks.items():
        reasons = reasons.mask(mark & (reasons == ""), reason)
    return reasons


def without_note_rows(
    read: Export, place: int | None, is_given: Callable[[str], bool] = lambda text: bool(text.strip())
) -> Export:
    """Return the export without records that lack what the platform gives every respondent.

    Someone who works in an export adds rows of their own, such as totals or levels of measurement. They
    are told by the cell at ``place``, in the column of ids or times, which is empty or not ``is_given`` by
    the platform. When that column is so altogether it tells nothing.
    """
    if place is None:
        return read
    given = each_text(read.cells[place], is_given).astype(bool)
    if given.all() or not given.any():
        return read
    notes = tuple(_note_row(int(row)) for row in read.cells.index[~given])
    return replace(
        read, cells=read.cells[given], exclusion=read.exclusion[given], notes=(*read.notes, *notes)
    )


def _note_row(row: int) -> LogEntry:
    return LogEntry("note_row", "Left out: the platform gave this record no id or time.", row=row)
