"""The four dimensions that an alliance manages, and the eight pillars they rest on.

Each dimension holds a friction between two ends, and management looks for a workable balance between them.
The ids are fixed, for scores and pages are named by them; wording may be an organisation's own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from alliance_analytics.model.caveat import Caveat
from alliance_analytics.model.identified import by_id, ids, refuse_unknown, require_ids, require_order
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Bilingual, Entry, Sourced

FILE = "dimensions.yml"
DIMENSION_IDS = ("cultural", "relational", "procedural", "content")
PILLAR_IDS = ("1", "2", "3", "4", "5", "6", "7", "8")
SHORT_NAME_LENGTH = 28
"""Characters a chart axis has room for."""


class ShortName(Bilingual):
    """A name that fits beside the axis of a chart."""

    en: str = Field(max_length=SHORT_NAME_LENGTH)
    nl: str = Field(max_length=SHORT_NAME_LENGTH)


class Friction(Entry):
    """Two ends between which an alliance seeks its own balance; show both."""

    good: Bilingual
    bad: Bilingual


class Dimension(Sourced):
    """One of the four areas that ask for management."""

    id: str
    name: Bilingual
    friction: Friction
    managed: Bilingual


class Pillar(Sourced):
    """One of the eight focal points of management, two to a dimension."""

    id: str
    dimension: str
    name: Bilingual
    short_name: ShortName
    description: Bilingual


class Dimensions(Entry):
    """The file of dimensions and pillars."""

    version: str
    caveat: Caveat
    dimensions: tuple[Dimension, ...]
    pillars: tuple[Pillar, ...]

    def dimension(self, dimension_id: str) -> Dimension:
        """Return one dimension by its id; raises ModelError when there is none."""
        return by_id(self.dimensions, dimension_id, "dimension")

    def pillar(self, pillar_id: str) -> Pillar:
        """Return one pillar by its id, ``'1'`` to ``'8'``; raises ModelError when there is none."""
        return by_id(self.pillars, pillar_id, "pillar")

    def dimension_of(self, pillar_id: str) -> Dimension:
        """Return the dimension a pillar belongs to; raises ModelError when there is no such pillar."""
        return self.dimension(self.pillar(pillar_id).dimension)

    def pillars_of(self, dimension_id: str) -> tuple[Pillar, ...]:
        """Return the pillars of one dimension, in their order; raises ModelError when it does not exist."""
        wanted = self.dimension(dimension_id).id
        return tuple(pillar for pillar in self.pillars if pillar.dimension == wanted)


def dimensions(path: Path | None = None) -> Dimensions:
    """Return the dimensions and pillars.

    Parameters
    ----------
    path : Path, optional
        An organisation's own file; without it the one shipped, read once.

    Raises
    ------
    ModelError
        If the file cannot be read, breaks its schema, does not hold exactly the four dimensions and eight
        pillars in their order, or names a dimension that does not exist or carries no pillar.
    """
    return _read(path) if path else _shipped()


@cache
def _shipped() -> Dimensions:
    return _read(packaged(FILE))


def _read(path: Path) -> Dimensions:
    found = load(path, Dimensions)
    require_order(ids(found.dimensions), DIMENSION_IDS, f"{path.name}, at dimensions")
    require_order(ids(found.pillars), PILLAR_IDS, f"{path.name}, at pillars")
    for pillar in found.pillars:
        refuse_unknown([pillar.dimension], DIMENSION_IDS, f"{path.name}, at pillars.{pillar.id}.dimension")
    require_ids(
        {pillar.dimension for pillar in found.pillars}, DIMENSION_IDS, f"{path.name}, at pillars' dimensions"
    )
    return found
