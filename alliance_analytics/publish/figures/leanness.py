"""The same drawing in fewer bytes: what a drawing tool repeats on every mark is said once, or not at all.

Letters are text, not outlines: a third of the bytes, sharp at any size, and found by a search in a printed
page. Each label carries its width, so that it fills the same place in whatever font the reader has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from xml.etree import ElementTree

from alliance_analytics.publish.figures.lettering import text_width
from alliance_analytics.publish.figures.repeats import HREF, SVG, drop_clips, gather, share_marks

Element = ElementTree.Element
FONTS = "DejaVu Sans,Verdana,sans-serif"
"""Of nearly the same widths: the first draws the figures, the second is on most desks."""
SHORTEST_FITTED = 4
"""Letters from which a label carries its width; a shorter one has no room to stray."""
UPRIGHT = re.compile(r"rotate\(-?0(?:[ ,][^)]*)?\)")
SHIFT = re.compile(r"translate\(([^ ,)]+)(?:[ ,]([^)]+))?\)")
WEIGHTS = {"bold": "bold", "700": "bold", "600": "bold"}


def leaner(svg: str) -> str:
    """Return the same drawing with leaner text.

    Parameters
    ----------
    svg : str
        One SVG element whose letters are ``text`` elements with presentation attributes.
    """
    for prefix, address in (("", SVG[1:-1]), ("xlink", HREF[1 : HREF.index("}")])):
        ElementTree.register_namespace(prefix, address)
    # Safe to parse: the drawing is our own, made a moment ago.
    root = ElementTree.fromstring(svg)  # noqa: S314
    _say_once(root)
    share_marks(root)
    drop_clips(root)
    for element in root.iter():
        for attribute, lean in LEAN.items():
            if attribute in element.attrib:
                lean(element)
        if element.tag == f"{SVG}text":
            _fit(element)
    _drop_unseen(root)
    gather(root)
    return ElementTree.tostring(root, encoding="unicode").replace(" />", "/>")


def _say_once(root: Element) -> None:
    """Say the font, and how lines meet, of the whole drawing."""
    for definitions in root.findall(f"{SVG}defs"):
        for style in definitions.findall(f"{SVG}style"):
            definitions.remove(style)
    root.attrib |= {"font-family": FONTS, "stroke-linejoin": "round"}


def _drop_family(element: Element) -> None:
    if not element.tag.endswith("svg"):
        del element.attrib["font-family"]


def _drop_pixels(element: Element) -> None:
    element.set("font-size", element.attrib["font-size"].removesuffix("px"))


def _drop_upright(element: Element) -> None:
    """Drop a turn by nothing, and write a shift of a mark as its place."""
    shift = SHIFT.fullmatch(element.attrib["transform"]) if element.tag == f"{SVG}use" else None
    if UPRIGHT.fullmatch(element.attrib["transform"]):
        del element.attrib["transform"]
    elif shift:
        del element.attrib["transform"]
        element.attrib |= {"x": shift[1]} | ({"y": shift[2]} if shift[2] else {})


LEAN: dict[str, Callable[[Element], None]] = {
    "font-family": _drop_family,
    "font-size": _drop_pixels,
    "transform": _drop_upright,
}


def _fit(element: Element) -> None:
    for attribute in ("x", "y"):
        if attribute in element.attrib:
            element.set(attribute, f"{float(element.attrib[attribute]):.1f}".removesuffix(".0"))
    label = element.text or ""
    if len(label) >= SHORTEST_FITTED:
        weight = WEIGHTS.get(element.get("font-weight", ""), "normal")
        width = text_width(label, float(element.get("font-size", "10")), weight)
        element.set("textLength", f"{width:.1f}")


def _drop_unseen(root: Element) -> None:
    """Drop outlines without fill and stroke, which matplotlib leaves for every set of axes."""
    for parent in list(chain([root], root.iter(f"{SVG}g"))):
        for path in parent.findall(f"{SVG}path"):
            if path.get("fill") == "none" and "stroke" not in path.attrib and parent.get("stroke") is None:
                parent.remove(path)
