"""What changed over the waves: a small multiple for every dimension or pillar, on one and the same scale.

A line joins waves that can be compared. It stops before a break (another questionnaire, another population),
at a hidden wave, which is hatched, and at a wave without answers, which stays empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend
from alliance_analytics.publish.figures.alternatives import absences, extremes, within_limit
from alliance_analytics.publish.figures.canvas import BACK, EDGE, beside, canvas, name_beside
from alliance_analytics.publish.figures.panels import grid
from alliance_analytics.publish.figures.released import by_label, released
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import area, levels, line, uprights
from alliance_analytics.publish.figures.style import CARD, GRID, GUIDE, NOW, NOW_PALE, look
from alliance_analytics.publish.figures.waves import (
    hide_waves,
    mark_breaks,
    ordered,
    span,
    stretches,
    wave_axis,
)

Breaks = Mapping[str, str]
THIN_EDGE: dict[str, Any] = {"markeredgecolor": CARD, "markeredgewidth": 0.75}


def trends(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    breaks: Breaks | None = None,
    waves: Sequence[str] | None = None,
    points: int = 5,
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return means over waves, one panel a scale, with their intervals as a ribbon.

    Parameters
    ----------
    frame : DataFrame
        Released estimates of one group and kind of scale: ``wave, name, mean, ci_low, ci_high, shown,
        reason``.
    labels : mapping
        Scale name to text, in the order drawn.
    breaks : mapping, optional
        Wave that cannot be compared with the one before, to the reason in a few words.
    waves : sequence of str, optional
        The waves from the first to the last; by default those of the frame, in alphabetical order.
    points : int
        Highest answer of the scale.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.

    Raises
    ------
    DisclosureError
        If the frame was never released.
    """
    order = ordered(frame, waves)
    tables = prepare_trends(frame, labels, order)
    with look():
        return _figure(tables, order, breaks or {}, setting(labels, language, narrow, points))


def prepare_trends(
    frame: pd.DataFrame, labels: Mapping[str, str], waves: Sequence[str]
) -> dict[str, pd.DataFrame]:
    """Return for each label one row a wave: mean and interval, NaN where nothing is shown."""
    table, order = released(frame, "mean", ("ci_low", "ci_high")), {wave: wave for wave in waves}
    return {name: by_label(table[table["name"] == name], order, "wave") for name in labels}


def draw_trend(axes: Axes, table: pd.DataFrame, breaks: Sequence[int], setting: Setting) -> None:
    """Draw one prepared table on ``axes``: x is the place of a wave, y the answer scale."""
    score_axis(axes, setting)
    hide_waves(axes, list(table["state"]), "wave")
    mark_breaks(axes, breaks)
    placed = table.assign(place=range(len(table)))
    joined = stretches(list(table["state"] == "shown"), breaks)
    for stretch in joined:
        draw_ribbon(axes, placed.iloc[stretch.start : stretch.stop])
    draw_lines(axes, placed, joined)
    last = placed.dropna(subset=["mean"]).tail(1)
    for place, mean in zip(last["place"], last["mean"], strict=True):
        style: dict[str, Any] = {"shift": (7, 0), "weight": "bold", "bbox": BACK}
        beside(axes, (place, mean), setting.number(mean), size=setting.sheet.small, **style)


def draw_ribbon(axes: Axes, placed: pd.DataFrame) -> None:
    """Draw the intervals of neighbouring waves as a ribbon; a lone wave gets a bar."""
    known = placed.dropna(subset=["ci_low", "ci_high"])
    places, *ends = (list(known[column]) for column in ("place", "ci_low", "ci_high"))
    if len(known) == 1:
        uprights(axes, places, (ends[0][0], ends[1][0]), color=NOW_PALE, linewidth=6, label="interval")
    elif places:
        area(axes, places, *ends, facecolor=NOW_PALE, alpha=0.6, label="interval")


def draw_lines(axes: Axes, placed: pd.DataFrame, joined: Sequence[range]) -> None:
    """Draw the means, joined within every stretch."""
    style: dict[str, Any] = {"color": NOW, "linewidth": 1.8, "marker": "o", "markersize": 5.5}
    for stretch in joined:
        means = placed["mean"].iloc[stretch.start : stretch.stop]
        line(axes, stretch, means, label="mean", clip_on=False, **(style | THIN_EDGE))


def trends_alt(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    waves: Sequence[str] | None = None,
    language: str = "en",
) -> str:
    """Return at most 250 characters that say what :func:`trends` shows."""
    order = ordered(frame, waves)
    tables = prepare_trends(frame, labels, order)
    spoken = setting(labels, language, narrow=False)
    latest = pd.Series({name: table["mean"].iloc[-1] for name, table in tables.items()}, dtype=float)
    states = pd.concat([table["state"] for table in tables.values()])

    def compose(room: int) -> str:
        finding = extremes(latest, spoken, room)
        sentence = spoken.say("trends_alt", count=len(labels), span=span(order, spoken), finding=finding)
        return sentence + absences(states, spoken)

    return within_limit(compose)


def _figure(
    tables: Mapping[str, pd.DataFrame], waves: Sequence[str], breaks: Breaks, setting: Setting
) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(tables, waves, breaks, setting), page, page.width - 2 * EDGE)
    panels = grid(setting, top=EDGE + key.height + 8, height=78, after=1.5 * page.pitch + 10, beside=24)
    card = canvas(page, panels.bottom)
    key.draw(card, EDGE, EDGE)
    places = [waves.index(wave) for wave in breaks if wave in waves]
    for panel in panels.panels:
        panel.label(card)
        axes = card.chart(panel.left, panel.top, panel.right, panel.bottom)
        wave_axis(axes, waves, page.small)
        draw_trend(axes, tables[panel.name], places, setting)
    return card.figure


def score_axis(axes: Axes, setting: Setting) -> None:
    """Give ``axes`` a quiet vertical answer scale: its ends named, its midpoint dashed."""
    ticks = [1, setting.points] if setting.points % 2 == 0 else [1, setting.middle, setting.points]
    axes.set_ylim(0.8, setting.points + 0.2)
    name_beside(axes, {tick: f"{tick:.0f}" for tick in ticks}, setting.sheet.small)
    levels(axes, range(1, setting.points + 1), color=GRID, linewidth=0.8, zorder=0)
    dashed: dict[str, Any] = {"linewidth": 0.9, "linestyle": (0, (3, 2)), "zorder": 0.5}
    levels(axes, [setting.middle], color=GUIDE, label="midpoint", **dashed)


def _entries(
    tables: Mapping[str, pd.DataFrame], waves: Sequence[str], breaks: Breaks, setting: Setting
) -> list[legend.Entry]:
    states = pd.concat([table["state"] for table in tables.values()])
    entries = []
    if (states == "shown").any():
        entries.append(legend.Entry(setting.say("mean_with_interval"), legend.value))
    for wave in (wave for wave in breaks if wave in waves):
        text = setting.say("break", wave=wave, why=breaks[wave])
        entries.append(legend.Entry(text, legend.upright))
    return [*entries, *legend.absences(states, setting)]
