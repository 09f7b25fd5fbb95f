"""Whose name is it? People shorten, hyphenate and mistype the names of organisations, and add *Ltd*.

A spelling is taken for a name only when exactly one known name fits, by the first way of fitting that any
name fits at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from alliance_analytics.model.spelling import nearest_spelling, plain

LEGAL_FORMS = frozenset(
    {"ltd", "limited", "bv", "nv", "gmbh", "ag", "inc", "llc", "plc", "sa", "sas", "sarl", "vzw"}
)
DOT_WITHIN = re.compile(r"(?<=\b\w)\.(?=\w\b)")
SHORTEST_ALONE = 4
"""Letters a name of one word needs to be looked for inside a longer text."""

Words = tuple[str, ...]
Fit = Callable[[Words, Words], bool]


def words_of(text: str) -> Words:
    """Return the words of a name, without marks and legal forms.

    Examples
    --------
    >>> words_of("Veltor BioSciences B.V.")
    ('veltor', 'biosciences')
    """
    words = re.findall(r"\w+", DOT_WITHIN.sub("", plain(text)))
    return tuple(word for word in words if word not in LEGAL_FORMS) or tuple(words)


class KnownNames:
    """Names, and the spellings that are known to mean them.

    Parameters
    ----------
    spellings : mapping of str to str
        Spelling to the name that it means; each name is a spelling of itself.
    """

    def __init__(self, spellings: Mapping[str, str]) -> None:
        self._exact = {plain(spelling): name for spelling, name in spellings.items()}
        self._words = [
            (words_of(spelling), name) for spelling, name in spellings.items() if words_of(spelling)
        ]

    def find(self, written: str) -> str | None:
        """Return the name that a text means, or None when no name, or more than one, fits.

        Examples
        --------
        >>> KnownNames({"Register Noord": "RN", "Register Zuid": "RZ"}).find("Reg. Zuid")
        'RZ'
        """
        words = words_of(written)
        if plain(written) in self._exact or not words:
            return self._exact.get(plain(written))
        for fit in (_same, _shortened, _initials, _part):
            fitting = {name for known, name in self._words if fit(words, known)}
            if fitting:
                return _only(fitting)
        near = nearest_spelling(" ".join(words), {" ".join(known): name for known, name in self._words})
        return _only({name for known, name in self._words if " ".join(known) == near})


def _only(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def _same(words: Words, known: Words) -> bool:
    return "".join(words) == "".join(known)


def _shortened(words: Words, known: Words) -> bool:
    """*Gem. Zuidermeer* is *Gemeente Zuidermeer*: each word starts the other, and one is whole."""
    pairs = list(zip(words, known, strict=False))
    return (
        len(words) == len(known) and all(k.startswith(w) for w, k in pairs) and any(w == k for w, k in pairs)
    )


def _initials(words: Words, known: Words) -> bool:
    """*UWV* is *Uitvoering Werk en Verzekering*: the first letters of all words, or of the long ones."""
    long = [word for word in known if len(word) >= SHORTEST_ALONE]
    initials = {"".join(word[0] for word in some) for some in (known, long) if len(some) > 1}
    return len(words) == 1 and words[0] in initials


def _part(words: Words, known: Words) -> bool:
    """One is a part of the other, and the part is not a short word that may stand in any text."""
    fewer, more = sorted((words, known), key=len)
    return set(fewer) <= set(more) and max(map(len, fewer)) >= SHORTEST_ALONE
