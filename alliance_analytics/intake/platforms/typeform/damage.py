"""Answers that a spreadsheet program took for dates: *1-5* comes back as *01-May*, *6-25* as *Jun-25*.

What stood there before cannot be told for certain, so the cells stay as they are, and a note says how many.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from alliance_analytics.intake.log import LogEntry, cells, heading_shown
from alliance_analytics.intake.platforms.base import Column

MONTH = r"(?:jan|feb|mrt|mar|apr|may|mei|jun|jul|aug|sep|oct|okt|nov|dec)"
SHORT_DATE = re.compile(rf"\d{{1,2}}-{MONTH}|{MONTH}-\d{{2,4}}", re.IGNORECASE)
MIDNIGHT = re.compile(r"\d{4}-\d{2}-\d{2}(?: 00:00:00)?")
"""A whole day in a workbook; where other cells hold no date, nobody was asked for one."""


def turned_into_dates(columns: Sequence[Column], records: pd.DataFrame) -> list[LogEntry]:
    """Return a note on each column of answers in which some cells look like damaged ranges.

    Parameters
    ----------
    columns : sequence of Column
        One a column of ``records``.
    records : DataFrame of str
        The answers.
    """
    answers = [place for place, column in enumerate(columns) if column.role == "answer"]
    counts = {place: _damaged(records[place]) for place in answers}
    return [_note(columns[place], count) for place, count in counts.items() if count]


def _damaged(column: pd.Series[str]) -> int:
    """Return the number of damaged cells in a column."""
    texts = [text for text in column.unique() if text.strip()]
    short = [text for text in texts if SHORT_DATE.fullmatch(text.strip())]
    days = [text for text in texts if MIDNIGHT.fullmatch(text.strip())]
    damaged = [*short, *days] if len(short) + len(days) < len(texts) else short
    return int(column.isin(damaged).sum()) if damaged else 0


def _note(column: Column, count: int) -> LogEntry:
    action = "Kept as they are: a spreadsheet program took answers such as 1-5 for dates. Export again."
    return LogEntry("turned_into_dates", action, found=cells(count), column=heading_shown(column.text))
