"""What synthetic registers of alliance management are made of: hours, people, decisions, steps and ties."""

from __future__ import annotations

from functools import cache

from alliance_analytics.demo.plan import data_file
from alliance_analytics.model.loading import load
from alliance_analytics.model.sourced import Bilingual, Entry

Hours = tuple[float, float]


class Manager(Entry):
    """One who looks after whole alliances; ``each`` is how many alliances there are for one manager."""

    name: str
    each: int
    hours: Hours


class Specialist(Entry):
    """One who does some services for all alliances."""

    name: str
    hours: Hours
    services: tuple[str, ...]


class PlannedStep(Entry):
    """A step of the alliance's own process."""

    step: str
    name: Bilingual
    next: tuple[str, ...] = ()
    back_to: tuple[str, ...] = ()
    pillar: str
    theme: str


class Norm(Entry):
    """A mean from elsewhere, in points."""

    mean: float
    source: str


class PortfolioAssumption(Entry):
    """What is believed of all alliances together."""

    assumption: Bilingual
    how_seen: Bilingual
    status: str = "open"
    learned: Bilingual | None = None


class Practices(Entry):
    """Everything that the registers are drawn from; hours are hours a month for one alliance."""

    hours: dict[str, Hours]
    manager: Manager
    specialists: tuple[Specialist, ...]
    agreed: tuple[str, ...]
    agreed_further: tuple[str, ...]
    decisions: tuple[Bilingual, ...]
    hubs: tuple[str, ...]
    tie: Bilingual
    steps: tuple[PlannedStep, ...]
    norm: Norm
    assumptions: tuple[PortfolioAssumption, ...]


@cache
def practices() -> Practices:
    """Return them, read once."""
    return load(data_file("practice.yml"), Practices)
