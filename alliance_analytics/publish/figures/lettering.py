"""How wide a text is before it is drawn, so that labels can be wrapped instead of colliding.

Widths come from the font that ships with matplotlib, so that they are the same on every machine. A label may
hold soft hyphens; a word that does not fit without one is cut where a syllable seems to begin.
"""

from __future__ import annotations

from functools import cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

SOFT_HYPHEN = "\u00ad"
ELLIPSIS = "…"
BOLD = 1.15
"""How much wider bold letters are than those that ``wrap`` measures."""
ASCENT = 0.76
"""How far letters reach above their line, in type sizes; below it, they reach the rest of one."""
VOWELS = "aeiouyAEIOUY"


def text_width(text: str, size: float, weight: str = "normal") -> float:
    """Return the width of one line of text in points."""
    words = text.split(" ")
    return size * (sum(_width(word, weight) for word in words) + _width(" ", weight) * (len(words) - 1))


@cache
def _width(word: str, weight: str) -> float:
    """Return the width of a word in type of one point: words do not move each other, as letters do."""
    font = FontProperties(family="DejaVu Sans", size=1, weight=weight)
    return float(text_to_path.get_text_width_height_descent(word, font, False)[0]) if word else 0.0


def wrap(text: str, room: float, size: float, lines: int | None = None) -> tuple[str, ...]:
    """Return ``text`` in lines no wider than ``room``.

    Parameters
    ----------
    text : str
        One or more words.
    room : float
        Width in points.
    size : float
        Type size in points.
    lines : int, optional
        The most lines to return; what is left over becomes an ellipsis.
    """
    done: list[str] = []
    for word in text.split():
        done = _with_word(done, word, room, size)
    return _at_most(done, lines, room, size) if lines else tuple(done)


def balanced(text: str, room: float, size: float, lines: int | None = None) -> tuple[str, ...]:
    """Return ``text`` wrapped in as few lines as :func:`wrap` needs, made about equally long."""
    best = wrap(text, room, size, lines)
    for share in (0.9, 0.8, 0.7, 0.6):
        narrower = wrap(text, share * room, size, lines)
        if len(narrower) == len(best) and " ".join(narrower) == " ".join(best):
            best = narrower
    return best


def shorten(text: str, room: float, size: float) -> str:
    """Return ``text`` in one line no wider than ``room``, ending in an ellipsis where it was cut."""
    plain = text.replace(SOFT_HYPHEN, "")
    if text_width(plain, size) <= room:
        return plain
    kept = plain
    while kept and text_width(kept.rstrip() + ELLIPSIS, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def _with_word(done: list[str], word: str, room: float, size: float) -> list[str]:
    plain = word.replace(SOFT_HYPHEN, "")
    longer = f"{done[-1]} {plain}" if done else plain
    if text_width(longer, size) <= room:
        return [*done[:-1], longer]
    if text_width(plain, size) <= room:
        return [*done, plain]
    return [*done, *_pieces(word, room, size)]


def _pieces(word: str, room: float, size: float) -> list[str]:
    pieces, rest = [], word
    while text_width(rest.replace(SOFT_HYPHEN, ""), size) > room and len(rest) > 1:
        cut = _cut(rest, room, size)
        pieces.append(rest[:cut].replace(SOFT_HYPHEN, "").removesuffix("-") + "-")
        rest = rest[cut:].lstrip(SOFT_HYPHEN)
    return [*pieces, rest.replace(SOFT_HYPHEN, "")]


def _cut(word: str, room: float, size: float) -> int:
    fitting = [
        end
        for end in range(1, len(word))
        if text_width(word[:end].replace(SOFT_HYPHEN, "") + "-", size) <= room
    ]
    return max(_soft(word, fitting) or _syllables(word, fitting) or fitting or [1])


def _soft(word: str, ends: list[int]) -> list[int]:
    return [end for end in ends if word[end] == SOFT_HYPHEN or word[end - 1] == "-"]


def _syllables(word: str, ends: list[int]) -> list[int]:
    # A consonant before a vowel opens a syllable often enough for a label that has no soft hyphens.
    return [
        end
        for end in ends
        if 3 <= end <= len(word) - 3 and word[end] not in VOWELS and word[end + 1] in VOWELS
    ]


def _at_most(done: list[str], lines: int, room: float, size: float) -> tuple[str, ...]:
    if len(done) <= lines:
        return tuple(done)
    return (*done[: lines - 1], shorten(" ".join(done[lines - 1 :]), room, size))
