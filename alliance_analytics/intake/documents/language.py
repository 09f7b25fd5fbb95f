"""Which language a passage is in, by a vote of stop words: English, Dutch, or another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

OTHER = "other"

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_STOP_WORDS = {
    "en": """
        the and of to that is was were are for it with on as by not be this which have has had they we
        our their from at or but who what when nobody everybody each every both can could would will
        there been its than then only more an i you he she his her my your us them so no do does did if
        about up out into all very too still always never nothing now how why a
        """,
    "nl": """
        de het een en van dat die niet is was zijn waren op te voor met als door aan er ook naar bij om
        maar wordt werd worden heeft hebben had wij we ons onze hun zij wie wat toen niemand iedereen
        elke alle nog al over uit tot dan of geen in ik je jij u hij ze me mijn zich dit deze zo wel
        heel veel steeds altijd nooit niets nu hoe waarom kan kunnen moet moeten zou zouden gaat wil
        weer want omdat
        """,
    "de": """
        der die das und ist nicht ein eine mit von zu den dem sich auf für wir sie ich es werden im auch
        haben
        """,
    "fr": """
        le la les des est une dans pour que qui pas sur et du nous vous ils avec ce au aux ont plus par
        mais je
        """,
    "es": """
        el los las una por con para del y es que no se lo su al como más pero nos en ha
        """,
}
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(language for language, words in _STOP_WORDS.items() if word in words.split())
    for words in _STOP_WORDS.values()
    for word in words.split()
}
_READ = ("en", "nl")


def language_of(text: str, usual: str = OTHER) -> str:
    """Return the language of a text.

    Parameters
    ----------
    text : str
        A passage.
    usual : str
        The language of the document it stands in, which decides between equals, or when there is no vote.

    Returns
    -------
    str
        ``'en'``, ``'nl'`` or ``'other'``.

    Examples
    --------
    >>> language_of("De partners vertrouwen elkaar niet.")
    'nl'
    >>> language_of("Tea was served.", usual="en")
    'en'
    """
    votes = _votes([text])
    best = [language for language, count in votes.items() if count == max(votes.values())]
    chosen = best[0] if len(best) == 1 else usual
    return chosen if chosen in _READ else OTHER


def main_language(texts: Iterable[str]) -> str:
    """Return the language that most stop words of some texts speak for, or ``'other'``."""
    votes = _votes(texts)
    winner = votes.most_common(1)[0][0] if votes else OTHER
    return winner if winner in _READ else OTHER


def _votes(texts: Iterable[str]) -> Counter[str]:
    words = (word for text in texts for word in _WORD.findall(text.lower()))
    return Counter(language for word in words for language in _LANGUAGES_OF.get(word, ()))
