"""When two spellings are one text: for people type, forms decorate and programs damage what was meant.

``plain`` takes away what never carries meaning: capitals, accents, kinds of space and quotation mark, HTML,
a closing full stop. ``nearest_spelling`` forgives a slip of the pen, but only where one meaning is clearly
nearest: *mee oneens* and *mee eens* are opposites three letters apart.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Hashable, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
DECORATED = re.compile("[<&`]")
"""What tells that a text of ASCII letters may hold more than them."""
SPACE_BEFORE_MARK = re.compile(r"\s+([?!:;.,])")
EDGE = " \t.,;:!?*¿¡"
REPLACED = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "ı": "i",  # in capitals it is I, as i is
    }
    | dict.fromkeys("\ufeff\u200b\u200c\u200d\u00ad", "")
)

REMEMBERED = 4_096
"""Texts whose plain spelling is kept: headings and labels come back, column after column."""


@lru_cache(REMEMBERED)
def plain(text: str) -> str:
    r"""Return ``text`` without what varies between spellings of one text.

    Examples
    --------
    >>> plain("Helemaal\xa0mee  EENS. ")
    'helemaal mee eens'
    >>> plain("<p>Don’t know&nbsp;?</p>")
    "don't know"
    """
    letters = text if text.isascii() and not DECORATED.search(text) else _undecorated(text)
    return SPACE_BEFORE_MARK.sub(r"\1", " ".join(letters.split())).casefold().strip(EDGE)


def _undecorated(text: str) -> str:
    without_tags = TAG.sub(" ", html.unescape(text)).translate(REPLACED)
    decomposed = unicodedata.normalize("NFKD", without_tags)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def typing_distance(left: str, right: str) -> int:
    """Return how many slips turn one text into the other.

    A slip adds, drops or replaces a letter, or swaps two neighbours (optimal string alignment distance).

    Examples
    --------
    >>> typing_distance("stronlgy agree", "strongly agree")
    1
    """
    return OSA.distance(left, right)


def slips_forgiven(text: str) -> int:
    """Return how many slips a text may hold: none in short words, where one letter makes another word."""
    return 0 if len(text) < 4 else 1 if len(text) < 10 else 2


def nearest_spelling(written: str, known: Mapping[str, Hashable]) -> str | None:
    """Return the known text that ``written`` is a misspelling of, or None when that is not certain.

    Parameters
    ----------
    written : str
        A plain text.
    known : mapping of str to hashable
        Plain texts, each to what it means. Texts of one meaning are no rivals; any other must lie one slip
        farther off than the nearest, or two when the nearest is two slips away.

    Examples
    --------
    >>> nearest_spelling("mee onees", {"mee eens": 4, "mee oneens": 2})
    'mee oneens'
    >>> nearest_spelling("mee neens", {"mee eens": 4, "mee oneens": 2}) is None
    True
    """
    limit = slips_forgiven(written)
    distances = sorted(
        (typing_distance(written, text), text) for text in known if abs(len(text) - len(written)) <= 2 * limit
    )
    if not limit or not distances or distances[0][0] > limit:
        return None
    fewest, nearest = distances[0]
    rivals = (slips for slips, text in distances if known[text] != known[nearest])
    return nearest if all(slips >= 2 * fewest for slips in rivals) else None
