"""Whether an alliance is the right form for a problem, and how far its formation is.

First the forms of working together and the four conditions under which an alliance is preferable; then the
reasons and resistances that come with one; then the steps by which a collaboration is formed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from alliance_analytics.errors import ModelError
from alliance_analytics.model.caveat import Caveat
from alliance_analytics.model.identified import Described, by_id, ids, refuse_unknown, require_order
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Bilingual, Entry, Sourced

FILE = "formation.yml"
FORM_IDS = (
    "covenant",
    "customer-supplier",
    "shared-service-centre",
    "alliance",
    "joint-venture",
    "merger",
)
CONDITION_IDS = ("intensive", "part-of-the-work", "core-processes", "long-term")
REASON_IDS = ("customer-service", "administrative-burden", "fewer-errors", "efficiency", "innovation")
RESISTANCE_IDS = ("losing-power", "imposed-collaboration", "unreachable-objective")
READINESS_IDS = ("history-of-failure", "willing-partners")
STEP_IDS = (
    "problem-set",
    "motivation-to-act",
    "member-selection",
    "collaborative-planning",
    "building-an-organisation",
    "evaluation",
)
PROCESS_IDS = ("trust-building", "governance", "work-coordination")
OUTCOME_IDS = ("performance", "interaction-quality", "member-satisfaction")
ASKED = ("conditions", "readiness", "reasons", "resistances", "steps", "processes", "outcomes")
"""The parts that a form asks about, in its order."""


class Condition(Described):
    """A condition under which an alliance is preferable, put as a question."""

    otherwise: tuple[str, ...] = Field(
        min_length=1, description="Ids of the forms that fit when it does not hold."
    )


class Ratings(Sourced):
    """The scale on which a question is rated: whole numbers, and what the middle rating must reach.

    From ``holds_from`` up a question holds, down to ``fails_to`` it does not, and between them it is open.
    Raters ``apart_from`` points or more from each other do not see the same situation.
    """

    lowest: int
    highest: int
    holds_from: float
    fails_to: float
    apart_from: int = Field(ge=1)
    low: Bilingual
    high: Bilingual
    because: Bilingual


class Formation(Entry):
    """The file of formation; ``forms`` run from loose to tight, ``steps`` from first to last."""

    version: str
    caveat: Caveat
    ratings: Ratings
    forms: tuple[Described, ...]
    conditions: tuple[Condition, ...]
    reasons: tuple[Described, ...]
    resistances: tuple[Described, ...]
    readiness: tuple[Described, ...]
    steps: tuple[Described, ...]
    processes: tuple[Described, ...]
    outcomes: tuple[Described, ...]

    @property
    def questions(self) -> tuple[tuple[str, Described], ...]:
        """Every question of a form with the part it belongs to, in the order asked; no id is used twice."""
        return tuple((part, entry) for part in ASKED for entry in getattr(self, part))

    def form(self, form_id: str) -> Described:
        """Return one form of working together by its id; raises ModelError when there is none."""
        return by_id(self.forms, form_id, "form of working together")

    def condition(self, condition_id: str) -> Condition:
        """Return one condition by its id; raises ModelError when there is none."""
        return by_id(self.conditions, condition_id, "condition")

    def step(self, step_id: str) -> Described:
        """Return one step of formation by its id; raises ModelError when there is none."""
        return by_id(self.steps, step_id, "step of formation")


def formation(path: Path | None = None) -> Formation:
    """Return the forms, conditions, reasons, resistances and steps of formation.

    Parameters
    ----------
    path : Path, optional
        An organisation's own file; without it the one shipped, read once.

    Raises
    ------
    ModelError
        If the file cannot be read, breaks its schema, holds other entries than the known ones or in another
        order, has a condition that points to a form that does not exist, or a scale without sides.
    """
    return _read(path) if path else _shipped()


@cache
def _shipped() -> Formation:
    return _read(packaged(FILE))


def _read(path: Path) -> Formation:
    found = load(path, Formation)
    for part, entries, required in _parts(found):
        require_order(ids(entries), required, f"{path.name}, at {part}")
    _check_ratings(found.ratings, f"{path.name}, at ratings")
    for condition in found.conditions:
        where = f"{path.name}, at conditions.{condition.id}.otherwise"
        refuse_unknown(condition.otherwise, FORM_IDS, where)
    return found


def _check_ratings(ratings: Ratings, where: str) -> None:
    if not ratings.lowest <= ratings.fails_to < ratings.holds_from <= ratings.highest:
        raise ModelError(
            "The rating scale has no low or no high side.",
            where=where,
            found=f"{ratings.lowest} to {ratings.highest}, {ratings.fails_to} and {ratings.holds_from}",
            allowed="lowest <= fails_to < holds_from <= highest",
            remedy="Mend the four numbers.",
        )


def _parts(found: Formation) -> tuple[tuple[str, tuple[Described, ...], tuple[str, ...]], ...]:
    return (
        ("forms", found.forms, FORM_IDS),
        ("conditions", found.conditions, CONDITION_IDS),
        ("reasons", found.reasons, REASON_IDS),
        ("resistances", found.resistances, RESISTANCE_IDS),
        ("readiness", found.readiness, READINESS_IDS),
        ("steps", found.steps, STEP_IDS),
        ("processes", found.processes, PROCESS_IDS),
        ("outcomes", found.outcomes, OUTCOME_IDS),
    )
