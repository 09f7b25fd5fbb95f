"""Grids that are written out: a column for each answer to a statement, and a mark in the one given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from alliance_analytics.intake.log import LogEntry, heading_shown
from alliance_analytics.intake.platforms.base import Column, Export, question_and_part
from alliance_analytics.intake.platforms.known_labels import are_one_scale, is_known_label
from alliance_analytics.intake.platforms.several_answers import MARKS
from alliance_analytics.model.spelling import plain

DASH = " - "
"""What stands between a statement and an answer option."""


@dataclass(frozen=True)
class Statement:
    """One statement of a grid, as a column of its own, and the place of each of its answer options."""

    column: Column
    options: dict[str, int]

    @property
    def places(self) -> list[int]:
        """The places of the options."""
        return [*self.options.values()]


def gathered(read: Export) -> Export:
    """Return the export with a column for each statement of which the whole answer scale is written out.

    The options' columns become choices; the statements' columns follow after the last column of the file.
    Where one person chose two options of a statement, its columns stay as they are.

    Parameters
    ----------
    read : Export
        Only columns that are answers are looked at.
    """
    statements = [one for one in _statements(read.columns) if _holds_marks(read.cells, one)]
    chosen = [_chosen(read.cells, one) for one in statements]
    twice = [int((marks.sum(axis=1) > 1).sum()) for marks in chosen]
    single = [(one, marks) for one, marks, count in zip(statements, chosen, twice, strict=True) if not count]
    options = {place for one, _ in single for place in one.places}
    columns = [replace(c, role="choice") if p in options else c for p, c in enumerate(read.columns)]
    answers = [_answers(marks).rename(len(columns) + n) for n, (_, marks) in enumerate(single)]
    notes = [
        left_apart(one.column, len(one.options), count)
        if count
        else put_together(one.column, len(one.options))
        for one, count in zip(statements, twice, strict=True)
    ]
    return replace(
        read,
        columns=(*columns, *(one.column for one, _ in single)),
        cells=pd.concat([read.cells, *answers], axis="columns") if answers else read.cells,
        notes=(*read.notes, *notes),
    )


def put_together(column: Column, count: int) -> LogEntry:
    """Return the note on columns that were read as one."""
    action = "Read as one column of answers: nobody answered in more than one."
    return LogEntry("folded", action, found=f"{count} columns", column=heading_shown(column.heading))


def left_apart(column: Column, count: int, twice: int) -> LogEntry:
    """Return the note on columns in which somebody answered more than once (``twice`` records)."""
    action = (
        "Not read as one column. If it is a question of the instrument, name the right one in the mapping."
    )
    records = "1 record" if twice == 1 else f"{twice} records"
    found = f"{count} columns, more than one of them filled in {records}"
    return LogEntry("not_folded", action, found=found, column=heading_shown(column.heading))


def _statements(columns: Sequence[Column]) -> list[Statement]:
    """Return the statements of which all points of one answer scale have a column each."""
    found: dict[tuple[str, str], Statement] = {}
    twice: set[tuple[str, str]] = set()
    for place, column in enumerate(columns):
        owner, option = _statement_and_option(column) if column.role == "answer" else (column, "")
        if option:
            key = (plain(owner.text), plain(owner.part))
            options = found.setdefault(key, Statement(owner, {})).options
            twice |= {key} if option in options else set()
            options[option] = place
    return [one for key, one in found.items() if key not in twice and are_one_scale([*one.options])]


def _statement_and_option(column: Column) -> tuple[Column, str]:
    """Return the column that a statement would have, and the option; '' where the heading names none."""
    if column.part and _is_option(column.part):
        return Column("", *question_and_part(column.text)), column.part
    statement, _, option = (column.part or column.text).rpartition(DASH)
    if not statement or not _is_option(option):
        return column, ""
    return Column("", column.text, statement) if column.part else Column("", statement), option


def _is_option(text: str) -> bool:
    return plain(text).isdecimal() or is_known_label(text)


def _holds_marks(cells: pd.DataFrame, statement: Statement) -> bool:
    return all(_is_marked(cells[place], option) for option, place in statement.options.items())


def _is_marked(cells: pd.Series[str], option: str) -> bool:
    """Return whether a column holds one mark: its option, a word such as *Yes*, or the option's code."""
    marks = {plain(text) for text in cells.unique()} - {""}
    chosen = marks - {"0"} or marks
    is_number = plain(option).isdecimal()
    return len(chosen) < 2 and all(
        mark in MARKS | {plain(option)} or (mark.removeprefix("-").isdecimal() and not is_number)
        for mark in chosen
    )


def _chosen(cells: pd.DataFrame, statement: Statement) -> pd.DataFrame:
    """Return for each record and option whether it was chosen; 0 says no where it stands beside marks."""
    texts = cells[statement.places].set_axis([*statement.options], axis="columns")
    filled = texts != ""
    return filled & (texts != "0") if (filled.sum(axis=1) > 1).any() else filled


def _answers(chosen: pd.DataFrame) -> pd.Series[str]:
    answers = pd.Series("", index=chosen.index, dtype=object)
    for option in chosen:
        answers = answers.mask(chosen[option], str(option))
    return answers
