"""Where groups see a different alliance: their means side by side in every row, each with its interval.

A group keeps its colour and its marker through all rows. A hidden group stays in its place, hatched, so that
its absence can be seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import absences, named, within_limit
from alliance_analytics.publish.figures.canvas import (
    BACK,
    EDGE,
    canvas,
    points_a_unit,
    scale_axis,
    title_below,
    write,
)
from alliance_analytics.publish.figures.released import by_label, released, wave_of
from alliance_analytics.publish.figures.rows import Rows, stack
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.style import GROUPS, MARKERS, MUTED, look

MOST_GROUPS = 5
STEP = 13.0
"""Distance between two groups in a row, in points."""
Groups = Mapping[str, str]


def gaps(
    frame: pd.DataFrame,
    *,
    by: str,
    groups: Groups,
    labels: Mapping[str, str],
    points: int = 5,
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return a dot plot that compares groups; the first five are drawn, the others named.

    Parameters
    ----------
    frame : DataFrame
        Released estimates of one wave and kind of scale, a row a group and scale: ``wave, name, n, mean,
        ci_low, ci_high, shown, reason`` and the column ``by``.
    by : str
        ``'partner'``, ``'level'`` or ``'link'``.
    groups : mapping
        Group to its text, in the order drawn; ``'all'`` is the whole alliance.
    labels : mapping
        Scale name to text, in the order drawn.
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
    tables = prepare_gaps(frame, by, groups, labels)
    with look():
        return _figure(tables, groups, setting(labels, language, narrow, points))


def prepare_gaps(
    frame: pd.DataFrame, by: str, groups: Groups, labels: Mapping[str, str]
) -> dict[str, pd.DataFrame]:
    """Return for each group that is drawn one row a label: its numbers, NaN where nothing is shown."""
    table = released(frame, "mean", ("n", "ci_low", "ci_high"))
    members = table[by].astype(object).where(table[by].notna(), "all").astype(str)
    return {group: by_label(table[members == group], labels) for group in list(groups)[:MOST_GROUPS]}


def draw_gaps(axes: Axes, tables: Mapping[str, pd.DataFrame], rows: Rows, setting: Setting) -> None:
    """Draw every group in every row on ``axes``, whose y axis is in points from the top of the page."""
    for place, (group, table) in enumerate(tables.items()):
        records, below = table.to_dict("index"), (place - (len(tables) - 1) / 2) * STEP
        for row in rows.rows:
            values, label = records[row.name], f"{group} {row.name}"
            if values["state"] == "shown":
                _draw_value(axes, values, row.middle + below, place, label)
            else:
                marks.dot(axes, *_left(axes, 5, row.middle + below), f"absent {label}", **_looks(place))
                _draw_absence(axes, values["state"], row.middle + below, label, setting)


def gaps_alt(
    frame: pd.DataFrame, *, by: str, groups: Groups, labels: Mapping[str, str], language: str = "en"
) -> str:
    """Return at most 250 characters that say what :func:`gaps` shows."""
    tables = prepare_gaps(frame, by, groups, labels)
    together = pd.concat(tables.values(), keys=tables.keys(), names=["group", "name"])
    spoken = setting(labels, language, narrow=False)

    def compose(room: int) -> str:
        finding = _finding(together["mean"].dropna(), groups, spoken, room)
        sentence = spoken.say("gaps_alt", count=len(tables), wave=wave_of(frame), finding=finding)
        return sentence + absences(together["state"], spoken)

    return within_limit(compose)


def _figure(tables: dict[str, pd.DataFrame], groups: Groups, setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(tables, groups, setting), page, page.width - 2 * EDGE)
    top, room = EDGE + key.height + 12, page.width - 2 * EDGE if page.narrow else 172
    rows = stack(setting.labels, page, top=top, room=room, band=STEP * len(tables) + 2, gap=14)
    card = canvas(page, rows.bottom + 2.6 * page.pitch)
    axes = card.rows(EDGE if page.narrow else EDGE + room + 8, top - 2, page.width - EDGE, rows.bottom)
    scale_axis(axes, setting.points, page, rows.spans())
    title_below(axes, setting.say("mean_score"), page.small)
    key.draw(card, EDGE, EDGE)
    rows.label(card)
    draw_gaps(axes, tables, rows, setting)
    return card.figure


def _draw_value(axes: Axes, values: Mapping[Any, Any], y: float, place: int, label: str) -> None:
    ends = values["ci_low"], values["ci_high"]
    marks.interval(axes, ends, y, f"interval {label}", color=GROUPS[place], alpha=0.35, linewidth=4)
    marks.dot(axes, values["mean"], y, f"mean {label}", **_looks(place))


def _draw_absence(axes: Axes, state: str, y: float, label: str, setting: Setting) -> None:
    if state == "hidden":
        x, middle = _left(axes, 12, y)
        marks.hatched(axes, (x, middle - 4, 18 / points_a_unit(axes), 8), f"hidden {label}")
    word_at, middle = _left(axes, 34 if state == "hidden" else 14, y)
    write(
        axes,
        word_at,
        middle,
        setting.say(state),
        size=setting.sheet.small,
        va="center",
        color=MUTED,
        bbox=BACK,
    )


def _left(axes: Axes, inward: float, y: float) -> tuple[float, float]:
    return axes.get_xlim()[0] + inward / points_a_unit(axes), y


def _looks(place: int) -> dict[str, Any]:
    return {"color": GROUPS[place], "marker": MARKERS[place]}


def _entries(tables: dict[str, pd.DataFrame], groups: Groups, setting: Setting) -> list[legend.Entry]:
    entries = []
    for place, (group, table) in enumerate(tables.items()):
        hidden = (table["state"] == "hidden").all()
        text = setting.say("group_hidden", group=groups[group]) if hidden else groups[group]
        entries.append(legend.Entry(text, legend.group(place)))
    left_out = list(groups.values())[MOST_GROUPS:]
    if left_out:
        entries.append(legend.Entry(setting.say("left_out", count=len(left_out)), legend.nothing, width=0))
    states = pd.concat([table["state"] for table in tables.values()])
    return [*entries, *legend.absences(states, setting)]


def _finding(means: pd.Series, groups: Groups, setting: Setting, room: int) -> str:
    if means.empty:
        return setting.say("alt_none")
    ends = {
        end: f"{named(groups[place[0]], room)}, {named(setting.labels[place[1]], room)}"
        for end, place in (("top", _place(means.idxmax())), ("bottom", _place(means.idxmin())))
    }
    high, low = setting.number(means.max()), setting.number(means.min())
    return setting.say("alt_extremes", high=high, low=low, **ends)


def _place(index: Any) -> tuple[str, str]:
    group, name = index
    return str(group), str(name)
