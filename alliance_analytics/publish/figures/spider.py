"""The spider web: the shape of an alliance at a glance, its uncertainty, and last wave's shape.

A hidden pillar is a gap in the line and a hatched spoke; a pillar without answers is a gap and a dotted
spoke. The web says nothing that the dot plot does not say better: it is never shown alone.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend
from alliance_analytics.publish.figures.alternatives import absences, extremes, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas
from alliance_analytics.publish.figures.estimates import prepare_estimates
from alliance_analytics.publish.figures.released import wave_of
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.spider_labels import OUTSIDE, around, under
from alliance_analytics.publish.figures.style import GROUPS, GUIDE, look
from alliance_analytics.publish.figures.web import Web
from alliance_analytics.publish.figures.web_drawing import EARLIER, MIDPOINT, draw_spider

Sectors = Mapping[str, str]
SECTORS = GROUPS[1:]
"""Colours of sectors: all but the blue of this wave."""


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
        Released estimates of one wave, group and kind of scale, and those of the wave before: ``wave, name,
        n, mean, ci_low, ci_high, shown, reason``.
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
    """Return one row a spoke: the prepared estimates, its ``sector`` and that sector's ``colour``."""
    named = [(sectors or {}).get(name, "") for name in labels]
    order = list(dict.fromkeys(named))
    colours = [SECTORS[order.index(sector) % len(SECTORS)] if sector else GUIDE for sector in named]
    return prepare_estimates(now, before, labels).assign(sector=named, colour=colours)


def spider_alt(now: pd.DataFrame, *, labels: Mapping[str, str], points: int = 5, language: str = "en") -> str:
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
    draw_spider(_centred(card, web, centre), table, web, page.small)
    key.draw(card, EDGE, EDGE)
    listing.draw(card, EDGE, end)
    for label in labels:
        label.draw(card, page.width / 2, centre)
    return card.figure


def _centred(card: Canvas, web: Web, centre: float) -> Axes:
    half, middle = web.radius + OUTSIDE, card.sheet.width / 2
    axes = card.chart(middle - half, centre - half, middle + half, centre + half)
    axes.set(xlim=(-half, half), ylim=(half, -half))
    return axes


def _entries(table: pd.DataFrame, waves: tuple[str, str], setting: Setting) -> list[legend.Entry]:
    entries = []
    if table["mean"].notna().any():
        entries.append(legend.Entry(setting.say("with_interval", wave=waves[0]), legend.value))
    if table["mean_before"].notna().any():
        dashed = legend.stroke(marker="o", markevery=(0, 2), **EARLIER)
        entries.append(legend.Entry(waves[1], dashed))
    midpoint = legend.stroke(**MIDPOINT)
    middle = setting.number(setting.middle, 0 if setting.points % 2 else 1)
    entries.append(legend.Entry(setting.say("midpoint", value=middle), midpoint))
    return [*entries, *legend.absences(table["state"], setting)]
