"""Small multiples: panels of one size in a grid, each under its own title."""

from __future__ import annotations

from dataclasses import dataclass

from alliance_analytics.publish.figures.canvas import EDGE, Canvas
from alliance_analytics.publish.figures.lettering import wrap
from alliance_analytics.publish.figures.setting import Setting

MOST_TALL = 4
"""More panels than this stand two in a row, also on a phone."""
BETWEEN = 16.0
SCALE_ROOM = 16.0
"""Room left of a chart for the numbers of its axis."""


@dataclass(frozen=True)
class Panel:
    """One panel: its title, and the edges of its chart in points from the top left corner of the page."""

    name: str
    title: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float

    def label(self, card: Canvas) -> None:
        """Write the title above the chart, from where the numbers of its axis begin."""
        card.write(self.left - SCALE_ROOM, self.top - 6, self.title, va="bottom")


@dataclass(frozen=True)
class Grid:
    """All panels, row by row, and where the last row ends."""

    panels: tuple[Panel, ...]
    bottom: float


def grid(setting: Setting, *, top: float, height: float, after: float, beside: float = 0) -> Grid:
    """Return a grid with a panel for every label.

    Parameters
    ----------
    setting : Setting
        Its labels become the titles.
    top, height, after, beside : float
        Where the first row begins, the height of a chart, the room under it for its axis, and the room at its
        right; in points.
    """
    page, names = setting.sheet, list(setting.labels)
    across = 1 if len(names) == 1 or (page.narrow and len(names) <= MOST_TALL) else 2
    width = (page.width - 2 * EDGE - (across - 1) * BETWEEN) / across
    titles = {name: wrap(text, width, page.text, lines=3) for name, text in setting.labels.items()}
    panels: list[Panel] = []
    for start in range(0, len(names), across):
        row = names[start : start + across]
        chart = top + max(len(titles[name]) for name in row) * page.pitch + 6
        for place, name in enumerate(row):
            left = EDGE + place * (width + BETWEEN)
            edges = (left + SCALE_ROOM, chart, left + width - beside, chart + height)
            panels.append(Panel(name, titles[name], *edges))
        top = chart + height + after
    return Grid(tuple(panels), top)
