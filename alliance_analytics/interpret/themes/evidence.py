"""One row a passage and theme, with all that the code rests on, so that a person can agree or correct it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pandas as pd

from alliance_analytics.interpret.themes.cues import Hit, Reading, matcher
from alliance_analytics.interpret.themes.encoders import Encoder
from alliance_analytics.interpret.themes.judging import Decision, Judgement, decide, judge, polarity
from alliance_analytics.interpret.themes.nearest import nearest
from alliance_analytics.model.codebook import Codebook
from alliance_analytics.model.sentences import Prototype
from alliance_analytics.model.themes import THEME_IDS

EVIDENCE_COLUMNS = [
    *("theme", "factor", "polarity", "score", "abstained", "why", "cues", "span"),
    *("prototype", "likeness", "runner_up", "runner_up_score", "coder", "codebook"),
]
_TYPES = dict.fromkeys(EVIDENCE_COLUMNS, "string") | dict.fromkeys(
    ["score", "likeness", "runner_up_score"], "float64"
)


def make_ready(codebook: Codebook) -> None:
    """Make all ready that coding needs, ahead of the first passage: forked processes share it."""
    nearest(codebook).make_ready()
    for language in codebook.languages:
        matcher(codebook, language).make_ready()


def code_passages(
    passages: pd.DataFrame,
    codebook: Codebook,
    *,
    encoder: Encoder | None = None,
    strict: bool = False,
) -> pd.DataFrame:
    """Give every passage no, one or two themes, or leave it to a person.

    Parameters
    ----------
    passages : DataFrame
        One row a passage, with at least ``language`` ('en', 'nl' or 'other') and ``text``.
    codebook : Codebook
        Cues and sentences.
    encoder : Encoder, optional
        A sentence encoder that joins in.
    strict : bool
        Decide always, instead of abstaining.

    Returns
    -------
    DataFrame
        The columns of ``passages``, then theme (missing without one), factor, polarity (enabler, constraint,
        unclear), score (probability, 0 to 1), abstained, why (grey, conflict, language; empty when decided),
        cues (with what negates them), span (of the cues in the text in plain form, ``start-end``), prototype
        (of the theme, or of the runner-up) and likeness (0 to 1), runner_up and its score, coder, codebook.
        One row a passage and theme, and one row for a passage without.
    """
    if passages.empty:
        return without_codes(passages)
    texts, languages = passages["text"].astype(str).tolist(), passages["language"].astype(str).tolist()
    judgement = judge(texts, languages, codebook, encoder=encoder)
    decisions = decide(judgement, strict=strict)
    places = [(row, theme) for row, decision in enumerate(decisions) for theme in decision.themes or (None,)]
    nearby = [decisions[row].runner_up if theme is None else theme for row, theme in places]
    examples = nearest(codebook).find(
        [texts[row] for row, _ in places],
        [languages[row] for row, _ in places],
        [None if theme is None else THEME_IDS[theme] for theme in nearby],
    )
    version = f"{codebook.version} {codebook.fingerprint}".strip()
    cells = [
        (*_cells(judgement, decisions[row], (row, theme), example, strict), judgement.coder, version)
        for (row, theme), example in zip(places, examples, strict=True)
    ]
    coded = passages.iloc[[row for row, _ in places]].reset_index(drop=True)
    return pd.concat([coded, _codes(cells)], axis="columns")


def without_codes(passages: pd.DataFrame) -> pd.DataFrame:
    """Return no passages at all, with the columns of coded ones."""
    return pd.concat([passages.iloc[:0], _no_codes()], axis="columns")


@cache
def _no_codes() -> pd.DataFrame:
    return _codes([])


def _codes(cells: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(cells, columns=EVIDENCE_COLUMNS).astype(_TYPES | {"abstained": "bool"})


def _cells(
    judgement: Judgement,
    decision: Decision,
    place: tuple[int, int | None],
    example: tuple[Prototype, float] | None,
    strict: bool,
) -> tuple[object, ...]:
    row, theme = place
    hits = _hits(judgement.readings[row], theme)
    prototype, likeness = example if example else (None, None)
    given: tuple[object, ...] = (None, None, None, float(judgement.chances[row].max()))
    if theme is not None:
        leaning = polarity(float(judgement.praise[row, theme]), strict=strict)
        given = (THEME_IDS[theme], _factor(hits, prototype), leaning, float(judgement.chances[row, theme]))
    return (
        *given,
        bool(decision.abstained),
        decision.abstained,
        "; ".join(map(str, hits)),
        " ".join(f"{hit.span.start}-{hit.span.end}" for hit in hits),
        prototype.text if prototype else None,
        likeness,
        None if decision.runner_up is None else THEME_IDS[decision.runner_up],
        None if decision.runner_up is None else float(judgement.chances[row, decision.runner_up]),
    )


def _hits(reading: Reading, theme: int | None) -> Sequence[Hit]:
    return [hit for hit in reading.hits if theme is None or hit.cue.theme == THEME_IDS[theme]]


def _factor(hits: Sequence[Hit], prototype: Prototype | None) -> str | None:
    """Return the factor of the weightiest cue, or of the nearest sentence where no cue was found."""
    if hits:
        return max(hits, key=lambda hit: hit.cue.weight).cue.factor
    return prototype.factor if prototype else None
