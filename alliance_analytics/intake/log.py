"""What happened to the data on its way in: one row for each thing found, with what was done about it.

Nothing is lost silently. Each step of the intake returns its entries beside its result, and the log of a
file is all of them in order. An entry never holds a comment, a name or a mail address; a label of an answer
scale it may show.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pandas as pd

from alliance_analytics.intake.identifiers.texts import identifying_text, masked

Reason = Literal[
    # the file
    "encoding",
    "padding",
    "other_sheets",
    "formula_without_result",
    "unpacked",
    "stray_quotes",
    "long_record",
    "short_record",
    "cut_off",
    "note_row",
    "data_dictionary",
    "unknown_layout",
    # its columns
    "identifiers_dropped",
    "matched_loosely",
    "item_not_found",
    "column_not_used",
    "folded",
    "not_folded",
    "turned_into_dates",
    # its rows
    "preview",
    "test",
    "spam",
    "refused_consent",
    "other_row",
    "unfinished",
    "opened_only",
    "empty",
    "misplaced",
    "duplicate",
    "several_rows",
    "rejected",
    "kept_rows",
    "straight_lined",
    "one_respondent",
    # its cells
    "label_variant",
    "misspelt",
    "label_language",
    "no_middle",
    "rescaled",
    "turned_twice",
    "turned_back",
    "recoded_copy",
    "numbers_read",
    "numbers_count_down",
    "number_contradicts_wording",
    "unreadable",
    "partner_variant",
    "partner_unknown",
    "partner_alike",
    "level_variant",
    "level_unknown",
]

COLUMNS = ("file", "row", "column", "reason", "found", "action")
HEADINGS_KEPT = 1_024
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

    def frame(self) -> pd.DataFrame:
        """Return the log as a frame with the columns of ``COLUMNS``; ``row`` is Int64, NA for no row."""
        texts = {
            name: pd.Series([getattr(entry, name) for entry in self.entries], dtype=object)
            for name in ("column", "reason", "found", "action")
        }
        rows = pd.Series([entry.row for entry in self.entries], dtype="Int64")
        file = pd.Series(self.file, index=rows.index, dtype=object)
        return pd.DataFrame({"file": file, "row": rows, **texts}, columns=list(COLUMNS))


@lru_cache(HEADINGS_KEPT)
def heading_shown(heading: str) -> str:
    """Return a heading on one line, short enough for a table, without what tells who somebody is."""
    return _shortened(" ".join(masked(heading).split()), LONGEST_HEADING)


def label_shown(label: str) -> str:
    """Return a label as it may stand in a log.

    A long text, or one that tells who somebody is, is somebody's own words in a column of labels: it is
    counted, not shown.
    """
    own_words = len(label) > LONGEST_LABEL or "@" in label or identifying_text(label)
    return length_of(label) if own_words else repr(label)


def length_of(text: str) -> str:
    """Return what may be said of a text that may not be shown."""
    return f"a text of {len(text)} characters"


def cells(count: int) -> str:
    """Return a number of cells in words, e.g. ``'1 cell'`` or ``'3 cells'``."""
    return "1 cell" if count == 1 else f"{count} cells"


def records(count: int) -> str:
    """Return a number of records in words, e.g. ``'1 record'`` or ``'3 records'``."""
    return "1 record" if count == 1 else f"{count} records"


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 3] + "..."
