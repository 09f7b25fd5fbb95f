"""What is in doubt about a file as a whole: its reader's notes, scales of several lengths, turned copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from alliance_analytics.intake.description.described import Problem, Scale
from alliance_analytics.intake.description.graded_columns import GradedColumn
from alliance_analytics.intake.description.grading import Grading
from alliance_analytics.intake.description.safe_texts import heading
from alliance_analytics.intake.log import LogEntry

FEWEST_ANSWERS, FEWEST_DIFFERENT = 5, 3


def noted(notes: Iterable[LogEntry]) -> list[Problem]:
    """Return the notes of a reader as problems."""
    return [Problem(note.row, heading(note.column), heading(note.found), "", note.action) for note in notes]


def several_lengths(graded: Mapping[int, GradedColumn], scales: Mapping[int, Scale]) -> list[Problem]:
    """Return a problem for each kind of scale that has several lengths in one file."""
    lengths: dict[str, set[int]] = {}
    for place, one in graded.items():
        points = scales[place].points
        if points:
            lengths.setdefault(_called(one.grading), set()).add(points)
    action = "Kept apart: answers on scales of several lengths cannot be averaged as they are."
    return [
        Problem(None, "", f"{name}: {_listed(points)} points", "one length", action)
        for name, points in lengths.items()
        if len(points) > 1
    ]


def turned_copies(answers: Mapping[int, npt.NDArray[np.float64]], headings: Sequence[str]) -> list[Problem]:
    """Return a problem for each column that is another one turned round, in every record.

    Parameters
    ----------
    answers : mapping of int to array of float, (records,)
        Place of a column to its answers as numbers, NaN where there is none.
    headings : sequence of str
        For every column, its heading as shown.
    """
    centred = {place: _centred(values) for place, values in answers.items()}
    keys = {key.tobytes(): place for place, key in centred.items() if key is not None}
    action = "One of the two is turned already: score only one of them, as it was asked."
    return [
        Problem(None, headings[place], f"the same answers as {headings[first]!r}, turned", "", action)
        for place, key in centred.items()
        if key is not None and (first := keys.get((0.0 - key).tobytes(), place)) < place
    ]


def _called(grading: Grading) -> str:
    words = " to ".join(words for _, words in grading.filling)
    return words or grading.family.id.replace("_", " ")


def _centred(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64] | None:
    """Return answers as distances from the middle of those met, 0 for none; None when they are too few."""
    given = values[~np.isnan(values)]
    if len(given) < FEWEST_ANSWERS or len(np.unique(given)) < FEWEST_DIFFERENT:
        return None
    middle = (given.min() + given.max()) / 2
    return np.where(np.isnan(values), 0.0, values - middle) + 0.0


def _listed(points: Iterable[int]) -> str:
    return " and ".join(map(str, sorted(points)))
