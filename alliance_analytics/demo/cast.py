"""Invent plans of alliances by chance: partners, a course over the waves, platforms and languages."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from alliance_analytics.demo.plan import (
    Behaviour,
    Centralisation,
    PlannedAgreement,
    PlannedAlliance,
    PlannedAssumption,
    PlannedObjective,
    PlannedPartner,
    PlannedProfile,
    PlannedWave,
    PlannedWorld,
    Platform,
    Stage,
)
from alliance_analytics.demo.platforms import LAYOUTS
from alliance_analytics.demo.pools import Character, PoolPartner, pools
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dimensions import PILLAR_IDS
from alliance_analytics.model.sourced import LANGUAGES, Bilingual, Language
from alliance_analytics.model.themes import THEME_IDS

LAST_YEAR = 2025
FEWEST_WAVES, MOST_WAVES = 2, 5
PEOPLE = {"strategic": (1, 5), "tactical": (3, 8), "operational": (5, 12)}
"""Level to the fewest people of a partner, and one more than the most."""
PROCEDURES_FROM, CULTURE_FROM = 3.0, 4.1
"""Means over the pillars from which a later stage is planted."""

CENTRALISATIONS: tuple[Centralisation, ...] = ("low", "medium", "high")

Choice = TypeVar("Choice")


def invented_world(seed: int, alliances: int) -> PlannedWorld:
    """Return a world of so many alliances, each of another character.

    Parameters
    ----------
    seed : int
        The same seed gives the same world; a larger world begins with the alliances of a smaller one.
    alliances : int
        Number of alliances, 1 or more.
    """
    return PlannedWorld(
        title=Bilingual(en=f"{alliances} synthetic alliances", nl=f"{alliances} verzonnen allianties"),
        language="en",
        seed=seed,
        alliances=tuple(
            _alliance(number, np.random.default_rng([seed, number])) for number in range(alliances)
        ),
    )


def _alliance(number: int, generator: np.random.Generator) -> PlannedAlliance:
    title = _title(number)
    sector = _one(list(pools().sectors.values()), generator)
    character = _one(list(pools().characters.values()), generator)
    chosen = generator.permutation(len(sector.partners))[: generator.integers(2, 5)]
    language: Language = _one(LANGUAGES, generator)
    planned = PlannedAlliance(
        id=_slug(title.en),
        title=title,
        partners=tuple(_partner(sector.partners[place], character, generator) for place in chosen),
        profile=PlannedProfile(
            activities=_one(sector.activities, generator),
            centralisation=_one(CENTRALISATIONS, generator),
            formed=sector.formed,
        ),
        behaviour=_behaviour(generator),
        waves=_waves(character, language, generator),
    )
    return planned.model_copy(update={"assumptions": (_assumption(planned.waves[0], language),)})


def _title(number: int) -> Bilingual:
    again, place = divmod(number, len(pools().titles))
    title = pools().titles[place]
    return Bilingual(en=f"{title.en} {again + 1}", nl=f"{title.nl} {again + 1}") if again else title


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "-".join(plain.lower().split())


def _partner(partner: PoolPartner, character: Character, generator: np.random.Generator) -> PlannedPartner:
    return PlannedPartner(
        name=partner.name,
        variants=partner.variants,
        people={level: int(generator.integers(*bounds)) for level, bounds in PEOPLE.items()},
        offset=_rounded(generator.normal(0, character.partner_spread)),
    )


def _behaviour(generator: np.random.Generator) -> Behaviour:
    return Behaviour(
        levels={level: _rounded(generator.normal(0, 0.15)) for level in PEOPLE},
        turnover=_rounded(generator.uniform(0.05, 0.25)),
        answering_slope=_one((0.0, 0.0, 0.5), generator),
    )


def _waves(
    character: Character, language: Language, generator: np.random.Generator
) -> tuple[PlannedWave, ...]:
    count = int(generator.integers(FEWEST_WAVES, MOST_WAVES + 1))
    own = generator.normal(0, 0.3, len(PILLAR_IDS))
    order = generator.permutation(len(LAYOUTS))[:count]
    platforms: list[Platform] = [list(LAYOUTS)[place] for place in order]
    means = [character.start + number * character.step for number in range(count)]
    years = range(LAST_YEAR - count + 1, LAST_YEAR + 1)
    return tuple(
        _wave(year, platform, language, generator, mean + own)
        for year, platform, mean in zip(years, platforms, means, strict=True)
    )


def _wave(
    year: int,
    platform: Platform,
    language: Language,
    generator: np.random.Generator,
    pillars: NDArray[np.float64],
) -> PlannedWave:
    moved = pillars + generator.normal(0, 0.12, len(pillars))
    mean = float(moved.mean())
    known = [block.id for block in building_blocks().blocks]
    actual = round(20 * mean)
    return PlannedWave(
        name=str(year),
        title=pools().wave_title[language].format(year=year),
        date=datetime.date(year, 11, int(generator.integers(3, 20))),
        language=language,
        platform=platform,
        coded=platform == "qualtrics" and bool(generator.integers(2)),
        stage=_stage(mean),
        pillars=_by(PILLAR_IDS, moved),
        themes=_by(THEME_IDS, generator.normal(0, 0.12, len(THEME_IDS))),
        answering=_rounded(generator.uniform(0.62, 0.88)),
        building_blocks=tuple(known[: round(3 * mean)]),
        objectives=(
            PlannedObjective(
                objective=pools().objective[language],
                owner=pools().owner[language],
                target="80 %",
                actual=f"{actual} %",
                pillar="6",
            ),
        ),
        agreements=_agreements(year, language),
    )


def _agreements(year: int, language: Language) -> tuple[PlannedAgreement, ...]:
    """Return what is agreed after every wave: one thing that gets done, and one that does not."""
    said, owner = pools(), pools().owner[language]
    day = datetime.date(year + 1, 6, 30)
    return (
        PlannedAgreement(what=said.agreement[language], who=owner, by_when=day, pillar="5", status="done"),
        PlannedAgreement(what=said.second_agreement[language], who=owner, by_when=day, pillar="7"),
    )


def _assumption(first: PlannedWave, language: Language) -> PlannedAssumption:
    """Return what every alliance assumes from its first wave on, and looks at a year later."""
    said = pools()
    return PlannedAssumption(
        assumption=said.assumption[language],
        how_seen=said.how_seen[language],
        stated=first.date,
        by=first.date + datetime.timedelta(days=365),
        owner=said.owner[language],
    )


def _stage(mean: float) -> Stage:
    if mean < PROCEDURES_FROM:
        return "opportunism"
    return "procedure-oriented" if mean < CULTURE_FROM else "culturally-sensitive"


def _by(names: Sequence[str], values: NDArray[np.float64]) -> dict[str, float]:
    return {name: _rounded(value) for name, value in zip(names, values, strict=True)}


def _rounded(value: float) -> float:
    return round(float(value), 3)


def _one(choices: Sequence[Choice], generator: np.random.Generator) -> Choice:
    return choices[int(generator.integers(len(choices)))]
