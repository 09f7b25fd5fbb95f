"""What happened to the data on its way in: one row for each thing found, with what was done about it.

Nothing is lost silently. Each step of the intake returns its entries beside its result, and the log of a
file is all of them in order. An entry never holds a comment, a name or a mail address; a label of an answer
scale it may show.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

Reason = Literal[
    # the file
    "encoding",
    "padding",
    "other_sheets",
    "note_row",
    # its columns
    "identifiers_dropped",
    "matched_loosely",
    "item_not_found",
    "column_not_used",
    # its rows
    "preview",
    "test",
    "spam",
    "unfinished",
    "opened_only",
    "empty",
    "duplicate",
    "straight_lined",
    "one_respondent",
    # its cells
    "label_variant",
    "misspelt",
    "numbers_read",
    "number_contradicts_wording",
    "unreadable",
    "partner_variant",
    "partner_unknown",
    "level_variant",
    "level_unknown",
]

COLUMNS = ("file", "row", "column", "reason", "found", "action")
LONGEST_HEADING = 80
LONGEST_LABEL = 40


@dataclass(frozen=True)
class LogEntry:
    """One thing found in a file.

    Parameters
    ----------
    reason : str
        Short code of what was found.
    action : str
        What was done about it, as a sentence.
    found : str, optional
        The value met. Never a comment, a name or a mail address.
    column : str, optional
        Heading of the column, or '' when it concerns a row or the whole file.
    row : int, optional
        Number of the record in the file, from 1, header records counted.
    """

    reason: Reason
    action: str
    found: str = ""
    column: str = ""
    row: int | None = None


@dataclass(frozen=True)
class IntakeLog:
    """The entries of one file, in the order they were made."""

    file: str
    entries: tuple[LogEntry, ...] = ()

    def with_entries(self, entries: Iterable[LogEntry]) -> IntakeLog:
        """Return a log that also holds ``entries``; this one stays as it is."""
        return IntakeLog(self.file, (*self.entries, *entries))

    def frame(self) -> pd.DataFrame:
        """Return the log as a frame with the columns of ``COLUMNS``; ``row`` is Int64, NA for no row."""
        rows = [(self.file, e.row, e.column, e.reason, e.found, e.action) for e in self.entries]
        return pd.DataFrame(rows, columns=list(COLUMNS)).astype(
            {"row": "Int64"} | dict.fromkeys(_TEXTS, "object")
        )


_TEXTS = tuple(name for name in COLUMNS if name != "row")


def heading_shown(heading: str) -> str:
    """Return a heading on one line, short enough for a table."""
    return _shortened(" ".join(heading.split()), LONGEST_HEADING)


def label_shown(label: str) -> str:
    """Return a label as it may stand in a log.

    A long text, or one with a mail address, is somebody's own words in a column of labels: it is counted,
    not shown.
    """
    return (
        repr(label)
        if len(label) <= LONGEST_LABEL and "@" not in label
        else f"a text of {len(label)} characters"
    )


def cells(count: int) -> str:
    """Return a number of cells in words, e.g. ``'1 cell'`` or ``'3 cells'``."""
    return "1 cell" if count == 1 else f"{count} cells"


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 3] + "..."
