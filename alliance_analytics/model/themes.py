"""The four success themes of the literature review, each with what carries it and what holds it back.

The ids are fixed, for scores, codes and pages are named by them; wording, rules of coding and factors may be
an organisation's own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from alliance_analytics.model.caveat import Caveat
from alliance_analytics.model.identified import (
    Kebab,
    by_id,
    ids,
    refuse_duplicates,
    require_ids,
    require_order,
)
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Basis, Bilingual, Entry, Source, Sourced

FILE = "themes.yml"
THEME_IDS = ("trust_loyalty", "decision_making", "management_capability", "flexibility")

Valence = Literal["enabler", "constraint"]


class Factor(Sourced):
    """Something that carries a theme (*enabler*) or holds it back (*constraint*)."""

    id: Kebab
    valence: Valence
    name: Bilingual


class Theme(Sourced):
    """One success theme.

    ``source`` and ``basis`` speak of the definition; ``include`` and ``exclude`` are rules for whoever codes
    a passage, with a source and basis of their own.
    """

    id: str
    name: Bilingual
    short_name: Bilingual
    definition: Bilingual
    include: Bilingual
    exclude: Bilingual
    coding_source: Source
    coding_basis: Basis
    factors: tuple[Factor, ...]

    def factor(self, factor_id: str) -> Factor:
        """Return one factor by its id; raises ModelError when there is none."""
        return by_id(self.factors, factor_id, f"factor of {self.id}")

    def factors_of(self, valence: Valence) -> tuple[Factor, ...]:
        """Return the enablers, or the constraints, in the order of the file."""
        return tuple(factor for factor in self.factors if factor.valence == valence)


class Themes(Entry):
    """The file of themes."""

    version: str
    caveat: Caveat
    themes: tuple[Theme, ...]

    def theme(self, theme_id: str) -> Theme:
        """Return one theme by its id; raises ModelError when there is none."""
        return by_id(self.themes, theme_id, "theme")


def themes(path: Path | None = None) -> Themes:
    """Return the success themes.

    Parameters
    ----------
    path : Path, optional
        An organisation's own file; without it the one shipped, read once.

    Raises
    ------
    ModelError
        If the file cannot be read, breaks its schema, does not hold exactly the four themes in their order,
        names a factor twice, or has a theme without both an enabler and a constraint.
    """
    return _read(path) if path else _shipped()


@cache
def _shipped() -> Themes:
    return _read(packaged(FILE))


def _read(path: Path) -> Themes:
    found = load(path, Themes)
    require_order(ids(found.themes), THEME_IDS, f"{path.name}, at themes")
    for theme in found.themes:
        _check_factors(theme, f"{path.name}, at themes.{theme.id}.factors")
    return found


def _check_factors(theme: Theme, where: str) -> None:
    refuse_duplicates(ids(theme.factors), where)
    require_ids({factor.valence for factor in theme.factors}, ("enabler", "constraint"), where)
