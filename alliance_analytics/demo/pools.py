"""The pools that synthetic people and alliances are named from, and the courses an alliance can take."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from alliance_analytics.demo.plan import Formed, data_file
from alliance_analytics.model.loading import load
from alliance_analytics.model.sourced import Bilingual, Entry


class PoolPartner(Entry):
    """A partner that an invented alliance may have."""

    name: str
    variants: tuple[str, ...] = ()


class Sector(Entry):
    """Partners that could plausibly work together, and at what."""

    partners: tuple[PoolPartner, ...] = Field(min_length=4)
    activities: tuple[str, ...]
    formed: Formed


class Character(Entry):
    """A course: the mean over the pillars at the start, its change a wave, and how far partners lie apart."""

    start: float
    step: float
    partner_spread: float = Field(default=0.2, ge=0)


class Pools(Entry):
    """Everything there is to choose from."""

    first_names: tuple[str, ...]
    family_names: tuple[str, ...]
    mail_domains: tuple[str, ...]
    titles: tuple[Bilingual, ...]
    sectors: dict[str, Sector]
    characters: dict[str, Character]
    wave_title: Bilingual
    objective: Bilingual
    owner: Bilingual
    agreement: Bilingual
    second_agreement: Bilingual
    assumption: Bilingual
    how_seen: Bilingual


@cache
def pools() -> Pools:
    """Return the pools, read once."""
    return load(data_file("pools.yml"), Pools)
