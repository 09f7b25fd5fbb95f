"""Two waves compared over what both asked in the same words.

Where an instrument changed, a statement with other words has no change, for people answered something else. A
scale is compared over the statements that both waves share, when these are at least half of it in either wave
and two or more: fewer would be another scale under an old name.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from alliance_analytics.measure.change import Change, mean_change
from alliance_analytics.measure.scores import scale_score
from alliance_analytics.model.instrument import SCALE_KINDS, ScaleKind
from alliance_analytics.publish.release import release_changes
from alliance_analytics.review.waves import MeasuredWave, once

COMPARED_COLUMNS = [
    "alliance", "wave", "previous_wave", "scale", "name",
    "change", "ci_low", "ci_high", "n_now", "n_before", "p", "method",
    "items", "items_changed", "shown", "reason",
]  # fmt: skip
FEWEST_SHARED = 2
"""Statements that make a scale."""
NUMBERS = ["change", "ci_low", "ci_high", "n_now", "n_before", "p"]
Scores = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Shared:
    """What two waves share of one scale.

    Parameters
    ----------
    items : tuple of str
        Statements that both asked in the same words.
    others : int
        Statements that only one of them asked, or each in words of its own.
    reason : str
        Why the scale cannot be compared: ``wording_changed``, ``items_changed``, or ''.
    """

    items: tuple[str, ...]
    others: int
    reason: str


def released_changes(
    before: MeasuredWave,
    now: MeasuredWave,
    comparable: Collection[str],
    kinds: Collection[ScaleKind] = SCALE_KINDS,
) -> pd.DataFrame:
    """Return the changes of everybody's means from one wave to the next, shown where they may be.

    Parameters
    ----------
    before, now : MeasuredWave
        With the same ids for the same statements.
    comparable : collection of str
        Ids of the statements that both asked in the same words.
    kinds : collection of str
        Kinds of scale to compare; where statements changed, they are to be among them.

    Returns
    -------
    frame
        Columns of ``COMPARED_COLUMNS``: ``items`` statements were compared, ``items_changed`` were not;
        ``p`` is the test of no change.
    """
    scores = by_person(before, kinds), by_person(now, kinds)
    rows = [
        _row(kind, name, shared_of(before, now, kind, name, comparable), *scores)
        for kind in kinds
        for name in now.scores[kind].columns
        if name in before.scores[kind].columns
    ]
    if not rows:
        return pd.DataFrame(columns=COMPARED_COLUMNS)
    whose = {"alliance": now.alliance, "wave": now.wave, "previous_wave": before.wave}
    table = pd.DataFrame([{**whose, **row} for row in rows])
    plan, earlier = (wave.counting.plan_of_everybody(kinds) for wave in (now, before))
    released = release_changes(table, plan, earlier)
    return _with_reasons(released, _reasons(table, plan.rule.score_minimum))[COMPARED_COLUMNS]


def shared_of(
    before: MeasuredWave, now: MeasuredWave, kind: ScaleKind, name: str, comparable: Collection[str]
) -> Shared:
    """Return what two waves share of one scale; parameters as of :func:`released_changes`."""
    if kind == "item":
        same = name in comparable
        return Shared((name,), int(not same), "" if same else "wording_changed")
    asked, earlier = (wave.instrument.scales(kind)[name] for wave in (now, before))
    items = tuple(item for item in asked if item in earlier and item in comparable)
    enough = len(items) >= max(FEWEST_SHARED, len(asked) / 2, len(earlier) / 2)
    others = len({*asked, *earlier}) - len(items)
    return Shared(items, others, "" if enough or not others else "items_changed")


def _row(kind: str, name: str, shared: Shared, before: Scores, now: Scores) -> dict[str, object]:
    earlier, later = (shared_score(scores, kind, name, shared) for scores in (before, now))
    return {
        "scale": kind,
        "name": name,
        **_numbers(mean_change(earlier, later)),
        "items": len(shared.items),
        "items_changed": shared.others,
        "why": shared.reason,
    }


def shared_score(scores: Scores, kind: str, name: str, shared: Shared) -> pd.Series:
    """Return the scores of a wave's people over what two waves share of a scale; all of it if all is."""
    if not shared.others or shared.reason:
        return scores[kind][name]
    items = scores["item"][list(shared.items)]
    return pd.Series(scale_score(items.to_numpy(float)), index=items.index)


def _numbers(change: Change) -> dict[str, object]:
    return {
        "change": change.estimate,
        "ci_low": change.low,
        "ci_high": change.high,
        "n_now": change.n_now,
        "n_before": change.n_before,
        "p": change.p,
        "method": change.method,
    }


def _reasons(table: pd.DataFrame, fewest: int) -> pd.Series:
    """Return why each change cannot be told, beside what the plans of the two waves say."""
    few = (table["items_changed"] > 0) & (np.fmin(table["n_now"], table["n_before"]) < fewest)
    return table["why"].mask(few & (table["why"] == ""), "too_few")


def _with_reasons(released: pd.DataFrame, reasons: pd.Series) -> pd.DataFrame:
    stopped = (reasons != "") & released["shown"]
    if not stopped.any():
        return released
    return released.assign(
        **{name: released[name].astype(float).mask(stopped) for name in NUMBERS},
        shown=released["shown"] & ~stopped,
        reason=released["reason"].mask(stopped, reasons),
    )


def by_person(wave: MeasuredWave, kinds: Collection[str] = SCALE_KINDS) -> Scores:
    """Return scores labelled by keyed hash; somebody who stands twice in a wave is linked to nobody."""
    labels = pd.Index(once(wave.people["person"]).tolist(), dtype=object)
    return {kind: wave.scores[kind].set_axis(labels) for kind in kinds}
