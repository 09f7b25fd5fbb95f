"""Two labels for one point are a sign that people answered on a finer scale than the instrument says.

*Agree* and *Somewhat agree* both mean point 4 of 5, in different questionnaires. In one column they are two
answers, and the scale has six or seven points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.log import heading_shown
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.answer_scales import AnswerScale, AnswerScales

Wordings = Mapping[str, int]


def refuse_finer_scale(
    columns: Sequence[tuple[Column, Wordings]], scale: AnswerScale, scales: AnswerScales, file: str
) -> None:
    """Raise when the labels of a column, or of the file, fit a scale that tells more of them apart.

    Parameters
    ----------
    columns : sequence of (Column, mapping of str to int)
        Each column with its labels, in plain spelling, and the points that they were read as.
    scale : AnswerScale
        The scale of the instrument.
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


def _finer(wordings: Wordings, scale: AnswerScale, scales: AnswerScales) -> AnswerScale | None:
    told_apart = len(set(wordings.values()))
    if told_apart == len(wordings):
        return None
    others = (other for other in scales.scales if other.id != scale.id)
    return next((other for other in others if _told_apart(wordings, other) > told_apart), None)


def _told_apart(wordings: Wordings, scale: AnswerScale) -> int:
    """Return how many points of a scale the labels stand for; 0 when it does not know them all."""
    meanings = scale.meanings
    return len({meanings[label] for label in wordings}) if wordings.keys() <= meanings.keys() else 0


def _refusal(wordings: Wordings, finer: AnswerScale, where: str, scale: AnswerScale) -> ExportError:
    meanings = finer.meanings
    labels = ", ".join(sorted(wordings, key=lambda label: meanings[label]))
    return ExportError(
        "The answers were given on another scale than the instrument's.",
        where=where,
        found=f"{labels}: {finer.id}",
        allowed=scale.id,
        remedy="Name the right scale in the instrument, or give each label its meaning in the answer codes.",
    )
