"""From signals to codes: none, one or two themes a passage, with polarity; or no code, and the reason.

The coder holds back where a theme is neither certain nor certainly absent, where cues and likeness name
different themes, and in languages that it does not know; a person reads those passages. Told to be strict, it
decides all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from alliance_analytics.interpret.themes.cues import Reading
from alliance_analytics.interpret.themes.encoders import Encoder
from alliance_analytics.interpret.themes.features import Floats, counts, weighed
from alliance_analytics.interpret.themes.fitting import (
    can_be_learned,
    learned,
    learned_from_vectors,
    sentences_of,
)
from alliance_analytics.interpret.themes.reading import CueNumbers, numbers_of, read_all
from alliance_analytics.interpret.themes.signals import polarity_signals, theme_signals
from alliance_analytics.interpret.themes.weights import (
    VectorWeights,
    Weights,
    shipped_vector_weights,
    shipped_weights,
)
from alliance_analytics.model.codebook import Codebook
from alliance_analytics.model.themes import THEME_IDS

MOST_THEMES = 2
UNSURE_POLARITY = 0.12
"""How far from one half the probability of praise must be to be called praise or complaint."""

Abstention = Literal["", "grey", "conflict", "language"]


@dataclass(frozen=True, eq=False)
class Judgement:
    """What is thought of passages, before anything is decided.

    Attributes
    ----------
    chances : array, shape (n, 4)
        Probability of each theme, 0 to 1; with cues alone, their weight as a share of one full cue.
    praise : array, shape (n, 4)
        Probability that the passage speaks of a strength, should it carry the theme.
    readings : tuple of Reading
        What the rules found.
    limits : array, shape (3,)
        Certain absence, certain presence, and the limit when nobody may abstain.
    coder : str
        Name and version of the method.
    """

    chances: Floats
    praise: Floats
    cue_weights: Floats
    readings: tuple[Reading, ...]
    known: npt.NDArray[np.bool_]
    limits: Floats
    coder: str


@dataclass(frozen=True)
class Decision:
    """Columns of the themes given, the best first; why none was given; and the theme that came next."""

    themes: tuple[int, ...]
    abstained: Abstention
    runner_up: int | None


def judge(
    texts: Sequence[str],
    languages: Sequence[str],
    codebook: Codebook,
    *,
    encoder: Encoder | None = None,
) -> Judgement:
    """Return what speaks for each theme in each text.

    Parameters
    ----------
    texts, languages : sequence of str
        Passages, and 'en', 'nl' or another language for each.
    codebook : Codebook
        Cues and sentences. One with few sentences is coded by cues alone.
    encoder : Encoder, optional
        A sentence encoder that joins in.
    """
    readings = tuple(read_all(texts, languages, codebook))
    cues = numbers_of(readings)
    known = np.isin(list(languages), list(codebook.languages))
    if not can_be_learned(codebook):
        return _by_cues(readings, cues, known)
    weights = shipped_weights(codebook) or learned(codebook)
    likeness = [_log_odds(weighed(counts(texts), weights.rarity), weights.likeness)]
    final: Weights | VectorWeights = weights
    if encoder:
        final = _vector_weights(codebook, encoder)
        likeness.append(_log_odds(encoder.encode(list(texts)), final.likeness))
    columns = range(len(THEME_IDS))
    return Judgement(
        chances=np.column_stack([_theme(likeness, cues, column, final.combined) for column in columns]),
        praise=np.column_stack([_praise(likeness, cues, column, final.polarity) for column in columns]),
        cue_weights=cues.weights,
        readings=readings,
        known=known,
        limits=final.limits,
        coder=f"default+{encoder.name}" if encoder else "default",
    )


def decide(judgement: Judgement, *, strict: bool = False) -> list[Decision]:
    """Return the themes of each passage, or why it is left to a person.

    Parameters
    ----------
    judgement : Judgement
        Of some passages.
    strict : bool
        Decide always.
    """
    return [_decide(judgement, row, strict) for row in range(len(judgement.chances))]


def polarity(chance: float, *, strict: bool = False) -> str:
    """Return 'enabler', 'constraint' or 'unclear' for a probability of praise."""
    if not strict and abs(chance - 0.5) < UNSURE_POLARITY:
        return "unclear"
    return "enabler" if chance >= 0.5 else "constraint"


def _decide(judgement: Judgement, row: int, strict: bool) -> Decision:
    chances = judgement.chances[row]
    absent, sure, decided = judgement.limits
    order = [int(column) for column in np.argsort(-chances, kind="stable")]
    limit = decided if strict else sure
    given = tuple(column for column in order[:MOST_THEMES] if chances[column] >= limit)
    beyond = order[len(given)] if len(given) < len(order) else None
    runner_up = beyond if beyond is not None and chances[beyond] >= absent else None
    why = "" if strict else _reason(judgement, row, (absent, sure))
    return Decision((), why, order[0]) if why else Decision(given, "", runner_up)


def _reason(judgement: Judgement, row: int, limits: tuple[float, float]) -> Abstention:
    absent, sure = limits
    chances, weights = judgement.chances[row], judgement.cue_weights[row]
    if not judgement.known[row]:
        return "language"
    if absent <= chances.max() < sure:
        return "grey"
    if chances.max() >= sure and weights.max() >= 1 and weights[int(chances.argmax())] == 0:
        return "conflict"
    return ""


def _by_cues(readings: tuple[Reading, ...], cues: CueNumbers, known: npt.NDArray[np.bool_]) -> Judgement:
    leaning = np.sign(cues.balances + 0.5 * cues.tone[:, None]) / 2 + 0.5
    return Judgement(
        chances=np.minimum(cues.weights, 2) / 2,
        praise=leaning,
        cue_weights=cues.weights,
        readings=readings,
        known=known,
        limits=np.array([0.5, 0.5, 0.5]),
        coder="cues",
    )


def _vector_weights(codebook: Codebook, encoder: Encoder) -> VectorWeights:
    shipped = shipped_vector_weights(codebook, encoder.name)
    return shipped or learned_from_vectors(codebook, encoder.encode(list(sentences_of(codebook).texts)))


def _log_odds(values: object, weights: Floats) -> Floats:
    return np.asarray(values @ weights[:-1] + weights[-1])  # type: ignore[operator]


def _theme(likeness: Sequence[Floats], cues: CueNumbers, column: int, combined: Floats) -> Floats:
    signals = theme_signals([odds[:, column] for odds in likeness], cues, column)
    return _chance(signals @ combined[column, :-1] + combined[column, -1])


def _praise(likeness: Sequence[Floats], cues: CueNumbers, column: int, weights: Floats) -> Floats:
    signals = polarity_signals([odds[:, -1] for odds in likeness], cues.balances[:, column], cues.tone)
    return _chance(signals @ weights[:-1] + weights[-1])


def _chance(log_odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-log_odds)))
