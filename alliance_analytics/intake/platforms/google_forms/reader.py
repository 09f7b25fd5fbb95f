"""Google Forms: one header record, its first column a time stamp in the language of the form's owner.

Three routes lead to a file, and each writes times and several answers in a way of its own. A linear scale
leaves bare numbers; the words at its ends are not in the file. Nothing tells a test from a response.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    Role,
    export,
    question_and_part,
    responses_below,
    without_note_rows,
)
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.folding import folded
from alliance_analytics.intake.platforms.sample import first_texts
from alliance_analytics.intake.table import Table
from alliance_analytics.model.platform_headings import platform_headings
from alliance_analytics.model.spelling import plain

TIME = re.compile(
    r"\d{1,4}[-/. ]+\d{1,2}[-/. ]+\d{1,4}(?:\D.*\d{1,2}[:.]\d{2}|$)"  # a sheet, or a download
    r"|[^\W\d]{3} \d{1,2} \d{4} \d{2}:\d{2}:\d{2} GMT"  # a script
)
DRIVE = re.compile(r"https://(?:drive|docs)\.google\.com/")
SOME = 20
"""Records whose first cell is looked at."""
NEARLY_ALL = 0.8


class GoogleForms:
    """Responses of a Google form, as a sheet saved or as downloaded."""

    name = "google-forms"
    aliases = ("google", "google-form")

    def recognises(self, table: Table) -> bool:
        """Return whether the first column is headed as a time stamp, and holds times."""
        if table.variables or _own(table.record(0)[0]) != "time_stamp":
            return False
        stamps = [cell for cell in table.cells[0].iloc[1 : SOME + 1] if cell.strip()]
        return len(table.cells) == 1 or _mostly(map(_is_time, stamps), len(stamps))

    def read(self, table: Table) -> Export:
        """Return the export; rows without a time are somebody's notes."""
        cells = responses_below(table, 1)
        columns = [_column(place, heading, cells[place]) for place, heading in enumerate(table.headings)]
        read = without_note_rows(export(self.name, table, columns, cells), 0, _is_time)
        read = replace(read, bare_numbers_are_points=True)
        return without_consent(folded(read))


def _own(heading: str) -> str:
    return platform_headings("google-forms").get(plain(heading), "")


def _is_time(text: str) -> bool:
    return bool(TIME.search(text))


def _mostly(found: Iterable[bool], count: int) -> bool:
    return count > 0 and sum(found) >= NEARLY_ALL * count


def _column(place: int, heading: str, cells: pd.Series[str]) -> Column:
    return Column("", *question_and_part(heading), _role(place, heading, cells))


def _role(place: int, heading: str, cells: pd.Series[str]) -> Role:
    if place == 0 or not heading:
        return "administration"
    if _own(heading) == "mail":
        return "mail"
    return "identifier" if _holds_files(cells) else "answer"


def _holds_files(cells: pd.Series[str]) -> bool:
    """Return whether a column holds addresses of files that were sent in, each in its sender's name."""
    texts = first_texts(cells)
    return _mostly((bool(DRIVE.match(text)) for text in texts), len(texts))
