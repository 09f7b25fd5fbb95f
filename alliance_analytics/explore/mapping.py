"""The mapping desk: what the reader is unsure of, beside the file's own words; a person decides.

Only headings and the words of answer scales are shown, never an answer. What is decided is written into the
wave's settings, behind what stands there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import yaml
from IPython.display import display

from alliance_analytics.errors import AllianceError, ParameterError, WorkspaceError
from alliance_analytics.explore.controls import button, framed, offer
from alliance_analytics.intake.description.describing import describe
from alliance_analytics.intake.description.mapping_draft import Proposal, proposals
from alliance_analytics.intake.identifiers.texts import MASK
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.instruments import read_instrument
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.workspace.questionnaires import instrument_of_alliance
from alliance_analytics.workspace.replacing import replace_all
from alliance_analytics.workspace.settings import WaveSettings, settings_from

HEAD = "\n# Written at the mapping desk: column of the file to item of the instrument.\n"
LEFT_OUT = ""
WIDTH, NAMED = "34rem", "8rem"


@dataclass
class MappingDesk:
    """One question a row: the file's words, why they are unsure, and what they ask. See :func:`mapping_desk`.

    Show it as the last line of a cell.
    """

    settings: Path
    unsure: tuple[Proposal, ...]
    instrument: Instrument = field(repr=False)
    bare: int = 0
    """Columns of answers in which numbers stand alone."""
    language: str = "en"
    choices: dict[str, widgets.Dropdown] = field(init=False, repr=False)
    lowest: widgets.Dropdown = field(init=False, repr=False, default_factory=widgets.Dropdown)
    told: widgets.HTML = field(init=False, repr=False, default_factory=widgets.HTML)
    write: widgets.Button = field(init=False, repr=False, default_factory=button)

    def __post_init__(self) -> None:
        self.choices = {each.column.name: self._choice(each) for each in self.unsure}
        self.lowest.description, self.lowest.layout.width = self._say("desk.lowest"), WIDTH
        self.lowest.style.description_width = NAMED
        ends = [(labels[0], labels[0]) for labels in self._scales()]
        offer(self.lowest, [(self._say("desk.leave"), LEFT_OUT), *ends])
        self.write.description = self._say("button.mapping")
        self.write.on_click(self._press)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": str(self)}

    def __str__(self) -> str:
        """Return the questions, one a line, with why each is unsure."""
        lines = [f"- {each.column.name}: {each.doubt}" for each in self.unsure]
        return "\n".join([self._headline(), *lines])

    def _ipython_display_(self) -> None:
        rows = [self._row(each) for each in self.unsure]
        rows += [self.lowest] if self.bare else []
        pressed = (self.write,) if rows else ()
        title = widgets.HTML(f"<h3>{escape(self._headline())}</h3>")
        display(framed([title, *rows, *pressed, self.told]))  # type: ignore[no-untyped-call]

    def choose(self, items: Mapping[str, str]) -> MappingDesk:
        """Choose by code: column name to item id, '' to leave the column out.

        Raises
        ------
        ParameterError
            If there is no such column in doubt, or no such item.
        """
        for column, item in items.items():
            if column not in self.choices:
                raise ParameterError(
                    "No column of this name is in doubt.", found=column, allowed=", ".join(self.choices)
                )
            known = [each.id for each in self.instrument.items]
            if item not in (LEFT_OUT, *known):
                raise ParameterError("There is no such item.", found=item, allowed=", ".join(known))
            self.choices[column].value = item
        return self

    def chosen(self) -> dict[str, str]:
        """Return column to item, of what was decided."""
        return {column: control.value for column, control in self.choices.items() if control.value}

    def answer_codes(self) -> dict[int, str]:
        """Return number to label, once somebody said which end the lowest number is."""
        found = [labels for labels in self._scales() if labels[0] == self.lowest.value]
        return dict(enumerate(found[0], start=1)) if found else {}

    def save(self) -> Path:
        """Write what was decided into the settings of the wave, and return their path.

        Raises
        ------
        ParameterError
            If nothing was decided, or one item was given two columns.
        WorkspaceError
            If the settings have a mapping already: it may have been written by hand.
        """
        chosen, codes = self.chosen(), self.answer_codes()
        _refuse_what_cannot_be(chosen, codes)
        before = self.settings.read_text(encoding="utf-8") if self.settings.exists() else ""
        decided = {key: told for key, told in (("mapping", chosen), ("answer_codes", codes)) if told}
        twice = decided.keys() & (yaml.safe_load(before) or {}).keys()
        if twice:
            raise WorkspaceError(
                "The settings say this already.",
                where=self.settings.name,
                found=", ".join(sorted(twice)),
                remedy="Add these lines to it, or take it out and write again.",
            )
        lines = yaml.safe_dump(decided, allow_unicode=True, sort_keys=False)
        replace_all([(self.settings, f"{before.rstrip()}\n{HEAD}{lines}".lstrip().encode())])
        return self.settings

    @property
    def _say(self) -> Words:
        return words("explorer", self.language)

    def _headline(self) -> str:
        if self.bare:
            return self._say("desk.bare", count=self.bare)
        if not self.unsure:
            return self._say("desk.nothing")
        return self._say("desk.headline", count=len(self.unsure))

    def _scales(self) -> tuple[list[str], list[str]]:
        """Return the labels of the instrument's scale, low to high and high to low."""
        scale = answer_scales().scale(self.instrument.answer_scale)
        spoken = self.language if self.language in scale.labels else "en"
        labels = [scale.canonical(point, spoken) for point in range(1, scale.points + 1)]
        return labels, labels[::-1]

    def _choice(self, proposal: Proposal) -> widgets.Dropdown:
        control = widgets.Dropdown(
            description=self._say("desk.item"), layout={"width": WIDTH}, style={"description_width": NAMED}
        )
        control.tooltip = self._say("desk.column", name=proposal.column.name)
        offer(control, [(self._say("desk.leave"), LEFT_OUT), *_items(self.instrument, self.language)])
        control.value = proposal.item or LEFT_OUT
        return control

    def _row(self, proposal: Proposal) -> widgets.VBox:
        labels = proposal.column.scale.labels if proposal.column.scale else ()
        own = " · ".join([proposal.column.text or proposal.column.name, *labels])
        told = {self._say("desk.words"): own, self._say("desk.doubt"): proposal.doubt}
        said = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in told.items())
        head = f"<strong>{escape(self._say('desk.column', name=proposal.column.name))}</strong>"
        return widgets.VBox([widgets.HTML(f"{head}<dl>{said}</dl>"), self.choices[proposal.column.name]])

    def _press(self, _: Any) -> None:
        try:
            told = self._say(
                "desk.written", file=self.save().name, count=len(self.chosen()) + len(self.answer_codes())
            )
        except AllianceError as error:
            told = str(error)
        self.told.value = f'<div role="status"><pre>{escape(told)}</pre></div>'


