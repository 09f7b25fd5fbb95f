"""Look through one file for everything that must not leave the room."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from alliance_analytics.publish.audit.encoded import readings
from alliance_analytics.publish.audit.finding import Finding, shape_of
from alliance_analytics.publish.audit.layer import Layer, Piece, Place
from alliance_analytics.publish.audit.looks import holds_records, looks_in
from alliance_analytics.publish.audit.opening import opened
from alliance_analytics.publish.audit.phrases import Phrases, words_of
from alliance_analytics.publish.page.templating import stylesheet

COMMENT, IDENTIFIER = "words of a comment", "an identifier of a respondent"
ACCOUNT, RECORDS = "the name of an account", "single answers of people"
NOTHING = Phrases(())


@dataclass(frozen=True)
class Known:
    """What is known of those who must not be recognised. Its text shows none of it.

    Parameters
    ----------
    identifiers : Phrases
        Mail addresses, names, codes and ids of respondents, and the keyed hashes that link them.
    comments : Phrases
        What people wrote.
    accounts : frozenset of str
        Names of the account that made the files.
    allowed : frozenset of str
        Links, mail addresses and hashes that may stand as they are: the contact, and hashes of input files.
    """

    identifiers: Phrases = NOTHING
    comments: Phrases = NOTHING
    accounts: frozenset[str] = field(default=frozenset(), repr=False)
    allowed: frozenset[str] = field(default=frozenset(), repr=False)


def scanned(file: str, content: bytes, known: Known) -> tuple[Finding, ...]:
    """Return what must not leave the room with a file, each once.

    Parameters
    ----------
    file : str
        How the file is called in a finding.
    content : bytes
        The whole file.
    known : Known
        Whose words and identifiers are looked for.
    """
    ours = stylesheet().encode()  # the same on every page: its words are no one's data
    layer = opened(file, content.replace(ours, b""))
    found = {Finding(file, *sign) for sign in layer.signs}
    found |= {Finding(file, inside, kind, shape) for inside, kind, shape in _in_texts(layer, known)}
    return tuple(sorted(found))


def _in_texts(layer: Layer, known: Known) -> Iterator[tuple[str, str, str]]:
    accounts = _any_of(known.accounts)
    places: dict[tuple[Place, str], set[str]] = defaultdict(set)
    for inside, place, text in layer.pieces:
        places[place, text].add(inside)
    for (place, text), insides in places.items():
        found = {*_in_piece(Piece("", place, text), known, accounts)}  # once, wherever the text stands
        yield from ((inside, *each) for inside in insides for each in found)


def _in_piece(piece: Piece, known: Known, accounts: re.Pattern[str] | None) -> Iterator[tuple[str, str]]:
    for text in readings(piece.text):
        yield from _looks(piece, text, known)
        yield from _known(text, known, accounts)
    if holds_records(piece):
        yield RECORDS, "rows of whole numbers"


def _looks(piece: Piece, text: str, known: Known) -> Iterator[tuple[str, str]]:
    for kind, found in looks_in(piece, text, known.allowed):
        yield kind, shape_of(found)


def _known(text: str, known: Known, accounts: re.Pattern[str] | None) -> Iterator[tuple[str, str]]:
    said = words_of(text) if known.comments or known.identifiers else ()
    for words in known.comments.found_among(said):
        yield COMMENT, f"{len(words)} words in a row"
    for words in known.identifiers.found_among(said):
        yield IDENTIFIER, shape_of(" ".join(words))
    if accounts and (match := accounts.search(text)):
        yield ACCOUNT, shape_of(match.group())


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    choices = "|".join(re.escape(name) for name in sorted(names))
    return re.compile(rf"(?<![^\W_])(?:{choices})(?![^\W_])") if choices else None
