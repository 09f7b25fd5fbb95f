"""Which language a passage is in, by a vote of stop words: English, Dutch, or another."""

from __future__ import annotations

import re

WORD = re.compile(r"[a-zà-ÿ']+")
STOP_WORDS = {
    "en": frozenset(
        """
        the and of to that is was were are in it for with on as by not be this which have has had they we our
        their from at or but who what when nobody everybody each every both can could would will there been its
        than then only more
        """.split()
    ),
    "nl": frozenset(
        """
        de het een en van dat die niet is was zijn waren op te voor met als door aan er ook naar bij om maar
        wordt werd worden heeft hebben had wij we ons onze hun zij wie wat toen niemand iedereen elke alle nog
        al over uit tot dan of geen in
        """.split()
    ),
    "other": frozenset(
        """
        der die das und ist nicht ein eine mit von zu den dem sich auf für le la les des est une dans pour que
        qui pas sur el los las una por con para del y es
        """.split()
    ),
}


def language_of(text: str) -> str:
    """Return ``'en'``, ``'nl'`` or ``'other'``; of equals the first, and ``'other'`` when there is no vote.

    Examples
    --------
    >>> language_of("De partners vertrouwen elkaar niet.")
    'nl'
    """
    words = WORD.findall(text.lower())
    votes = {language: sum(word in known for word in words) for language, known in STOP_WORDS.items()}
    best = max(votes, key=lambda language: votes[language])
    return best if votes[best] else "other"
