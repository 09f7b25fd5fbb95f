"""The controls of the explorer: they keep names of alliances, waves and views, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import ipywidgets as widgets

from alliance_analytics.explore.views import GROUPS, VIEWS
from alliance_analytics.publish.exhibit import Exhibit, exhibit_html
from alliance_analytics.publish.wording import Words

CHOOSING = (
    "alliance", "wave", "compared", "view", "second", "scale", "group", "dimension", "language",
)  # fmt: skip
"""Controls in the order in which the Tab key meets them."""
SAVING = ("picture", "table", "add", "report")
HEARD = ("scale", "group", "dimension")
"""Controls that only some views listen to."""
WIDTH, NAMED = "19rem", "5.5rem"
"""Of a control, so that three stand beside each other on a laptop; and of its name."""
FRAME, WAITING = "alliance-controls", "alliance-waiting"
STYLE = f"""<style>
.{FRAME} select:focus, .{FRAME} button:focus, .{FRAME} input:focus {{
  outline: 3px solid currentColor !important; outline-offset: 1px;
}}
.{FRAME} .{WAITING} {{ opacity: 0.4; }}
.{FRAME} .widget-html-content pre {{ white-space: pre-wrap; line-height: 1.5; }}
.{FRAME} .widget-html-content section {{ white-space: normal; line-height: 1.5; max-width: 46rem; }}
</style>"""
"""What has the focus must be seen in light and dark, which the border of one pixel that is usual is not."""


def _chooser() -> widgets.Dropdown:
    # A native list: every key of the keyboard works on it, and a screen reader says its label.
    return widgets.Dropdown(style={"description_width": NAMED}, layout={"width": WIDTH})


def button() -> widgets.Button:
    """Return a button as wide as its words; the width that is usual cuts off the longer of them."""
    return widgets.Button(layout={"width": "auto", "min_width": "9rem", "align_self": "flex-start"})


def framed(children: Iterable[widgets.Widget]) -> widgets.VBox:
    """Return controls below each other, in which the focus can be seen."""
    style = widgets.HTML(STYLE, layout={"margin": "0", "height": "0"})
    box = widgets.VBox([style, *children])
    box.add_class(FRAME)
    return box


def wait(places: Iterable[widgets.DOMWidget], *, waiting: bool) -> None:
    """Let what stands there look like what it is while the next is measured: of the choice before."""
    for place in places:
        (place.add_class if waiting else place.remove_class)(WAITING)


def shown(exhibit: Exhibit) -> str:
    """Return an exhibit as it stands among controls, in the letters of the notebook around it.

    It is the value of a widget and no output: a server that has to hand outputs on to a page while their cell
    still runs may wait for ever.
    """
    return f'<div class="jp-RenderedHTMLCommon">{exhibit_html(exhibit)}</div>'


@dataclass
class Controls:
    """Everything that somebody can choose or press.

    ``wave``, ``compared``, ``scale`` and ``dimension`` are filled by what the alliance chosen has.
    """

    alliance: widgets.Dropdown = field(default_factory=_chooser)
    wave: widgets.Dropdown = field(default_factory=_chooser)
    compared: widgets.Dropdown = field(default_factory=_chooser)
    view: widgets.Dropdown = field(default_factory=_chooser)
    second: widgets.Dropdown = field(default_factory=_chooser)
    scale: widgets.Dropdown = field(default_factory=_chooser)
    group: widgets.Dropdown = field(default_factory=_chooser)
    dimension: widgets.Dropdown = field(default_factory=_chooser)
    language: widgets.Dropdown = field(default_factory=_chooser)
    picture: widgets.Button = field(default_factory=button)
    table: widgets.Button = field(default_factory=button)
    add: widgets.Button = field(default_factory=button)
    report: widgets.Button = field(default_factory=button)

    def choosers(self) -> tuple[widgets.Dropdown, ...]:
        """Return what somebody chooses from, in order."""
        return tuple(getattr(self, name) for name in CHOOSING)

    def buttons(self) -> tuple[widgets.Button, ...]:
        """Return what somebody presses, in order."""
        return tuple(getattr(self, name) for name in SAVING)

    def speak(self, say: Words) -> None:
        """Name every control, and everything that it offers, in one language."""
        for name in CHOOSING:
            called = say(f"control.{name}")
            getattr(self, name).description = called
            getattr(self, name).tooltip = say("control.name", control=called)
        for name in SAVING:
            getattr(self, name).description = say(f"button.{name}")
        views = [(say(f"view.{name}"), name) for name in VIEWS]
        offer(self.view, views)
        offer(self.second, [(say("none"), ""), *views])
        offer(self.group, [(say(f"group.{name}"), name) for name in GROUPS])

    def listen(self, also: Iterable[str] = ()) -> None:
        """Let nobody choose what no view that is shown listens to: it would change nothing."""
        views = filter(None, (self.view.value, self.second.value))
        heard = frozenset(also).union(*(VIEWS[name].hears for name in views))
        for name in HEARD:
            getattr(self, name).disabled = name not in heard

    def fill(
        self,
        say: Words,
        *,
        waves: Sequence[str],
        scales: Iterable[str],
        dimensions: Iterable[tuple[str, str]],
    ) -> None:
        """Offer what the alliance chosen has, and keep what was chosen where it has that too.

        Parameters
        ----------
        say : callable
            The sentences of the explorer.
        waves : sequence of str
            Newest first.
        scales : iterable of str
            Kinds of scales, the main one first.
        dimensions : iterable of (str, str)
            What readers call each, and its id.
        """
        offer(self.wave, [(wave, wave) for wave in waves])
        offer(self.compared, [(say("none"), ""), *((wave, wave) for wave in waves)])
        offer(self.scale, [(say(f"scale.{name}"), name) for name in scales])
        offer(self.dimension, dimensions)


def offer(control: widgets.Dropdown, options: Iterable[tuple[str, str]]) -> None:
    """Give a control its options; what was chosen stays where it is among them, else the first is."""
    offered, kept = tuple(options), control.value
    control.options = offered
    ids = [value for _, value in offered]
    control.value = kept if kept in ids else next(iter(ids), None)
