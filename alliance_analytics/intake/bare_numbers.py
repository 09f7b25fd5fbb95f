"""Numbers without a label: what they stand for where somebody said so, and a refusal where nobody did.

Forms print words at the ends of a scale and bare numbers in between, or numbers alone. Which way they count
is never guessed, and a number that the scale does not have is a sign of another scale.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import codes
from alliance_analytics.intake.labels import LabelReading, Meaning
from alliance_analytics.intake.log import heading_shown
from alliance_analytics.intake.scored_column import ScoredColumn

SLIPS = 0.01
"""Share of a column's cells up to which stray numbers are slips of the pen, as is a single one."""


def with_numbers(
    columns: Sequence[ScoredColumn], points: int, usual: codes.Line | None, file: str
) -> list[ScoredColumn]:
    """Return the columns with their bare numbers read.

    A number is placed by what its own column declares, else by what all columns together declare, else by
    what is usual on the platform where numbers alone are offered; a number that none of these places stays
    unread.

    Parameters
    ----------
    columns : sequence of ScoredColumn
        All columns of a file that are read on one scale.
    points : int
        The highest point of the scale.
    usual : Line, optional
        What bare numbers mean on this platform, if that is known.
    file : str
        Name of the file, for messages.

    Raises
    ------
    ExportError
        If bare numbers stand beside labels whose numbers contradict their wording or count otherwise, beside
        labels without numbers, or if they run off the scale.
    """
    shared = codes.line_through(anchor for one in columns for anchor in one.anchors)
    read = [_numbered(one, shared or (None if _is_worded(one) else usual), points, file) for one in columns]
    for one in read:
        _refuse_unplaced(one, file)
        _refuse_off_scale(one, points, file)
    return read


def _numbered(one: ScoredColumn, shared: codes.Line | None, points: int, file: str) -> ScoredColumn:
    if not one.bare_numbers:
        return one
    codes.refuse_contradiction(one.anchors, one.column, file)
    near = [number for number in one.bare_numbers if abs(number) <= codes.FARTHEST]
    line = codes.line_for(one.anchors, near, points) or shared
    if line:
        codes.refuse_off_line(one.anchors, line, one.column, file)
    kinds = _kinds_beside(one)
    return replace(one, readings=tuple(_on_line(reading, line, points, kinds) for reading in one.readings))


def _is_worded(one: ScoredColumn) -> bool:
    """Return whether labels without a number stand in a column: then a bare number is none of its answers."""
    return any(reading.how == "wording" and reading.number is None for reading in one.readings)


def _kinds_beside(one: ScoredColumn) -> Mapping[int, Meaning]:
    """Return the numbers that stand beside the label of a missing answer, each with its kind."""
    return {
        reading.number: reading.meaning
        for reading in one.readings
        if reading.how == "wording" and reading.number is not None and isinstance(reading.meaning, str)
    }


def _on_line(
    reading: LabelReading, line: codes.Line | None, points: int, kinds: Mapping[int, Meaning]
) -> LabelReading:
    if reading.how != "number" or reading.number is None:
        return reading
    if reading.number in kinds:
        return replace(reading, meaning=kinds[reading.number])
    point = line.point(reading.number, points) if line else None
    return replace(reading, meaning="unreadable" if point is None else point)


def _refuse_unplaced(one: ScoredColumn, file: str) -> None:
    """Raise when labels are read and the numbers between them are not: only the ends would be left."""
    unread = _unread(one)
    if not one.wordings or not _more_than_slips(one, unread):
        return
    raise ExportError(
        "Labels and bare numbers stand in one column, and nothing says which way the numbers count.",
        where=f"{file}, {heading_shown(one.column.name or one.column.heading)}",
        found=f"{len(one.wordings)} labels, and numbers from {min(unread)} to {max(unread)}",
        allowed="labels throughout, or numbers whose ends are declared",
        remedy="Give the lowest and the highest number a label in the answer codes of the wave's settings.",
    )


def _refuse_off_scale(one: ScoredColumn, points: int, file: str) -> None:
    """Raise when numbers were read, and others lie just beyond the ends of the scale."""
    beyond = {n: count for n, count in _unread(one).items() if abs(n) <= codes.FARTHEST}
    if not one.numbers or not _more_than_slips(one, beyond):
        return
    read = sorted({*one.numbers, *beyond})
    raise ExportError(
        "Numbers run off the scale: it is another scale, or they stand for missing answers.",
        where=f"{file}, {heading_shown(one.column.name or one.column.heading)}",
        found=f"numbers from {read[0]} to {read[-1]}",
        allowed=f"{points} points",
        remedy="Say rescale: with the number of points in the wave's settings, or in its answer codes what "
        f"{', '.join(map(str, sorted(beyond)))} means.",
    )


def _unread(one: ScoredColumn) -> dict[int, int]:
    """Return the bare numbers that were not read, each with its number of cells."""
    read = zip(one.readings, one.counts, strict=True)
    return {
        reading.number: int(count)
        for reading, count in read
        if reading.how == "number" and reading.number is not None and reading.meaning == "unreadable"
    }


def _more_than_slips(one: ScoredColumn, cells: Mapping[int, int]) -> bool:
    return sum(cells.values()) > max(1, SLIPS * int(one.counts.sum()))
