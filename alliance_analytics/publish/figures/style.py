"""One look for every figure: colours for every eye and for grey print, sizes for a page and a phone.

The five group colours were chosen together: at least 3:1 on white, at least 1.25:1 in luminance between any
two, and at least 20 CIE Lab apart for normal, red-blind, green-blind and blue-blind eyes; a test holds this.
Colour never stands alone: groups also differ in marker, answers in place, hidden values in hatching and a
word. Nothing is set at import; a figure is drawn and saved inside :func:`look`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import matplotlib
import numpy as np
import seaborn
from matplotlib.colors import to_hex, to_rgb

FONT = "DejaVu Sans"
"""The font that ships with matplotlib: the same letters, and so the same bytes, on every machine."""
CARD = "#FFFFFF"
INK = "#1F2933"
BLACK = "#000000"
MUTED = "#52606D"
GUIDE = "#8A96A3"
GRID = "#DFE3E8"
BLANK = "#EEF1F4"
NOW = "#0D5DBB"
NOW_PALE = "#A6C5EA"
BEFORE = "#52606D"
GROUPS = ("#0D5DBB", "#A46E01", "#980974", "#39A18D", "#1B132A")
MARKERS = ("o", "s", "^", "D", "X")
BAD_TO_GOOD = ("#9A3D00", "#E9A66B", "#D3D8DE", "#8DB9DE", "#1C5A96")
STAGES = ("#F0C27B", "#6FA8A0", "#1F4E79")

RULES: dict[str, Any] = {
    "font.family": FONT,
    "text.hinting": "none",
    "text.parse_math": False,
    "figure.facecolor": CARD,
    "axes.facecolor": "none",
    "hatch.linewidth": 0.7,
}


@dataclass(frozen=True)
class Sheet:
    """The width of a drawing and its two type sizes, all in points (1/72 inch)."""

    width: float
    text: float
    small: float
    narrow: bool

    @property
    def pitch(self) -> float:
        """Distance between two lines of text, in points."""
        return 1.28 * self.text


PAGE = Sheet(width=468, text=10.5, small=10, narrow=False)
PHONE = Sheet(width=259, text=9, small=8.5, narrow=True)


@contextmanager
def look() -> Iterator[None]:
    """Draw or save in the look of the project, and leave matplotlib's settings as they were."""
    rules: dict[Any, Any] = {**seaborn.axes_style("white"), **RULES}
    with matplotlib.rc_context(rules):
        yield


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white).

    Source: W3C, Web Content Accessibility Guidelines 2.2, relative luminance.
    """
    red, green, blue = (_linear(part) for part in to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    Source: W3C, Web Content Accessibility Guidelines 2.2, contrast ratio.

    Examples
    --------
    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def ink_on(background: str) -> str:
    """Return black or white, whichever reads best on ``background``: never under 4.5:1."""
    return max((BLACK, CARD), key=lambda ink: contrast(ink, background))


@cache
def shades(colours: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Return ``count`` colours spread evenly from the first to the last of ``colours``."""
    places, parts = np.linspace(0, len(colours) - 1, count), np.array([to_rgb(colour) for colour in colours])
    channels = [np.interp(places, range(len(colours)), part) for part in parts.T]
    return tuple(to_hex(channel) for channel in zip(*channels, strict=True))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
