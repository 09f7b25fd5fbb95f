"""Mail addresses, telephone numbers and links have no place in a passage."""

from __future__ import annotations

import re

MASK = "[…]"
MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
LINK = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
PHONE = re.compile(r"(?<!\w)\+?\d[\d ()/-]{7,}\d(?!\w)")


def masked(text: str) -> str:
    """Return the text with a mark in the place of addresses and numbers.

    Examples
    --------
    >>> masked("Ring 020 123 45 67 or write to agency@example.org.")
    'Ring […] or write to […].'
    """
    for pattern in (MAIL, LINK, PHONE):
        text = pattern.sub(MASK, text)
    return text
