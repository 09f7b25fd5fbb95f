"""The geometry of a spider web: where a value on a spoke lies, and which spokes hang together.

Spokes run clockwise from the top. Places are points from the centre, x to the right and y down, as on the
page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

Place = tuple[float, float]
HOLE = 0.1
"""Part of the radius inside the lowest answer, so that a low score still is a shape."""


@dataclass(frozen=True)
class Web:
    """A web of ``spokes`` spokes with a ``radius`` in points, for answers from 1 to ``points``."""

    spokes: int
    radius: float
    points: int

    def angle(self, spoke: float) -> float:
        """Return the angle of a spoke in radians, clockwise from the top; half a spoke lies between two."""
        return 2 * pi * spoke / self.spokes

    def reach(self, value: float) -> float:
        """Return how far from the centre a value lies, in points."""
        share = (value - 1) / (self.points - 1)
        return self.radius * (HOLE + (1 - HOLE) * share)

    def place(self, spoke: float, value: float) -> Place:
        """Return where ``value`` lies on ``spoke``."""
        return self.at(self.angle(spoke), self.reach(value))

    def at(self, angle: float, reach: float) -> Place:
        """Return the place at an angle and a distance from the centre."""
        return reach * sin(angle), -reach * cos(angle)

    @property
    def middle(self) -> float:
        """The midpoint of the answer scale."""
        return (1 + self.points) / 2

    def strip(self, spoke: float, half: float) -> list[Place]:
        """Return the corners of a strip along a whole spoke, ``half`` points wide to either side."""
        along = (self.place(spoke, 1), self.place(spoke, self.points))
        dx, dy = self.at(self.angle(spoke) + pi / 2, half)
        return [*((x + dx, y + dy) for x, y in along), *((x - dx, y - dy) for x, y in reversed(along))]

    def ring(self, value: float) -> list[Place]:
        """Return the corners of a ring; with fewer than three spokes a ring is round."""
        if self.spokes >= 3:
            return [self.place(spoke, value) for spoke in range(self.spokes)]
        return [self.at(2 * pi * step / 60, self.reach(value)) for step in range(60)]


def runs(present: Sequence[bool]) -> list[list[int]]:
    """Return the spokes that hang together, once round; a full round ends where it began.

    Examples
    --------
    >>> runs([True, True, False, True])
    [[3, 0, 1]]
    >>> runs([True, True, True])
    [[0, 1, 2, 0]]
    """
    count = len(present)
    if all(present):
        return [[*range(count), 0]] if count else []
    first = present.index(False) if count else 0
    found: list[list[int]] = [[]]
    for spoke in (*range(first, count), *range(first)):
        if present[spoke]:
            found[-1].append(spoke)
        elif found[-1]:
            found.append([])
    return [run for run in found if run]
