"""Yearly reports and minutes that tell the same story as the answers.

Each wave says the same number of things about each success theme; how many of them are good follows the
theme's mean among all invited. Some sentences speak of the planted stage, others of nothing in particular.
A paragraph keeps to one theme and one side of it, as people write.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, islice

import numpy as np

from alliance_analytics.demo.plan import data_file
from alliance_analytics.demo.report import Document, Section, Sentence
from alliance_analytics.demo.simulation import SimulatedWave
from alliance_analytics.model.loading import load
from alliance_analytics.model.sourced import Bilingual, Entry

SENTENCES_A_THEME = 5
EVEN = 3.1
"""Theme mean at which good and bad are told alike often."""
SHARE_A_POINT = 0.45
"""By how much the share of good sentences rises with a point of the theme's mean."""

STAGE, NEUTRAL = "stage", "neutral"
OUTLINES: dict[str, tuple[dict[str, int], ...]] = {
    "report": (
        {STAGE: 2, NEUTRAL: 1},
        {"trust_loyalty": 2, "management_capability": 2},
        {"decision_making": 2, NEUTRAL: 1},
        {"flexibility": 2, NEUTRAL: 1},
    ),
    "minutes": (
        {NEUTRAL: 1},
        {"management_capability": 2, "flexibility": 2},
        {"trust_loyalty": 2, "decision_making": 2},
        {STAGE: 1, NEUTRAL: 1},
    ),
    "letter": (
        {
            "trust_loyalty": 1,
            NEUTRAL: 1,
            "management_capability": 1,
            "decision_making": 1,
            "flexibility": 1,
        },
    ),
}
"""Kind of document to its sections, each with the number of sentences by subject."""


class Texts(Entry):
    """What reports can say: ``themes`` by theme and polarity, ``stages`` by stage."""

    themes: dict[str, dict[str, tuple[Bilingual, ...]]]
    stages: dict[str, tuple[Bilingual, ...]]
    neutral: tuple[Bilingual, ...]
    titles: dict[str, Bilingual]
    files: dict[str, Bilingual]
    sections: dict[str, tuple[Bilingual, ...]]


@cache
def texts() -> Texts:
    """Return what reports can say, read once."""
    return load(data_file("stories.yml"), Texts)


def stories(
    waves: Sequence[SimulatedWave], generator: np.random.Generator
) -> tuple[tuple[Document, ...], ...]:
    """Return the documents of each wave of one alliance.

    Parameters
    ----------
    waves : sequence of SimulatedWave
        In the order of time; what one wave says, the next does not repeat as long as there is more to say.
    generator : numpy Generator
        Source of chance.
    """
    pools = {key: _shuffled(pool, generator) for key, pool in _pools().items()}
    told = []
    for number, simulated in enumerate(waves):
        supply = {
            subject: iter(_named(sentences, simulated, generator))
            for subject, sentences in _supply(simulated, pools, number, generator).items()
        }
        told.append(tuple(_document(kind, simulated, supply) for kind in OUTLINES))
    return tuple(told)


def enablers(mean: float) -> int:
    """Return how many of a theme's sentences are good, from 0 to ``SENTENCES_A_THEME``, by the theme's mean.

    Examples
    --------
    >>> [enablers(mean) for mean in (1.8, 2.5, 3.0, 3.6, 4.4)]
    [0, 1, 2, 4, 5]
    """
    share = 0.5 + (mean - EVEN) * SHARE_A_POINT
    return round(min(max(share, 0.0), 1.0) * SENTENCES_A_THEME)


def _pools() -> dict[tuple[str, str], tuple[Bilingual, ...]]:
    found = {
        (theme, polarity): pool for theme, sides in texts().themes.items() for polarity, pool in sides.items()
    }
    stages = {(STAGE, stage): pool for stage, pool in texts().stages.items()}
    return found | stages | {(NEUTRAL, ""): texts().neutral}


def _shuffled(pool: Sequence[Bilingual], generator: np.random.Generator) -> list[Bilingual]:
    return [pool[place] for place in generator.permutation(len(pool))]


def _supply(
    simulated: SimulatedWave,
    pools: dict[tuple[str, str], list[Bilingual]],
    number: int,
    generator: np.random.Generator,
) -> dict[str, list[Sentence]]:
    """Return what one wave has to say, by subject."""

    def some(subject: str, side: str, count: int) -> list[str]:
        pool, start = pools[subject, side], number * _needed(subject)
        return [pool[(start + step) % len(pool)][simulated.wave.language] for step in range(count)]

    stage = simulated.wave.stage
    supply = {
        STAGE: [Sentence(text, stage=stage) for text in some(STAGE, stage, _needed(STAGE))],
        NEUTRAL: [Sentence(text) for text in some(NEUTRAL, "", _needed(NEUTRAL))],
    }
    for theme, mean in _theme_means(simulated).items():
        good = enablers(mean)
        sides = {"enabler": good, "constraint": SENTENCES_A_THEME - good}
        said = [
            Sentence(text, theme, side) for side, count in sides.items() for text in some(theme, side, count)
        ]
        supply[theme] = [said[place] for place in generator.permutation(len(said))]
    return supply


def _needed(subject: str) -> int:
    return sum(section.get(subject, 0) for outline in OUTLINES.values() for section in outline)


def _theme_means(simulated: SimulatedWave) -> dict[str, float]:
    scales = simulated.instrument.scales("theme")
    turned = simulated.turned
    return {
        theme: float(turned[list(scales[theme])].to_numpy().mean()) if theme in scales else EVEN
        for theme in texts().themes
    }


def _named(
    sentences: list[Sentence], simulated: SimulatedWave, generator: np.random.Generator
) -> list[Sentence]:
    names = [partner.name for partner in simulated.plan.partners]
    filled = []
    for sentence in sentences:
        first, second = generator.permutation(len(names))[:2]
        filled.append(replace(sentence, text=sentence.text.format(partner=names[first], other=names[second])))
    return filled


def _document(kind: str, simulated: SimulatedWave, supply: dict[str, Iterator[Sentence]]) -> Document:
    wave, language = simulated.wave, simulated.wave.language
    day = f"{wave.date.day}-{wave.date.month}-{wave.date.year}"
    headings = texts().sections[kind]
    sections = [
        Section(heading[language], tuple(_paragraphs(outline, supply)))
        for heading, outline in zip(headings, OUTLINES[kind], strict=True)
    ]
    title = texts().titles[kind][language]
    return Document(
        kind,
        texts().files[kind][language].format(year=wave.date.year),
        language,
        title.format(alliance=simulated.plan.title[language], year=wave.date.year, day=day),
        tuple(sections),
    )


def _paragraphs(
    outline: dict[str, int], supply: dict[str, Iterator[Sentence]]
) -> Iterator[tuple[Sentence, ...]]:
    """Yield one paragraph for each subject and side of it."""
    for subject, count in outline.items():
        sentences = sorted(islice(supply[subject], count), key=lambda sentence: sentence.polarity)
        for _, together in groupby(sentences, key=lambda sentence: sentence.polarity):
            yield tuple(together)
