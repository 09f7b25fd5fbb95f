"""A key above the chart: swatches and words that flow over as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from alliance_analytics.publish.figures import marks
from alliance_analytics.publish.figures.canvas import Canvas
from alliance_analytics.publish.figures.lettering import shorten, text_width
from alliance_analytics.publish.figures.style import INK, Sheet

Swatch = Callable[[Axes, float, float], None]
SWATCH = 18.0
GAP = 5.0
BETWEEN = 14.0


@dataclass(frozen=True)
class Entry:
    """One swatch with its words; ``swatch`` draws on the page at the left end and the middle of its place."""

    text: str
    swatch: Swatch


@dataclass(frozen=True)
class Key:
    """Entries with their places: points from the left edge of the key, and the line they stand on."""

    places: tuple[tuple[Entry, float, int], ...]
    sheet: Sheet

    @property
    def height(self) -> float:
        """Height in points, zero without entries."""
        return (self.places[-1][2] + 1) * self.sheet.pitch if self.places else 0.0

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the key on the page of ``canvas``."""
        for entry, offset, line in self.places:
            middle = top + (line + 0.5) * self.sheet.pitch
            entry.swatch(canvas.page, left + offset, middle)
            words_at = left + offset + SWATCH + GAP
            canvas.write(words_at, middle, entry.text, size=self.sheet.small, va="center")


def key(entries: Sequence[Entry], sheet: Sheet, room: float) -> Key:
    """Return the entries placed in lines no wider than ``room`` points."""
    places: list[tuple[Entry, float, int]] = []
    offset, line = 0.0, 0
    for entry in entries:
        text = shorten(entry.text, room - SWATCH - GAP, sheet.small)
        width = SWATCH + GAP + text_width(text, sheet.small)
        if offset and offset + width > room:
            offset, line = 0.0, line + 1
        places.append((Entry(text, entry.swatch), offset, line))
        offset += width + BETWEEN
    return Key(tuple(places), sheet)


def patch(colour: str) -> Swatch:
    """Return a swatch that is a filled square."""
    return lambda page, x, y: _square(page, x, y, colour)


def hatch(page: Axes, x: float, y: float) -> None:
    """Draw the swatch of a hidden value."""
    marks.hatched(page, x + 2, y - 5, SWATCH - 4, 10, "key")


def value(colour: str, marker: str = "o") -> Swatch:
    """Return a swatch that is a value with its interval."""

    def draw(page: Axes, x: float, y: float) -> None:
        marks.interval(page, x, x + SWATCH, y, "key", color=colour)
        marks.dot(page, x + SWATCH / 2, y, "key", color=colour, marker=marker)

    return draw


def earlier(colour: str) -> Swatch:
    """Return a swatch that is an open dot."""
    return lambda page, x, y: marks.hollow(page, x + SWATCH / 2, y, "key", colour)


def stroke(colour: str = INK, linewidth: float = 1.2, linestyle: str = "-") -> Swatch:
    """Return a swatch that is a line."""

    def draw(page: Axes, x: float, y: float) -> None:
        page.plot([x, x + SWATCH], [y, y], color=colour, linewidth=linewidth, linestyle=linestyle, label="key")

    return draw


def _square(page: Axes, x: float, y: float, colour: str) -> None:
    page.add_patch(Rectangle((x + 4, y - 5), 10, 10, facecolor=colour, linewidth=0, label="key"))
