"""Where the bars of a set of statements go: the two ends when they change, the statement, its bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alliance_analytics.publish.figures.canvas import EDGE, Canvas
from alliance_analytics.publish.figures.lettering import shorten, text_width, wrap
from alliance_analytics.publish.figures.setting import Setting

TURNED = "⇄"
BAND = 20.0
BETWEEN, APART = 6.0, 8.0
"""Space between rows, and the extra space where the ends change, in points."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class AnswerRow:
    """One statement: its lines, the ends written above it (two empty texts when unchanged), and its place.

    ``top`` is where the ends stand, ``middle`` the middle of the bar, in points from the top of the page.
    """

    name: str
    lines: tuple[str, ...]
    ends: Pair
    top: float
    middle: float

    def write(self, card: Canvas, left: float, right: float) -> None:
        """Write ends and statement above the bar, which runs from ``left`` to ``right``."""
        pitch = card.sheet.pitch
        if any(self.ends):
            room = (right - left) / 2 - 18
            bad, good = (shorten(end, room, card.sheet.small) for end in self.ends)
            card.note(left, self.top, f"← {bad}")
            card.note(right, self.top, f"{good} →", ha="right")
        card.write(left, self.middle - BAND / 2 - len(self.lines) * pitch, self.lines)


def answer_rows(
    setting: Setting, turned: Mapping[Any, Any], ends: Mapping[str, Pair], top: float
) -> tuple[AnswerRow, ...]:
    """Return the rows of the statements in ``setting``, from ``top`` down."""
    rows: list[AnswerRow] = []
    current: Pair = ("", "")
    for name, statement in setting.labels.items():
        pair = ends.get(name, ("", ""))
        marked = f"{TURNED} {statement}" if turned[name] else statement
        changed = pair if pair != current else ("", "")
        row = _row(name, marked, changed, setting, top + (APART if any(changed) and rows else 0))
        top, current = row.middle + BAND / 2 + BETWEEN, pair
        rows.append(row)
    return tuple(rows)


@dataclass(frozen=True)
class Column:
    """A narrow column at the right: its heading, one word a line, and its edges in points."""

    name: str
    words: tuple[str, ...]
    left: float
    right: float


def columns(names: Sequence[str], setting: Setting) -> tuple[Column, ...]:
    """Return columns for ``names``, as wide as their headings need, ending before the last one for n."""
    size, right = setting.sheet.small, setting.sheet.width - EDGE - 28
    found: list[Column] = []
    for name in reversed(names):
        words = tuple(setting.say(name).split())
        left = right - max(34.0, *(text_width(word, size) for word in words)) - 4
        found.insert(0, Column(name, words, left, right))
        right = left - 4
    return tuple(found)


def _row(name: str, statement: str, ends: Pair, setting: Setting, top: float) -> AnswerRow:
    page = setting.sheet
    lines = wrap(statement, page.width - 2 * EDGE, page.text)
    above = page.pitch * (len(lines) + any(ends)) + 1
    return AnswerRow(name, lines, ends, top, top + above + BAND / 2)
