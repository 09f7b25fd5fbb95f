"""The front door: how a relation is rated, and what its place among the others asks for.

Three criteria make a cube, and each of its eight corners names a kind of resourcing and a level of service.
The text gives the criteria and the choices but no rule between them: the placement is our convention.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Literal

from pydantic import Field

from alliance_analytics.errors import ModelError
from alliance_analytics.model.caveat import Caveat
from alliance_analytics.model.formation import FORM_IDS
from alliance_analytics.model.identified import (
    Described,
    Kebab,
    by_id,
    ids,
    refuse_unknown,
    require_ids,
    require_order,
)
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Bilingual, Entry, Sourced

FILE = "front_door.yml"
CRITERION_IDS = ("criticality", "cross_functionality", "partner_interconnectivity")
RESOURCING_IDS = ("node-team", "market-facing-team", "innovation-team", "specialist-function")
SERVICE_LEVEL_IDS = ("basic", "higher")
MODEL_PART_IDS = ("value", "economics", "operation", "governance")

Side = Literal["low", "high"]
SIDES: tuple[Side, ...] = ("low", "high")


class Ratings(Sourced):
    """The scale a criterion is rated on: whole numbers, ``high_from`` and above counting as high.

    ``apart_from`` steps between two raters and more mean that they see two different relations.
    """

    lowest: int
    highest: int
    high_from: int
    apart_from: int = Field(ge=1)
    because: Bilingual

    def side(self, rating: float) -> Side:
        """Return the side of the cube that a rating, or the median of several, falls on.

        Raises
        ------
        ModelError
            If the rating is off the scale.
        """
        if not self.lowest <= rating <= self.highest:
            raise ModelError(
                "A rating is off the scale.",
                found=f"{rating:g}",
                allowed=f"a whole number from {self.lowest} to {self.highest}",
                remedy="Rate the criterion again.",
            )
        return "high" if rating >= self.high_from else "low"


class Criterion(Sourced):
    """One criterion, with what its lowest and its highest rating mean."""

    id: str
    name: Bilingual
    description: Bilingual
    low: Bilingual
    high: Bilingual


class Service(Entry):
    """Something that alliance management does for an alliance."""

    id: Kebab
    name: Bilingual


class ServiceLevel(Described):
    """A set of services; *higher* comes on top of *basic*."""

    services: tuple[Service, ...] = Field(min_length=1)


class Cadence(Sourced):
    """When ratings are looked at again, in months."""

    first_after_months: int = Field(ge=1)
    then_every_months: int = Field(ge=1)
    because: Bilingual


class Training(Sourced):
    """Kinds of resourcing whose people manage an alliance beside another job, and are trained for it."""

    resourcing: tuple[str, ...]
    because: Bilingual


class ModelPart(Entry):
    """A part of the business model of a relation."""

    id: Kebab
    name: Bilingual


class BusinessModel(Sourced):
    """What has to be known of a relation before it can be placed."""

    parts: tuple[ModelPart, ...] = Field(min_length=1)
    because: Bilingual


class Sharing(Sourced):
    """Forms that fit where risk or reward is not shared, by their ids in the file of formation."""

    otherwise: tuple[str, ...]
    because: Bilingual


class Position(Entry):
    """A corner of the cube: the side it lies on for each criterion."""

    criticality: Side
    cross_functionality: Side
    partner_interconnectivity: Side

    def __str__(self) -> str:
        """Return e.g. ``'criticality=low cross_functionality=high partner_interconnectivity=low'``."""
        return " ".join(f"{name}={side}" for name, side in self)


class Corner(Sourced):
    """What one corner of the cube asks for."""

    at: Position
    resourcing: str
    service_level: str
    because: Bilingual


class FrontDoor(Entry):
    """The file of the front door."""

    version: str
    caveat: Caveat
    ratings: Ratings
    criteria: tuple[Criterion, ...]
    resourcing: tuple[Described, ...]
    service_levels: tuple[ServiceLevel, ...]
    cadence: Cadence
    training: Training
    business_model: BusinessModel
    sharing: Sharing
    placement: tuple[Corner, ...]

    def criterion(self, criterion_id: str) -> Criterion:
        """Return one criterion by its id; raises ModelError when there is none."""
        return by_id(self.criteria, criterion_id, "criterion")

    def resource(self, resourcing_id: str) -> Described:
        """Return one kind of resourcing by its id; raises ModelError when there is none."""
        return by_id(self.resourcing, resourcing_id, "kind of resourcing")

    def service_level(self, level_id: str) -> ServiceLevel:
        """Return one service level by its id; raises ModelError when there is none."""
        return by_id(self.service_levels, level_id, "service level")

    def services(self, level_id: str) -> tuple[Service, ...]:
        """Return every service of a level: *higher* includes *basic*."""
        wanted = self.service_level(level_id)
        reached = self.service_levels[: self.service_levels.index(wanted) + 1]
        return tuple(service for level in reached for service in level.services)

    def corner(self, ratings: Mapping[str, float]) -> Corner:
        """Return the corner of the cube that ratings lead to.

        Parameters
        ----------
        ratings : Mapping of str to float
            Criterion id to its rating, or the median of several, on the scale of ``self.ratings``; all three.

        Raises
        ------
        ModelError
            If a criterion is missing or unknown, or a rating is off the scale.
        """
        require_ids(ratings, CRITERION_IDS, "front door ratings")
        position = Position(**{name: self.ratings.side(rating) for name, rating in ratings.items()})
        return next(corner for corner in self.placement if corner.at == position)


def front_door(path: Path | None = None) -> FrontDoor:
    """Return the front door.

    Parameters
    ----------
    path : Path, optional
        An organisation's own file; without it the one shipped, read once.

    Raises
    ------
    ModelError
        If the file cannot be read, breaks its schema, has other criteria, kinds of resourcing or service
        levels than the known ones, or does not place each corner of the cube exactly once.
    """
    return _read(path) if path else _shipped()


@cache
def _shipped() -> FrontDoor:
    return _read(packaged(FILE))


def _read(path: Path) -> FrontDoor:
    found = load(path, FrontDoor)
    require_order(ids(found.criteria), CRITERION_IDS, f"{path.name}, at criteria")
    require_order(ids(found.resourcing), RESOURCING_IDS, f"{path.name}, at resourcing")
    require_order(ids(found.service_levels), SERVICE_LEVEL_IDS, f"{path.name}, at service_levels")
    _check_ratings(found.ratings, f"{path.name}, at ratings")
    refuse_unknown(found.training.resourcing, RESOURCING_IDS, f"{path.name}, at training")
    require_order(ids(found.business_model.parts), MODEL_PART_IDS, f"{path.name}, at business_model")
    refuse_unknown(found.sharing.otherwise, FORM_IDS, f"{path.name}, at sharing")
    _check_placement(found.placement, f"{path.name}, at placement")
    return found


def _check_placement(placement: tuple[Corner, ...], where: str) -> None:
    corners = [
        str(Position(**dict(zip(CRITERION_IDS, sides, strict=True))))
        for sides in product(SIDES, repeat=len(CRITERION_IDS))
    ]
    require_ids((str(corner.at) for corner in placement), corners, where)
    for corner in placement:
        refuse_unknown([corner.resourcing], RESOURCING_IDS, f"{where}, {corner.at}, resourcing")
        refuse_unknown([corner.service_level], SERVICE_LEVEL_IDS, f"{where}, {corner.at}, service_level")


def _check_ratings(ratings: Ratings, where: str) -> None:
    if not ratings.lowest < ratings.high_from <= ratings.highest:
        raise ModelError(
            "The rating scale has no low or no high side.",
            where=where,
            found=f"{ratings.lowest} to {ratings.highest}, high from {ratings.high_from}",
            allowed="lowest < high_from <= highest",
            remedy="Mend the three numbers.",
        )
