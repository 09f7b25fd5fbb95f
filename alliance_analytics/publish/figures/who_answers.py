"""Who answers from wave to wave: the share of each group among who answered, and among who were invited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend
from alliance_analytics.publish.figures.alternatives import absences, named, within_limit
from alliance_analytics.publish.figures.canvas import BACK, EDGE, beside, canvas, name_beside
from alliance_analytics.publish.figures.panels import grid
from alliance_analytics.publish.figures.released import by_label, released
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import levels, line
from alliance_analytics.publish.figures.style import BEFORE, GRID, NOW, look
from alliance_analytics.publish.figures.waves import hide_waves, ordered, span, stretches, wave_axis

DASHED: dict[str, Any] = {"color": BEFORE, "linewidth": 1.3, "linestyle": (0, (3, 2))}


def who_answers(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    waves: Sequence[str] | None = None,
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return shares over waves, one panel a group, the share of those invited as a dashed line.

    Parameters
    ----------
    frame : DataFrame
        Released shares: ``wave, name, share`` (of those who answered, 0 to 1), ``invited`` (the same of those
        invited, known to all), ``shown, reason``.
    labels : mapping
        Group to its text, in the order drawn.
    waves : sequence of str, optional
        The waves from the first to the last; by default those of the frame, in alphabetical order.
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
    tables = prepare_who_answers(frame, labels, order)
    with look():
        return _figure(tables, order, setting(labels, language, narrow))


def prepare_who_answers(
    frame: pd.DataFrame, labels: Mapping[str, str], waves: Sequence[str]
) -> dict[str, pd.DataFrame]:
    """Return for each group one row a wave: share (NaN where hidden) and invited."""
    table, order = released(frame, "share"), {wave: wave for wave in waves}
    return {name: by_label(table[table["name"] == name], order, "wave") for name in labels}


def draw_group(axes: Axes, table: pd.DataFrame, highest: float, setting: Setting) -> None:
    """Draw one prepared table on ``axes``: x is the place of a wave, y a share up to ``highest``."""
    _share_axis(axes, highest, setting)
    hide_waves(axes, list(table["state"]), "wave")
    places = range(len(table))
    line(axes, places, table["invited"].astype(float), label="invited", **DASHED)
    for stretch in stretches(list(table["state"] == "shown")):
        shares = table["share"].iloc[stretch.start : stretch.stop]
        style: dict[str, Any] = {"color": NOW, "marker": "o", "markersize": 5.5, "linewidth": 1.8}
        line(axes, stretch, shares, label="share", clip_on=False, **style)
    last = table.assign(place=places).dropna(subset=["share"]).tail(1)
    for place, share in zip(last["place"], last["share"], strict=True):
        looks: dict[str, Any] = {"shift": (7, 0), "weight": "bold", "bbox": BACK}
        beside(axes, (place, share), f"{share:.0%}", size=setting.sheet.small, **looks)


def who_answers_alt(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    waves: Sequence[str] | None = None,
    language: str = "en",
) -> str:
    """Return at most 250 characters that say what :func:`who_answers` shows."""
    order = ordered(frame, waves)
    tables = prepare_who_answers(frame, labels, order)
    together = pd.concat(tables.values(), keys=tables.keys(), names=["group", "wave"])
    spoken = setting(labels, language, narrow=False)

    def compose(room: int) -> str:
        finding, ran = _finding(together, spoken, room), span(order, spoken)
        sentence = spoken.say("who_answers_alt", count=len(labels), span=ran, finding=finding)
        return sentence + absences(together["state"], spoken)

    return within_limit(compose)


def _figure(tables: Mapping[str, pd.DataFrame], waves: Sequence[str], setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(tables, setting), page, page.width - 2 * EDGE)
    panels = grid(setting, top=EDGE + key.height + 8, height=70, after=1.5 * page.pitch + 10, beside=30)
    card = canvas(page, panels.bottom)
    key.draw(card, EDGE, EDGE)
    highest = max(float(table[["share", "invited"]].astype(float).max().max()) for table in tables.values())
    for panel in panels.panels:
        panel.label(card)
        axes = card.chart(panel.left + 12, panel.top, panel.right, panel.bottom)
        wave_axis(axes, waves, page.small)
        draw_group(axes, tables[panel.name], highest, setting)
    return card.figure


def _share_axis(axes: Axes, highest: float, setting: Setting) -> None:
    step = next(step for step in (0.1, 0.2, 0.5) if highest / step <= 4 or step == 0.5)
    ticks = [step * place for place in range(int(highest / step) + 2)]
    axes.set_ylim(0, ticks[-1])
    name_beside(axes, {tick: f"{tick:.0%}" for tick in ticks}, setting.sheet.small)
    levels(axes, ticks, color=GRID, linewidth=0.8, zorder=0)


def _entries(tables: Mapping[str, pd.DataFrame], setting: Setting) -> list[legend.Entry]:
    states = pd.concat([table["state"] for table in tables.values()])
    entries = [legend.Entry(setting.say("of_invited"), legend.stroke(**DASHED))]
    if (states == "shown").any():
        entries.insert(0, legend.Entry(setting.say("of_answered"), legend.stroke(color=NOW, linewidth=1.8)))
    return [*entries, *legend.absences(states, setting)]


def _finding(together: pd.DataFrame, setting: Setting, room: int) -> str:
    apart = (together["share"] - together["invited"].astype(float)).abs().dropna()
    if apart.empty:
        return setting.say("alt_none")
    row = together.loc[apart.index].reset_index().iloc[int(apart.to_numpy().argmax())]
    return setting.say(
        "who_answers_finding",
        name=named(setting.labels[str(row["group"])], room),
        wave=row["wave"],
        share=f"{row['share']:.0%}",
        invited=f"{float(row['invited']):.0%}",
    )
