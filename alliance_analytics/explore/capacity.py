"""What if? Sliders over a portfolio's services and people that only choose arguments for the same sums."""

from __future__ import annotations

from dataclasses import dataclass, field

import ipywidgets as widgets
from IPython.display import display

from alliance_analytics.explore.controls import framed, shown
from alliance_analytics.interpret.capacity import Extra, Scenario
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.wording import words
from alliance_analytics.review.portfolio.capacity import try_out
from alliance_analytics.review.portfolio.practice import Practice

MANAGER = ""
"""Somebody who manages whole alliances, and no specialist."""
MOST_ROWS = 10


def _wide() -> dict[str, dict[str, str]]:
    return {"layout": {"width": "30rem"}, "style": {"description_width": "7rem"}}


@dataclass
class CapacityExplorer:
    """Controls over a practice, and today beside what they choose. Show it as the last line of a cell."""

    practice: Practice
    drop: widgets.SelectMultiple = field(init=False)
    hours: widgets.IntRangeSlider = field(init=False)
    services: widgets.Dropdown = field(init=False)
    picture: widgets.HTML = field(init=False)

    def __post_init__(self) -> None:
        say, staffing = words("explorer", self.practice.language), self.practice.staffing
        every = dict.fromkeys(name for level in staffing.levels.values() for name in level)
        named = [(self.practice.service(name), name) for name in every]
        self.drop = widgets.SelectMultiple(
            options=named, rows=min(len(named), MOST_ROWS), description=say("slider.drop"), **_wide()
        )
        self.hours = widgets.IntRangeSlider(value=(0, 0), max=160, description=say("slider.hours"), **_wide())
        choices = [(say("slider.manager"), MANAGER), *named]
        self.services = widgets.Dropdown(options=choices, description=say("slider.specialist"), **_wide())
        self.picture = widgets.HTML()
        for control in (self.drop, self.hours, self.services):
            control.observe(self._redraw, "value")
        self._redraw()

    @property
    def scenario(self) -> Scenario:
        """What the controls choose; a manager added takes the alliances that nobody manages."""
        low, high = self.hours.value
        staffing, name = self.practice.staffing, words("explorer", self.practice.language)("slider.name")
        alone = tuple(staffing.alliances.loc[staffing.alliances["person"].isna(), "alliance"])
        specialist = (self.services.value,) if self.services.value else ()
        extra = Extra(low, high, specialist, () if specialist else alone) if high else None
        return Scenario(name, tuple(self.drop.value), extra)

    def exhibit(self) -> Exhibit:
        """Return today beside what the controls choose."""
        return try_out(self.practice, [self.scenario])

    def _redraw(self, *_: object) -> None:
        self.picture.value = shown(self.exhibit())

    def _ipython_display_(self) -> None:
        controls = framed([self.drop, self.hours, self.services, self.picture])
        display(controls)  # type: ignore[no-untyped-call]


def capacity_explorer(practice: Practice) -> CapacityExplorer:
    """Return sliders that try out a service dropped and somebody added."""
    return CapacityExplorer(practice)
