"""Any text: which identifiers it holds, and the text without them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from alliance_analytics.intake.identifiers.kinds import Kind
from alliance_analytics.intake.identifiers.looks import LOOKS, Look
from alliance_analytics.intake.identifiers.people import NAME_LOOKS

MASK = "[…]"
LONGEST_ALONE = 300
ALL_LOOKS = (*LOOKS, *NAME_LOOKS)
DIGIT = re.compile(r"\d")


def masked(text: str) -> str:
    """Return the text with a mark in the place of what tells who somebody is.

    Mail addresses, links, telephone numbers, network addresses, coordinates, ids of panels, national ids,
    bank accounts, and names that are announced as such. A name in running text nobody can tell from other
    words: *ask Marjan* stays.

    Examples
    --------
    >>> masked("Ring 020 123 45 67 before 01-02-2023, or write to agency@example.org.")
    'Ring […] before 01-02-2023, or write to […].'
    >>> masked("Ik heet Jan de Vries en ben tevreden.")
    'Ik heet […] en ben tevreden.'
    """
    for look in _possible(text):
        text = _without(look, text)
    return text


def masking() -> Callable[[str], str]:
    """Return ``masked`` for many texts, trimmed: it passes over those of which no word bears a sign.

    People use few different words, and each is looked at once. The function remembers them, so it is to be
    kept no longer than the texts.
    """
    without_sign: set[str] = set()

    def mask(text: str) -> str:
        words = text.split()
        if not without_sign.issuperset(words):
            without_sign.update(word for word in words if not _bears_sign(word))
            if not without_sign.issuperset(words):
                return masked(text.strip())
        return text.strip()

    return mask


def identifying_text(text: str) -> tuple[Kind, ...]:
    """Return the kinds of identifiers that a text holds, each once; () for none.

    Examples
    --------
    >>> identifying_text("R_2aBcDeFgHiJkLmN of j.doe@example.org")
    ('mail', 'panel_id')
    """
    found: dict[Kind, None] = {}
    for look in _possible(text):
        changed = _without(look, text)
        if changed != text:
            found[look.kind] = None
        text = changed
    return tuple(found)


def whole_kind(text: str) -> Kind | None:
    """Return the kind of the one identifier that a text is, or None when anything else stands in it.

    Examples
    --------
    >>> whole_kind("(j.doe@example.org)"), whole_kind("Mail j.doe@example.org")
    ('mail', None)
    """
    if len(text) > LONGEST_ALONE:
        return None
    fitting = (look.kind for look in _possible(text) if look not in NAME_LOOKS and _covers(look, text))
    return next(fitting, None)


def _possible(text: str) -> list[Look]:
    """Return the looks that a text can have, told by signs that are looked up quickly."""
    digits, folded = len(DIGIT.findall(text)), text.casefold()
    return [
        look
        for look in ALL_LOOKS
        if look.digits <= digits and (not look.signs or any(sign in folded for sign in look.signs))
    ]


def _bears_sign(word: str) -> bool:
    return DIGIT.search(word) is not None or SIGN.search(word.casefold()) is not None


def _within_a_word(sign: str) -> str:
    """Return the pattern of a sign, or of the last of its words; letters stand at the start of a word."""
    last = sign.rsplit(maxsplit=1)[-1]
    return rf"\b{re.escape(last)}" if last[0].isalpha() else re.escape(last)


SIGN = re.compile("|".join(_within_a_word(sign) for look in ALL_LOOKS for sign in look.signs))


def _without(look: Look, text: str) -> str:
    return look.pattern.sub(partial(_mask, look), text)


def _mask(look: Look, found: re.Match[str]) -> str:
    if not look.proof(found.group()):
        return found.group()
    if "who" not in found.re.groupindex:
        return MASK
    start, end = (place - found.start() for place in found.span("who"))
    return found.group()[:start] + MASK + found.group()[end:]


def _covers(look: Look, text: str) -> bool:
    found = look.pattern.search(text)
    beside = text[: found.start()] + text[found.end() :] if found else text
    return found is not None and look.proof(found.group()) and not any(map(str.isalnum, beside))
