"""A key above the chart: swatches and words that flow over as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matplotlib.axes import Axes

from alliance_analytics.publish.figures import marks
from alliance_analytics.publish.figures.canvas import Canvas
from alliance_analytics.publish.figures.lettering import shorten, text_width
from alliance_analytics.publish.figures.setting import Setting
from alliance_analytics.publish.figures.shapes import bar, line
from alliance_analytics.publish.figures.style import BEFORE, GROUPS, GUIDE, INK, MARKERS, Sheet

Swatch = Callable[[Axes, float, float], None]
SWATCH = 18.0
GAP = 5.0
BETWEEN = 14.0


@dataclass(frozen=True)
class Entry:
    """One swatch with its words; ``swatch`` draws on the page at the left end and the middle of its place."""

    text: str
    swatch: Swatch
    width: float = SWATCH

    @property
    def indent(self) -> float:
        """Where the words begin, in points from the swatch."""
        return self.width + GAP


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
        for entry, offset, row in self.places:
            middle = top + (row + 0.5) * self.sheet.pitch
            entry.swatch(canvas.page, left + offset, middle)
            canvas.write(left + offset + entry.indent, middle, entry.text, size=self.sheet.small, va="center")


def key(entries: Sequence[Entry], sheet: Sheet, room: float) -> Key:
    """Return the entries placed in lines no wider than ``room`` points."""
    places: list[tuple[Entry, float, int]] = []
    offset, line = 0.0, 0
    for entry in entries:
        text = shorten(entry.text, room - entry.indent, sheet.small)
        width = entry.indent + text_width(text, sheet.small)
        if offset and offset + width > room:
            offset, line = 0.0, line + 1
        places.append((replace(entry, text=text), offset, line))
        offset += width + BETWEEN
    return Key(tuple(places), sheet)


def absences(states: Iterable[str], setting: Setting) -> list[Entry]:
    """Return what must be said about values that are not drawn: one entry, or none."""
    found = set(states)
    if "hidden" in found:
        words = "hidden_key" if "shown" in found else "all_hidden"
        return [Entry(setting.say(words), hatch)]
    return [] if "shown" in found else [Entry(setting.say("all_empty"), nothing, width=0)]


def nothing(page: Axes, x: float, y: float) -> None:
    """Draw no swatch."""


def hatch(page: Axes, x: float, y: float) -> None:
    """Draw the swatch of a hidden value."""
    marks.hatched(page, (x + 2, y - 5, SWATCH - 4, 10), "key")


def patch(colour: str) -> Swatch:
    """Return a swatch that is a patch of colour."""
    return lambda page, x, y: square(page, x + 2, y, colour, width=SWATCH - 4)


def square(page: Axes, x: float, y: float, colour: str, width: float = 10) -> None:
    """Draw a patch of colour with its left edge at ``x`` and its middle at ``y``."""
    bar(page, (x, y - 5), width, 10, facecolor=colour, linewidth=0, label="key")


def ramp(colours: Sequence[str], width: float) -> Swatch:
    """Return a swatch of colours side by side."""
    step = width / len(colours)

    def draw(page: Axes, x: float, y: float) -> None:
        for place, colour in enumerate(colours):
            square(page, x + place * step, y, colour, width=step)

    return draw


def value(page: Axes, x: float, y: float) -> None:
    """Draw the swatch of this wave's value with its interval."""
    marks.interval(page, (x, x + SWATCH), y, "key", linewidth=5)
    marks.dot(page, x + SWATCH / 2, y, "key")


def group(place: int) -> Swatch:
    """Return the swatch of a group: its own colour and marker, by its place among the groups."""

    def draw(page: Axes, x: float, y: float) -> None:
        ends = (x, x + SWATCH)
        marks.interval(page, ends, y, "key", color=GROUPS[place], alpha=0.35, linewidth=4)
        marks.dot(page, x + SWATCH / 2, y, "key", color=GROUPS[place], marker=MARKERS[place])

    return draw


def marker(place: int) -> Swatch:
    """Return the swatch of a group without its interval, by its place among the groups."""
    looks: dict[str, Any] = {"color": GROUPS[place], "marker": MARKERS[place]}
    return lambda page, x, y: marks.dot(page, x + SWATCH / 2, y, "key", **looks)


def earlier(page: Axes, x: float, y: float) -> None:
    """Draw the swatch of a value one wave earlier."""
    marks.hollow(page, x + SWATCH / 2, y, "key", markeredgecolor=BEFORE)


def upright(page: Axes, x: float, y: float) -> None:
    """Draw the swatch of a break between two waves."""
    middle, dots = x + SWATCH / 2, (0, (1, 1.5))
    line(page, (middle, middle), (y - 6, y + 6), color=GUIDE, linewidth=1.2, linestyle=dots, label="key")


def stroke(**style: Any) -> Swatch:
    """Return a swatch that is a line."""

    def draw(page: Axes, x: float, y: float) -> None:
        chosen: dict[str, Any] = {"color": INK, "linewidth": 1.2}
        line(page, (x, x + SWATCH), (y, y), label="key", **(chosen | style))

    return draw
