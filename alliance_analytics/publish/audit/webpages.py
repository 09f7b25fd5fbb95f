"""HTML and SVG as layers: texts, attributes, styles and comments; and whatever can run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alliance_analytics.publish.audit.encoded import ADDRESS, opened_address
from alliance_analytics.publish.audit.finding import place_shown
from alliance_analytics.publish.audit.layer import Carried, Layer, Piece, Place, Sign, beneath
from alliance_analytics.publish.page.strands import Element, taken_apart

ACTIVE = frozenset(
    {"script", "iframe", "frame", "object", "embed", "applet", "form", "base", "foreignobject"}
)
OPENED = ("image/svg+xml", "text/csv", "image/png")
"""Carried files that taking a page apart opens itself."""
PLACES: dict[str, Place] = {"text": "text", "style": "style", "attribute": "attribute"}
RUNS = re.compile(r"\s*(?:javascript|vbscript|data:text/html)", re.IGNORECASE)
LOADED = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
LOADING = frozenset({"src", "srcset", "poster", "background", "data", "action", "formaction", "ping"})


def read_webpage(inside: str, document: str) -> Layer:
    """Return the layer of an HTML or SVG document."""
    taken = taken_apart(document)
    places = [(beneath(inside, place_shown(near)), place, text) for near, place, text in taken.strands]
    pieces = [Piece(where, PLACES[place], text) for where, place, text in places]
    whole = [text for _, place, text in places if place == "text"]
    together = beneath(inside, "across its text")
    pieces += [Piece(together, "together", joint.join(whole)) for joint in ("", " ")]
    return Layer(pieces, list(_carried(inside, document)), list(_signs(inside, taken.elements)))


def _carried(inside: str, document: str) -> Iterator[Carried]:
    for match in ADDRESS.finditer(document):
        if match["type"].lower() not in OPENED:
            yield Carried(beneath(inside, "a carried file"), match["type"].lower(), opened_address(match))


def _signs(inside: str, elements: list[Element]) -> Iterator[Sign]:
    for near, tag, attributes in elements:
        where = beneath(inside, place_shown(near))
        refreshes = tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh"
        if tag in ACTIVE or refreshes:
            yield Sign(where, "a script or an active part", f"<{tag}>")
        for name, value in attributes.items():
            if name.startswith("on") or RUNS.match(value.replace("\n", "").replace("\t", "")):
                yield Sign(where, "a script or an active part", f"{name}=…")
            loads = name in LOADING or (tag == "link" and name == "href")
            if loads and LOADED.match(value):
                yield Sign(where, "a link to another place", f"{name}=…")
