"""The cube of the front door as two squares: what is critical and what is not, each by inside and outside.

It counts relations, not people, so there is nothing to hide.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.errors import PageError
from alliance_analytics.publish.figures.alternatives import within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas
from alliance_analytics.publish.figures.lettering import wrap
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import bar
from alliance_analytics.publish.figures.style import BLANK, CARD, INK, MUTED, NOW_PALE, look

SIDES = ("low", "high")
CELL = 74.0
"""Height of a corner, in points."""
LINE = 0.15
"""From one line in a corner to the next, in heights of a corner."""
BETWEEN = 18.0
AXIS = 30.0
"""Room at the left of a square for the words of its axis."""
COLUMNS = ("criticality", "cross_functionality", "partner_interconnectivity", "count", "resourcing", "higher")


@dataclass(frozen=True)
class CubeWords:
    """Names of the criteria, and the words for their two sides and for the two levels of service."""

    criteria: Mapping[str, str]
    sides: Mapping[str, str]
    levels: tuple[str, str]


def portfolio_cube(
    frame: pd.DataFrame, *, labels: CubeWords, language: str = "en", narrow: bool = False
) -> Figure:
    """Return the cube with how many relations stand in each corner, and what it asks for.

    Parameters
    ----------
    frame : DataFrame
        One row a corner, with the columns of ``COLUMNS``: sides, ``count`` of relations, ``resourcing`` as
        readers call it, and whether it asks for the ``higher`` services.
    labels : CubeWords
        What readers call criteria, sides and levels.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.

    Raises
    ------
    PageError
        If a corner is missing.
    """
    table = prepare_cube(frame)
    with look():
        return _figure(table, labels, setting(labels.criteria, language, narrow))


def prepare_cube(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row a corner, indexed by its three sides.

    Raises
    ------
    PageError
        If a corner is missing, or stands there twice.
    """
    table = frame.set_index(list(COLUMNS[:3])).sort_index()
    if len(table) != len(SIDES) ** 3 or table.index.has_duplicates:
        raise PageError(
            "A cube needs each of its corners once.", found=f"{len(table)} corners", allowed="8 corners"
        )
    return table


def draw_square(axes: Axes, table: pd.DataFrame, criticality: str, setting: Setting) -> None:
    """Draw the four corners of one side of the cube on ``axes``, which run from 0 to 2 both ways."""
    width = setting.sheet.width - 2 * EDGE - AXIS if setting.sheet.narrow else _desk_width(setting) - AXIS
    corners: dict[object, dict[Hashable, Any]] = dict(zip(table.index, table.to_dict("records"), strict=True))
    for x, inside in enumerate(SIDES):
        for y, outside in enumerate(SIDES):
            corner = corners[criticality, inside, outside]
            fill = NOW_PALE if corner["higher"] else BLANK
            name = f"{criticality} {inside} {outside}"
            bar(axes, (x, y), 1, 1, facecolor=fill, edgecolor=CARD, linewidth=3, label=name)
            lines = wrap(corner["resourcing"], width / 2 - 10, setting.sheet.small, lines=3)
            axes.text(x + 0.5, y + 0.68, f"{corner['count']:.0f}", ha="center", va="center", color=INK,
                      size=setting.sheet.text + 4, weight="bold")  # fmt: skip
            for line, text in enumerate(lines):
                axes.text(x + 0.5, y + 0.4 - line * LINE, text, ha="center", va="center", color=INK,
                          size=setting.sheet.small - 1)  # fmt: skip


def portfolio_cube_alt(frame: pd.DataFrame, *, labels: CubeWords, sentence: str, nothing: str) -> str:
    """Return at most 250 characters that say what :func:`portfolio_cube` shows.

    Parameters
    ----------
    frame : DataFrame
        As of :func:`portfolio_cube`.
    labels : CubeWords
        What readers call criteria and sides.
    sentence, nothing : str
        The sentence, with ``{most}`` and ``{corner}``, and that of an empty cube.
    """
    if not frame["count"].sum():
        return nothing
    fullest = frame.iloc[int(frame["count"].to_numpy().argmax())]
    corner = ", ".join(
        f"{name.lower()} {labels.sides[fullest[criterion]]}" for criterion, name in labels.criteria.items()
    )
    return within_limit(lambda room: sentence.format(most=int(fullest["count"]), corner=corner[: 3 * room]))


def _desk_width(setting: Setting) -> float:
    return (setting.sheet.width - 2 * EDGE - BETWEEN) / 2


def _figure(table: pd.DataFrame, labels: CubeWords, setting: Setting) -> Figure:
    page = setting.sheet
    across = 1 if page.narrow else 2
    width = page.width - 2 * EDGE if page.narrow else _desk_width(setting)
    square = 2 * CELL + 3.6 * page.pitch
    head = EDGE + 1.6 * page.pitch
    card = canvas(page, head + square * (2 // across) + BETWEEN * (2 // across - 1) + EDGE)
    _key(card, labels)
    for place, criticality in enumerate(reversed(SIDES)):
        left = EDGE + (place % across) * (width + BETWEEN)
        top = head + (place // across) * (square + BETWEEN)
        _square(card, (left, top, width), table, criticality, labels, setting)
    return card.figure


def _square(  # noqa: PLR0917 - where, what, and in which words
    card: Canvas,
    box: tuple[float, float, float],
    table: pd.DataFrame,
    criticality: str,
    labels: CubeWords,
    setting: Setting,
) -> None:
    left, top, width = box
    pitch, small = setting.sheet.pitch, setting.sheet.small
    names = labels.criteria
    card.write(left, top, f"{names['criticality']}: {labels.sides[criticality]}", weight="bold")
    upper = top + 1.5 * pitch
    axes = card.chart(left + AXIS, upper, left + width, upper + 2 * CELL)
    axes.set(xlim=(0, 2), ylim=(0, 2))
    draw_square(axes, table, criticality, setting)
    for place, side in enumerate(SIDES):
        middle = left + AXIS + (place + 0.5) * (width - AXIS) / 2
        card.note(middle, upper + 2 * CELL + 3, labels.sides[side], ha="center")
        card.page.text(left + 21, upper + (1.5 - place) * CELL, labels.sides[side], rotation=90, ha="center",
                       va="center", size=small, color=MUTED)  # fmt: skip
    card.note(left + AXIS + (width - AXIS) / 2, upper + 2 * CELL + 3 + pitch, names["cross_functionality"],
              ha="center")  # fmt: skip
    card.page.text(left + 6, upper + CELL, names["partner_interconnectivity"], rotation=90, ha="center",
                   va="center", size=small, color=MUTED)  # fmt: skip


def _key(card: Canvas, labels: CubeWords) -> None:
    """Say which colour stands for which level of service."""
    x, size = EDGE, card.sheet.small
    for fill, text in zip((BLANK, NOW_PALE), labels.levels, strict=True):
        bar(card.page, (x, EDGE), 10, 10, facecolor=fill, edgecolor=MUTED, linewidth=0.6)
        card.note(x + 14, EDGE, text)
        x += 14 + 0.58 * size * len(text) + 14
