"""Development stages, the marks by which each is known, and the evidence that counts for a mark.

The text names stages and marks, and measures neither. So every cut-off, weight and share is a convention
that stands in the file, with its basis, for a reader to dispute and for a workspace to replace.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from alliance_analytics.errors import ModelError
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dimensions import DIMENSION_IDS, PILLAR_IDS
from alliance_analytics.model.identified import by_id, ids, refuse_duplicates, refuse_unknown, require_ids
from alliance_analytics.model.instrument import Instrument, Item, ScaleKind
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Bilingual, Entry, Sourced
from alliance_analytics.model.themes import THEME_IDS

FILE = "stages.yml"
STAGE_IDS = ("opportunism", "procedure-oriented", "culturally-sensitive")
ECOSYSTEM_FILE = "ecosystem.yml"
PHASE_IDS = ("owners", "needs", "joint-value")
POINTS = 5
"""Answer options of the scale that the file's cut-offs are on."""

OtherScale = Literal["block", "partner_gap", "passages"]
"""What no answer to a statement says: a building block in place, the widest gap between partners on a
dimension, and the balance of what reports say on a theme."""
OTHER_SCALES: tuple[OtherScale, ...] = get_args(OtherScale)
GAP: OtherScale = "partner_gap"
EvidenceScale = ScaleKind | Literal["statements"] | OtherScale


class Evidence(Sourced):
    """One measure of a mark.

    ``scale`` *statements* stands for all statements that an instrument asks about the mark; they share
    ``weight``. The other kinds need a ``name``: of a dimension, pillar, theme or statement; of a building
    block (*block*: the top of the answer scale where it is in place, the bottom where it is not); of a theme
    (*passages*: the balance of the reports, laid on the answer scale); or of a dimension (*partner_gap*: a
    difference in points). The mark shows where the value lies at or above the cut-off (``shown_by`` high),
    or below it (low). ``source`` and ``basis`` speak of taking this as evidence, at this cut-off.
    """

    scale: EvidenceScale
    name: str | None = None
    shown_by: Literal["high", "low"] = "high"
    cut_off: float = Field(
        ge=0,
        le=POINTS,
        description="In points of the answer scale, negative items turned; 1 or more unless it is a gap.",
    )
    weight: float = Field(gt=0, description="Within the mark.")
    because: Bilingual


class Mark(Sourced):
    """Something by which a stage is known; one *left behind* counts for later stages by its absence."""

    id: str
    name: Bilingual
    left_behind: bool = False
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Foreground(Sourced):
    """A building block that serves a pillar dominantly in this stage, whatever it does in others."""

    block: str
    pillar: str


class CountedMark(Entry):
    """A mark with its weight in the rule of a stage."""

    mark: str
    weight: float = Field(gt=0)


class Rule(Sourced):
    """When a stage is reached: the share of the weight (0 to 1) whose marks are met, or left behind."""

    share: float = Field(gt=0, le=1)
    marks: tuple[CountedMark, ...] = Field(min_length=1)
    because: Bilingual


class Stage(Sourced):
    """One stage; the first has no rule, for it asks for nothing."""

    id: str
    name: Bilingual
    description: Bilingual
    marks: tuple[Mark, ...]
    reached_when: Rule | None = None
    foreground: tuple[Foreground, ...] = ()


class Conventions(Sourced):
    """What a placement assumes beside the cut-offs.

    ``cut_off_move`` is in points; ``correlation`` (0 to 1) is between the errors of two means of the same
    people; ``clear`` and ``measured`` are shares of draws and of weight.
    """

    cut_off_move: float = Field(ge=0, le=1)
    correlation: float = Field(ge=0, le=1)
    draws: int = Field(ge=100, le=100_000)
    clear: float = Field(gt=0.5, le=1)
    measured: float = Field(gt=0, le=1)


