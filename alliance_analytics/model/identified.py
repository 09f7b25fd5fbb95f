"""Entries that carry an id: found by it, unique in their file, and pointing only at ids that exist.

A schema sees one entry at a time. These checks see the whole file, and say where it breaks and what is
allowed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Annotated, Protocol, TypeVar

from pydantic import Field

from alliance_analytics.errors import ModelError, did_you_mean
from alliance_analytics.model.sourced import Bilingual, Sourced

Kebab = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""An id in lower case, its words joined by hyphens."""


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id, unique among entries of its kind."""
        ...


class Described(Sourced):
    """An entry that needs no more than a name and a few lines of text."""

    id: Kebab
    name: Bilingual
    description: Bilingual


Found = TypeVar("Found", bound=Identified)


def ids(entries: Iterable[Identified]) -> tuple[str, ...]:
    """Return the ids of ``entries``, in their order."""
    return tuple(entry.id for entry in entries)


def by_id(entries: Collection[Found], wanted: str, kind: str) -> Found:
    """Return the entry with the id ``wanted``.

    Parameters
    ----------
    entries : Collection
        Entries of one kind.
    wanted : str
        An id.
    kind : str
        What the entries are, for the message, e.g. ``'pillar'``.

    Raises
    ------
    ModelError
        If no entry has this id; names the nearest one that exists.
    """
    for entry in entries:
        if entry.id == wanted:
            return entry
    raise ModelError(
        f"There is no such {kind}.",
        found=wanted,
        allowed=", ".join(ids(entries)),
        remedy=did_you_mean(wanted, ids(entries)),
    )


def refuse_duplicates(found: Iterable[str], where: str) -> None:
    """Raise when an id occurs more than once.

    Parameters
    ----------
    found : Iterable of str
        Ids that must differ.
    where : str
        File and path inside it, e.g. ``'dimensions.yml, at pillars'``.

    Raises
    ------
    ModelError
        Naming the ids that occur more than once.
    """
    twice = [name for name, count in Counter(found).items() if count > 1]
    if twice:
        raise ModelError(
            "An id is used more than once.",
            where=where,
            found=", ".join(twice),
            allowed="every id once",
            remedy="Rename or remove all but one of them.",
        )


def refuse_unknown(found: Iterable[str], known: Collection[str], where: str) -> None:
    """Raise when an id is not among the known ones.

    Raises
    ------
    ModelError
        Naming the unknown ids, those that are known, and the nearest one.
    """
    strange = [name for name in found if name not in known]
    if strange:
        raise ModelError(
            "An id is unknown.",
            where=where,
            found=", ".join(strange),
            allowed=", ".join(known),
            remedy=did_you_mean(strange[0], known),
        )


def require_ids(found: Iterable[str], required: Collection[str], where: str) -> None:
    """Raise unless ``found`` holds every required id once, and no other.

    Raises
    ------
    ModelError
        On a duplicate, an unknown or a missing id.
    """
    present = tuple(found)
    refuse_duplicates(present, where)
    refuse_unknown(present, required, where)
    missing = [name for name in required if name not in present]
    if missing:
        raise ModelError(
            "An entry is missing.",
            where=where,
            found=f"{len(present)} entries, without {', '.join(missing)}",
            allowed=f"exactly {len(required)}: {', '.join(required)}",
            remedy="Add the entries named.",
        )


def require_order(found: Iterable[str], required: Collection[str], where: str) -> None:
    """Raise unless ``found`` holds every required id once, no other, and in the order required.

    Raises
    ------
    ModelError
        On a duplicate, an unknown or a missing id, or on another order.
    """
    present = tuple(found)
    require_ids(present, required, where)
    if present != tuple(required):
        raise ModelError(
            "The entries are not in their order.",
            where=where,
            found=", ".join(present),
            allowed=", ".join(required),
            remedy="Put the entries in the order named: pages and charts follow the file.",
        )
