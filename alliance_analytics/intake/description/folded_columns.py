"""The columns of an export in the order of the file, a grid that was written out in its own place."""

from __future__ import annotations

from collections.abc import Sequence

from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.model.spelling import plain


def in_file_order(export: Export, width: int) -> list[int]:
    """Return the places of the columns to describe, in the order of the file.

    Statements that were put together from a column an option stand after the last column of the file: each
    takes the place of the first of its options, which are not described. A column that repeats a question
    is a part of the column that it repeats.

    Parameters
    ----------
    export : Export
        Records of respondents.
    width : int
        Columns of the file.
    """
    folded = {place: _options(export.columns, place, width) for place in range(width, len(export.columns))}
    hidden = {option for options in folded.values() for option in options}
    first = {options[0]: place for place, options in folded.items() if options}
    order = [first.get(place, place) for place in range(width) if place in first or place not in hidden]
    lost = [place for place, options in folded.items() if not options]
    return [place for place in (*order, *lost) if export.columns[place].repeats is None]


def _options(columns: Sequence[Column], statement: int, width: int) -> list[int]:
    """Return the places of the options of a statement: choices whose heading begins with it."""
    wanted = columns[statement]
    return [
        place
        for place, column in enumerate(columns[:width])
        if column.role == "choice" and _belongs(column, wanted)
    ]


def _belongs(option: Column, statement: Column) -> bool:
    if statement.part and option.part:
        return plain(option.text) == plain(statement.text) and plain(option.part).startswith(
            plain(statement.part)
        )
    return plain(option.text).startswith(plain(statement.heading)) or plain(option.heading).startswith(
        plain(statement.heading)
    )
