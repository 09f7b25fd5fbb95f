"""What would be different if the data were treated otherwise: the change of each mean, beside its interval.

Zero is the mean as it is shown everywhere. The pale band is its interval: what stays inside it would not have
been called a finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import absences, named, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, canvas, name_below, title_below
from alliance_analytics.publish.figures.released import by_label, released, wave_of
from alliance_analytics.publish.figures.rows import Rows, stack
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import bar, uprights
from alliance_analytics.publish.figures.style import GRID, GROUPS, GUIDE, MARKERS, NOW_PALE, look

INTERVAL = "interval"
"""The variant that is the interval of the mean itself."""
STEP = 12.0
LEAST = 0.2
"""The least change that an axis has room for, in points of the scale."""
Variants = Mapping[str, str]
Values = Mapping[Any, Any]


def consequences(
    frame: pd.DataFrame,
    *,
    variants: Variants,
    labels: Mapping[str, str],
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return a plot of how far each mean would move.

    Parameters
    ----------
    frame : DataFrame
        Released changes of one wave, a row a variant and scale: ``wave, variant, name, low, high`` (the same
        where there is one answer), ``shown, reason``. The variant ``interval`` is drawn as a band.
    variants : mapping
        Variant to its text, in the order drawn; at most five.
    labels : mapping
        Scale name to text, in the order drawn.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.

    Raises
    ------
    DisclosureError
        If the frame was never released.
    """
    tables = prepare_consequences(frame, variants, labels)
    with look():
        return _figure(tables, variants, setting(labels, language, narrow))


def prepare_consequences(
    frame: pd.DataFrame, variants: Variants, labels: Mapping[str, str]
) -> dict[str, pd.DataFrame]:
    """Return for the interval and each variant one row a label: low and high, NaN where nothing is shown."""
    table = released(frame, "low", ("high",))
    return {name: by_label(table[table["variant"] == name], labels) for name in (INTERVAL, *variants)}


def draw_consequences(axes: Axes, tables: Mapping[str, pd.DataFrame], rows: Rows) -> None:
    """Draw every variant in every row on ``axes``, whose y axis is in points from the top of the page."""
    records = {name: table.to_dict("index") for name, table in tables.items()}
    bands = records.pop(INTERVAL)
    for row in rows.rows:
        _draw_band(axes, bands[row.name], row.middle, rows.band, row.name)
        for place, (variant, values) in enumerate(records.items()):
            below = (place - (len(records) - 1) / 2) * STEP
            _draw_change(axes, values[row.name], row.middle + below, place, f"{variant} {row.name}")


def consequences_alt(
    frame: pd.DataFrame, *, variants: Variants, labels: Mapping[str, str], language: str = "en"
) -> str:
    """Return at most 250 characters that say what :func:`consequences` shows."""
    tables = prepare_consequences(frame, variants, labels)
    together = pd.concat([tables[name] for name in variants], keys=list(variants), names=["variant", "name"])
    spoken = setting(labels, language, narrow=False)

    def compose(room: int) -> str:
        finding = _finding(together, variants, spoken, room)
        sentence = spoken.say("consequences_alt", count=len(variants), wave=wave_of(frame), finding=finding)
        return sentence + absences(together["state"], spoken)

    return within_limit(compose)


def _figure(tables: dict[str, pd.DataFrame], variants: Variants, setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(tables, variants, setting), page, page.width - 2 * EDGE)
    top, room = EDGE + key.height + 12, page.width - 2 * EDGE if page.narrow else 130
    rows = stack(setting.labels, page, top=top, room=room, band=STEP * len(variants) + 4, gap=12)
    card = canvas(page, rows.bottom + 2.6 * page.pitch)
    left = EDGE + 6 if page.narrow else EDGE + room + 8
    axes = card.rows(left, top - 2, page.width - EDGE - 6, rows.bottom)
    _change_axis(axes, tables, rows, setting)
    key.draw(card, EDGE, EDGE)
    rows.label(card)
    draw_consequences(axes, tables, rows)
    return card.figure


def _change_axis(axes: Axes, tables: Mapping[str, pd.DataFrame], rows: Rows, setting: Setting) -> None:
    """Give ``axes`` a scale of changes, the same to both sides of no change."""
    reach = max(LEAST, *(float(table[["low", "high"]].abs().max().max() or 0) for table in tables.values()))
    step = next(step for step in (0.1, 0.2, 0.5, 1.0, 2.0) if reach / step <= 3 or step == 2.0)
    ticks = [step * place for place in range(-int(reach / step), int(reach / step) + 1)]
    axes.set_xlim(-1.08 * reach, 1.08 * reach)
    name_below(axes, {tick: setting.signed(tick) for tick in ticks}, setting.sheet.small)
    title_below(axes, setting.say("change_of_mean"), setting.sheet.small)
    for span in rows.spans():
        uprights(axes, ticks, span, color=GRID, linewidth=0.8, zorder=0)
        uprights(axes, [0], span, color=GUIDE, linewidth=1.1, zorder=0.5, label="no change")


def _draw_band(axes: Axes, values: Values, y: float, height: float, name: str) -> None:
    if values["state"] == "shown":
        corner, style = (values["low"], y - height / 2), {"facecolor": NOW_PALE, "alpha": 0.55}
        bar(axes, corner, values["high"] - values["low"], height, label=f"interval {name}", **style)


def _draw_change(axes: Axes, values: Values, y: float, place: int, label: str) -> None:
    """Draw a change as a marker, or what it could be at worst and at best as a line with ends."""
    if values["state"] != "shown":
        return
    low, high, colour = values["low"], values["high"], GROUPS[place]
    if low == high:
        marks.dot(axes, low, y, f"change {label}", color=colour, marker=MARKERS[place], markersize=6.5)
        return
    marks.interval(axes, (low, high), y, f"range {label}", color=colour, linewidth=2)
    for end in (low, high):
        ends: dict[str, Any] = {"marker": "|", "markeredgecolor": colour, "markeredgewidth": 2}
        marks.dot(axes, end, y, f"end {label}", color=colour, **ends)


def _entries(tables: Mapping[str, pd.DataFrame], variants: Variants, setting: Setting) -> list[legend.Entry]:
    entries = [legend.Entry(setting.say("interval_of_mean"), legend.patch(NOW_PALE))]
    for place, (name, text) in enumerate(variants.items()):
        hidden = (tables[name]["state"] == "hidden").all()
        words = setting.say("group_hidden", group=text) if hidden else text
        ranged = (tables[name]["high"] > tables[name]["low"]).any()
        swatch = legend.stroke(color=GROUPS[place], linewidth=2) if ranged else legend.marker(place)
        entries.append(legend.Entry(words, swatch))
    return entries


def _finding(changes: pd.DataFrame, variants: Variants, setting: Setting, room: int) -> str:
    largest = changes[["low", "high"]].abs().max(axis=1).dropna()
    if largest.empty:
        return setting.say("alt_none")
    place = largest.reset_index().iloc[int(largest.to_numpy().argmax())]
    variant, name = str(place["variant"]), str(place["name"])
    return setting.say(
        "consequences_finding",
        variant=named(variants[variant], room),
        name=named(setting.labels[name], room),
        change=setting.number(largest.max(), 2),
    )
