"""Changes of everybody's means taken apart: who stayed, who came, who went, and statements that changed."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from alliance_analytics.measure.change_parts import ChangeParts, change_parts
from alliance_analytics.measure.differences import t_test_paired
from alliance_analytics.model.instrument import SCALE_KINDS, ScaleKind
from alliance_analytics.publish.release_statistics import release_parts
from alliance_analytics.review.change.comparing import Scores, Shared, by_person, shared_of, shared_score
from alliance_analytics.review.waves import MeasuredWave

Pair = tuple[pd.Series, pd.Series]
NUMBERS = [
    "change", "within", "within_low", "within_high", "came", "went", "items", "smallest",
    "n_now", "n_before", "n_stayed", "p",
]  # fmt: skip
UNKNOWN = ("not_decided", "no_answers")
"""What the plans say of those who stayed when nobody could be linked."""
PART_COLUMNS = ["alliance", "wave", "previous_wave", "scale", "name", *NUMBERS, "shown", "reason"]


def released_parts(before: MeasuredWave, now: MeasuredWave, comparable: Collection[str]) -> pd.DataFrame:
    """Return the changes from one wave to the next taken apart, shown where all who make a part may be.

    Parameters
    ----------
    before, now : MeasuredWave
        The earlier one with a plan that knows who was kept.
    comparable : collection of str
        Ids of the statements that both asked in the same words.

    Returns
    -------
    frame
        Columns of ``PART_COLUMNS``, one row a dimension, pillar or theme: ``change = within + came + went +
        items``, in points; ``n_stayed`` people have a score now and answered both waves; ``p`` is the paired
        test of ``within``. Reasons beside those of the plan: ``not_linked`` (nobody answered both) and
        ``items_changed``.
    """
    scores = by_person(before), by_person(now)
    stayed = set(scores[0]["item"].index.dropna()) & set(scores[1]["item"].index.dropna())
    rows = []
    for kind, name in _compared(before, now):
        shared = shared_of(before, now, kind, name, comparable)
        own, common = (scores[0][kind][name], scores[1][kind][name]), _common(scores, kind, name, shared)
        rows.append({"scale": kind, "name": name, **_row(shared, own, common, stayed)})
    table = pd.DataFrame(rows, columns=["scale", "name", *NUMBERS, "why"]).assign(
        alliance=now.alliance, wave=now.wave, previous_wave=before.wave
    )
    released = release_parts(table, now.plan, before.plan, NUMBERS)
    hidden = ~released["shown"] & ~released["reason"].isin(UNKNOWN)  # by the plans, which say why
    stopped = ~hidden & (released["why"] != "")
    return released.assign(
        **{name: released[name].mask(stopped) for name in NUMBERS},
        shown=released["shown"] & ~stopped,
        reason=released["reason"].mask(stopped, released["why"]),
    )[PART_COLUMNS]


def _compared(before: MeasuredWave, now: MeasuredWave) -> list[tuple[ScaleKind, str]]:
    """Return kind and name of the scales of both waves; single statements are not taken apart."""
    return [
        (kind, str(name))
        for kind in SCALE_KINDS
        for name in now.scores[kind].columns
        if kind != "item" and name in before.scores[kind].columns
    ]


def _common(scores: tuple[Scores, Scores], kind: ScaleKind, name: str, shared: Shared) -> Pair:
    return shared_score(scores[0], kind, name, shared), shared_score(scores[1], kind, name, shared)


def _row(shared: Shared, own: Pair, common: Pair, stayed: Collection[str]) -> dict[str, object]:
    parts = (
        change_parts(*own, common_before=common[0], common_now=common[1], stayed=stayed)
        if shared.others
        else change_parts(*own, stayed=stayed)
    )
    return {
        **_numbers(parts),
        "n_now": int(own[1].count()),
        "n_before": int(own[0].count()),
        "p": _paired_p(*common, stayed),
        "why": shared.reason or ("" if stayed else "not_linked"),
    }


def _numbers(parts: ChangeParts) -> dict[str, float]:
    return {
        "change": parts.total.estimate,
        "within": parts.within.estimate,
        "within_low": parts.within.low,
        "within_high": parts.within.high,
        "came": parts.came.estimate,
        "went": parts.went.estimate,
        "items": parts.items.estimate,
        "smallest": parts.smallest,
        "n_stayed": parts.within.n,
    }


def _paired_p(before: pd.Series, now: pd.Series, stayed: Collection[str]) -> float:
    order = sorted(stayed)
    earlier, later = (scores[scores.index.notna()].reindex(order).to_numpy(float) for scores in (before, now))
    return t_test_paired(later, earlier).p