class StageModel(Entry):
    """The stages in their order, with the conventions of a placement."""

    version: str
    conventions: Conventions
    stages: tuple[Stage, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, in the order of the file."""
        return tuple(mark for stage in self.stages for mark in stage.marks)

    def stage(self, stage_id: str) -> Stage:
        """Return one stage by its id; raises ModelError when there is none."""
        return by_id(self.stages, stage_id, "stage")

    def mark(self, mark_id: str) -> Mark:
        """Return one mark by its id; raises ModelError when there is none."""
        return by_id(self.marks, mark_id, "mark")

    def after(self, stage_id: str) -> Stage | None:
        """Return the stage that follows, or None after the last."""
        place = self.stages.index(self.stage(stage_id)) + 1
        return self.stages[place] if place < len(self.stages) else None

    def fitted_to(self, instrument: Instrument) -> StageModel:
        """Return the model with an instrument's own statements as evidence, and cut-offs on its answer scale.

        Parameters
        ----------
        instrument : Instrument
            Its scored items with a ``mark`` take the place of the evidence *statements* of that mark, in
            equal parts of its weight. A mark about which nothing is asked keeps the entry, and shows as
            missing evidence.
        """
        stages = tuple(_fit_stage(stage, instrument) for stage in self.stages)
        move = self.conventions.cut_off_move * _stretch(instrument.points)
        conventions = self.conventions.model_copy(update={"cut_off_move": move})
        return self.model_copy(update={"stages": stages, "conventions": conventions})


def stage_model(path: Path | None = None) -> StageModel:
    """Return the stages with their marks, evidence and conventions.

    Parameters
    ----------
    path : Path, optional
        An organisation's own file; without it the one shipped, read once.

    Raises
    ------
    ModelError
        If the file cannot be read, breaks its schema, lacks a stage, or names a mark, pillar or theme that
        does not exist.
    """
    return _read(path, STAGE_IDS) if path else _shipped(FILE, STAGE_IDS)


def ecosystem_model(path: Path | None = None) -> StageModel:
    """Return the phases of the ecosystem around an alliance, in the same shape as the stages.

    Parameters
    ----------
    path : Path, optional
        An organisation's own file; without it the one shipped, read once.

    Raises
    ------
    ModelError
        As :func:`stage_model`.
    """
    return _read(path, PHASE_IDS) if path else _shipped(ECOSYSTEM_FILE, PHASE_IDS)


@cache
def _shipped(file: str, required: tuple[str, ...]) -> StageModel:
    return _read(packaged(file), required)


def _read(path: Path, required: tuple[str, ...]) -> StageModel:
    found = load(path, StageModel)
    require_ids(ids(found.stages), required, f"{path.name}, at stages")
    refuse_duplicates(ids(found.marks), f"{path.name}, at marks")
    for stage in found.stages:
        where = f"{path.name}, at stages.{stage.id}"
        _check_marks(stage, where)
        refuse_unknown((entry.pillar for entry in stage.foreground), PILLAR_IDS, f"{where}.foreground")
        _check_rule(stage, ids(found.marks), first=stage is found.stages[0], where=where)
    return found


def _check_marks(stage: Stage, where: str) -> None:
    for mark in stage.marks:
        if not mark.id.startswith(f"{stage.id}."):
            raise ModelError(
                "A mark does not carry the id of its stage.",
                where=f"{where}.marks",
                found=mark.id,
                allowed=f"{stage.id}.<short name>",
                remedy="Rename the mark, here and in the statements that speak to it.",
            )
        _check_evidence(mark.evidence, f"{where}.marks.{mark.id}.evidence")


def _known_names() -> dict[str, tuple[str, ...]]:
    return {
        "dimension": DIMENSION_IDS,
        "pillar": PILLAR_IDS,
        "theme": THEME_IDS,
        "block": ids(building_blocks().blocks),
        "partner_gap": DIMENSION_IDS,
        "passages": THEME_IDS,
    }


def _check_evidence(evidence: Iterable[Evidence], where: str) -> None:
    entries = tuple(evidence)
    refuse_duplicates((f"{entry.scale} {entry.name or ''}".strip() for entry in entries), where)
    for scale, known in _known_names().items():
        refuse_unknown((entry.name for entry in entries if entry.scale == scale and entry.name), known, where)
    for entry in entries:
        if entry.scale != GAP and entry.cut_off < 1:
            raise ModelError(
                "A cut-off lies below the answer scale.",
                where=where,
                found=f"{entry.scale} {entry.name or ''}".strip() + f", {entry.cut_off:g}",
                allowed=f"1 to {POINTS}",
                remedy="Write the cut-off in points of the answer scale; only a gap may be below 1.",
            )
        if (entry.scale == "statements") != (entry.name is None):
            raise ModelError(
                "Evidence needs a name, except for statements, which are found by their mark.",
                where=where,
                found=f"scale {entry.scale}, name {entry.name}",
                remedy="Add the name of the scale, or leave it out for statements.",
            )


def _check_rule(stage: Stage, marks: tuple[str, ...], *, first: bool, where: str) -> None:
    if first != (stage.reached_when is None):
        raise ModelError(
            "The first stage has no rule, and every other stage has one.",
            where=f"{where}.reached_when",
            remedy="Remove the rule of the first stage, or add the one that is missing.",
        )
    counted = [entry.mark for entry in stage.reached_when.marks] if stage.reached_when else []
    refuse_duplicates(counted, f"{where}.reached_when.marks")
    refuse_unknown(counted, marks, f"{where}.reached_when.marks")


def _fit_stage(stage: Stage, instrument: Instrument) -> Stage:
    return stage.model_copy(update={"marks": tuple(_fit_mark(mark, instrument) for mark in stage.marks)})


def _fit_mark(mark: Mark, instrument: Instrument) -> Mark:
    asked = tuple(item for item in instrument.scored if item.mark == mark.id)
    fitted = [_fit_evidence(entry, mark, asked, instrument.points) for entry in mark.evidence]
    return mark.model_copy(update={"evidence": tuple(chain.from_iterable(fitted))})


def _fit_evidence(entry: Evidence, mark: Mark, asked: tuple[Item, ...], points: int) -> list[Evidence]:
    lowest = 0 if entry.scale == GAP else 1  # a difference starts at nothing
    fitted = entry.model_copy(update={"cut_off": lowest + (entry.cut_off - lowest) * _stretch(points)})
    if entry.scale != "statements" or not asked:
        return [fitted]
    part = fitted.model_copy(update={"scale": "item", "weight": entry.weight / len(asked)})
    return [_statement(part, item, mark, points) for item in asked]


def _statement(part: Evidence, item: Item, mark: Mark, points: int) -> Evidence:
    named = part.model_copy(update={"name": item.id})
    if not mark.left_behind or item.direction == "positive":
        return named
    # Agreeing shows the mark, and turning has put agreement at the low end.
    return named.model_copy(update={"shown_by": "low", "cut_off": 1 + points - part.cut_off})


def _stretch(points: int) -> float:
    return (points - 1) / (POINTS - 1)
