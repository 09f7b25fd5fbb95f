"""The spider web: the shape of an alliance at a glance, with its uncertainty, and last wave's shape beside it.

A hidden pillar is a gap in the line and a hatched spoke; a pillar without answers is a gap and a dotted spoke. The web
says nothing that the dot plot does not say better: it is never shown alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import atan2, degrees
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Arc, Polygon

from alliance_analytics.publish.figures import legend
from alliance_analytics.publish.figures.alternatives import absences, extremes, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas, halo, write
from alliance_analytics.publish.figures.estimates import prepare_estimates
from alliance_analytics.publish.figures.marks import HATCH
from alliance_analytics.publish.figures.released import wave_of
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.spider_labels import OUTSIDE, around, under
from alliance_analytics.publish.figures.style import (
    BEFORE,
    CARD,
    GRID,
    GROUPS,
    GUIDE,
    MUTED,
    NOW,
    NOW_PALE,
    look,
)
from alliance_analytics.publish.figures.web import Web, runs

RIM = 4.0
DASHES = (0, (4, 2.5))
Sectors = Mapping[str, str]


def spider(
    now: pd.DataFrame,
    before: pd.DataFrame | None = None,
    *,
    labels: Mapping[str, str],
    sectors: Sectors | None = None,
    points: int = 5,
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return a spider web of means with their intervals.

    Parameters
    ----------
    now, before : DataFrame
        Released estimates of one wave, group and kind of scale, and those of the wave before: ``wave, name, n, mean,
        ci_low, ci_high, shown, reason``.
    labels : mapping
        Scale name to text, clockwise from the top.
    sectors : mapping, optional
        Scale name to the text of what it belongs to; neighbours with one text form a sector.
    points : int
        Highest answer of the scale.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone: numbers around the web, names in a list under it.

    Raises
    ------
    DisclosureError
        If a frame was never released.
    """
    table = prepare_spider(now, before, labels, sectors)
    waves = (wave_of(now), "" if before is None else wave_of(before))
    with look():
        return _figure(table, waves, setting(labels, language, narrow, points))


def prepare_spider(
    now: pd.DataFrame, before: pd.DataFrame | None, labels: Mapping[str, str], sectors: Sectors | None = None
) -> pd.DataFrame:
    """Return one row a spoke: the numbers of :func:`prepare_estimates`, its ``sector`` and the sector's ``colour``."""
    named = [(sectors or {}).get(name, "") for name in labels]
    order = list(dict.fromkeys(named))
    colours = [GROUPS[order.index(sector) % len(GROUPS)] if sector else GUIDE for sector in named]
    return prepare_estimates(now, before, labels).assign(sector=named, colour=colours)


def draw_spider(axes: Axes, table: pd.DataFrame, web: Web) -> None:
    """Draw a prepared table on ``axes``, whose coordinates are points from the centre of the web, y down."""
    draw_web(axes, web)
    draw_sectors(axes, table, web)
    draw_absences(axes, table, web)
    shown = list(table["state"] == "shown")
    draw_band(axes, table, web, [has and pd.notna(low) for has, low in zip(shown, table["ci_low"], strict=True)])
    earlier: dict[str, Any] = {"color": BEFORE, "linewidth": 1.2, "linestyle": DASHES, "markersize": 3.5}
    draw_line(axes, list(table["mean_before"]), web, "before", **earlier)
    draw_line(axes, list(table["mean"]), web, "now", color=NOW, linewidth=2, markersize=6.5)


def draw_web(axes: Axes, web: Web) -> None:
    """Draw rings with their answers, the midpoint dashed, and the spokes."""
    middle = (1 + web.points) / 2
    for value in sorted({*range(1, web.points + 1), middle}):
        marked: dict[str, Any] = {"edgecolor": GUIDE, "linestyle": DASHES, "linewidth": 1.1, "label": "midpoint"}
        quiet: dict[str, Any] = {"edgecolor": GRID, "linewidth": 0.8, "label": f"ring {value}"}
        axes.add_patch(Polygon(web.ring(value), fill=False, **(marked if value == middle else quiet)))
    for spoke in range(web.spokes):
        (x0, y0), (x1, y1) = web.place(spoke, 1), web.place(spoke, web.points)
        axes.plot((x0, x1), (y0, y1), color=GRID, linewidth=0.8, zorder=1, label=f"spoke {spoke}")


def draw_sectors(axes: Axes, table: pd.DataFrame, web: Web) -> None:
    """Tint the rim of every spoke with the colour of its sector; a rim runs half a spoke to either side."""
    size, pieces = 2 * (web.radius + RIM), list(zip(table["sector"], table["colour"], strict=True))
    for spoke, (sector, colour) in enumerate(pieces):
        opens = 0.47 if pieces[spoke - 1][0] != sector else 0.5
        closes = 0.47 if pieces[(spoke + 1) % len(pieces)][0] != sector else 0.5
        if sector:
            start, end = (degrees(web.angle(spoke + half)) - 90 for half in (-opens, closes))
            style: dict[str, Any] = {"color": colour, "linewidth": 3.5, "capstyle": "butt"}
            axes.add_patch(Arc((0, 0), size, size, theta1=start, theta2=end, label=f"sector {sector}", **style))


