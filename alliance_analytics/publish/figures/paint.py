"""What colours a stroke or an area: matplotlib's settings as attributes of SVG, but those that go unsaid."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.colors import to_hex

from alliance_analytics.publish.figures.outlines import short

Looks = dict[str, str]
CAPS = {"projecting": "square", "round": "round"}
UNSAID = {
    "fill": {"#000"},
    "fill-opacity": {"1"},
    "stroke-opacity": {"1"},
    "stroke-width": {"1"},
    "stroke-dasharray": {""},
    "stroke-dashoffset": {"0"},
    "stroke-linecap": {""},
    "opacity": {"1"},
    "text-anchor": {"start"},
    "font-weight": {"normal"},
}
"""What an attribute need not say: the whole drawing says it, or every reader takes it so."""


@cache
def colour(value: Any) -> str:
    """Return a colour, without its opacity, in as few letters as it takes.

    Examples
    --------
    >>> colour((1.0, 1.0, 1.0, 0.5)), colour("#0D5DBB")
    ('#fff', '#0d5dbb')
    """
    text = to_hex(value)
    return f"#{text[1::2]}" if text[1::2] == text[2::2] else text


def filled(face: Any) -> Looks:
    """Return how an area is filled, from red, green, blue and opacity."""
    if face is None or face[3] == 0:
        return {"fill": "none"}
    return said({"fill": colour(tuple(face)), "fill-opacity": short(face[3])})


def stroked(gc: GraphicsContextBase) -> Looks:
    """Return how a line is drawn; all corners are round."""
    rgba, (offset, dashes) = gc.get_rgb(), gc.get_dashes()
    if not gc.get_linewidth() or rgba[3] == 0:
        return {}
    looks = {
        "stroke": colour(tuple(rgba)),
        "stroke-opacity": short(rgba[3]),
        "stroke-width": short(gc.get_linewidth()),
        "stroke-dasharray": ",".join(short(dash) for dash in np.array(dashes or (), float)),
        "stroke-dashoffset": short(float(offset or 0)),
        "stroke-linecap": CAPS.get(str(gc.get_capstyle()), ""),
    }
    return said(looks)


def said(looks: Looks) -> Looks:
    """Return only what must be said."""
    return {name: value for name, value in looks.items() if value not in UNSAID.get(name, ())}
