"""Word for word: whether a text holds an identifier that is known, or a sentence that somebody wrote.

A comment is known by every eight words in a row, so that neither a cut nor new punctuation hides it; a short
one as a whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W_]+(?:_[^\W_]+)*")
SHINGLE = 8
"""Words in a row by which a long comment is known."""
SHORTEST = 4
"""Words that a comment must have: *more time* is anybody's."""

Words = tuple[str, ...]


class Phrases:
    """A set of phrases that texts are looked through for. Shows none of them."""

    def __init__(self, phrases: Iterable[Words]) -> None:
        self._by_first: dict[str, dict[int, set[Words]]] = defaultdict(lambda: defaultdict(set))
        for phrase in phrases:
            if phrase:
                self._by_first[phrase[0]][len(phrase)].add(phrase)

    def __repr__(self) -> str:
        """Return a text that tells nobody."""
        return "Phrases()"

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self._by_first)

    def found_in(self, text: str) -> Iterator[Words]:
        """Yield the phrases that a text holds, in its order."""
        yield from self.found_among(words_of(text) if self._by_first else ())

    def found_among(self, said: Words) -> Iterator[Words]:
        """Yield the phrases that the words of a text hold, in their order."""
        for place, word in enumerate(said):
            if word in self._by_first:
                for length, known in self._by_first[word].items():
                    if said[place : place + length] in known:
                        yield said[place : place + length]


def words_of(text: str) -> Words:
    """Return the words of a text, alike for all spellings of signs and capitals.

    Examples
    --------
    >>> words_of("We\u2019re OK, J.Doe@example.org")
    ('we', 're', 'ok', 'j', 'doe', 'example', 'org')
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return tuple(WORD.findall(text.casefold()))


def shingles(text: str, shortest: int = SHORTEST) -> Iterator[Words]:
    """Yield the runs of words by which a comment is known; none for one of fewer than ``shortest`` words."""
    said = words_of(text)
    if len(said) < shortest:
        return
    for place in range(max(1, len(said) - SHINGLE + 1)):
        yield said[place : place + SHINGLE]


def comment_phrases(comments: Iterable[str], ours: Iterable[str] = ()) -> Phrases:
    """Return the phrases by which comments are known, but what our own texts say as well.

    Parameters
    ----------
    comments : iterable of str
        What people wrote.
    ours : iterable of str, optional
        Texts that may be told: the statements, and comments that were released.
    """
    known = {phrase for comment in comments for phrase in shingles(comment)}
    said = [words_of(text) for text in ours]
    public = {
        text[start : start + length]
        for text in said
        for length in {len(phrase) for phrase in known}
        for start in range(len(text) - length + 1)
    }
    return Phrases(known - public)
