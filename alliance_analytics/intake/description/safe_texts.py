"""What of a cell or a heading may be shown: labels and questions, never what tells who somebody is.

A text in a column of answers is shown when the scan for identifiers finds nothing in it and it is made like a
label: half of its words are words of labels and none of the others has a capital, or several people gave it.
Of anything else only the shape is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from alliance_analytics.intake.identifiers.texts import identifying_text, masked
from alliance_analytics.model.spelling import plain

LONGEST = 80
SEVERAL = 3
WORD = re.compile(r"[^\W\d_]{2,}")
SHORT_NUMBER = re.compile(r"-?\d{1,4}(?:[.,]\d)?")


def shape_of(text: str) -> str:
    """Return what kind of text it is, and how long.

    Examples
    --------
    >>> shape_of("ask somebody of my team"), shape_of("42")
    ('text, 23 characters', 'number, 2 characters')
    """
    kind = "number" if re.fullmatch(r"[-+]?\d+(?:[.,]\d+)?", text.strip()) else "text"
    return f"{kind}, {len(text)} characters" if len(text) != 1 else f"{kind}, 1 character"


def shown(text: str, count: int, labels: Collection[str]) -> str:
    """Return an answer that is no label as it may be shown.

    Parameters
    ----------
    text : str
        What stands in the cell.
    count : int
        Cells that hold it.
    labels : collection of str
        The labels of the scale.
    """
    if len(text) > LONGEST or identifying_text(text):
        return shape_of(text)
    made_alike = count >= SEVERAL or SHORT_NUMBER.fullmatch(text.strip()) or _is_like(text, labels)
    return " ".join(text.split()) if made_alike else shape_of(text)


def _is_like(text: str, labels: Collection[str]) -> bool:
    known = {word for label in labels for word in WORD.findall(plain(label))}
    words = WORD.findall(text)
    others = [word for word in words if plain(word) not in known]
    return 0 < len(words) >= 2 * len(others) and all(word.islower() for word in others)


def heading(text: str) -> str:
    """Return a heading on one line, without what tells who somebody is."""
    return " ".join(masked(text).split())
