"""What people tick, and what it counts for: agreement in eight languages, and ways to give no answer.

A label stands under one point only. Labels that mean another point in another questionnaire of the same
length, such as *weet niet* printed in the middle of a scale, stay out: better one answer to look at than a
hundred misread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from alliance_analytics.errors import ModelError, did_you_mean
from alliance_analytics.model.identified import by_id, ids, refuse_duplicates
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Entry, Sourced
from alliance_analytics.model.spelling import plain

FILE = "answer_scales.yml"

AnswerLanguage = Literal["en", "nl", "de", "fr", "es", "pt", "it", "sv", "tr"]
MissingKind = Literal["blank", "dont_know", "not_applicable", "not_shown"]
Labels = tuple[str, ...]


class AnswerScale(Sourced):
    """One agreement scale, from disagreement (point 1) to agreement (the highest point).

    ``labels`` holds, per language, one list a point; the first label of a list is the canonical one.
    """

    id: str
    points: int = Field(ge=2, le=11)
    labels: dict[AnswerLanguage, tuple[Labels, ...]]

    @model_validator(mode="after")
    def _one_point_a_label(self) -> AnswerScale:
        for language, labels in self.labels.items():
            if len(labels) != self.points or not all(labels):
                raise ValueError(f"{language} must give labels for {self.points} points")
        _refuse_two_meanings(self._placed())
        return self

    def _placed(self) -> Iterator[tuple[str, int]]:
        for labels in self.labels.values():
            for point, accepted in enumerate(labels, start=1):
                yield from ((label, point) for label in accepted)

    def canonical(self, point: int, language: AnswerLanguage) -> str:
        """Return the label of a point (1..points) as a form prints it."""
        return self.labels[language][point - 1][0]

    @cached_property
    def meanings(self) -> dict[str, int]:
        """Every accepted label, in its plain spelling, to its point."""
        return {plain(label): point for label, point in self._placed()}


class MissingWording(Sourced):
    """The ways to say one kind of nothing usable; the first label of a language is the canonical one.

    ``blank`` holds the labels of a question that was seen and refused.
    """

    kind: MissingKind
    labels: dict[AnswerLanguage, Labels]

    def canonical(self, language: AnswerLanguage) -> str:
        """Return the label as a form prints it."""
        return self.labels[language][0]


class AnswerScales(Entry):
    """The file of answer scales."""

    version: str
    scales: tuple[AnswerScale, ...]
    missing: tuple[MissingWording, ...]

    @model_validator(mode="after")
    def _no_point_is_missing(self) -> AnswerScales:
        missing = [(label, entry.kind) for entry in self.missing for label in _all(entry.labels)]
        for scale in self.scales:
            _refuse_two_meanings([*missing, *scale.meanings.items()])
        return self

    def scale(self, scale_id: str) -> AnswerScale:
        """Return one scale by its id; raises ModelError when there is none."""
        return by_id(self.scales, scale_id, "answer scale")

    def missing_wording(self, kind: MissingKind) -> MissingWording:
        """Return the labels of one kind of missing answer; raises ModelError when there are none."""
        for entry in self.missing:
            if entry.kind == kind:
                return entry
        kinds = [entry.kind for entry in self.missing]
        raise ModelError(
            "There is no such kind of missing answer.", found=kind, remedy=did_you_mean(kind, kinds)
        )

    @cached_property
    def missing_meanings(self) -> dict[str, MissingKind]:
        """Every label of a missing answer, in its plain spelling, to its kind."""
        return {plain(label): entry.kind for entry in self.missing for label in _all(entry.labels)}

    @cached_property
    def spoken_in(self) -> dict[str, frozenset[str]]:
        """Every label of a point, in its plain spelling, to the languages that have it."""
        spoken: dict[str, frozenset[str]] = {}
        for scale in self.scales:
            for language, labels in scale.labels.items():
                for label in map(plain, chain.from_iterable(labels)):
                    spoken[label] = spoken.get(label, frozenset()) | {language}
        return spoken


def answer_scales(path: Path | None = None) -> AnswerScales:
    """Return the answer scales.

    Parameters
    ----------
    path : Path, optional
        An organisation's own file; without it the one shipped, read once.

    Raises
    ------
    ModelError
        If the file cannot be read, breaks its schema, gives a label two meanings, or a scale without a
        label for each of its points.
    """
    return _read(path) if path else _shipped()


@cache
def _shipped() -> AnswerScales:
    return _read(packaged(FILE))


def _read(path: Path) -> AnswerScales:
    found = load(path, AnswerScales)
    refuse_duplicates(ids(found.scales), f"{path.name}, at scales")
    refuse_duplicates((entry.kind for entry in found.missing), f"{path.name}, at missing")
    return found


def _all(labels: dict[AnswerLanguage, Labels]) -> Labels:
    return tuple(label for accepted in labels.values() for label in accepted)


def _refuse_two_meanings(labels: Iterable[tuple[str, int | str]]) -> None:
    seen: dict[str, int | str] = {}
    for label, meaning in labels:
        if seen.setdefault(plain(label), meaning) != meaning:
            raise ValueError(f"{label!r} stands for both {seen[plain(label)]} and {meaning}")
