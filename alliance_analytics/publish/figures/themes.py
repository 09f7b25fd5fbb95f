"""The four success themes from two sources at once: what people answer, and what reports say.

Each theme is a pair of charts over the same waves: above, the score of its statements with interval; below,
the passages that speak of what carries the theme (up) and of what holds it back (down), counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend
from alliance_analytics.publish.figures.alternatives import absences, extremes, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, beside, canvas, points_a_unit
from alliance_analytics.publish.figures.lettering import text_width
from alliance_analytics.publish.figures.panels import Panel, grid
from alliance_analytics.publish.figures.released import by_label, released
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import bar, levels
from alliance_analytics.publish.figures.style import BAD_TO_GOOD, GUIDE, MUTED, look
from alliance_analytics.publish.figures.trends import draw_trend
from alliance_analytics.publish.figures.waves import hide_waves, ordered, span, wave_axis, wave_width

SCORES, GAP, PASSAGES = 72.0, 8.0, 68.0
"""Heights of the upper chart, the gap and the lower chart, in points."""
UP, DOWN = BAD_TO_GOOD[-1], BAD_TO_GOOD[0]


@dataclass(frozen=True)
class Theme:
    """One theme from both sources, one row a wave each."""

    statements: pd.DataFrame
    reports: pd.DataFrame


def themes(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    waves: Sequence[str] | None = None,
    points: int = 5,
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return both sources of every theme over the waves.

    Parameters
    ----------
    frame : DataFrame
        Released theme trend: ``wave, source`` (``'statements'`` or ``'reports'``), ``theme, value, low, high,
        enabler, constraint, shown, reason``.
    labels : mapping
        Theme id to text, in the order drawn.
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
    prepared = prepare_themes(frame, labels, order)
    with look():
        return _figure(prepared, order, setting(labels, language, narrow, points))


def prepare_themes(frame: pd.DataFrame, labels: Mapping[str, str], waves: Sequence[str]) -> dict[str, Theme]:
    """Return both sources of each theme, NaN where nothing is shown; scores as ``mean, ci_low, ci_high``."""
    numbers = ("low", "high", "enabler", "constraint")
    table, order = released(frame, "value", numbers), {wave: wave for wave in waves}
    scored = table.rename(columns={"value": "mean", "low": "ci_low", "high": "ci_high"})

    def source(name: str, theme: str) -> pd.DataFrame:
        return by_label(scored[(scored["source"] == name) & (scored["theme"] == theme)], order, "wave")

    return {theme: Theme(source("statements", theme), source("reports", theme)) for theme in labels}


def draw_passages(axes: Axes, reports: pd.DataFrame, most: float, size: float) -> None:
    """Draw enablers up and constraints down: x is the place of a wave, y counts passages up to ``most``."""
    axes.set_ylim(-1.6 * most, 1.6 * most)
    hide_waves(axes, list(reports["state"]), "passages")
    wide = wave_width(axes)
    levels(axes, [0], color=GUIDE, linewidth=0.8, zorder=2, label="none")
    for name, colour, way in (("enabler", UP, 1), ("constraint", DOWN, -1)):
        for place, count in enumerate(reports[name]):
            corner = (place - wide / 2, 0)
            bar(axes, corner, wide, way * count, facecolor=colour, label=name, linewidth=0)
        _write_counts(axes, reports[name], way, size)


def themes_alt(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    waves: Sequence[str] | None = None,
    points: int = 5,
    language: str = "en",
) -> str:
    """Return at most 250 characters that say what :func:`themes` shows."""
    order = ordered(frame, waves)
    prepared = prepare_themes(frame, labels, order)
    spoken = setting(labels, language, narrow=False, points=points)
    latest = pd.Series(
        {name: theme.statements["mean"].iloc[-1] for name, theme in prepared.items()}, dtype=float
    )

    def compose(room: int) -> str:
        said = {"count": len(labels), "points": points, "span": span(order, spoken)}
        sentence = spoken.say("themes_alt", finding=extremes(latest, spoken, room), **said)
        return sentence + absences(_states(prepared), spoken)

    return within_limit(compose)


def _figure(prepared: dict[str, Theme], waves: Sequence[str], setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(prepared, setting), page, page.width - 2 * EDGE)
    height = SCORES + GAP + PASSAGES
    panels = grid(setting, top=EDGE + key.height + 8, height=height, after=1.5 * page.pitch + 12, beside=24)
    card = canvas(page, panels.bottom)
    key.draw(card, EDGE, EDGE)
    counts = [theme.reports[["enabler", "constraint"]].max().max() for theme in prepared.values()]
    most = max([1.0, *(count for count in counts if pd.notna(count))])
    for panel in panels.panels:
        panel.label(card)
        _draw_theme(card, panel, prepared[panel.name], (waves, most, setting))
    return card.figure


def _draw_theme(
    card: Canvas, panel: Panel, theme: Theme, shared: tuple[Sequence[str], float, Setting]
) -> None:
    waves, most, setting = shared
    scores = card.chart(panel.left, panel.top, panel.right, panel.top + SCORES)
    passages = card.chart(panel.left, panel.bottom - PASSAGES, panel.right, panel.bottom)
    wave_axis(passages, waves, setting.sheet.small)
    scores.set_xlim(passages.get_xlim())
    draw_trend(scores, theme.statements, (), setting)
    draw_passages(passages, theme.reports, most, setting.sheet.small)


def _write_counts(axes: Axes, counts: pd.Series, way: int, size: float) -> None:
    room = points_a_unit(axes)
    for place, count in enumerate(counts):
        text = f"{count:.0f}" if pd.notna(count) else ""
        if text and text_width(text, size) < room:
            style: dict[str, Any] = {"ha": "center", "color": MUTED, "shift": (0, way * (size * 0.5 + 2))}
            beside(axes, (place, way * count), text, size=size, **style)


def _entries(prepared: Mapping[str, Theme], setting: Setting) -> list[legend.Entry]:
    states = _states(prepared)
    entries = []
    if (states == "shown").any():
        entries.append(legend.Entry(setting.say("theme_score", points=setting.points), legend.value))
        entries.append(legend.Entry(setting.say("enabler"), legend.patch(UP)))
        entries.append(legend.Entry(setting.say("constraint"), legend.patch(DOWN)))
    return [*entries, *legend.absences(states, setting)]


def _states(prepared: Mapping[str, Theme]) -> pd.Series:
    states = [(theme.statements["state"], theme.reports["state"]) for theme in prepared.values()]
    return pd.Series(pd.concat([state for pair in states for state in pair]))
