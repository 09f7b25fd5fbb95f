"""Which development stage the alliance is in, as a river: how probable each stage is, wave by wave.

A river and not a staircase: stages flow into each other, and an alliance may stay, move on or fall back. A
wave that could not be placed is hatched and says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import legend
from alliance_analytics.publish.figures.alternatives import named, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas
from alliance_analytics.publish.figures.lettering import wrap
from alliance_analytics.publish.figures.released import by_label, released
from alliance_analytics.publish.figures.river import HEIGHT, Tables, draw_stages, spread
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.style import STAGES, look, shades
from alliance_analytics.publish.figures.waves import ordered, span, wave_axis

BESIDE = 150.0
"""Room for the names at the right on a page, in points."""


def stages(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    waves: Sequence[str] | None = None,
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return the probability of every stage, wave by wave.

    Parameters
    ----------
    frame : DataFrame
        Released stage shares: ``wave, stage, share`` (0 to 1, adding up to 1 in a wave), ``low, high, placed,
        reason``.
    labels : mapping
        Stage id to text, from the first stage (at the bottom) on.
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
    tables = prepare_stages(frame, labels, order)
    with look():
        return _figure(tables, order, setting(labels, language, narrow))


def prepare_stages(
    frame: pd.DataFrame, labels: Mapping[str, str], waves: Sequence[str]
) -> dict[str, pd.DataFrame]:
    """Return for each stage one row a wave: ``share, low, high``, and its place: ``bottom, top``."""
    placed = frame.assign(shown=frame["placed"].astype(bool)) if "placed" in frame else frame
    table, order = released(placed, "share", ("low", "high")), {wave: wave for wave in waves}
    tables: dict[str, pd.DataFrame] = {}
    reached = pd.Series(0.0, index=list(waves))
    for stage in labels:
        own = by_label(table[table["stage"] == stage], order, "wave")
        tables[stage] = own.assign(bottom=reached, top=reached + own["share"])
        reached = tables[stage]["top"]
    return tables


def stages_alt(
    frame: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    waves: Sequence[str] | None = None,
    language: str = "en",
) -> str:
    """Return at most 250 characters that say what :func:`stages` shows."""
    order = ordered(frame, waves)
    spoken = setting(labels, language, narrow=False)
    latest = _latest(prepare_stages(frame, labels, order))

    def compose(room: int) -> str:
        finding = _finding(latest["share"].dropna(), spoken, room)
        return spoken.say("stages_alt", span=span(order, spoken), finding=finding)

    return within_limit(compose)


def _figure(tables: Tables, waves: Sequence[str], setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(tables, setting), page, page.width - 2 * EDGE)
    top = EDGE + key.height + 8
    card = canvas(page, top + HEIGHT + 1.8 * page.pitch)
    right = page.width - EDGE - (0 if page.narrow else BESIDE)
    axes = card.chart(EDGE, top, right, top + HEIGHT)
    wave_axis(axes, waves, page.small)
    draw_stages(axes, tables, page.small)
    key.draw(card, EDGE, EDGE)
    if not page.narrow:
        _write_names(card, tables, (top, top + HEIGHT), setting)
    return card.figure


def _write_names(card: Canvas, tables: Tables, span: tuple[float, float], setting: Setting) -> None:
    """Write the names at the right, each as near to its own part of the river as there is room."""
    latest, page, left = _latest(tables), card.sheet, card.sheet.width - BESIDE + 4
    names = [wrap(text, BESIDE - 24 - EDGE, page.text, lines=2) for text in setting.labels.values()]
    blocks = [(*name, chance) for name, chance in zip(names, _chances(latest), strict=True)]
    evenly = pd.Series([(place + 0.5) / len(latest) for place in range(len(latest))], index=latest.index)
    middles = ((latest["bottom"] + latest["top"]) / 2).fillna(evenly)
    wanted = [span[1] - middle * HEIGHT for middle in middles]
    places = spread(wanted, [len(block) * page.pitch + 4 for block in blocks], span)
    for block, y, colour in zip(blocks, places, shades(STAGES, len(latest)), strict=True):
        legend.square(card.page, left, y - (len(block) - 1) / 2 * page.pitch, colour)
        card.write(left + 16, y, block, va="center")


def _entries(tables: Tables, setting: Setting) -> list[legend.Entry]:
    entries = []
    if setting.sheet.narrow:
        chances = _chances(_latest(tables))
        rows = zip(setting.labels.values(), chances, shades(STAGES, len(tables)), strict=True)
        entries = [
            legend.Entry(f"{text} {chance}".strip(), legend.patch(colour))
            for text, chance, colour in list(rows)[::-1]
        ]
    if any(state != "shown" for state in next(iter(tables.values()))["state"]):
        entries.append(legend.Entry(setting.say("not_placed"), legend.hatch))
    return entries


def _latest(tables: Tables) -> pd.DataFrame:
    columns = ["share", "low", "high", "bottom", "top"]
    return pd.DataFrame({stage: table[columns].iloc[-1] for stage, table in tables.items()}).T.astype(float)


def _chances(latest: pd.DataFrame) -> list[str]:
    """Return each latest probability in words, with its interval where there is one."""
    rows = zip(latest["share"], latest["low"], latest["high"], strict=True)
    return [f"{share:.0%}{_interval(*ends)}" if pd.notna(share) else "" for share, *ends in rows]


def _interval(low: float, high: float) -> str:
    """Return an interval in brackets; two ends that read alike are one number."""
    if pd.isna(low) or pd.isna(high):
        return ""
    first, last = f"{low:.0%}", f"{high:.0%}"
    return f" ({last})" if first == last else f" ({first.removesuffix('%')}–{last})"


def _finding(shares: pd.Series, setting: Setting, room: int) -> str:
    if shares.empty:
        return setting.say("stages_unplaced")
    stage = str(shares.idxmax())
    text, share = named(setting.labels[stage], room), f"{shares[stage]:.0%}"
    return setting.say("stages_finding", stage=text, share=share)
