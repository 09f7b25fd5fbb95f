"""Nobody in the middle is a sign that the form had no middle, and that its scale is a shorter one.

*Agree* is point 4 of 5 and point 3 of 4. In one column, chance may leave the middle empty; over a whole file
it hardly can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.labels import Scale
from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.scored_column import ScoredColumn

MANY = 100
"""Answers in a file of which some would be in the middle if there were one. Our convention."""
ENOUGH = 30
"""Answers in a column from which an empty middle is worth a note. Our convention."""


def refuse_coarser_scale(columns: Sequence[ScoredColumn], scale: Scale, file: str) -> None:
    """Raise when many answered, with every answer but the middle one.

    Parameters
    ----------
    columns : sequence of ScoredColumn
        All columns of a file that are read on one scale.
    scale : Scale
        That scale.
    file : str
        Name of the file, for messages.

    Raises
    ------
    ExportError
        With what to say in the settings.
    """
    together = sum(map(_points, columns), Counter[int]())
    if _lacks_middle(together, scale, MANY) and not any(_declares_middle(one, scale) for one in columns):
        raise ExportError(
            "Nobody gave the middle answer: the form may have had none, and then its scale is another.",
            where=file,
            found=f"{together.total()} answers, none at point {_middle(scale)} of {scale.points}",
            allowed=scale.id,
            remedy="Look at the form. Had it no middle, say rescale: {'*': "
            f"{scale.points - 1}}} in the wave's settings; had it one, say rescale: {{'*': {scale.points}}}.",
        )


def notes_on_middle(columns: Sequence[ScoredColumn], scale: Scale) -> list[LogEntry]:
    """Return a note on each column in which nobody gave the middle answer, though many answered."""
    action = (
        f"Read on {scale.points} points. If this question offered {scale.points - 1} answers, say so under "
        "rescale in the wave's settings."
    )
    return [
        LogEntry("no_middle", action, found=f"{points.total()} answers", column=one.heading)
        for one, points in ((one, _points(one)) for one in columns)
        if _lacks_middle(points, scale, ENOUGH) and not _declares_middle(one, scale)
    ]


def _points(one: ScoredColumn) -> Counter[int]:
    """Return how often each point was given in words; a bare number says nothing of a middle."""
    points: Counter[int] = Counter()
    for reading, count in zip(one.readings, one.counts, strict=True):
        if isinstance(reading.meaning, int) and reading.how != "number":
            points[reading.meaning] += int(count)
    return points


def _lacks_middle(points: Counter[int], scale: Scale, enough: int) -> bool:
    others = set(range(1, scale.points + 1)) - {_middle(scale)}
    return scale.points % 2 == 1 and points.total() >= enough and set(points) == others


def _middle(scale: Scale) -> int:
    return (scale.points + 1) // 2


def _declares_middle(one: ScoredColumn, scale: Scale) -> bool:
    return _middle(scale) in one.declared.values()
