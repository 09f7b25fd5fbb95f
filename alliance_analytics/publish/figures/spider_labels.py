"""The names around a spider web: on a page outside their spokes, on a phone as numbers with a list below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from math import cos
from typing import Any

import pandas as pd

from alliance_analytics.publish.figures import legend
from alliance_analytics.publish.figures.canvas import EDGE, Canvas
from alliance_analytics.publish.figures.lettering import balanced, wrap
from alliance_analytics.publish.figures.setting import Setting
from alliance_analytics.publish.figures.style import MUTED
from alliance_analytics.publish.figures.web import Web

OUTSIDE = 13.0
CENTRED_ROOM = 200.0
MOST_NAMES = 8
"""More names than this would touch each other: they become numbers with a list."""


@dataclass(frozen=True)
class Label:
    """A name at its spoke: where its lines begin, in points from the centre of the web, and its alignment."""

    lines: tuple[str, ...]
    value: str
    x: float
    top: float
    align: str

    @property
    def emphasis(self) -> dict[str, str]:
        """How the value is written: a number or a tag stands out, a word of absence is quiet."""
        return {"weight": "bold"} if self.value[:1].isdigit() else {"color": MUTED}

    def bottom(self, pitch: float) -> float:
        """Return where the label ends, in points from the centre of the web."""
        return self.top + (len(self.lines) + bool(self.value)) * pitch

    def draw(self, card: Canvas, x: float, y: float) -> None:
        """Write the label around a web with its centre at ``x`` and ``y`` on the page."""
        card.write(x + self.x, y + self.top, self.lines, ha=self.align)
        under = y + self.top + len(self.lines) * card.sheet.pitch
        card.write(x + self.x, under, self.value, ha=self.align, **self.emphasis)


@dataclass(frozen=True)
class Listing:
    """Numbers with their names and values, grouped by sector, for under a web."""

    groups: tuple[tuple[str, str, tuple[Label, ...]], ...]
    height: float

    def draw(self, card: Canvas, left: float, top: float) -> None:
        """Write the list on the page of ``card``."""
        for sector, colour, labels in self.groups:
            if sector:
                middle = top + labels[0].top - card.sheet.pitch / 2
                legend.square(card.page, left, middle, colour)
                card.note(left + 16, middle, sector, va="center")
            for label in labels:
                _write_listed(card, label, left, top)


def numbered(setting: Setting) -> bool:
    """Return whether names give way to numbers: on a phone, and when there are too many."""
    return setting.sheet.narrow or len(setting.labels) > MOST_NAMES


def around(table: pd.DataFrame, web: Web, setting: Setting) -> tuple[Label, ...]:
    """Return the labels of a prepared table around ``web``."""
    make = _number if numbered(setting) else _name
    records = table.to_dict("index")
    return tuple(make(spoke, name, records[name], web, setting) for spoke, name in enumerate(setting.labels))


def under(table: pd.DataFrame, setting: Setting) -> Listing | legend.Key:
    """Return what stands under the web: the list of names, or a key to the sectors."""
    if numbered(setting):
        return _listing(table, setting)
    colours = dict(zip(table["sector"], table["colour"], strict=True))
    entries = [legend.Entry(sector, legend.patch(colour)) for sector, colour in colours.items() if sector]
    return legend.key(entries, setting.sheet, setting.sheet.width - 2 * EDGE)


def _name(spoke: int, name: str, record: Mapping[Any, Any], web: Web, setting: Setting) -> Label:
    page = setting.sheet
    x, y = web.at(web.angle(spoke), web.radius + OUTSIDE)
    centred = abs(x) < 1
    room = CENTRED_ROOM if centred else page.width / 2 - abs(x) - EDGE
    lines = balanced(setting.labels[name], room, page.text, lines=3)
    height = (len(lines) + 1) * page.pitch
    top = y - height * (1 + cos(web.angle(spoke))) / 2
    return Label(
        lines, _value(record, setting), x, top, "center" if centred else "left" if x > 0 else "right"
    )


def _number(spoke: int, name: str, _: Mapping[Any, Any], web: Web, setting: Setting) -> Label:
    x, y = web.at(web.angle(spoke), web.radius + OUTSIDE)
    return Label((), _tag(spoke, name), x, y - setting.sheet.pitch / 2, "center")


def _listing(table: pd.DataFrame, setting: Setting) -> Listing:
    spokes = list(enumerate(table.to_dict("index").items()))
    groups, top, pitch = [], 0.0, setting.sheet.pitch
    for sector, members in groupby(spokes, key=lambda spoke: str(spoke[1][1]["sector"])):
        top += pitch + 5 if sector else 0
        labels = []
        for place, (name, record) in members:
            lines = wrap(setting.labels[str(name)], setting.sheet.width - 95, setting.sheet.text)
            labels.append(Label((_tag(place, str(name)), *lines), _value(record, setting), 0, top, "left"))
            top += len(lines) * pitch + 1
        groups.append((sector, str(record["colour"]), tuple(labels)))
    return Listing(tuple(groups), top)


def _write_listed(card: Canvas, label: Label, left: float, top: float) -> None:
    tag, *lines = label.lines
    card.write(left + 10, top + label.top, tag, ha="right", weight="bold")
    card.write(left + 16, top + label.top, lines)
    card.write(card.sheet.width - EDGE, top + label.top, label.value, ha="right", **label.emphasis)


def _tag(spoke: int, name: str) -> str:
    return name if len(name) <= 2 else str(spoke + 1)


def _value(record: Mapping[Any, Any], setting: Setting) -> str:
    return setting.number(record["mean"]) if record["state"] == "shown" else setting.say(record["state"])
