"""From a pattern of the codebook to a regular expression over text in plain form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from alliance_analytics.interpret.themes.normal import without_hyphens

PREFIX_LENGTH = 5
_GAP = r"(?: [^ .]+){0,4}"
_WIDE_GAP = r"(?: [^ .]+){0,5}"
_EITHER_ORDER = " ~ "

Groups = Mapping[str, tuple[str, ...]]


def expression(pattern: str, groups: Groups) -> str:
    """Return the regular expression of one pattern, whole words only.

    Parameters
    ----------
    pattern : str
        As written in the codebook: stems with ``*``, alternatives with ``|``, words joined by ``_`` inside an
        alternative, groups as ``<name>``, gaps of up to four words as ``...``, and ``~`` for either order.
    groups : mapping of str to tuple of str
        Name of a group to its expressions.

    Examples
    --------
    >>> bool(re.search(expression("trust* ... partner|ally", {}), " trusting our good partner "))
    True
    """
    return _whole_words(_body(pattern, groups))


def any_of(patterns: Iterable[str], groups: Groups) -> re.Pattern[str]:
    """Return one compiled expression that finds any of several patterns."""
    bodies = [_body(pattern, groups) for pattern in patterns]
    return re.compile(_whole_words("|".join(bodies)) if bodies else r"(?!)")


def beginnings(pattern: str, groups: Groups) -> tuple[frozenset[str], ...]:
    """Return beginnings of words, of each set of which one occurs in every text that the pattern matches.

    One set a word slot of the pattern, the one that says most first, so that few patterns must be tried on a
    text.

    Examples
    --------
    >>> [sorted(some) for some in beginnings("our ... trust*|faith", {})]
    [['faith', 'trust'], ['our']]
    """
    slots = [_beginnings(slot, groups) for slot in pattern.split() if slot not in ("...", "~")]
    return tuple(sorted(filter(None, slots), key=_tells, reverse=True))


def text_prefixes(text: str) -> set[str]:
    """Return the beginnings, at most five letters long, of all words of a text in plain form."""
    words = set(text.split())
    return {word[:length] for word in words for length in range(PREFIX_LENGTH + 1)}


def named_words(pattern: str, groups: Groups) -> frozenset[str]:
    """Return the words a pattern asks for itself, without their stars."""
    expressions = [found for slot in pattern.split() for found in _alternatives(slot, groups)]
    return frozenset(word.strip("*") for found in expressions for word in found.split())


def _whole_words(body: str) -> str:
    return rf"(?<= )(?:{body})(?= )"


def _body(pattern: str, groups: Groups) -> str:
    parts = [_sequence(part, groups) for part in pattern.split(_EITHER_ORDER)]
    orders = {_WIDE_GAP.join([first, f" {second}"]) for first, second in _orders(parts)} or set(parts)
    return "|".join(sorted(orders))


def _orders(parts: list[str]) -> list[tuple[str, str]]:
    return [(parts[0], parts[1]), (parts[1], parts[0])] if len(parts) == 2 else []


def _sequence(part: str, groups: Groups) -> str:
    pieces = [_GAP if slot == "..." else f" {_slot(slot, groups)}" for slot in part.split()]
    return "".join(pieces).removeprefix(" ")


def _slot(slot: str, groups: Groups) -> str:
    return f"(?:{'|'.join(_word(word) for word in _alternatives(slot, groups))})"


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", "[^ ]*").replace(r"\ ", " ")


def _alternatives(slot: str, groups: Groups) -> list[str]:
    named = [groups[word[1:-1]] if word.startswith("<") else (word,) for word in slot.split("|")]
    return [without_hyphens(word.replace("_", " ")) for words in named for word in words]


def _beginnings(slot: str, groups: Groups) -> frozenset[str]:
    words = [alternative.split()[0] for alternative in _alternatives(slot, groups)]
    if any(word.startswith("*") for word in words):
        return frozenset()
    return frozenset(word.rstrip("*")[:PREFIX_LENGTH] for word in words)


def _tells(beginnings: frozenset[str]) -> tuple[int, int]:
    return min(map(len, beginnings)), -len(beginnings)
