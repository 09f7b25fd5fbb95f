"""A finding says where something stands and what it looks like, and never repeats it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from alliance_analytics.intake.identifiers.texts import masked

LONGEST_SHAPE = 40
LONGEST_PLACE = 60
LETTERS, DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")


@dataclass(frozen=True, order=True)
class Finding:
    """Something that must not leave the room.

    Parameters
    ----------
    file : str
        Which file, from the folder that was looked through.
    inside : str
        Where in it, e.g. *data.csv, row 4*; '' for the file as a whole.
    kind : str
        What it is.
    shape : str
        How it looks: letters as *a*, digits as *9*.
    """

    file: str
    inside: str
    kind: str
    shape: str = ""


def shape_of(text: str) -> str:
    """Return how a text looks, without what it says: each run of letters as *a*, of digits as *9*.

    Examples
    --------
    >>> shape_of("ann.smith@example.org"), shape_of("+31 6 1234 5678")
    ('a.a@a.a', '+9 9 9 9')
    """
    shape = DIGITS.sub("9", LETTERS.sub("a", " ".join(text.split())))
    return shape if len(shape) <= LONGEST_SHAPE else shape[: LONGEST_SHAPE - 1] + "…"


@lru_cache(maxsize=4096)
def place_shown(name: str) -> str:
    """Return the name of a place as it may be told: short, and without an identifier that it may hold."""
    plain = masked(" ".join(name.split()))
    return plain if len(plain) <= LONGEST_PLACE else plain[: LONGEST_PLACE - 1] + "…"
