"""Header records that stand among the answers once more, where somebody put one export below another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.table import Table

ENOUGH = 0.5
"""Share of a header's cells from which a record repeats it. Our convention."""


def without_repeated_headers(read: Export, table: Table) -> Export:
    """Return the export without records that repeat a header record.

    Parameters
    ----------
    read : Export
        What a platform's reader made of the table.
    table : Table
        With the header records still among its cells.
    """
    headers = [table.record(place) for place in range(read.header_records)]
    below = table.cells.iloc[read.header_records :]
    repeated = sorted({row for header in headers for row in _repeating(below, header)} & {*read.cells.index})
    if not repeated:
        return read
    notes = tuple(
        LogEntry("note_row", "Left out: it repeats the headings.", row=int(row)) for row in repeated
    )
    return replace(
        read,
        cells=read.cells.drop(index=repeated),
        exclusion=read.exclusion.drop(index=repeated),
        unfinished_forms={form: left.drop(index=repeated) for form, left in read.unfinished_forms.items()},
        notes=(*read.notes, *notes),
    )


def _repeating(cells: pd.DataFrame, header: Sequence[str]) -> list[int]:
    """Return the numbers of the records that say, cell by cell, what the header says."""
    headed = [place for place, text in enumerate(header) if text]
    if not headed:
        return []
    longest = max(headed, key=lambda place: len(header[place]))
    met = [place for place, text in enumerate(cells[longest].tolist()) if text.strip() == header[longest]]
    if not met:
        return []
    alike = cells.iloc[met, headed]
    same = alike.apply(lambda column: column.str.strip() == header[column.name])
    return [int(row) for row in same.index[same.mean(axis=1) >= ENOUGH]]
