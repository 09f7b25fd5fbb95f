"""One decision, once per alliance and wave, over everything that could be shown.

The catalogue: everybody, partners, levels, those who stayed and those who joined, all other partners
together, and partner by level; each on every dimension, pillar, theme and statement; and the response rates.
Whoever shows a number looks it up here. Nothing is decided call by call, since two harmless tables can be
subtracted.

What is aimed at, and tried by an attacker of its own (docs/attacker.md): no sum of multiples of the sums
that the plan shows (a mean times its n), over groups, scales and statements of one wave, and over what
earlier releases showed of that wave, depends on fewer people than the rule says, whoever knows which
statements each of them answered. Waves do not have to be looked at together: each has answers of its own,
and what is zero or about enough people in each is so in any sum of them.

What is not covered: how many people have a score on one scale and not on another, which the n's tell;
statistics that are no sums (a spread, a correlation), which have minima of their own; means under weights
and of data treated otherwise, which are decided scale by scale
(:mod:`~alliance_analytics.publish.additions`); and what readers know about each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import numpy as np
import pandas as pd

from alliance_analytics.intake.record_marks import PastReleases
from alliance_analytics.measure.keyed_rows import keys_in
from alliance_analytics.model.release_rule import MINIMA, ReleaseRule
from alliance_analytics.publish.catalogue import (
    GROUP,
    OTHERS,
    Catalogue,
    Keys,
    catalogue_of,
    group_rows,
    without_missing,
)
from alliance_analytics.publish.disclosure import safe_subset
from alliance_analytics.publish.earlier_releases import Before, before_of, of_the_same, showed_the_same
from alliance_analytics.publish.score_decisions import Decisions, decide_scores
from alliance_analytics.publish.witnesses import Scale, Statements, Witnesses, answered

__all__ = ["DECISION_COLUMNS", "GROUP", "OTHERS", "ReleasePlan", "release_plan"]
SCORE_KEYS = (*GROUP, "scale", "name")
RESPONSE_KEYS = ("partner", "level")
DECISION_COLUMNS = [*GROUP, "n", "shown", "reason", "scale", "name"]
UNKNOWN: Statements = {}
Decided = Mapping[tuple[str | None, ...], tuple[bool, str]]
"""Whether something is shown, and why not."""
NOTHING_EARLIER = PastReleases()


@dataclass(frozen=True)
class ReleasePlan:
    """What may be shown of one alliance in one wave.

    Attributes
    ----------
    scores : frame
        Columns partner, level, link, scale, name, n, shown and reason (``''``, ``too_few``,
        ``item_below_minimum``, ``subtraction``, ``scales``, ``earlier`` or ``no_answers``).
    response : frame
        Columns partner, level, shown and reason (``''``, ``few_invited``, ``few_silent``, ``subtraction``) of
        the response rates.
    rule : ReleaseRule
        The minima that it was made under.
    witnesses : mapping
        Scale to who protects it; for deciding what is shown beside the plan, never shown.
    before : Before
        What earlier releases showed; likewise.
    """

    scores: pd.DataFrame
    response: pd.DataFrame
    rule: ReleaseRule
    witnesses: Mapping[Scale, Witnesses] = field(default_factory=dict, repr=False)
    before: Before = field(default_factory=Before, repr=False)

    @cached_property
    def decided_scores(self) -> Decided:
        """Partner, level, link, scale and name to what was decided."""
        return _decided(self.scores, SCORE_KEYS)

    @cached_property
    def shown_groups(self) -> Mapping[Scale, Sequence[Keys]]:
        """Scale to the groups that it is shown of; a scale that is shown of nobody is missing."""
        found: dict[Scale, list[Keys]] = defaultdict(list)
        for (partner, level, link, scale, name), (shown, _) in self.decided_scores.items():
            if shown:
                found[str(scale), str(name)].append((partner, level, link))
        return dict(found)

    @cached_property
    def decided_response(self) -> Decided:
        """Partner and level to what was decided."""
        return _decided(self.response, RESPONSE_KEYS)


def keys_of(rows: pd.DataFrame, names: Sequence[str]) -> Iterator[tuple[str | None, ...]]:
    """Return what a decision on each row is kept under: missing, or no such column, is everybody."""
    nobody = [None] * len(rows)
    return zip(*(without_missing(rows[name]) if name in rows else nobody for name in names), strict=True)


def _decided(table: pd.DataFrame, names: Sequence[str]) -> Decided:
    decisions = zip(table["shown"].tolist(), table["reason"].tolist(), strict=True)
    return dict(zip(keys_of(table, names), decisions, strict=True))


def release_plan(
    people: pd.DataFrame,
    scores: Mapping[str, pd.DataFrame],
    invited: pd.DataFrame,
    rule: ReleaseRule,
    *,
    statements: Statements = UNKNOWN,
    earlier: PastReleases = NOTHING_EARLIER,
    items: Collection[str] | None = None,
    everybody: bool = False,
) -> ReleasePlan:
    """Decide what may be shown of one alliance in one wave.

    Parameters
    ----------
    people : frame, one row a respondent
        Columns partner, level and link (missing, ``stayed`` or ``joined``), and person (a keyed hash) where
        there were earlier releases.
    scores : mapping
        Kind of scale to a frame with the rows of ``people`` and one column a scale; NaN = no score.
    invited : frame
        Columns partner, level, invited.
    rule : ReleaseRule
        The minima.
    statements : mapping, optional
        Kind of scale to the statements of each scale. Scales that are not named here are taken to share no
        statement with any other.
    earlier : PastReleases, optional
        What was shown of this wave before, as from the ledger of the workspace.
    items : collection of str, optional
        Single statements to decide on; all when left out. Each is decided apart from the others, so the same
        is decided of it; statements that are not asked for are hidden, as all that the plan does not know.
    everybody : bool
        Decide on everybody alone where that is sure to give what the whole plan gives: where all of everybody
        is shown, and nothing was shown before. Groups are then hidden.

    Returns
    -------
    ReleasePlan
        The same input gives the same plan, in whatever order the rows come.
    """
    catalogue, before = catalogue_of(people), before_of(earlier, people, scores, statements)
    asked = scores if items is None else {**scores, "item": scores["item"][[*items]]}
    answers, response = answered(scores, statements), _decide_response(people, invited, rule)

    def planned(held_against: Before, first: int | None = None) -> ReleasePlan:
        decisions = decide_scores(catalogue, asked, answers, rule, held_against, first=first)
        return ReleasePlan(
            _table(catalogue, asked, decisions), response, rule, decisions.witnesses, held_against
        )

    if everybody and not before.releases:
        first = planned(before, 1)
        if _shows_everybody(first):
            return first
    same = of_the_same(before, people, minima(rule)) if before.releases else ()
    plan = planned(before.without(same))
    repeats = all(showed_the_same(each, plan.scores) for each in same)
    return plan if repeats else planned(before)


def _shows_everybody(plan: ReleasePlan) -> bool:
    """Return whether everybody is shown on all scales that enough people have: no group comes before it.

    A group is decided after everybody, and on a scale after those before it that are shown at all; if those
    are shown of everybody, groups add nothing.
    """
    table = plan.scores[plan.scores[GROUP].isna().all(axis=1)]
    return bool((table["shown"] | (table["n"] < plan.rule.score_minimum)).all())


def minima(rule: ReleaseRule) -> dict[str, int]:
    """Return the minima of a rule by name, as the ledger keeps them."""
    return {name: int(getattr(rule, name)) for name in MINIMA}


def _table(catalogue: Catalogue, scores: Mapping[str, pd.DataFrame], decisions: Decisions) -> pd.DataFrame:
    """Return one row a scale and group, in the order of the scores and of the catalogue."""
    scales = [(kind, str(name)) for kind, frame in scores.items() for name in frame]
    reasons = list(chain.from_iterable(decisions.reasons[scale] for scale in scales))
    groups = list(zip(*catalogue.groups, strict=True))
    columns = {column: pd.Series(list(groups[place]) * len(scales), dtype=object)
               for place, column in enumerate(GROUP)}  # fmt: skip
    repeated = {
        place: pd.Series([scale[place] for scale in scales for _ in catalogue.groups], dtype=object)
        for place in (0, 1)
    }
    counts = list(chain.from_iterable(decisions.counts[scale].tolist() for scale in scales))
    numbers = {
        "n": pd.Series(counts, dtype=np.int64),
        "shown": pd.Series([not reason for reason in reasons], dtype=bool),
        "reason": pd.Series(reasons, dtype=object),
    }
    return pd.DataFrame({**columns, **numbers, "scale": repeated[0], "name": repeated[1]})


def _decide_response(people: pd.DataFrame, invited: pd.DataFrame, rule: ReleaseRule) -> pd.DataFrame:
    cells = sorted(keys_in(invited, ("partner", "level", "invited")))
    keys: tuple[Keys, ...] = tuple((partner, level, None) for partner, level, _ in cells)
    came = Counter(keys_in(people, ("partner", "level")))
    asked = np.array([people for *_, people in cells], dtype=np.int64)
    silent = asked - np.array([came[partner, level] for partner, level, _ in cells], dtype=np.int64)
    groups = {
        group: atoms
        for group, atoms in dict(group_rows(keys, asked)).items()
        if group[2] is None and not str(group[0]).startswith(OTHERS)
    }
    everybody = asked.sum() - len(people)  # people of an unknown group, who are in no cell, did answer
    reasons = [
        _response_reason(float(atoms @ asked), float(atoms @ silent if any(group) else everybody), rule)
        for group, atoms in groups.items()
    ]
    there = silent > 0
    possible = [atoms[there] for atoms, reason in zip(groups.values(), reasons, strict=True) if not reason]
    safe = iter(safe_subset(possible, silent[there], rule.silent_minimum))
    rows = [
        (group[0], group[1], reason or ("" if next(safe) else "subtraction"))
        for group, reason in zip(groups, reasons, strict=True)
    ]
    table = pd.DataFrame(rows, columns=["partner", "level", "reason"])
    return table.assign(shown=table["reason"] == "")


def _response_reason(asked: float, silent: float, rule: ReleaseRule) -> str:
    if asked < rule.invited_minimum:
        return "few_invited"
    return "few_silent" if silent != 0 and silent < rule.silent_minimum else ""
