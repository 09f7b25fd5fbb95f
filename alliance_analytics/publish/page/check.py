"""The last wall before a page leaves the room: it is opened to the innermost layer, and refused for one leak.

The errors name the kind of leak and the place, never the leak itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from urllib.parse import unquote

from alliance_analytics.errors import PageError
from alliance_analytics.intake.identifiers.looks import MAIL
from alliance_analytics.publish.page.strands import (
    ADDRESSES,
    DATA_ADDRESS,
    Element,
    Pieces,
    Strand,
    decoded,
    taken_apart,
)
from alliance_analytics.publish.page.templating import stylesheet

ACTIVE = {"script", "iframe", "frame", "object", "embed", "applet", "form", "base", "link", "foreignobject"}
LOADED_STYLE = re.compile(r"@import|url\(\s*['\"]?(?![#'\"\s])", re.IGNORECASE)
RELATIVE = re.compile(r"(?!/)(?![a-z][a-z0-9+.-]*:)(?!.*\\)", re.IGNORECASE)
ENCODED = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")
LINK = re.compile(r"\b(?:https?|ftp|wss?)://[^\s\"'<>]+", re.IGNORECASE)
SHORT = 5
"""A forbidden word shorter than this counts only where it stands alone: *Mark* is not in *remarkable*."""
PATTERNS = {
    "a mail address": MAIL,
    "a path on a computer": re.compile(
        r"(?<![\w.])/(?:home|Users|root|tmp|mnt|srv|opt|var|private)/\S"
        r"|\b[A-Za-z]:\\|(?<!\\)\\\\[\w-]+\\|\bfile:/|site-packages/"
    ),
    "an error listing": re.compile(
        r"Traceback \(most recent call last\)|ipykernel_\d|File \"[^\"]+\", line \d"
    ),
    "a link to another place": LINK,
    "a keyed hash": re.compile(r"(?<![0-9a-zA-Z])[0-9a-f]{64}(?![0-9a-zA-Z])", re.IGNORECASE),
    "the mark of what is not for sharing": re.compile(
        r"\bnot\s+for\s+sharing\b|\bniet\s+om\s+te\s+delen\b", re.IGNORECASE
    ),
}
SIGNS = {
    "a mail address": ("@",),
    "a path on a computer": ("/", "\\"),
    "an error listing": ("traceback", "ipykernel_", "file"),
    "a link to another place": ("://",),
    "the mark of what is not for sharing": ("shar", "delen"),
}
"""What every text of a kind holds one of, in small letters."""


def refuse_leaks(html: str, forbidden: Collection[str], *, allowed: Collection[str] = ()) -> None:
    """Raise when a page holds what must not leave the room.

    Parameters
    ----------
    html : str
        The whole page.
    forbidden : collection of str
        Strings that may stand nowhere: respondents' names, mail addresses, keys, comments. Compared without
        regard to case, spacing, invisible characters and markup in between. Blank ones forbid nothing.
    allowed : collection of str
        Links and mail addresses that may stand as they are, such as the published contact address.

    Raises
    ------
    PageError
        If the page, a picture or a table it carries holds a forbidden string, a mail address, a path, an
        error listing, or a link that is not allowed; or if anything on it can run or be loaded from
        elsewhere.
    """
    # The style sheets are ours and the same on every page: their words are no one's data.
    pieces = taken_apart(html.replace(stylesheet(), "").replace(stylesheet("slides"), ""))
    found = [
        *_active(pieces),
        *_loaded(pieces, allowed),
        *_patterns(pieces.strands, allowed),
        *_forbidden(pieces.strands, forbidden),
    ]
    if found:
        raise PageError(
            "The page holds what must not leave the room.",
            found="; ".join(dict.fromkeys(found)),
            remedy="Take it out of the exhibits named, and make the page again.",
        )


def _active(pieces: Pieces) -> Iterator[str]:
    for near, tag, attributes in pieces.elements:
        refreshes = tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh"
        if tag in ACTIVE or refreshes:
            yield f"the element <{tag}> near {near}"
        if any(name.startswith("on") for name in attributes):
            yield f"an event handler near {near}"
    yield from (f"a carried file that is no picture and no table near {near}" for near in pieces.strangers)


def _loaded(pieces: Pieces, allowed: Collection[str]) -> Iterator[str]:
    for element in pieces.elements:
        if any(_leads_away(element, name, allowed) for name in ADDRESSES):
            yield f"an address of another file or place near {element.near}"
        if LOADED_STYLE.search(element.attributes.get("style", "")):
            yield f"a style that loads something near {element.near}"
    for near, place, text in pieces.strands:
        if place == "style" and LOADED_STYLE.search(text):
            yield f"a style that loads something near {near}"


def _leads_away(element: Element, name: str, allowed: Collection[str]) -> bool:
    if name not in element.attributes:
        return False
    # Browsers drop line ends and control signs from an address before they follow it.
    address = re.sub(r"[\x00-\x20]", "", element.attributes[name])
    if not address or address.startswith("#") or address in allowed:
        return False
    carried = DATA_ADDRESS.fullmatch(element.attributes[name])
    return not (carried or (element.tag == "a" and RELATIVE.match(address)))


def _patterns(strands: Iterable[Strand], allowed: Collection[str]) -> Iterator[str]:
    pieces = dict.fromkeys(strands)
    kinds = {text: [*_kinds(text, allowed)] for text in {text for _, _, text in pieces}}
    yield from (f"{kind} near {near}" for near, _, text in pieces for kind in kinds[text])


def _kinds(text: str, allowed: Collection[str]) -> Iterator[str]:
    """Yield the kinds of leaks that a text holds; most hold no sign of any, and are passed over at once."""
    for layer in _layers(text):
        folded = layer.casefold()
        for kind, pattern in PATTERNS.items():
            if any(sign in folded for sign in SIGNS.get(kind, ("",))):
                hits = (match.group().rstrip(".,;:)") for match in pattern.finditer(layer))
                if any(hit not in allowed for hit in hits):
                    yield kind


def _forbidden(strands: list[Strand], forbidden: Collection[str]) -> Iterator[str]:
    pattern = _any_of(forbidden)
    if pattern is None:
        return
    pieces = dict.fromkeys(strands)
    texts = {text for _, _, text in pieces}
    told = {text for text in texts if any(pattern.search(_plain(layer)) for layer in _layers(text))}
    yield from (f"a forbidden string near {near}" for near, _, text in pieces if text in told)
    shown = [text for _, place, text in strands if place == "text"]
    if any(pattern.search(_plain(parting.join(shown))) for parting in ("", " ")):
        yield "a forbidden string across the page's text"


def _any_of(forbidden: Collection[str]) -> re.Pattern[str] | None:
    plain = sorted({_plain(text) for text in forbidden} - {""})
    alone = r"(?<![^\W_]){}(?![^\W_])"
    choices = (alone.format(re.escape(text)) if len(text) < SHORT else re.escape(text) for text in plain)
    return re.compile("|".join(choices)) if plain else None


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return " ".join(text.casefold().split())


def _layers(text: str) -> Iterator[str]:
    """Yield a text as it stands and as it reads after one more decoding."""
    yield text
    if "&" in text:
        yield unescape(text)
    if "%" in text:
        yield unquote(text)
    for match in ENCODED.finditer(text):
        yield decoded(match.group().encode()).decode("utf-8", "ignore")
