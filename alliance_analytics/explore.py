"""Controls that only choose arguments for the functions the review calls; no number is made or decided here.

The controls keep names of alliances, waves and views, and nothing else: a saved notebook holds no answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets
from IPython.display import display

from alliance_analytics.errors import AllianceError
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.review import (
    agenda,
    answering,
    development,
    groups,
    main_points,
    method,
    standing,
    theming,
)
from alliance_analytics.review.study import Study, study
from alliance_analytics.workspace import Workspace, open_workspace

View = Callable[[Study], Exhibit | None]
SCALED = ("dimension", "pillar", "theme")


@dataclass(frozen=True)
class Choice:
    """One view: the function, and how it is written in a cell."""

    view: View
    code: str


def views(opened: Study) -> dict[str, Choice]:
    """Return what can be looked at in a study, title to view."""
    found = {"Main points": Choice(main_points.main_points, "aa.main_points(study)")}
    for scale in SCALED:
        found[f"Spider web: {scale}s"] = _scaled(standing.spider, "spider", scale)
        found[f"Means with intervals: {scale}s"] = _scaled(standing.estimates, "estimates", scale)
        found[f"Over the waves: {scale}s"] = _scaled(standing.trend, "trend", scale)
        found[f"Change: {scale}s"] = _scaled(standing.changes, "changes", scale)
        found[f"Partners: {scale}s"] = _scaled(groups.partners, "partners", scale)
        found[f"Levels: {scale}s"] = _scaled(groups.levels, "levels", scale)
    for dimension, name in opened.labels.dimensions.items():
        found[f"Answers: {name}"] = Choice(
            partial(answering.answers, dimension=dimension), f'aa.answers(study, "{dimension}")'
        )
    return found | {
        "Development stage": Choice(development.stage, "aa.stage(study)"),
        "Evidence of the stage": Choice(development.evidence, "aa.evidence(study)"),
        "Themes over time": Choice(theming.themes, "aa.themes(study)"),
        "For the conference": Choice(agenda.agenda, "aa.agenda(study)"),
        "Response": Choice(method.response, "aa.response(study)"),
        "What is hidden": Choice(method.hidden, "aa.hidden(study)"),
    }


def _scaled(function: Callable[..., Exhibit | None], name: str, scale: str) -> Choice:
    return Choice(partial(function, scale=scale), f'aa.{name}(study, "{scale}")')


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
    _study: Study = field(init=False, repr=False)

    def __post_init__(self) -> None:
        names = self.workspace.alliances
        self.alliance = widgets.Dropdown(options=names, description="Alliance")
        self.wave = widgets.Dropdown(description="Wave")
        self.language = widgets.ToggleButtons(options=LANGUAGES, description="Language")
        self.view = widgets.Dropdown(description="View")
        self.code, self.picture = widgets.HTML(), widgets.Output()
        self._offer_waves()
        for control in (self.wave, self.language, self.view):
            control.observe(self._show, names="value")
        self.alliance.observe(self._offer_waves, names="value")

    def _ipython_display_(self) -> None:
        controls = widgets.HBox(
            [self.alliance, self.wave, self.view, self.language], layout={"flex_flow": "row wrap"}
        )
        display(widgets.VBox([controls, self.code, self.picture]))
        self._show()

    def exhibit(self) -> Exhibit | None:
        """Return what the controls choose: the same as the line of code shown returns."""
        return self._chosen().view(self._study)

    def _chosen(self) -> Choice:
        return views(self._study)[self.view.value]

    def _offer_waves(self, _: Any = None) -> None:
        waves = self.workspace.waves(self.alliance.value)
        self.wave.options = tuple(reversed(waves))
        self._open()
        titles = tuple(views(self._study))
        kept = self.view.value if self.view.value in titles else titles[1]
        self.view.options = titles
        self.view.value = kept

    def _open(self) -> None:
        self._study = study(self.workspace, self.alliance.value, self.wave.value, self.language.value)

    def _show(self, _: Any = None) -> None:
        self._open()
        chosen = ", ".join(f'"{control.value}"' for control in (self.alliance, self.wave, self.language))
        opening = f"study = aa.study(workspace, {chosen})"
        self.code.value = f"<pre>{escape(opening)}\n{escape(self._chosen().code)}</pre>"
        self.picture.clear_output(wait=True)
        with self.picture:
            display(_exhibit_or_reason(self.exhibit))


def _exhibit_or_reason(make: Callable[[], Exhibit | None]) -> Any:
    """Return the exhibit, or in plain words why there is none."""
    try:
        return make() or widgets.Label("There is nothing to show here for this wave.")
    except AllianceError as error:
        return widgets.Label(str(error))


def explorer(workspace: str | Workspace) -> Explorer:
    """Return controls over a workspace, for the last line of a notebook cell.

    Raises
    ------
    WorkspaceError
        If the folder holds no alliance.
    """
    return Explorer(open_workspace(workspace) if isinstance(workspace, str) else workspace)
