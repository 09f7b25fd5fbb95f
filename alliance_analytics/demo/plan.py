"""What is true about a synthetic alliance: its cast, its course over the waves, and how people answer.

Every number here is a parameter of the simulation; `data/example.yml` holds those of the shipped example.
"""

from __future__ import annotations

import datetime
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic import Field

from alliance_analytics.model.loading import load
from alliance_analytics.model.sourced import Bilingual, Entry, Language

Stage = Literal["opportunism", "procedure-oriented", "culturally-sensitive"]
Platform = Literal["qualtrics", "limesurvey", "surveymonkey", "google-forms", "microsoft-forms", "spss"]


Centralisation = Literal["low", "medium", "high"]
Formed = Literal["legal", "chosen"]


class PlannedPartner(Entry):
    """A partner, the spellings people use for it, and how it sees the alliance."""

    name: str
    variants: tuple[str, ...] = ()
    people: dict[str, int] = Field(description="Level to the number of people invited each wave.")
    offset: float = Field(default=0.0, description="Points above or below the alliance's mean.")


class PlannedProfile(Entry):
    """What kind of alliance it is (Mastering Alliances, 1.1)."""

    activities: str
    centralisation: Centralisation
    formed: Formed


class PlannedObjective(Entry):
    """One line of a wave's annual plan."""

    objective: str
    owner: str
    target: str | int | float
    actual: str | int | float
    start: str | int | float | None = None
    better: Literal["higher", "lower"] = "higher"
    pillar: str | None = None


class PlannedAgreement(Entry):
    """What the conference after a wave agreed."""

    what: str
    who: str
    by_when: datetime.date
    pillar: str
    status: Literal["done", "open"] = "open"


class PlannedAssumption(Entry):
    """What the alliance believes, and what it learned."""

    assumption: str
    how_seen: str
    stated: datetime.date
    by: datetime.date
    owner: str
    status: Literal["open", "confirmed", "refuted"] = "open"
    checked: datetime.date | None = None
    learned: str = ""


class PlannedWave(Entry):
    """One round of the survey: what is true, and in whose layout it is exported.

    ``pillars`` are means on the answer scale before rounding; ``themes`` shift the statements of a theme.
    """

    name: str
    title: str
    date: datetime.date
    language: Language
    platform: Platform
    coded: bool = Field(default=False, description="Export numbers instead of labels.")
    stage: Stage
    pillars: dict[str, float]
    themes: dict[str, float] = Field(default_factory=dict)
    answering: float = Field(gt=0, lt=1, description="Share of the people invited who answer.")
    building_blocks: tuple[str, ...] = ()
    objectives: tuple[PlannedObjective, ...] = ()
    agreements: tuple[PlannedAgreement, ...] = ()


class Behaviour(Entry):
    """How people answer, in points of the answer scale unless said otherwise.

    ``person_sd`` is the spread of a lasting effect of each person, ``noise_sd`` that of each single answer.
    ``negative_wording`` is how much more people agree with a statement that describes the bad end than its
    turned score would say. ``answering_slope`` is how the log odds of answering rise with a person's effect
    in standard deviations: above 0, those who are unhappy keep silent.
    """

    person_sd: float = Field(default=0.5, ge=0)
    noise_sd: float = Field(default=0.85, ge=0)
    item_sd: float = Field(default=0.16, ge=0)
    negative_wording: float = 0.12
    levels: dict[str, float] = Field(default_factory=dict)
    turnover: float = Field(default=0.12, ge=0, le=1, description="Share of seats that change hands.")
    straight_lining: float = Field(default=0.015, ge=0, le=1, description="Share who tick one answer only.")
    answering_slope: float = 0.0


class PlannedAlliance(Entry):
    """A synthetic alliance; ``id`` becomes the name of its folder."""

    id: str
    title: Bilingual
    partners: tuple[PlannedPartner, ...] = Field(min_length=2)
    profile: PlannedProfile
    behaviour: Behaviour = Behaviour()
    assumptions: tuple[PlannedAssumption, ...] = ()
    waves: tuple[PlannedWave, ...] = Field(min_length=1)


class PlannedWorld(Entry):
    """A workspace of synthetic alliances."""

    title: Bilingual
    language: Language
    seed: int
    alliances: tuple[PlannedAlliance, ...]


def data_file(name: str) -> Path:
    """Return the path of a data file of the demo, e.g. ``'stories.yml'``."""
    return Path(str(files("alliance_analytics.demo") / "data" / name))


def example_world() -> PlannedWorld:
    """Return the plan of the shipped example."""
    return load(data_file("example.yml"), PlannedWorld)
