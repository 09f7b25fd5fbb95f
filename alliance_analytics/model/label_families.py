"""Words by which any survey form grades an answer: ladders of labels, lowest rung first, in nine languages.

They serve to tell what a column of an unknown export holds. Nothing is scored by them, so they may be as
generous as `answer_scales` must be strict. A label may hold a slot, for the quality that a question grades:
*Very {word}* is *Very clear* in one form and *Very open* in the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import Field, model_validator

from alliance_analytics.model.answer_scales import AnswerLanguage, Labels
from alliance_analytics.model.identified import ids, refuse_duplicates
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Entry, Sourced
from alliance_analytics.model.spelling import plain

FILE = "label_families.yml"

Filling = tuple[tuple[str, str], ...]
"""Name of each slot, and the plain words that stand in it."""
Opposites = tuple[str, str]
"""Two words that mean the opposite, the worse one first."""


class LabelFamily(Sourced):
    """A ladder of labels. All languages have the same rungs; a rung may lack labels in one."""

    id: str
    rungs: dict[AnswerLanguage, tuple[Labels, ...]]
    usual: tuple[tuple[int, ...], ...] = Field(
        description="Rungs, from 1, that forms print together; the commonest first."
    )
    middle: int | None = Field(default=None, description="The rung between two sides, if there are sides.")
    opposites: dict[AnswerLanguage, tuple[Opposites, ...]] = Field(default_factory=dict)
    denials: dict[AnswerLanguage, Labels] = Field(
        default_factory=dict, description="What in front of a word makes it mean the opposite."
    )

    @model_validator(mode="after")
    def _one_ladder(self) -> LabelFamily:
        lengths = {len(labels) for labels in self.rungs.values()}
        if len(lengths) != 1:
            raise ValueError(f"{self.id} must have the same number of rungs in every language")
        highest = lengths.pop()
        for rungs in self.usual:
            if list(rungs) != sorted(set(rungs)) or not 1 <= rungs[0] <= rungs[-1] <= highest:
                raise ValueError(f"{self.id} has usual rungs that are not on its ladder: {rungs}")
        return self

    def labels(self, language: AnswerLanguage) -> Iterator[tuple[str, int]]:
        """Return every label of a language, its slots open, with its rung."""
        for rung, accepted in enumerate(self.rungs[language], start=1):
            yield from ((label, rung) for label in accepted)

    def vocabulary(self, language: AnswerLanguage, filling: Filling = ()) -> dict[str, int]:
        """Return every label in plain spelling with its rung.

        Parameters
        ----------
        language : str
            One of the family's languages.
        filling : tuple of (str, str), optional
            What stands in the slots. Labels with a slot that it does not fill are left out; where a label
            graded by one word is printed without that word, as in *Very* beside *Extremely important*, it
            is known too.
        """
        words: dict[str, int] = {}
        for label, rung in self.labels(language):
            for text in _filled(label, dict(filling)):
                words.setdefault(text, rung)
        return words

    def canonical(self, rung: int, language: AnswerLanguage, filling: Filling = ()) -> str:
        """Return the first label of a rung (1 up) whose slots are filled; '' when the language has none."""
        filled = (_fill(label, dict(filling)) for label in self.rungs[language][rung - 1])
        return next((text for text in filled if "{" not in text), "")


class LabelFamilies(Entry):
    """The file of label families."""

    version: str
    families: tuple[LabelFamily, ...]


def label_families(path: Path | None = None) -> LabelFamilies:
    """Return the label families.

    Parameters
    ----------
    path : Path, optional
        An organisation's own file; without it the one shipped, read once.

    Raises
    ------
    ModelError
        If the file cannot be read or breaks its schema.
    """
    return _read(path) if path else _shipped()


@cache
def _shipped() -> LabelFamilies:
    return _read(packaged(FILE))


def _read(path: Path) -> LabelFamilies:
    found = load(path, LabelFamilies)
    refuse_duplicates(ids(found.families), f"{path.name}, at families")
    return found


def _filled(label: str, filling: dict[str, str]) -> Iterator[str]:
    text = _fill(label, filling)
    if "{" not in text:
        yield plain(text)
    if "word" in filling and "{word}" in label and plain(label.replace("{word}", "")):
        yield plain(label.replace("{word}", ""))


def _fill(label: str, filling: dict[str, str]) -> str:
    for slot, words in filling.items():
        label = label.replace(f"{{{slot}}}", words)
    return label
