"""The pillar that somebody means who writes its number or its name, in either language."""

from __future__ import annotations

from collections.abc import Iterable

from alliance_analytics.model.dimensions import dimensions
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.workspace.registers.columns import Column, one_of
from alliance_analytics.workspace.registers.rows import heading


def pillar_words(asked: Iterable[str]) -> dict[str, str]:
    """Return what may be written for a pillar, to its id.

    Parameters
    ----------
    asked : iterable of str
        Ids of the pillars that the instrument asks about; names are those of the model.
    """
    words = {heading(pillar): pillar for pillar in asked}
    for pillar in dimensions().pillars:
        if pillar.id in words.values():
            for name in (pillar.name, pillar.short_name):
                words |= {heading(name[language]): pillar.id for language in LANGUAGES}
    return words


def pillar_column(asked: Iterable[str]) -> Column:
    """Return the column of a register that names a pillar."""
    ids = tuple(asked)
    return Column(
        "pillar", one_of(pillar_words(ids)), ("pijler",), f"a pillar by number or name: {', '.join(ids)}"
    )
