"""Controls that only choose arguments for the functions the review calls; no number is made or decided here.

A saved notebook holds what the controls keep, which is names, and what the review would show as well.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
from IPython.display import display

from alliance_analytics.errors import AllianceError, ParameterError
from alliance_analytics.explore import saving
from alliance_analytics.explore.controls import Controls, framed, offer, shown, wait
from alliance_analytics.explore.studies import Studies
from alliance_analytics.explore.trusted import Window, refuse_without_consent
from alliance_analytics.explore.views import Asked, asked, scales_of
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.review.pictures import at_a_desk
from alliance_analytics.review.study import Study
from alliance_analytics.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path("saved")
"""Where pictures, tables and reports go, beside the notebook."""
PLACES = 3
"""The view chosen, the same of another wave, and a second view."""


@dataclass
class Explorer:
    """Controls over a workspace, and the views that they choose. Make one with :func:`explorer`.

    Show it as the last line of a cell.
    """

    workspace: Workspace
    out: Path = OUT
    trusted: bool = False
    read_only: bool = False
    controls: Controls = field(init=False, repr=False, default_factory=Controls)
    code: widgets.HTML = field(init=False, repr=False, default_factory=widgets.HTML)
    told: widgets.HTML = field(init=False, repr=False)
    pictures: tuple[widgets.HTML, ...] = field(init=False, repr=False)
    own_eyes: widgets.HTML = field(init=False, repr=False, default_factory=widgets.HTML)
    report: list[tuple[Study, Exhibit]] = field(init=False, repr=False, default_factory=list)
    _studies: Studies = field(init=False, repr=False)
    _window: Window = field(init=False, repr=False, default_factory=Window)
    _quiet: bool = field(init=False, repr=False, default=False)
    _drawn: dict[tuple[str, ...], Exhibit | None] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._studies = Studies(self.workspace)
        self.told = widgets.HTML(layout={"min_height": "1.5em"})
        self.pictures = tuple(widgets.HTML() for _ in range(PLACES))
        offer(self.controls.language, [(name, name) for name in LANGUAGES])
        self.controls.language.value = self.workspace.settings.language
        self._offer()
        self._listen()

    def _ipython_display_(self) -> None:
        row = {"flex_flow": "row wrap"}
        chosen = widgets.HBox(self.controls.choosers(), layout=row)
        pressed = () if self.read_only else (widgets.HBox(self.controls.buttons(), layout=row),)
        code = () if self.read_only else (self.code,)
        shown = widgets.HBox(self.pictures, layout=row)
        own_eyes = (self.own_eyes,) if self.trusted else ()
        display(framed([chosen, *pressed, self.told, *code, shown, *own_eyes]))  # type: ignore[no-untyped-call]
        self._show()

    def study(self) -> Study:
        """Return the study chosen, measured once however often somebody comes back to it."""
        return self._study_of(self.controls.wave.value)

    def exhibit(self) -> Exhibit | None:
        """Return what the controls choose: the same as the code of :meth:`written` returns.

        Raises
        ------
        AllianceError
            If the alliance or the wave chosen cannot be read.
        """
        return self._exhibit(self.study(), self._asked(self.controls.view.value))

    def look(self) -> Exhibit | None:
        """Return the same as it stands on a screen: without its drawing for phones, so sooner."""
        return self._exhibit(self.study(), self._asked(self.controls.view.value), leaves=False)

    def written(self) -> str:
        """Return what the controls choose as the code of a cell."""
        chosen = self.controls
        names = ", ".join(repr(each.value) for each in (chosen.alliance, chosen.wave, chosen.language))
        return f"study = aa.study(workspace, {names})\n{self._asked(chosen.view.value).code}"

    def save_picture(self) -> Path:
        """Write the picture of the view chosen; noted in the workspace's ledger as shown."""
        return self._save(saving.save_picture)

    def save_table(self) -> Path:
        """Write the table of the view chosen; noted in the workspace's ledger as shown."""
        return self._save(saving.save_table)

    def add_to_report(self) -> int:
        """Add the view chosen to the report, once, and return how many it holds.

        Raises
        ------
        ParameterError
            If the report is of another alliance, wave or language, or there is nothing to add.
        """
        study, exhibit = self.study(), self._something()
        if any(other is not study for other, _ in self.report):
            raise ParameterError(
                "A report is about one alliance in one wave and one language.",
                found=f"{study.alliance}, {study.wave}, {study.language}",
                remedy="Save the report first, then start another with explorer.report.clear().",
            )
        if all(each.anchor != exhibit.anchor for _, each in self.report):
            self.report.append((study, exhibit))
        return len(self.report)

    def save_report(self) -> Path:
        """Write what was added as one page.

        Raises
        ------
        ParameterError
            If nothing was added.
        """
        if not self.report:
            raise ParameterError(self._say("explorer.empty_report"))
        exhibits = [exhibit for _, exhibit in self.report]
        return saving.save_report(self.report[0][0], exhibits, self.out)

    @property
    def _say(self) -> Words:
        return words("explorer", self.controls.language.value)

    def _save(self, save: Callable[[Study, Exhibit, Path], Path]) -> Path:
        return save(self.study(), self._something(), self.out)

    def _something(self) -> Exhibit:
        exhibit = self.exhibit()
        if exhibit is None:
            raise ParameterError(self._say("explorer.nothing"))
        return exhibit

    def _study_of(self, wave: str | None) -> Study:
        chosen = self.controls
        return self._studies[chosen.alliance.value, wave or "", chosen.language.value]

    def _asked(self, name: str) -> Asked:
        chosen = self.controls
        return asked(
            name,
            scale=chosen.scale.value or "",
            group=chosen.group.value,
            dimension=chosen.dimension.value or "",
        )

    def _exhibit(self, study: Study, view: Asked, *, leaves: bool = True) -> Exhibit | None:
        """Return a view; its drawing for phones is made when it leaves, and a screen has it sooner."""
        name = study.alliance, study.wave, study.language, view.code, str(leaves)
        if name not in self._drawn:
            with nullcontext() if leaves else at_a_desk():
                self._drawn[name] = view.look(study)
        return self._drawn[name]

    def _looks(self) -> Iterator[tuple[Study, Asked]]:
        """Yield what each place shows, the first view first: the others follow."""
        first = self._asked(self.controls.view.value)
        yield self.study(), first
        if self.controls.compared.value not in ("", None, self.controls.wave.value):
            yield self._study_of(self.controls.compared.value), first
        if self.controls.second.value not in ("", None, first.name):
            yield self.study(), self._asked(self.controls.second.value)

    def _listen(self) -> None:
        chosen = self.controls
        chosen.picture.on_click(partial(self._press, self._told_saved, self.save_picture))
        chosen.table.on_click(partial(self._press, self._told_saved, self.save_table))
        chosen.add.on_click(partial(self._press, self._told_added, self.add_to_report))
        chosen.report.on_click(partial(self._press, self._told_saved, self.save_report))
        for control in chosen.choosers():
            changes_offer = control in (chosen.alliance, chosen.language)
            control.observe(self._change_offer if changes_offer else self._choose, names="value")

    def _choose(self, _: Any) -> None:
        if not self._quiet:
            self._show()

    def _told_saved(self, path: Path) -> str:
        return self._say("explorer.saved", file=path.name)

    def _told_added(self, count: int) -> str:
        return self._say("explorer.added", count=count)

    def _press(self, told: Callable[[Any], str], act: Callable[[], Any], _: Any) -> None:
        try:
            self._tell(told(act()))
        except AllianceError as error:
            self._tell(str(error))

    def _change_offer(self, _: Any) -> None:
        self._quiet = True  # or each option that goes would draw a picture
        self._offer()
        self._quiet = False
        self._show()

    def _offer(self) -> None:
        """Offer the waves, scales and dimensions of the alliance chosen, in the language chosen."""
        offer(self.controls.alliance, self._studies.titles(self.controls.language.value))
        self.controls.speak(self._say)
        waves = tuple(reversed(self.workspace.waves(self.controls.alliance.value)))
        try:
            study = self._study_of(waves[0] if waves else None)
            scales, dimensions = scales_of(study), study.labels.dimensions
        except AllianceError:  # said in the place of the picture, with what to do
            scales, dimensions = (), {}
        named = [(text, name) for name, text in dimensions.items()]
        self.controls.fill(self._say, waves=waves, scales=scales, dimensions=named)

    def _show(self) -> None:
        self._tell(self._say("explorer.measuring"), waiting=True)
        self.controls.listen(("scale",) if self.trusted else ())
        filled = 0
        try:
            self.code.value = _code(self._say("explorer.paste"), self.written())
            for place, (study, view) in zip(self.pictures, self._looks(), strict=False):
                place.value = self._html(self._exhibit(study, view, leaves=False))
                filled += 1
            if self.trusted:
                self.own_eyes.value = self._window.show(self.study(), self.controls.scale.value)
            self._tell(self._say("explorer.ready"))
        except AllianceError as error:
            self._tell(str(error))
        for place in self.pictures[filled:]:
            place.value = ""

    def _html(self, exhibit: Exhibit | None) -> str:
        return shown(exhibit) if exhibit else f"<p>{escape(self._say('explorer.nothing'))}</p>"

    def _tell(self, text: str, *, waiting: bool = False) -> None:
        wait(self.pictures, waiting=waiting)
        # A live region: a screen reader says what became of a choice.
        self.told.value = f'<div role="status"><pre>{escape(text)}</pre></div>'


def _code(told: str, code: str) -> str:
    return f"<p>{escape(told)}</p><pre>{escape(code)}</pre>"


def explorer(
    workspace: str | Path | Workspace,
    *,
    out: str | Path = OUT,
    trusted: bool = False,
    read_only: bool = False,
) -> Explorer:
    """Return controls over a workspace, for the last line of a notebook cell.

    Parameters
    ----------
    workspace : str, Path or Workspace
        A folder of alliances, or one opened.
    out : str or Path
        Folder for what is saved, made when first needed.
    trusted : bool
        Show beneath the pictures what the release plan hides, marked *not for sharing*. It stands in a
        window served by the kernel alone: neither the notebook nor the state of its widgets holds it.
    read_only : bool
        Leave out the buttons that save, and the code.

    Raises
    ------
    WorkspaceError
        If the folder holds no alliance.
    DisclosureError
        If ``trusted`` is asked for and ``workspace.yml`` does not consent.

    Examples
    --------
    >>> explorer("data/example").written().splitlines()[-1]
    "aa.spider(study, 'pillar')"
    """
    opened = workspace if isinstance(workspace, Workspace) else open_workspace(workspace)
    if trusted:
        refuse_without_consent(opened)
    return Explorer(opened, Path(out), trusted, read_only)
