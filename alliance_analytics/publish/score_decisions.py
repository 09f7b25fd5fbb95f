"""Decide on every group and scale together, the most useful scales first.

Dimensions come first, then pillars, themes and single statements. Each is decided over the people who
protect it from all scales before it (:mod:`~alliance_analytics.publish.witnesses`): whoever adds and
subtracts numbers of several scales has to use the last of them, and that one is about enough people or about
nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from alliance_analytics.model.release_rule import ReleaseRule
from alliance_analytics.publish.catalogue import Catalogue
from alliance_analytics.publish.disclosure import Floats, Integers, safe_subset
from alliance_analytics.publish.earlier_releases import Before
from alliance_analytics.publish.shared_statements import Reserved, reserved_statements
from alliance_analytics.publish.witnesses import NOBODY, Answered, Flags, Scale, Witnesses, witnesses

BASE = ("dimension", "pillar")
"""Kinds of scale of which one is made of the other, those that groups are compared on first."""
Reasons = tuple[str, ...]
SAME = 1e-9
"""Points below which two scores are the same, but for float noise."""


@dataclass(frozen=True)
class Decisions:
    """What was decided on each group of each scale, in the order of the catalogue.

    Attributes
    ----------
    counts : dict
        Scale to people with a score, one a group.
    reasons : dict
        Scale to why each group is hidden, or ''.
    witnesses : dict
        Scale to who protects it; for deciding what comes later, never shown.
    """

    counts: dict[Scale, Integers]
    reasons: dict[Scale, Reasons]
    witnesses: dict[Scale, Witnesses]


@dataclass(frozen=True)
class _Table:
    """Everything that decides, and what was decided so far."""

    catalogue: Catalogue
    values: Mapping[Scale, Floats]
    answers: Answered
    rule: ReleaseRule
    before: Before
    first: int
    done: Decisions = field(default_factory=lambda: Decisions({}, {}, {}))
    known: dict[bytes, tuple[bool, ...]] = field(default_factory=dict)

    def shown_anywhere(self, scale: Scale) -> bool:
        """Return whether any group was decided to be shown on a scale."""
        return "" in self.done.reasons.get(scale, ())


def decide_scores(
    catalogue: Catalogue,
    scores: Mapping[str, pd.DataFrame],
    answers: Answered,
    rule: ReleaseRule,
    before: Before,
    *,
    first: int | None = None,
) -> Decisions:
    """Return what may be shown of every group on every scale.

    Parameters
    ----------
    catalogue : Catalogue
        The groups, the most useful first.
    scores : mapping
        Kind of scale to a frame with one row a respondent and one column a scale.
    answers : Answered
        Which statements they answered, and of which scales.
    rule : ReleaseRule
        The minima.
    before : Before
        What earlier releases of the same wave showed.
    first : int, optional
        How many groups to decide on, from the first; the others stay hidden. All when left out.
    """
    values = {
        (kind, str(name)): frame[name].to_numpy(float) for kind, frame in scores.items() for name in frame
    }
    table = _Table(
        catalogue, values, answers, rule, before, len(catalogue.groups) if first is None else first
    )
    base = _in_kinds(values, BASE)
    for place, scale in enumerate(base):
        others = [each for each in base[:place] if table.shown_anywhere(each)]
        _decide(table, scale, witnesses(scale, others, answers))
    themes = [scale for scale in values if scale[0] not in (*BASE, "item")]
    statements = _in_kinds(values, ("item",))
    if not (themes or statements):
        return table.done
    shown = [scale for scale in base if table.shown_anywhere(scale)]
    reserved = reserved_statements(shown, themes, answers, catalogue.atom, rule)
    for scale in themes:
        _decide(table, scale, reserved.of_theme(scale, answers))
    for scale in statements:
        _decide_statement(table, scale, reserved)
    return table.done


def _in_kinds(values: Mapping[Scale, Floats], kinds: Sequence[str]) -> list[Scale]:
    return [scale for kind in kinds for scale in values if scale[0] == kind]


def _decide_statement(table: _Table, scale: Scale, reserved: Reserved) -> None:
    """Decide a single statement: one that others lean on is told of everybody alone, or of nobody."""
    item, protecting = scale[1], reserved.of_statement(scale[1], table.answers)
    _decide(table, scale, protecting, everybody_given=True)
    reasons = table.done.reasons[scale]
    few = int(protecting.sure.sum()) < table.rule.subtraction_minimum
    if item in reserved.hidden or few or reasons[0] != "":
        table.done.reasons[scale] = tuple(reason or "scales" for reason in reasons)
    elif item in reserved.for_everybody:
        table.done.reasons[scale] = (reasons[0], *(reason or "scales" for reason in reasons[1:]))


def _decide(table: _Table, scale: Scale, protecting: Witnesses, *, everybody_given: bool = False) -> None:
    """Decide one scale in all groups, and note it."""
    catalogue, scored = table.catalogue, table.answers.scored[scale]
    counts = catalogue.counts(scored)
    reasons = list(_by_count(counts, scale, table.rule))
    sealed = _unanimous(catalogue, table.values[scale], counts, table.rule)
    reasons = [reason or ("too_few" if place in sealed else "") for place, reason in enumerate(reasons)]
    held = table.before.held_back(scale, catalogue)
    reasons = [reason or once for reason, once in zip(reasons, held, strict=True)]
    reasons[table.first :] = ["not_decided"] * len(reasons[table.first :])
    follows = _following(table, protecting, scored)
    asked = [place for place, reason in enumerate(reasons) if not reason and place not in follows]
    safe_groups = _safe(table, scale, protecting, asked, [*sealed.values()], everybody_given=everybody_given)
    for place, safe in zip(asked, safe_groups, strict=True):
        if not safe:
            reasons[place] = _why(table, scale, protecting)
    table.done.counts[scale] = counts
    table.done.reasons[scale] = tuple(reasons)
    table.done.witnesses[scale] = protecting


def _why(table: _Table, scale: Scale, protecting: Witnesses) -> str:
    if table.before.differs(scale):
        return "earlier"
    return "subtraction" if bool((protecting.sure == table.answers.scored[scale]).all()) else "scales"


def _by_count(counts: Integers, scale: Scale, rule: ReleaseRule) -> Iterator[str]:
    item = scale[0] == "item"
    minimum, few = (rule.item_minimum, "item_below_minimum") if item else (rule.score_minimum, "too_few")
    for count in counts:
        yield "" if count >= minimum else few if count else "no_answers"


def _unanimous(
    catalogue: Catalogue, values: Floats, counts: Integers, rule: ReleaseRule
) -> dict[int, Floats]:
    """Return sets below the precision minimum who say all the same: groups by place, rests below zero."""
    known = np.isfinite(values)
    people = np.concatenate([counts, int(known.sum()) - counts])
    few = np.flatnonzero((people > 0) & (people < rule.precision_minimum))
    rows = np.concatenate([catalogue.members, 1 - catalogue.members])[few]
    spread = _spread(values, np.where(known, catalogue.atom, NOBODY), rows > 0)
    places = {key: row for key, row, apart in zip(few.tolist(), rows, spread, strict=True) if apart < SAME}
    return {key if key < len(counts) else len(counts) - 1 - key: row for key, row in places.items()}


def _spread(values: Floats, atoms: Integers, sets: Flags) -> Floats:
    """Return how far apart the values in each set of atoms are; values of no atom do not count."""
    among = np.flatnonzero(np.append(sets.any(axis=0), False)[atoms])  # NOBODY is the last place
    lowest, highest = np.full(sets.shape[1], np.inf), np.full(sets.shape[1], -np.inf)
    np.minimum.at(lowest, atoms[among], values[among])
    np.maximum.at(highest, atoms[among], values[among])
    top = np.where(sets, highest, -np.inf).max(axis=1, initial=-np.inf)
    return np.asarray(top - np.where(sets, lowest, np.inf).min(axis=1, initial=np.inf), dtype=float)


def _following(table: _Table, protecting: Witnesses, scored: Flags) -> set[int]:
    """Return groups of which the scale is a sum of its parts that are shown: it tells nothing new of them."""
    parts, found = protecting.parts, set[int]()
    if not parts or table.before.releases:
        return found
    same = np.all([table.answers.scored[part] == scored for part in parts], axis=0)
    for place, atoms in enumerate(table.catalogue.members[: table.first]):
        inside = (atoms[table.catalogue.atom] > 0) & (scored | ~same)
        kinds = set(protecting.alike[inside].tolist())
        told = all(table.done.reasons[part][place] == "" for part in parts)
        if told and bool(same[inside].all()) and len(kinds) == 1 and kinds != {NOBODY}:
            found.add(place)
    return found


def _safe(
    table: _Table,
    scale: Scale,
    protecting: Witnesses,
    asked: Sequence[int],
    sealed: Sequence[Floats],
    *,
    everybody_given: bool,
) -> tuple[bool, ...]:
    """Return which of the groups asked for are about enough people, beside what earlier releases showed."""
    if not asked:
        return ()
    sets = table.before.sets(scale, table.catalogue, table.answers.scored[scale], protecting)
    if sets is None:
        return (False,) * len(asked)
    candidates = [table.catalogue.members[place][sets.atoms_now] * sets.now for place in asked]
    given = [*sets.given, sets.now] if everybody_given else list(sets.given)
    closed = [row[sets.atoms_now] * sets.now for row in sealed]
    key = np.vstack([sets.sizes, *given, *closed, *candidates]).tobytes() + bytes([len(given), len(closed)])
    if key not in table.known:
        fewest = sets.units * table.rule.subtraction_minimum
        table.known[key] = safe_subset(candidates, sets.sizes, fewest, given=given, sealed=closed)
    return table.known[key]
