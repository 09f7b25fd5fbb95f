"""Text in the plain form in which cues are looked for: lower case, words between single spaces, few signs.

A comma stays a comma, every end of a sentence or clause becomes a full stop, and hyphens disappear, so that
*co-ordinate* and *coordinate*, or *win-win* and *win win*, are the same words.
"""

from __future__ import annotations

import re

_JOINED_PREFIX = re.compile(r"\b(co|re|pre)-(?=\w)")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[,.;:!?]|\s[–—-]+\s")
_ENDS = frozenset(".;:!?")


def normal(text: str) -> str:
    """Return ``text`` in plain form, with a space at both ends.

    Examples
    --------
    >>> normal("We don’t re-open it – a win-win!")
    " we don't reopen it , a win win . "
    """
    return f" {' '.join(map(_plain, _TOKEN.findall(without_hyphens(_straight(text.lower())))))} "


def without_hyphens(text: str) -> str:
    """Return a text without hyphens inside words; a short prefix joins its word, other parts become words.

    Examples
    --------
    >>> without_hyphens("co-ordinate a win-win")
    'coordinate a win win'
    """
    return _HYPHEN.sub(" ", _JOINED_PREFIX.sub(r"\1", text)) if "-" in text else text


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'")


def _plain(token: str) -> str:
    if token in _ENDS:
        return "."
    return token if token[0].isalnum() else ","
