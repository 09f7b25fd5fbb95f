"""By what a passage is known again: a hash of its words, whatever its signs, capitals and spaces."""

from __future__ import annotations

from hashlib import sha256

from alliance_analytics.interpret.themes.normal import normal

LENGTH = 16


def text_key(text: str) -> str:
    """Return sixteen hexadecimal signs that texts of the same words share.

    Examples
    --------
    >>> text_key("We co-operate, always.") == text_key("we cooperate always")
    True
    """
    words = normal(text).replace(",", " ").replace(".", " ").split()
    return sha256(" ".join(words).encode()).hexdigest()[:LENGTH]