def mapping_desk(
    file: str | Path, *, instrument: str | Path | Instrument | None = None, language: str = "en"
) -> MappingDesk:
    """Return a desk for what the reader of an export is unsure of; it writes ``wave.yml`` beside the export.

    Parameters
    ----------
    file : str or Path
        An export, as the survey platform made it, in the folder of its wave.
    instrument : str, Path or Instrument, optional
        What was asked; the alliance's, the workspace's or the one shipped when left out.
    language : str
        ``'en'`` or ``'nl'``.

    Raises
    ------
    ExportError
        If the export cannot be read.
    """
    path = Path(file)
    asked = instrument if isinstance(instrument, Instrument) else _instrument(instrument, path)
    description = describe(path, instrument=asked)
    settings = path.parent / "wave.yml"
    told = settings_from(settings, WaveSettings)
    bare = sum(bool(each.item and each.scale and not each.scale.labels) for each in description.answers)
    found = [each for each in proposals(description, asked) if each.column.name not in told.mapping]
    # A heading that says who somebody is was masked: nobody can name such a column, and nobody needs to.
    unsure = tuple(each for each in found if each.doubt and MASK not in each.column.name)
    return MappingDesk(settings, unsure, asked, 0 if told.answer_codes else bare, language)


def _instrument(file: str | Path | None, export: Path) -> Instrument:
    if file is not None:
        return read_instrument(Path(file))
    alliance = export.resolve().parent.parent
    return instrument_of_alliance(alliance, alliance.parent, ())


def _items(instrument: Instrument, language: str) -> Sequence[tuple[str, str]]:
    return [(f"{item.id} · {_wording(item.wording, language)}", item.id) for item in instrument.items]


def _wording(wording: Mapping[str, str], language: str) -> str:
    return wording.get(language) or next(iter(wording.values()), "")


def _refuse_what_cannot_be(chosen: Mapping[str, str], codes: Mapping[int, str]) -> None:
    if not (chosen or codes):
        raise ParameterError("Nothing was decided.", remedy="Choose for one column at least what it asks.")
    items = list(chosen.values())
    twice = sorted({item for item in items if items.count(item) > 1})
    if twice:
        raise ParameterError(
            "One item was given two columns.", found=", ".join(twice), remedy="Leave one of them out."
        )
