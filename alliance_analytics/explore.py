"""Controls that only choose arguments for the functions the review calls; no number is made or decided here.

The controls keep names of alliances, waves and views, and nothing else: a saved notebook holds no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets
from IPython.display import display

from alliance_analytics.errors import AllianceError
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.review import (
    agenda,
    answering,
    answering_time,
    changing,
    consequences,
    development,
    groups,
    left_out,
    main_points,
    method,
    standing,
    straight_lining,
    theming,
    unanswered,
    who_answers,
)
from alliance_analytics.review.study import Study, study
from alliance_analytics.workspace import Workspace, open_workspace

View = Callable[[Study], Exhibit | None]
SCALED = ("dimension", "pillar", "theme")
OPENING = "Main points"
"""The view that is there for every alliance, also for one that cannot be read."""


@dataclass(frozen=True)
class Choice:
    """One view: the function, and how it is written in a cell."""

    view: View
    code: str


def views(opened: Study) -> dict[str, Choice]:
    """Return what can be looked at in a study, title to view; the titles are the same in every language."""
    found = {OPENING: Choice(main_points.main_points, "aa.main_points(study)")}
    for scale in SCALED:
        if opened.labels.of(scale):
            found |= dict(_scaled(scale))
    for dimension in opened.labels.dimensions:
        view = partial(answering.answers, dimension=dimension)
        found[f"Answers: {dimension}"] = Choice(view, f"aa.answers(study, {dimension!r})")
    return found | {
        "Development stage": Choice(development.stage, "aa.stage(study)"),
        "Evidence of the stage": Choice(development.evidence, "aa.evidence(study)"),
        "Themes over time": Choice(theming.themes, "aa.themes(study)"),
        "For the conference": Choice(agenda.agenda, "aa.agenda(study)"),
        "Response": Choice(method.response, "aa.response(study)"),
        "Who answers over the waves": Choice(who_answers.who_answers, "aa.who_answers(study)"),
        "What went unanswered": Choice(unanswered.unanswered, "aa.unanswered(study)"),
        "One answer all the way down": Choice(straight_lining.straight_lining, "aa.straight_lining(study)"),
        "Time to answer": Choice(answering_time.answering_time, "aa.answering_time(study)"),
        "Records left out": Choice(left_out.left_out, "aa.left_out(study)"),
        "What it does to the scores": Choice(consequences.consequences, "aa.consequences(study)"),
        "What was read": Choice(method.data_quality, "aa.data_quality(study)"),
        "What is hidden": Choice(method.hidden, "aa.hidden(study)"),
    }


def _scaled(scale: str) -> Iterator[tuple[str, Choice]]:
    """Yield the views that can be had of one kind of scale."""
    titled: dict[str, tuple[str, Callable[..., Exhibit | None]]] = {
        "Spider web": ("spider", standing.spider),
        "Means with intervals": ("estimates", standing.estimates),
        "Over the waves": ("trend", standing.trend),
        "Change": ("changes", changing.changes),
        "Partners": ("partners", groups.partners),
        "Levels": ("levels", groups.levels),
    }
    for title, (name, function) in titled.items():
        yield f"{title}: {scale}s", Choice(partial(function, scale=scale), f"aa.{name}(study, {scale!r})")


@dataclass
class Explorer:
    """Controls over a workspace, and the view that they choose.

    Show it as the last line of a cell.
    """

    workspace: Workspace
    alliance: widgets.Dropdown = field(init=False)
    wave: widgets.Dropdown = field(init=False)
    language: widgets.ToggleButtons = field(init=False)
    view: widgets.Dropdown = field(init=False)
    code: widgets.HTML = field(init=False)
    picture: widgets.Output = field(init=False)
    _studies: dict[tuple[str, ...], Study] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        spoken = self.workspace.settings.language
        self.alliance = widgets.Dropdown(options=self.workspace.alliances, description="Alliance")
        self.wave = widgets.Dropdown(description="Wave")
        self.language = widgets.ToggleButtons(options=LANGUAGES, value=spoken, description="Language")
        self.view = widgets.Dropdown(description="View")
        self.code, self.picture = widgets.HTML(), widgets.Output()
        self._offer()
        self._listen()
        self.alliance.observe(self._change_alliance, names="value")

    def _ipython_display_(self) -> None:
        controls = widgets.HBox(
            [self.alliance, self.wave, self.view, self.language], layout={"flex_flow": "row wrap"}
        )
        display(widgets.VBox([controls, self.code, self.picture]))  # type: ignore[no-untyped-call]
        self._show()

    def exhibit(self) -> Exhibit | None:
        """Return what the controls choose: the same as the code of :meth:`written` returns.

        Raises
        ------
        AllianceError
            If the alliance or the wave chosen cannot be read.
        """
        return self._chosen().view(self._study())

    def written(self) -> str:
        """Return what the controls choose as the code of a cell."""
        chosen = ", ".join(repr(control.value) for control in (self.alliance, self.wave, self.language))
        return f"study = aa.study(workspace, {chosen})\n{self._chosen().code}"

    def _chosen(self) -> Choice:
        return views(self._study())[self.view.value]

    def _study(self) -> Study:
        """Return the study chosen, measured once however often somebody comes back to it."""
        asked = (self.alliance.value, self.wave.value or "", self.language.value)
        if asked not in self._studies:
            self._studies[asked] = study(self.workspace, *asked)
        return self._studies[asked]

    def _change_alliance(self, _: Any) -> None:
        self._listen(attentive=False)  # or each option that goes would draw a picture
        self._offer()
        self._listen()
        self._show()

    def _listen(self, *, attentive: bool = True) -> None:
        for control in (self.wave, self.language, self.view):
            (control.observe if attentive else control.unobserve)(self._show, names="value")

    def _offer(self) -> None:
        """Offer the waves and views of the alliance chosen, and keep the view where it has that one."""
        waves = tuple(reversed(self.workspace.waves(self.alliance.value)))
        self.wave.options = waves
        self.wave.value = waves[0] if waves else None
        titles, kept = self._titles(), self.view.value
        self.view.options = titles
        self.view.value = kept if kept in titles else titles[0]

    def _titles(self) -> tuple[str, ...]:
        try:
            return tuple(views(self._study()))
        except AllianceError:  # said in the place of the picture, with what to do
            return (OPENING,)

    def _show(self, _: Any = None) -> None:
        self.picture.clear_output(wait=True)
        with self.picture:
            display(self._shown())  # type: ignore[no-untyped-call]

    def _shown(self) -> Any:
        """Return the exhibit, or in plain words why there is none."""
        try:
            self.code.value = f"<pre>{escape(self.written())}</pre>"
            return self.exhibit() or widgets.Label("There is nothing to show here for this wave.")
        except AllianceError as error:
            return widgets.HTML(f"<pre>{escape(str(error))}</pre>")


def explorer(workspace: str | Path | Workspace) -> Explorer:
    """Return controls over a workspace, for the last line of a notebook cell.

    Raises
    ------
    WorkspaceError
        If the folder holds no alliance.
    """
    return Explorer(workspace if isinstance(workspace, Workspace) else open_workspace(workspace))
