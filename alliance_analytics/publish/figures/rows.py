"""Rows of a chart with their labels: beside the row on a page, above it on a phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alliance_analytics.publish.figures.canvas import EDGE, Canvas
from alliance_analytics.publish.figures.lettering import wrap
from alliance_analytics.publish.figures.style import Sheet


@dataclass(frozen=True)
class Row:
    """One row: the lines of its label and its place, in points from the top of the page."""

    name: str
    lines: tuple[str, ...]
    top: float
    middle: float


@dataclass(frozen=True)
class Rows:
    """All rows from the top down, each with a ``band`` of drawing, and where the last one ends."""

    rows: tuple[Row, ...]
    bottom: float
    band: float
    sheet: Sheet

    def label(self, canvas: Canvas) -> None:
        """Write the labels: beside the rows, or above them on a narrow sheet."""
        for row in self.rows:
            if self.sheet.narrow:
                canvas.write(EDGE, row.top, row.lines)
            else:
                canvas.write(EDGE, row.middle, row.lines, va="center")

    def spans(self) -> list[tuple[float, float]]:
        """Return where a grid may run: all the way down, or within the bands when labels stand above them."""
        if self.sheet.narrow:
            return [(row.middle - self.band / 2, row.middle + self.band / 2) for row in self.rows]
        return [(row.top, self.bottom) for row in self.rows[:1]]


def stack(
    labels: Mapping[str, str], sheet: Sheet, *, top: float, room: float, band: float, gap: float = 7
) -> Rows:
    """Return rows under each other, each as high as its label and its drawing need.

    Parameters
    ----------
    labels : mapping
        Name of a row to its text, in order.
    sheet : Sheet
        Where the labels go depends on it.
    top, room, band, gap : float
        Where the first row begins, the width of the labels, the height of the drawing in a row, and the space
        between rows; in points.
    """
    rows = []
    for name, text in labels.items():
        lines = wrap(text, room, sheet.text, lines=4)
        row, height = _row(name, lines, sheet, top, band)
        rows.append(row)
        top += height + gap
    return Rows(tuple(rows), top, band, sheet)


def _row(name: str, lines: tuple[str, ...], sheet: Sheet, top: float, band: float) -> tuple[Row, float]:
    written = len(lines) * sheet.pitch
    if sheet.narrow:
        return Row(name, lines, top, top + written + band / 2), written + band
    height = max(written, band)
    return Row(name, lines, top, top + height / 2), height
