"""Which columns ask one question: the rows of a grid, by their common text, or by the stem of their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alliance_analytics.intake.platforms.base import Column, question_and_part
from alliance_analytics.model.spelling import plain

NUMBERED = re.compile(r"(?P<stem>.*[^\d_.\W]\w*?)[_.]?\d+[a-z]?")
BRACKETED = re.compile(r"(?P<stem>[^\[]+)\[.*\]")


def grids_of(columns: Sequence[Column]) -> list[str]:
    """Return for each column what its grid is known by, or '' when it stands alone.

    Parameters
    ----------
    columns : sequence of Column
        In the order of the file.
    """
    keys = [_key(column) for column in columns]
    return [key if keys.count(key) > 1 else "" for key in keys]


def _key(column: Column) -> str:
    if column.part and column.text:
        return plain(question_and_part(column.text)[0])
    name = column.name
    found = BRACKETED.fullmatch(name) or NUMBERED.fullmatch(name or column.heading)
    return f"{plain(found['stem'])} ..." if found and " " not in found["stem"] else ""