def draw_absences(axes: Axes, table: pd.DataFrame, web: Web) -> None:
    """Hatch the spokes of hidden values and dot those without answers."""
    for spoke, (name, state) in enumerate(table["state"].items()):
        inner, outer = web.place(spoke, 1), web.place(spoke, web.points)
        if state == "hidden":
            corners = _strip(inner, outer, 5)
            axes.add_patch(Polygon(corners, closed=True, zorder=1.5, label=f"hidden {name}", **HATCH))
        elif state == "empty":
            style: dict[str, Any] = {"color": GUIDE, "linestyle": ":", "linewidth": 1.4}
            axes.plot(*zip(inner, outer, strict=True), label=f"empty {name}", **style)


def draw_band(axes: Axes, table: pd.DataFrame, web: Web, present: list[bool]) -> None:
    """Draw the intervals as a band between neighbours, and as a stroke on every spoke."""
    lows, highs = list(table["ci_low"]), list(table["ci_high"])
    for run in runs(present):
        edges = [web.place(spoke, highs[spoke]) for spoke in run]
        edges += [web.place(spoke, lows[spoke]) for spoke in reversed(run)]
        if len(run) > 2:
            axes.add_patch(Polygon(edges, facecolor=NOW_PALE, alpha=0.45, linewidth=0, zorder=2, label="band"))
    for spoke in (place for place, has in enumerate(present) if has):
        ends = zip(web.place(spoke, lows[spoke]), web.place(spoke, highs[spoke]), strict=True)
        style: dict[str, Any] = {"color": NOW_PALE, "linewidth": 3, "solid_capstyle": "butt", "zorder": 2.1}
        axes.plot(*ends, label=f"interval {table.index[spoke]}", **style)


def draw_line(axes: Axes, values: list[float], web: Web, label: str, **style: Any) -> None:
    """Draw one wave: a line through neighbours, open where a value is missing."""
    chosen: dict[str, Any] = {"marker": "o", "markeredgecolor": CARD, "zorder": 3, "clip_on": False}
    for run in runs([bool(pd.notna(value)) for value in values]):
        x, y = zip(*(web.place(spoke, values[spoke]) for spoke in run), strict=True)
        axes.plot(x, y, label=label, **(chosen | style))


def spider_alt(
    now: pd.DataFrame, *, labels: Mapping[str, str], points: int = 5, language: str = "en"
) -> str:
    """Return at most 250 characters that say what :func:`spider` shows."""
    table = prepare_estimates(now, None, labels)
    spoken = setting(labels, language, narrow=False, points=points)

    def compose(room: int) -> str:
        finding = extremes(table["mean"], spoken, room)
        sentence = spoken.say("spider_alt", points=points, wave=wave_of(now), finding=finding)
        return sentence + absences(table["state"], spoken)

    return within_limit(compose)


def _figure(table: pd.DataFrame, waves: tuple[str, str], setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(table, waves, setting), page, page.width - 2 * EDGE)
    web = Web(len(table), 84 if page.narrow else 108, setting.points)
    labels, listing = around(table, web, setting), under(table, setting)
    centre = EDGE + key.height + 6 + max(web.radius + OUTSIDE, *(-label.top for label in labels))
    end = centre + 10 + max(web.radius + OUTSIDE, *(label.bottom(page.pitch) for label in labels))
    card = canvas(page, end + listing.height + EDGE)
    draw_spider(_centred(card, web, centre), table, web)
    key.draw(card, EDGE, EDGE)
    listing.draw(card, EDGE, end)
    for label in labels:
        label.draw(card, page.width / 2, centre)
    return card.figure


def _centred(card: Canvas, web: Web, centre: float) -> Axes:
    half, middle = web.radius + OUTSIDE, card.sheet.width / 2
    axes = card.chart(middle - half, centre - half, middle + half, centre + half)
    axes.set(xlim=(-half, half), ylim=(half, -half))
    axes.set_axis_off()
    write_rings(axes, web, card.sheet.small)
    return axes


def write_rings(axes: Axes, web: Web, size: float) -> None:
    """Write the answers of the scale beside the top spoke."""
    for value in range(1, web.points + 1):
        x, y = web.place(0, value)
        style: dict[str, Any] = {"color": MUTED, "path_effects": halo(), "zorder": 4}
        write(axes, x - 4, y + 0.6 * size, str(value), size=size, ha="right", va="center", **style)


def _strip(inner: tuple[float, float], outer: tuple[float, float], half: float) -> list[tuple[float, float]]:
    slant = Web(1, 1, 2).at(atan2(outer[0] - inner[0], inner[1] - outer[1]) + 1.5707963, half)
    (x0, y0), (x1, y1), (dx, dy) = inner, outer, slant
    return [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)]


def _entries(table: pd.DataFrame, waves: tuple[str, str], setting: Setting) -> list[legend.Entry]:
    entries = []
    if table["mean"].notna().any():
        entries.append(legend.Entry(setting.say("with_interval", wave=waves[0]), legend.value))
    if table["mean_before"].notna().any():
        dashed = legend.stroke(color=BEFORE, linestyle=DASHES, marker="o", markersize=3.5, markevery=(0, 2))
        entries.append(legend.Entry(waves[1], dashed))
    midpoint = legend.stroke(color=GUIDE, linestyle=DASHES, linewidth=1.1)
    entries.append(legend.Entry(setting.say("midpoint", value=setting.number(setting.middle, 0)), midpoint))
    return [*entries, *legend.absences(table["state"], setting)]
