"""Alliances at the left, the parties in them at the right, and ties between parties as bows before them.

Two columns instead of a cloud: every name can be read, the same network is always drawn the same, and a
party on which much hangs is a place where lines meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch

from alliance_analytics.publish.figures import legend, marks
from alliance_analytics.publish.figures.alternatives import named, within_limit
from alliance_analytics.publish.figures.canvas import EDGE, Canvas, canvas
from alliance_analytics.publish.figures.lettering import BOLD, wrap
from alliance_analytics.publish.figures.setting import Setting, setting
from alliance_analytics.publish.figures.shapes import line
from alliance_analytics.publish.figures.style import GROUPS, GUIDE, INK, MUTED, NOW, look

SINGLE = GROUPS[2]
TIE = GROUPS[1]
GAP = 6.0
WIDEST_BOW, REACH = 0.5, 0.8
"""How far a tie bows out beside its length, and at most of the way to the other column."""
Edges = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Places:
    """Where everything stands, in points from the top: alliances, parties, and where the last one ends."""

    alliances: Mapping[str, float]
    parties: Mapping[str, float]
    lines: Mapping[str, tuple[str, ...]]
    bottom: float


def network(
    members: Edges,
    ties: Edges,
    *,
    single: Iterable[str],
    labels: Mapping[str, str],
    language: str = "en",
    narrow: bool = False,
) -> Figure:
    """Return a drawing of who takes part in what, and who is tied to whom.

    Parameters
    ----------
    members : sequence of (str, str)
        Alliance and party.
    ties : sequence of (str, str)
        Party and party, both among those of ``members`` or not.
    single : iterable of str
        Parties without which the network falls apart.
    labels : mapping
        Alliance to what readers call it; parties are called as they are written.
    language : str
        ``'en'`` or ``'nl'``.
    narrow : bool
        Draw for a phone.
    """
    with look():
        return _figure(list(members), list(ties), frozenset(single), setting(labels, language, narrow))


def ordered(members: Edges, ties: Edges) -> tuple[list[str], list[str]]:
    """Return alliances and parties from the top down, so placed that few lines cross.

    Each column is sorted by the mean place of its neighbours in the other, four times over.
    """
    table = pd.DataFrame(members, columns=["alliance", "party"])
    alliances = sorted(table["alliance"].unique())
    parties = sorted({*table["party"], *(party for tie in ties for party in tie)})
    for _ in range(4):
        parties = _by_neighbours(parties, table, "party", "alliance", alliances)
        alliances = _by_neighbours(alliances, table, "alliance", "party", parties)
    return alliances, parties


def draw_network(axes: Axes, members: Edges, ties: Edges, places: Places, span: tuple[float, float]) -> None:
    """Draw the lines between the two columns, at ``span`` from the left, and the bows beside the second."""
    for alliance, party in members:
        ends = (places.alliances[alliance], places.parties[party])
        line(axes, span, ends, color=GUIDE, linewidth=1.1, zorder=1, label=f"member {alliance} {party}")
    for one, other in ties:
        high, low = sorted((places.parties[one], places.parties[other]))
        bent = min(WIDEST_BOW, 2 * REACH * (span[1] - span[0]) / max(low - high, 1))
        bow: dict[str, Any] = {
            "connectionstyle": f"arc3,rad={-bent}",
            "arrowstyle": "-",
            "linestyle": (0, (4, 2)),
        }
        patch = FancyArrowPatch((span[1], low), (span[1], high), color=TIE, linewidth=1.5, zorder=0.8, **bow)
        patch.set_label(f"tie {one} {other}")
        axes.add_artist(patch)


def network_alt(
    members: Edges, ties: Edges, *, single: Iterable[str], labels: Mapping[str, str], language: str = "en"
) -> str:
    """Return at most 250 characters that say what :func:`network` shows."""
    alliances, parties = ordered(members, ties)
    spoken, points = setting(labels, language, narrow=False), list(single)

    def compose(room: int) -> str:
        names = ", ".join(named(point, room) for point in points[:3]) or spoken.say("network_none")
        return spoken.say("network_alt", alliances=len(alliances), parties=len(parties), names=names)

    return within_limit(compose)


def _by_neighbours(
    names: list[str], table: pd.DataFrame, own: str, other: str, order: list[str]
) -> list[str]:
    place = {name: number for number, name in enumerate(order)}
    means = table.assign(place=table[other].map(place)).groupby(own)["place"].mean()
    return sorted(names, key=lambda name: (means.get(name, len(order)), name))


def _figure(members: Edges, ties: Edges, single: frozenset[str], setting: Setting) -> Figure:
    page = setting.sheet
    key = legend.key(_entries(ties, single, setting), page, page.width - 2 * EDGE)
    room = 0.34 * (page.width - 2 * EDGE)
    places = _places(members, ties, EDGE + key.height + 12 + page.pitch, room, setting)
    card = canvas(page, places.bottom + EDGE)
    span = EDGE + room + 8, page.width - EDGE - room - 8
    key.draw(card, EDGE, EDGE)
    draw_network(card.page, members, ties, places, span)
    _write_heads(card, EDGE + key.height + 8, span, setting)
    _write_names(card, places, single, span)
    return card.figure


def _places(members: Edges, ties: Edges, top: float, room: float, setting: Setting) -> Places:
    alliances, parties = ordered(members, ties)
    page = setting.sheet
    texts = {**{f"a:{n}": setting.labels.get(n, n) for n in alliances}, **{f"p:{n}": n for n in parties}}
    lines = {name: wrap(text, room / BOLD, page.small, lines=3) for name, text in texts.items()}
    heights = {name: len(each) * 1.28 * page.small + GAP for name, each in lines.items()}
    left, right = ([f"a:{n}" for n in alliances], [f"p:{n}" for n in parties])
    height = max(sum(heights[name] for name in column) for column in (left, right))
    return Places(
        dict(zip(alliances, _spread([heights[n] for n in left], top, height), strict=True)),
        dict(zip(parties, _spread([heights[n] for n in right], top, height), strict=True)),
        lines,
        top + height,
    )


def _spread(heights: Sequence[float], top: float, whole: float) -> list[float]:
    """Return the middles of blocks of these heights, spread evenly over ``whole``."""
    extra, middles = (whole - sum(heights)) / len(heights), []
    for height in heights:
        middles.append(top + (height + extra) / 2)
        top += height + extra
    return middles


def _write_heads(card: Canvas, y: float, span: tuple[float, float], setting: Setting) -> None:
    looks = {"color": MUTED, "size": card.sheet.small, "weight": "bold"}
    card.write(span[0] - 8, y, setting.say("network_alliances"), ha="right", **looks)
    card.write(span[1] + 8, y, setting.say("network_parties"), **looks)


def _write_names(card: Canvas, places: Places, single: frozenset[str], span: tuple[float, float]) -> None:
    small = card.sheet.small
    for name, y in places.alliances.items():
        marks.dot(card.page, span[0], y, f"alliance {name}", color=INK, marker="s", markersize=5)
        card.write(span[0] - 8, y, places.lines[f"a:{name}"], size=small, ha="right", va="center")
    for name, y in places.parties.items():
        alone = name in single
        colour, marker, size = (SINGLE, "D", 7.0) if alone else (NOW, "o", 5.5)
        marks.dot(card.page, span[1], y, f"party {name}", color=colour, marker=marker, markersize=size)
        weight = "bold" if alone else "normal"
        card.write(span[1] + 8, y, places.lines[f"p:{name}"], size=small, va="center", weight=weight)


def _entries(ties: Edges, single: frozenset[str], setting: Setting) -> list[legend.Entry]:
    entries = [legend.Entry(setting.say("network_party"), _swatch(NOW, "o"))]
    if single:
        entries.insert(0, legend.Entry(setting.say("network_single"), _swatch(SINGLE, "D")))
    if ties:
        line = legend.stroke(color=TIE, linewidth=1.5, linestyle=(0, (4, 2)))
        entries.append(legend.Entry(setting.say("network_tie"), line))
    return entries


def _swatch(colour: str, marker: str) -> legend.Swatch:
    return lambda page, x, y: marks.dot(page, x + legend.SWATCH / 2, y, "key", color=colour, marker=marker)
