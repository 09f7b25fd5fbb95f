"""A page of a PDF line by line, with a blank line where the print itself parts two lines.

A heading is set larger, in bold, or with more space around it than lines have among each other. Its words do
not always tell: below a line that is full the two would read as one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from statistics import median_low

from pypdf import PageObject

WIDER = 1.25
"""How much farther apart than usual two lines are that do not belong together. Our convention."""
FEWEST = 3
"""Distances between lines that show what is usual on a page."""
BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)

Matrix = Sequence[float]
Style = tuple[int, bool]
"""Size in half points, and whether it is bold."""


@dataclass
class PrintedLine:
    """A line as it is printed: its text, the letters in each style, and its height where that is known."""

    text: str = ""
    letters: Counter[Style] = field(default_factory=Counter)
    height: float | None = None

    @property
    def style(self) -> Style | None:
        """The style of most of its letters."""
        return self.letters.most_common(1)[0][0] if self.letters else None


def printed_text(page: PageObject) -> str:
    """Return the text of a page, with a blank line where its print parts two lines."""
    lines = [PrintedLine()]

    def met(
        text: str, to_page: Matrix, to_text: Matrix, font: Mapping[str, object] | None, size: float
    ) -> None:
        bold = BOLD.search(str((font or {}).get("/BaseFont", ""))) is not None
        style = (round(2 * size * _scale(to_text) * _scale(to_page)), bold)
        _add(lines, text, style, to_text[5] * to_page[3] + to_page[5])

    page.extract_text(visitor_text=met)
    return "\n".join(_parted(lines))


def _scale(matrix: Matrix) -> float:
    return hypot(matrix[2], matrix[3])


def _add(lines: list[PrintedLine], text: str, style: Style, height: float) -> None:
    """Add a piece of text to the last of some lines, and what follows its line ends to new ones."""
    for place, part in enumerate(text.split("\n")):
        if place:
            lines.append(PrintedLine())
        line, filled = lines[-1], len(part.strip())
        if filled and not line.letters and not place:
            line.height = height
        line.text += part
        line.letters.update({style: filled} if filled else {})


def _parted(lines: Sequence[PrintedLine]) -> Iterator[str]:
    filled = [line for line in lines if line.letters]
    apart = [distance for pair in pairwise(filled) if (distance := _distance(*pair))]
    usual = median_low(apart) if len(apart) >= FEWEST else None
    above: PrintedLine | None = None
    for line in lines:
        if above and line.letters and _parts(above, line, usual):
            yield ""
        yield line.text
        above = line if line.letters else above


def _distance(above: PrintedLine, below: PrintedLine) -> float | None:
    """Return how far down the page the next line is; None where it stands beside, above, or nobody knows."""
    if above.height is None or below.height is None or above.height <= below.height:
        return None
    return above.height - below.height


def _parts(above: PrintedLine, below: PrintedLine, usual: float | None) -> bool:
    """Return whether print parts two lines, and the second does not go on in the middle of a sentence."""
    if below.text.strip()[:1].islower():
        return False
    distance = _distance(above, below)
    return above.style != below.style or bool(usual and distance and distance > WIDER * usual)
