"""How we stand: a mean with its interval in every row, last wave's as an open dot just below it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import absences, extremes, within_limit
from alliance_analytics.publish.figures.canvas import Canvas, canvas, scale_axis
from alliance_analytics.publish.figures.released import by_label, released, wave_of
from alliance_analytics.publish.figures.rows import EDGE, Row, Rows, stack
from alliance_analytics.publish.figures.style import BEFORE, INK, MUTED, NOW, Sheet, look, sheet
from alliance_analytics.publish.wording import number, words

BELOW = 6.5
BOUNDS = ("bound_low", "bound_high")


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
        Released estimates of one wave, group and kind of scale, and those of the wave before: ``wave, name, n, mean, ci_low,
        ci_high, shown, reason``. Optional ``bound_low, bound_high``: how far non-response could move the mean.
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
    waves = (wave_of(now), wave_of(before) if before is not None else "")
    with look():
        return _figure(table, waves, labels, points, language, sheet(narrow))


def prepare_estimates(
    now: pd.DataFrame, before: pd.DataFrame | None, labels: Mapping[str, str]
) -> pd.DataFrame:
    """Return one row a label: this wave's numbers, ``bound_low``, ``bound_high`` and ``mean_before``, NaN where not shown."""
    with_bounds = now.assign(**{bound: float("nan") for bound in BOUNDS if bound not in now})
    table = by_label(released(with_bounds, "mean", ("n", "ci_low", "ci_high", *BOUNDS)), labels)
    if before is None:
        return table.assign(mean_before=float("nan"))
    return table.assign(mean_before=by_label(released(before, "mean"), labels)["mean"])


def draw_estimates(axes: Axes, table: pd.DataFrame, rows: Rows, language: str) -> None:
    """Draw every row of a prepared table on ``axes``, whose y axis is in points from the top of the page."""
    for row in rows.rows:
        values = table.loc[row.name]
        if values["state"] == "shown":
            _draw_value(axes, values, row)
        else:
            _draw_absence(axes, str(values["state"]), row, language, rows.sheet)
        if pd.notna(values["mean_before"]):
            marks.hollow(axes, values["mean_before"], row.middle + BELOW, f"before {row.name}", BEFORE)


def estimates_alt(
    now: pd.DataFrame, *, labels: Mapping[str, str], points: int = 5, language: str = "en"
) -> str:
    """Return at most 250 characters that say what :func:`estimates` shows."""
    table = prepare_estimates(now, None, labels)
    say = words("figures", language)

    def compose(room: int) -> str:
        finding = extremes(table, "mean", labels, language, room)
        return say("estimates_alt", points=points, wave=wave_of(now), finding=finding) + absences(table, language)

    return within_limit(compose)


def _figure(
    table: pd.DataFrame,
    waves: tuple[str, str],
    labels: Mapping[str, str],
    points: int,
    language: str,
    page: Sheet,
) -> Figure:
    key = legend.key(_entries(table, waves, language), page, page.width - 2 * EDGE)
    label_room = page.width - 2 * EDGE if page.narrow else 172
    left = EDGE + 6 if page.narrow else EDGE + label_room + 12
    top = EDGE + key.height + page.pitch + 8
    rows = stack(labels, page, top, label_room, band=24)
    card = canvas(page, rows.bottom + 2.6 * page.pitch)
    axes = card.rows(left, top - 4, page.width - _columns(page)[0], rows.bottom)
    key.draw(card, EDGE, EDGE)
    scale_axis(axes, points, page)
    axes.set_xlabel(words("figures", language)("mean_score"), size=page.small, color=MUTED, labelpad=2)
    rows.label(card)
    draw_estimates(axes, table, rows, language)
    _write_columns(card, table, rows, top, language)
    return card.figure


def _columns(page: Sheet) -> tuple[float, float]:
    return (78, 34) if not page.narrow else (66, 29)


def _draw_value(axes: Axes, values: pd.Series, row: Row) -> None:
    bounds = {"color": MUTED, "linewidth": 1, "alpha": 1}
    marks.interval(axes, values["bound_low"], values["bound_high"], row.middle, f"bounds {row.name}", **bounds)
    marks.interval(axes, values["ci_low"], values["ci_high"], row.middle, f"interval {row.name}", linewidth=6)
    marks.dot(axes, values["mean"], row.middle, f"mean {row.name}")


def _draw_absence(axes: Axes, state: str, row: Row, language: str, page: Sheet) -> None:
    low, high = axes.get_xlim()
    if state == "hidden":
        marks.hatched(axes, low + 0.15, row.middle - 5, high - low - 0.3, 10, f"hidden {row.name}")
    word = words("figures", language)(state)
    box = {"facecolor": "white", "edgecolor": "none", "pad": 2}
    axes.text(
        (low + high) / 2, row.middle, word, ha="center", va="center", size=page.small, color=MUTED, bbox=box
    )


def _write_columns(card: Canvas, table: pd.DataFrame, rows: Rows, top: float, language: str) -> None:
    say, page = words("figures", language), rows.sheet
    mean_at, n_at = (page.width - EDGE - offset for offset in (_columns(page)[1], 0))
    for x, word in ((mean_at, say("mean")), (n_at, "n")):
        card.write(x, top - 6, word, ha="right", va="bottom", size=page.small, color=MUTED)
    for row in rows.rows:
        values = table.loc[row.name]
        if values["state"] == "shown":
            mean = number(values["mean"], 1, language)
            card.write(mean_at, row.middle, mean, ha="right", va="center", weight="bold", color=INK)
            count = _count(values["n"])
            card.write(n_at, row.middle, count, ha="right", va="center", size=page.small, color=MUTED)


def _count(n: float) -> str:
    return f"{n:.0f}" if pd.notna(n) else ""


def _entries(table: pd.DataFrame, waves: tuple[str, str], language: str) -> list[legend.Entry]:
    say = words("figures", language)
    entries = [legend.Entry(say("with_interval", wave=waves[0]), legend.value(NOW))]
    if table["mean_before"].notna().any():
        entries.append(legend.Entry(waves[1], legend.earlier(BEFORE)))
    if table["bound_low"].notna().any():
        entries.append(legend.Entry(say("bounds"), legend.stroke(MUTED, linewidth=1)))
    if (table["state"] == "hidden").any():
        entries.append(legend.Entry(say("hidden_key"), legend.hatch))
    return entries
