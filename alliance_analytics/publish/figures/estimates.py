"""How we stand: a mean with its interval in every row, last wave's as an open dot just below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import absences, extremes, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas, scale_axis, title_below
from alliance_analytics.publish.figures.released import by_label, released, wave_of
from alliance_analytics.publish.figures.rows import Row, Rows, stack
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.style import BEFORE, MUTED, look

BELOW = 7.0
"""How far last wave's dot stands under this wave's, in points."""
BAND = 24.0
BOUNDS = ("bound_low", "bound_high")
NUMBERS = ("n", "ci_low", "ci_high", *BOUNDS)


def estimates(
    now: pd.DataFrame,
    before: pd.DataFrame | None = None,
    *,
    labels: Mapping[str, str],
    points: int = 5,
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return a dot plot of means with intervals.

    Parameters
    ----------
    now, before : DataFrame
        Released estimates of one wave, group and kind of scale, and those of the wave before: ``wave, name,
        n, mean, ci_low, ci_high, shown, reason``. Optional ``bound_low, bound_high``: how far non-response
        could move the mean.
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
        If a frame was never released.
    """
    table = prepare_estimates(now, before, labels)
    waves = (wave_of(now), "" if before is None else wave_of(before))
    with look():
        return _figure(table, waves, setting(labels, language, narrow, points))


def prepare_estimates(
    now: pd.DataFrame, before: pd.DataFrame | None, labels: Mapping[str, str]
) -> pd.DataFrame:
    """Return one row a label: this wave's numbers, bounds and ``mean_before``; NaN where not shown."""
    bounded = now.assign(**{bound: float("nan") for bound in BOUNDS if bound not in now})
    table = by_label(released(bounded, "mean", NUMBERS), labels)
    if before is None or before.empty:
        return table.assign(mean_before=float("nan"))
    return table.assign(mean_before=by_label(released(before, "mean"), labels)["mean"])


def draw_estimates(axes: Axes, table: pd.DataFrame, rows: Rows, setting: Setting) -> None:
    """Draw every row of a prepared table on ``axes``, whose y axis is in points from the top of the page."""
    records = table.to_dict("index")
    for row in rows.rows:
        values = records[row.name]
        if values["state"] == "shown":
            _draw_value(axes, values, row)
        else:
            marks.absent(axes, values["state"], row.name, row.middle, setting)
        if pd.notna(values["mean_before"]):
            below, label = row.middle + BELOW, f"before {row.name}"
            marks.hollow(axes, values["mean_before"], below, label, markeredgecolor=BEFORE)


def estimates_alt(
    now: pd.DataFrame, *, labels: Mapping[str, str], points: int = 5, language: str = "en"
) -> str:
    """Return at most 250 characters that say what :func:`estimates` shows."""
    table = prepare_estimates(now, None, labels)
    spoken = setting(labels, language, narrow=False, points=points)

    def compose(room: int) -> str:
        finding = extremes(table["mean"], spoken, room)
        sentence = spoken.say("estimates_alt", points=points, wave=wave_of(now), finding=finding)
        return sentence + absences(table["state"], spoken)

    return within_limit(compose)


def _figure(table: pd.DataFrame, waves: tuple[str, str], setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(table, waves, setting), page, page.width - 2 * EDGE)
    top = EDGE + key.height + page.pitch + 8
    room = page.width - 2 * EDGE if page.narrow else 172
    rows = stack(setting.labels, page, top=top, room=room, band=BAND)
    card = canvas(page, rows.bottom + 2.6 * page.pitch)
    left = EDGE if page.narrow else EDGE + room + 8
    axes = card.rows(left, top - 4, page.width - (66 if page.narrow else 78), rows.bottom)
    scale_axis(axes, setting.points, page, rows.spans())
    title_below(axes, setting.say("mean_score"), page.small)
    key.draw(card, EDGE, EDGE)
    rows.label(card)
    draw_estimates(axes, table, rows, setting)
    _write_columns(card, table, rows, setting)
    return card.figure


def _draw_value(axes: Axes, values: dict[Any, Any], row: Row) -> None:
    whiskers, band = (values["bound_low"], values["bound_high"]), (values["ci_low"], values["ci_high"])
    marks.interval(axes, whiskers, row.middle, f"bounds {row.name}", color=MUTED, linewidth=1)
    marks.interval(axes, band, row.middle, f"interval {row.name}")
    marks.dot(axes, values["mean"], row.middle, f"mean {row.name}")


def _write_columns(card: Canvas, table: pd.DataFrame, rows: Rows, setting: Setting) -> None:
    n_at = card.sheet.width - EDGE
    mean_at, head = n_at - (29 if card.sheet.narrow else 34), rows.rows[0].top - 6
    card.note(mean_at, head, setting.say("mean"), ha="right", va="bottom")
    card.note(n_at, head, "n", ha="right", va="bottom")
    records = table.to_dict("index")
    for row in rows.rows:
        values = records[row.name]
        if pd.notna(values["mean"]):
            mean = setting.number(values["mean"])
            card.write(mean_at, row.middle, mean, ha="right", va="center", weight="bold")
        if pd.notna(values["n"]):
            card.note(n_at, row.middle, f"{values['n']:.0f}", ha="right", va="center")


def _entries(table: pd.DataFrame, waves: tuple[str, str], setting: Setting) -> list[legend.Entry]:
    entries = []
    if table["mean"].notna().any():
        entries.append(legend.Entry(setting.say("with_interval", wave=waves[0]), legend.value))
    if table["mean_before"].notna().any():
        entries.append(legend.Entry(waves[1], legend.earlier))
    if table["bound_low"].notna().any():
        entries.append(legend.Entry(setting.say("bounds"), legend.stroke(color=MUTED, linewidth=1)))
    return [*entries, *legend.absences(table["state"], setting)]
