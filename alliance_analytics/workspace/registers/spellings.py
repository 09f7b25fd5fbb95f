"""Names that look like one name spelled two ways: suggested, never merged in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.model.spelling import plain, typing_distance
from alliance_analytics.workspace.registers.columns import Problems

ONE_SLIP_MORE_FROM = (6, 16)
"""Letters from which a name may hold one slip, and two: *Region North* and *Region South* are two apart."""
NUMBER = re.compile(r"\d+")
LEGAL = frozenset(
    {"ltd", "limited", "inc", "plc", "llc", "bv", "nv", "gmbh", "ag", "sa", "vof", "the", "de", "het"}
)
"""Words that are added to and left out of a name of an organisation."""


def two_spellings(places: Mapping[str, str]) -> Problems:
    """Return each pair of names that may be one, with where each was first met.

    Parameters
    ----------
    places : mapping
        Name of an organisation to its first place.
    """
    return tuple(
        WorkspaceError(
            "Two names look like one, and were kept apart.",
            where=f"{places[one]} and {places[other]}",
            found=f"{one!r} and {other!r}",
            remedy="If they are the same, write both alike. If not, nothing needs to be done.",
        )
        for one, other in _candidates(list(places))
        if look_alike(one, other)
    )


def _candidates(names: list[str]) -> list[tuple[str, str]]:
    """Return the pairs that may look alike, in the order of the names.

    Two names some slips apart become one when each drops as many letters, so only names that share such a
    remainder need to be compared: a thousand names in a second instead of minutes.
    """
    sharing: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        for remainder in _remainders(_core(name)):
            sharing.setdefault(remainder, []).append(place)
    pairs = {pair for places in sharing.values() for pair in combinations(places, 2)}
    return [(names[one], names[other]) for one, other in sorted(pairs)]


def _remainders(core: str) -> set[str]:
    found = {core}
    for _ in range(_slips(len(core))):
        found |= {each[:place] + each[place + 1 :] for each in found for place in range(len(each))}
    return found


def _slips(letters: int) -> int:
    return sum(letters >= length for length in ONE_SLIP_MORE_FROM)


def look_alike(one: str, other: str) -> bool:
    """Return whether two names may be two spellings of one.

    Examples
    --------
    >>> look_alike("Harbour Office", "Harbor office"), look_alike("Acme", "Acme B.V.")
    (True, True)
    >>> look_alike("Region North", "Region South")
    False
    """
    left, right = _core(one), _core(other)
    if NUMBER.findall(left) != NUMBER.findall(right):
        return False
    slips = _slips(min(len(left), len(right)))
    return left == right or 0 < typing_distance(left, right) <= slips


def first_places(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return each name to the place where it was first met, of (name, place) pairs."""
    found: dict[str, str] = {}
    for name, place in names:
        found.setdefault(name, place)
    return found


def _core(name: str) -> str:
    letters = "".join(sign for sign in plain(name).replace("-", " ") if sign.isalnum() or sign == " ")
    words = [word for word in letters.split() if word not in LEGAL]
    return " ".join(words) or letters
