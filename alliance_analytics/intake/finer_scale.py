"""Signs that people answered on another scale than the one their labels were read on.

Two labels of one language for one point: *Agree* and *Somewhat agree* both mean point 4 of 5, in different
questionnaires. In one column they are two answers, and the scale has six or seven points. Numbers beside the
labels: from *1 strongly disagree* to *7 strongly agree* is seven points, whatever the words are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import codes
from alliance_analytics.intake.labels import Scale
from alliance_analytics.intake.log import heading_shown
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.scored_column import ScoredColumn
from alliance_analytics.model.answer_scales import AnswerScale, AnswerScales

Wordings = Mapping[str, int]


def refuse_finer_scale(
    columns: Sequence[tuple[Column, Wordings]], scale: Scale, scales: AnswerScales, file: str
) -> None:
    """Raise when the labels of a column, or of the file, fit a scale that tells more of them apart.

    Parameters
    ----------
    columns : sequence of (Column, mapping of str to int)
        Each column with its labels, in plain spelling, and the points that they were read as.
    scale : Scale
        The scale that they were read on.
    scales : AnswerScales
        All scales that are known.
    file : str
        Name of the file, for messages.

    Raises
    ------
    ExportError
        Naming the column and the scale that fits.
    """
    for column, wordings in columns:
        finer = _finer(wordings, scale, scales)
        if finer:
            raise _refusal(wordings, finer, f"{file}, {heading_shown(column.name or column.heading)}", scale)
    together = {label: point for _, wordings in columns for label, point in wordings.items()}
    finer = _finer(together, scale, scales)
    if finer and _told_apart(together, finer) > scale.points:
        raise _refusal(together, finer, file, scale)


def refuse_other_numbers(columns: Sequence[ScoredColumn], scale: Scale, file: str) -> None:
    """Raise when the numbers beside the labels of a column count fewer or more points than the scale has.

    Raises
    ------
    ExportError
        Naming the column and the number of points.
    """
    for one in columns:
        points = codes.implied_points(one.anchors_met, scale.points)
        if points:
            pairs = ", ".join(f"{number} is point {point}" for number, point in sorted(set(one.anchors_met)))
            where = f"{file}, {heading_shown(one.column.name or one.column.heading)}"
            if_not = f"if it offered {scale.points}, say rescale: {{'*': {scale.points}}}."
            raise _another(f"{pairs}: {points} points", where, scale, points, if_not)


def _finer(wordings: Wordings, scale: Scale, scales: AnswerScales) -> AnswerScale | None:
    if len(set(wordings.values())) == len(wordings):
        return None
    others = [other for other in scales.scales if other.id != scale.id]
    for spoken in _by_language(wordings, scales):
        told_apart = len(set(spoken.values()))
        for other in others:
            if _told_apart(spoken, other) > told_apart:
                return other
    return None


def _by_language(wordings: Wordings, scales: AnswerScales) -> list[Wordings]:
    """Return the labels of each language: *Strongly agree* and *Helemaal mee eens* are no two answers."""
    known = scales.spoken_in
    languages = sorted(set().union(*(known.get(label, ()) for label in wordings)))
    return [
        {label: point for label, point in wordings.items() if language in known.get(label, languages)}
        for language in languages
    ]


def _told_apart(wordings: Wordings, scale: AnswerScale) -> int:
    """Return how many points of a scale the labels stand for; 0 when it does not know them all."""
    meanings = scale.meanings
    return len({meanings[label] for label in wordings}) if wordings.keys() <= meanings.keys() else 0


def _refusal(wordings: Wordings, finer: AnswerScale, where: str, scale: Scale) -> ExportError:
    meanings = finer.meanings
    known = (label for label in wordings if label in meanings)
    labels = ", ".join(sorted(known, key=lambda label: meanings[label]))
    remedy = "if not, give each label its meaning in the answer codes."
    return _another(f"{labels}: {finer.id}", where, scale, finer.points, remedy)


def _another(found: str, where: str, scale: Scale, points: int, if_not: str) -> ExportError:
    return ExportError(
        "The answers were given on another scale than the instrument's.",
        where=where,
        found=found,
        allowed=scale.id,
        remedy=f"If the form offered {points} answers, say rescale: {{'*': {points}}} in wave.yml; {if_not}",
    )
