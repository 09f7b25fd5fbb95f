"""Records that somebody looked at on the platform, and rejected.

Why they were rejected the export does not say, so they stay, and the log names them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.table import each_text
from alliance_analytics.model.spelling import plain

ACTION = "Kept, although somebody rejected it on the platform. Export without it if it should not count."


def with_rejections_noted(read: Export, name: str, rejected: Collection[str]) -> Export:
    """Return the export with a note on each record that was rejected.

    Parameters
    ----------
    read : Export
        Records of respondents.
    name : str
        Name of the column that holds the state of review; an export without it stays as it is.
    rejected : collection of str
        What it says of a rejected record, in plain spelling.
    """
    place = next((place for place, column in enumerate(read.columns) if column.name == name), None)
    if place is None:
        return read
    rows = read.cells.index[each_text(read.cells[place], plain).isin(rejected)]
    notes = (LogEntry("rejected", ACTION, row=int(row)) for row in rows)
    return replace(read, notes=(*read.notes, *notes))
