"""Single statements that stay back so that scales and their statements cannot be set off against each other.

Who has a scale and all its statements has, where a few people skipped one, the scores of these few. One
statement that stays back is enough: its part is in the scale, and nobody can take it out. It is told of
everybody all the same where so many people skipped statements that the difference is about enough of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from alliance_analytics.model.release_rule import ReleaseRule
from alliance_analytics.publish.disclosure import Integers, numbered
from alliance_analytics.publish.witnesses import (
    NOBODY,
    Answered,
    Flags,
    Scale,
    Witnesses,
    treated_alike,
    unlike_pairs,
)

Pair = tuple[str, str | None]


@dataclass(frozen=True)
class Reserved:
    """Statements that are told of everybody alone, or not at all.

    Attributes
    ----------
    for_everybody : frozenset of str
        Told of everybody, not of single groups.
    hidden : frozenset of str
        Told of nobody.
    mates : mapping of str to sequence of str
        Statement to those beside which it is told of groups: in the same scales, and reserved. Statements in
        no scale that may be shown are left out.
    themes : mapping of (str, str) to (str, str or None)
        Theme to a statement in it and one outside it that all other scales treat alike (None where no other
        scale has the first); themes that are left out share all their statements.
    """

    for_everybody: frozenset[str]
    hidden: frozenset[str]
    mates: Mapping[str, Sequence[str]]
    themes: Mapping[Scale, Pair]

    def of_theme(self, theme: Scale, answers: Answered) -> Witnesses:
        """Return who protects a theme."""
        scored = answers.scored[theme]
        nobody = np.full(len(scored), NOBODY)
        if theme not in answers.statements:
            return Witnesses(scored, nobody)
        pair = self.themes.get(theme)
        if pair is None:
            return Witnesses(np.zeros_like(scored), nobody, alone=False)
        return Witnesses(scored & _both(answers, pair), nobody, alone=False)

    def of_statement(self, item: str, answers: Answered) -> Witnesses:
        """Return who protects a single statement, in groups."""
        given = answers.scored["item", item]
        nobody = np.full(len(given), NOBODY)
        if item not in self.mates:
            return Witnesses(given, nobody)
        beside = [mate for mate in self.mates[item] if mate != item]
        sure = given & answers.any_of(beside) if beside else given
        return Witnesses(sure, nobody, alone=False)


def reserved_statements(
    base: Sequence[Scale], themes: Sequence[Scale], answers: Answered, atoms: Integers, rule: ReleaseRule
) -> Reserved:
    """Return which statements stay back.

    Parameters
    ----------
    base : sequence of (str, str)
        Pillars and dimensions that are shown of any group.
    themes : sequence of (str, str)
        All other scales that may be shown.
    answers : Answered
        Who answered what.
    atoms : array of int, shape (n_people,)
        People whom no group tells apart.
    rule : ReleaseRule
        The minima.
    """
    classes = treated_alike(base, answers)
    pairs = dict(_peeled([t for t in themes if t in answers.statements], base, answers))
    reserved = {item for pair in pairs.values() for item in pair if item}
    hidden = set()
    for theme, pair in pairs.items():
        if not _theme_is_covered(theme, pair, answers, atoms, rule):
            hidden |= {item for item in pair if item}
    mates: dict[str, list[str]] = {}
    for key, items in classes.items():
        if not key:
            continue
        kept = [item for item in items if item in reserved] or items[-1:]
        reserved |= set(kept)
        mates |= dict.fromkeys(items, kept)
        if not hidden & set(items) and not _is_covered(key, items, answers, atoms, rule):
            hidden.add(kept[-1])
    mates |= {item: [] for pair in pairs.values() for item in pair if item and item not in mates}
    return Reserved(frozenset(reserved), frozenset(hidden), mates, pairs)


def _peeled(
    themes: Sequence[Scale], base: Sequence[Scale], answers: Answered
) -> Iterable[tuple[Scale, Pair]]:
    """Yield themes with the pair that tells each from the rest, those that need it least first."""
    left = list(themes)
    while left:
        found = [(theme, _pair(theme, [*base, *left], answers)) for theme in left]
        told = [(theme, pair) for theme, pair in found if pair]
        if not told:
            return
        theme, pair = told[0]
        left.remove(theme)
        yield theme, pair


def _pair(theme: Scale, others: Sequence[Scale], answers: Answered) -> Pair | None:
    asked = set(answers.statements[theme])
    classes = treated_alike([each for each in others if each != theme], answers)
    found: Pair | None = None
    for key, items in classes.items():
        inside, outside = [i for i in items if i in asked], [i for i in items if i not in asked]
        if inside and not key:
            return inside[-1], None
        if inside and outside and found is None:
            found = inside[-1], outside[-1]
    return found


def _theme_is_covered(
    theme: Scale, pair: Pair, answers: Answered, atoms: Integers, rule: ReleaseRule
) -> bool:
    """Return whether a theme may stand beside all its statements: everybody answered all, or many did not."""
    scored, matched = answers.scored[theme], _both(answers, pair) & answers.scored[theme]
    if bool((answers.given[pair[0]] == scored).all()) and _complete(theme, answers):
        return True
    apart = unlike_pairs(atoms, np.zeros_like(atoms), answers.count(theme), matched)
    return apart >= rule.subtraction_minimum


def _is_covered(
    key: frozenset[Scale], items: Sequence[str], answers: Answered, atoms: Integers, rule: ReleaseRule
) -> bool:
    """Return whether all statements of a class may stand beside its scales, at most two, one in the other."""
    finest, *rest = sorted(key, key=lambda scale: (len(answers.statements[scale]), scale))
    if len(rest) > 1 or any(not set(answers.statements[finest]) <= set(answers.statements[s]) for s in rest):
        return False
    if all(_complete(scale, answers) for scale in key):
        return True
    among, count = answers.scored[finest] & answers.any_of(items), answers.count(finest)
    same = np.zeros_like(atoms)
    if rest:
        among &= answers.scored[rest[0]] & (answers.count(rest[0]) > count)
        same = _others_of(rest[0], finest, answers)
    return unlike_pairs(atoms, same, count, among) >= rule.subtraction_minimum


def _others_of(whole: Scale, part: Scale, answers: Answered) -> Integers:
    """Return numbers, equal where two people answered the same statements of a scale beside a part."""
    items = [item for item in answers.statements[whole] if item not in answers.statements[part]]
    return numbered([answers.given[item] for item in items])


def _complete(scale: Scale, answers: Answered) -> bool:
    """Return whether whoever has a score answered every statement, and nobody else answered any."""
    scored, asked = answers.scored[scale], answers.statements[scale]
    return all(bool((answers.given[item] == scored).all()) for item in asked)


def _both(answers: Answered, pair: Pair) -> Flags:
    inside, outside = pair
    return answers.given[inside] & (answers.given[outside] if outside else True)
