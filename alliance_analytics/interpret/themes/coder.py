"""A theme for a passage, by rules that can be read back: which factor, in which words, judged how.

A passage is given a theme when its cues weigh at least one full cue together. A cue that only names a subject
is half a cue, and is judged by the words of praise or complaint beside it, so that *the decision was minuted*
is no theme and *the decision came too late* is one. Polarity stays *unclear* when the evidence does not lean
to one side.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from alliance_analytics.interpret.themes.cues import Hit, Reading, Tone, matcher
from alliance_analytics.model.codebook import Codebook

Polarity = Literal["enabler", "constraint", "unclear"]

ENOUGH = 1.0
TONE_WEIGHT = 0.5
SECOND_THEME_SHARE = 0.5
MOST_THEMES = 2
CODE_COLUMNS = ["theme", "polarity", "score", "cues"]


@dataclass(frozen=True)
class Code:
    """A theme given to a passage.

    ``score`` is the weight of the evidence in full cues, at least 1; ``cues`` is the evidence as text.
    """

    theme: str
    polarity: Polarity
    score: float
    cues: str


def code_passages(passages: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Give every passage no, one or two themes.

    Parameters
    ----------
    passages : DataFrame
        One row a passage, with at least ``language`` ('en', 'nl' or 'other') and ``text``.
    codebook : Codebook
        Cues, groups, negations and tone words.

    Returns
    -------
    DataFrame
        The columns of ``passages`` with ``theme``, ``polarity`` (enabler, constraint, unclear), ``score``
        (full cues) and ``cues``; one row a passage and theme, and one row with a missing theme for a passage
        without one. A passage in a language that the codebook does not know has no theme.
    """
    coded = [
        (position, code)
        for position, (language, text) in enumerate(zip(passages["language"], passages["text"], strict=True))
        for code in code_text(text, language, codebook) or (None,)
    ]
    codes = pd.DataFrame([_cells(code) for _, code in coded], columns=CODE_COLUMNS)
    codes = codes.astype({"theme": "string", "polarity": "string", "score": "float64", "cues": "string"})
    rows = passages.iloc[[position for position, _ in coded]].reset_index(drop=True)
    return pd.concat([rows, codes], axis="columns")


def code_text(text: str, language: str, codebook: Codebook) -> tuple[Code, ...]:
    """Return the themes of one passage, the best founded first; at most two.

    Parameters
    ----------
    text : str
        The passage as written.
    language : str
        'en', 'nl' or another, which gives no theme.
    codebook : Codebook
        Cues, groups, negations and tone words.
    """
    known = next((name for name in codebook.languages if name == language), None)
    if known is None:
        return ()
    reading = matcher(codebook, known).read(text)
    by_theme: dict[str, list[Hit]] = defaultdict(list)
    for hit in reading.hits:
        by_theme[hit.cue.theme].append(hit)
    return _best([_code(theme, hits, reading) for theme, hits in by_theme.items()])


def _code(theme: str, hits: list[Hit], reading: Reading) -> Code:
    tones = [tone for tone in reading.tones if not any(hit.span.overlaps(tone.span) for hit in hits)]
    score = sum(hit.cue.weight for hit in hits) + (TONE_WEIGHT if _subject_is_judged(hits, tones) else 0.0)
    return Code(theme, _polarity(hits, tones), score, "; ".join(map(str, hits)))


def _subject_is_judged(hits: list[Hit], tones: list[Tone]) -> bool:
    subjects = [hit for hit in hits if hit.cue.valence == "unclear"]
    return bool(subjects) and (bool(tones) or any(hit.negated_by for hit in subjects))


def _polarity(hits: list[Hit], tones: list[Tone]) -> Polarity:
    judged = sum(hit.sign * hit.cue.weight for hit in hits)
    balance = judged + TONE_WEIGHT * sum(tone.sign for tone in tones)
    if balance == 0:
        return "unclear"
    return "enabler" if balance > 0 else "constraint"


def _best(codes: list[Code]) -> tuple[Code, ...]:
    founded = sorted((code for code in codes if code.score >= ENOUGH), key=lambda code: -code.score)
    return tuple(
        code for code in founded[:MOST_THEMES] if code.score >= SECOND_THEME_SHARE * founded[0].score
    )


def _cells(code: Code | None) -> tuple[object, ...]:
    return (None, None, None, None) if code is None else (code.theme, code.polarity, code.score, code.cues)
