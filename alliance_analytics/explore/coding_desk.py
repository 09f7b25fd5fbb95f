"""The coding desk: one passage at a time, with the program's reasons; a person says which themes it carries.

Every code is written at once, into ``corrections.csv`` of the alliance or into its blind sample. A passage is
the alliance's own text, so it is shown in a frame that the kernel serves: neither the notebook nor the state
of its widgets holds any of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd
from IPython.display import display

from alliance_analytics.errors import AllianceError, ParameterError
from alliance_analytics.explore.coding_page import coding_page
from alliance_analytics.explore.controls import framed
from alliance_analytics.explore.trusted import Window
from alliance_analytics.interpret.themes.blind import queue, sample
from alliance_analytics.model.themes import THEME_IDS
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.review.labels import theme_names
from alliance_analytics.review.study import Study
from alliance_analytics.workspace.corrections import (
    BLIND_SAMPLE,
    CORRECTIONS,
    add_correction,
    fill_in,
    take_back,
)

POLARITIES = {"e": "enabler", "c": "constraint", "u": "unclear"}
NONE, BETWEEN, NOT_THIS = "none", ";", ""
MOST_THEMES = 2
WIDTH, NAMED, HEIGHT = "30rem", "14rem", 340
SIZE, SEED = 60, 1
_TYPED = re.compile(r"(?:[1-4][ecu] ?){1,2}")

Act = Callable[[], None]
Codes = dict[str, str]
"""Theme to polarity; no theme when empty."""


@dataclass
class CodingDesk:
    """The passages that wait for a reader, one at a time. See :func:`coding_desk`.

    Show it as the last line of a cell.
    """

    file: Path
    passages: pd.DataFrame = field(repr=False)
    by: str = ""
    blind: bool = False
    language: str = "en"
    place: int = 0
    """Which of the passages is read now, from 0."""
    choices: dict[str, widgets.Dropdown] = field(init=False, repr=False)
    typed: widgets.Text = field(init=False, repr=False)
    buttons: dict[str, widgets.Button] = field(init=False, repr=False)
    frame: widgets.HTML = field(init=False, repr=False, default_factory=widgets.HTML)
    bar: widgets.IntProgress = field(init=False, repr=False)
    told: widgets.HTML = field(init=False, repr=False, default_factory=widgets.HTML)
    _window: Window = field(init=False, repr=False, default_factory=Window)
    _done: list[tuple[int, Codes | None]] = field(init=False, repr=False, default_factory=list)

    def __post_init__(self) -> None:
        self.choices = {theme: self._choice(key, name) for key, theme, name in self._themes()}
        # It sends what was typed when Enter is pressed: no key can be lost on its way to the kernel.
        self.typed = widgets.Text(description=self._say("desk.typed"), continuous_update=False)
        self.typed.tooltip = self._say("desk.keys")
        self.typed.observe(self._take_typed, names="value")
        acts: dict[str, Act] = {
            "write": self._write_chosen,
            "none": partial(self.code, {}),
            "unsure": self.leave,
        }
        acts["undo"] = self.undo
        self.buttons = {name: widgets.Button(description=self._say(f"desk.{name}")) for name in acts}
        for name, act in acts.items():
            self.buttons[name].on_click(partial(self._press, act))
        self.bar = widgets.IntProgress(max=max(len(self.passages), 1), layout={"width": WIDTH})

    def __str__(self) -> str:
        """Return how many passages wait; never their words."""
        if self.passages.empty:
            return self._say("desk.nothing")
        return self._say("desk.headline", left=self.left, all=len(self.passages))

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": str(self)}

    def _ipython_display_(self) -> None:
        title = widgets.HTML(f"<h3>{escape(str(self))}</h3>")
        keys = widgets.HTML(f"<p>{escape(self._say('desk.keys'))}</p>")
        pressed = widgets.HBox(list(self.buttons.values()))
        work = [self.frame, keys, self.typed, *self.choices.values(), pressed, self.bar, self.told]
        self._show()
        display(framed([title, *(work if len(self.passages) else [])]))  # type: ignore[no-untyped-call]

    @property
    def left(self) -> int:
        """How many passages nobody has read yet."""
        return len(self.passages) - self.place

    def now(self) -> pd.Series:
        """Return the passage that is read now, with all that speaks for a code.

        Raises
        ------
        ParameterError
            If all have been read.
        """
        if not self.left:
            raise ParameterError(self._say("desk.done"))
        return self.passages.iloc[self.place]

    def code(self, codes: Codes) -> None:
        """Write the codes of this passage, and go on to the next.

        Parameters
        ----------
        codes : dict
            Theme to enabler, constraint or unclear; empty for a passage without a theme.

        Raises
        ------
        ParameterError
            If there are more than two themes, or all passages have been read.
        WorkspaceError
            If a theme or polarity is unknown, or the file cannot be written; then nothing is gone on.
        """
        if len(codes) > MOST_THEMES:
            raise ParameterError(
                "A passage carries two themes at most.", found=str(len(codes)), remedy="Choose the clearest."
            )
        ordered = {theme: codes[theme] for theme in (*THEME_IDS, *codes) if theme in codes}
        themes, polarity = BETWEEN.join(ordered) or NONE, BETWEEN.join(ordered.values())
        if self.blind:
            fill_in(self.file, int(self.now()["row"]), themes, polarity, self.by)
        else:
            add_correction(self.file, self._correction() | {"themes": themes, "polarity": polarity})
        self._go_on(ordered)
        told = self._named(ordered) or self._say("desk.none")
        self._tell("written", file=self.file.name, codes=told)

    def leave(self) -> None:
        """Leave this passage unread, and go on to the next.

        Raises
        ------
        ParameterError
            If all have been read.
        """
        self.now()
        self._go_on(None)
        self._tell("passed")

    def undo(self) -> None:
        """Go back to the passage before, and take what was written of it out of the file.

        Raises
        ------
        ParameterError
            If nothing was done yet.
        """
        if not self._done:
            raise ParameterError(self._say("desk.nothing_to_undo"))
        self.place, codes = self._done[-1]
        if codes is not None and self.blind:
            fill_in(self.file, int(self.now()["row"]), "", "", "")
        elif codes is not None:
            take_back(self.file, self._correction())
        self._done.pop()
        self._show(codes or {})
        self._tell("undone")

    @property
    def _say(self) -> Words:
        return words("themes", self.language)

    def _themes(self) -> Sequence[tuple[int, str, str]]:
        names = theme_names(self.language)
        return [(key, theme, names[theme]) for key, theme in enumerate(THEME_IDS, start=1)]

    def _choice(self, key: int, name: str) -> widgets.Dropdown:
        offered = [(self._say("desk.leave"), NOT_THIS)]
        offered += [(self._say(f"desk.{polarity}"), polarity) for polarity in POLARITIES.values()]
        return widgets.Dropdown(
            options=offered,
            description=f"{key}: {name}",
            layout={"width": WIDTH},
            style={"description_width": NAMED},
        )

    def _correction(self) -> dict[str, str]:
        passage = self.now()
        return {name: str(passage[name]) for name in ("document", "paragraph", "text")} | {"by": self.by}

    def _named(self, codes: Codes) -> str:
        names = theme_names(self.language)
        return ", ".join(f"{names[theme]} ({self._say(f'desk.{said}')})" for theme, said in codes.items())

    def _go_on(self, codes: Codes | None) -> None:
        self._done.append((self.place, codes))
        self.place += 1
        self._show()

    def _show(self, codes: Codes | None = None) -> None:
        for theme, control in self.choices.items():
            control.value = (codes or {}).get(theme, NOT_THIS)
        self.bar.value = self.place
        page = coding_page(self.now() if self.left else None, self.blind, self.language)
        self.frame.value = self._window.frame(page, self._say("desk.frame"), HEIGHT)

    def _take_typed(self, change: dict[str, Any]) -> None:
        text = change["new"].strip().lower()
        if text:
            self.typed.value = ""
            self._press(partial(self._obey, text), None)

    def _obey(self, text: str) -> None:
        acts: dict[str, Act] = {"n": partial(self.code, {}), "u": self.leave, "z": self.undo}
        if text in acts:
            acts[text]()
        elif _TYPED.fullmatch(text):
            found = re.findall("([1-4])([ecu])", text)
            self.code({THEME_IDS[int(key) - 1]: POLARITIES[said] for key, said in found})
        else:
            raise ParameterError(self._say("desk.keys"))

    def _write_chosen(self) -> None:
        self.code({theme: control.value for theme, control in self.choices.items() if control.value})

    def _press(self, act: Act, _: Any) -> None:
        try:
            act()
        except AllianceError as error:
            self._say_aloud(str(error))

    def _tell(self, key: str, **values: object) -> None:
        self._say_aloud(self._say(f"desk.{key}", left=self.left, **values))

    def _say_aloud(self, text: str) -> None:
        self.told.value = f'<div role="status"><pre>{escape(text)}</pre></div>'


def coding_desk(
    study: Study, *, by: str = "", blind: bool = False, size: int = SIZE, seed: int = SEED
) -> CodingDesk:
    """Return a desk for the passages of an alliance's reports, for the last line of a notebook cell.

    Parameters
    ----------
    study : Study
        Of which alliance; passages of all its waves are read.
    by : str
        Who codes, as it shall stand in the file.
    blind : bool
        Code a random sample without seeing any code, instead of the reading queue: how far the program can
        be relied on follows from it. The sample is drawn when the alliance has none, and gone on with after.
    size, seed : int
        How many passages are drawn, and where the random numbers start.

    Notes
    -----
    What is written is seen by studies that are opened from then on.
    """
    folder = study.workspace.folders[study.alliance]
    if not blind:
        waiting = queue(study.coded).drop_duplicates("text")  # a code goes for its repeats too
        return CodingDesk(folder / CORRECTIONS, waiting, by, language=study.language)
    file = folder / BLIND_SAMPLE
    if not file.exists():
        sample(study.codes, size, seed).to_csv(file, index=False, encoding="utf-8")
    drawn = pd.read_csv(file, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    to_code = drawn.assign(row=range(len(drawn)))[drawn["themes"].str.strip() == ""]
    return CodingDesk(file, to_code, by, blind=True, language=study.language)
