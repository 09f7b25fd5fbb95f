"""What takes the place of an identifier in a clean copy: a number that tells people of that file apart.

Such a number says nothing of who somebody is, and is never taken for the same person in another file.
"""

from __future__ import annotations

import re

from alliance_analytics.intake.identifiers.kinds import Kind

NOBODY = re.compile(r"\d+@stripped\.invalid")
"""An address that cannot exist: *invalid* is reserved for that (RFC 2606)."""
PERSONS: frozenset[Kind] = frozenset({"mail", "token", "panel_id"})
TELL_APART: frozenset[Kind] = PERSONS | {"response_id", "device"}
"""Kinds that serve to count each person once; all others have no further use."""


def stand_in(kind: Kind, number: int) -> str:
    """Return what stands for the identifier that is the ``number``-th of its file.

    Examples
    --------
    >>> stand_in("mail", 3), stand_in("device", 3)
    ('3@stripped.invalid', '3')
    """
    return f"{number}@stripped.invalid" if kind in PERSONS else str(number)


def is_stand_in(text: str) -> bool:
    """Return whether a text stands for a person of one file."""
    return text.endswith("invalid") and NOBODY.fullmatch(text) is not None
