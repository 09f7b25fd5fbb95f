"""What the rules find in passages, as numbers: the weight of the cues of each theme, and how they lean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from alliance_analytics.interpret.themes.cues import Hit, Reading, Tone, matcher
from alliance_analytics.model.codebook import Codebook
from alliance_analytics.model.themes import THEME_IDS

TONE_WEIGHT = 0.5
NOTHING = Reading((), ())

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class CueNumbers:
    """Weights of cues in full cues, and their balance of praise less complaint, each shape (n_texts, 4).

    ``tone`` is praise less complaint of words that name no theme, shape (n_texts,).
    """

    weights: Floats
    balances: Floats
    tone: Floats


def read_all(texts: Sequence[str], languages: Sequence[str], codebook: Codebook) -> list[Reading]:
    """Return what the rules see in each text; nothing in a language without cues."""
    return [_read(text, language, codebook) for text, language in zip(texts, languages, strict=True)]


def numbers_of(readings: Sequence[Reading]) -> CueNumbers:
    """Return readings as numbers, themes in the order of the model."""
    shape = (len(readings), len(THEME_IDS))
    weights, balances, tone = np.zeros(shape), np.zeros(shape), np.zeros(len(readings))
    for row, reading in enumerate(readings):
        tone[row] = sum(word.sign for word in reading.tones)
        for column, theme in enumerate(THEME_IDS):
            hits = [hit for hit in reading.hits if hit.cue.theme == theme]
            if hits:
                weights[row, column] = weight(hits, reading.tones)
                balances[row, column] = sum(hit.sign * hit.cue.weight for hit in hits)
    return CueNumbers(weights, balances, tone)


def weight(hits: Sequence[Hit], tones: Sequence[Tone]) -> float:
    """Return the weight of the cues of one theme, in full cues; a subject that is judged weighs more."""
    free = [tone for tone in tones if not any(hit.span.overlaps(tone.span) for hit in hits)]
    subjects = [hit for hit in hits if hit.cue.valence == "unclear"]
    judged = bool(subjects) and (bool(free) or any(hit.negated_by for hit in subjects))
    return sum(hit.cue.weight for hit in hits) + (TONE_WEIGHT if judged else 0.0)


def _read(text: str, language: str, codebook: Codebook) -> Reading:
    known = next((name for name in codebook.languages if name == language), None)
    return NOTHING if known is None else matcher(codebook, known).read(text)
