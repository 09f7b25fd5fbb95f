"""How the dimension means of everybody would move if the data were treated otherwise.

Nothing is treated otherwise: every other page shows the means of all who count. Each variant enters the
release plan's question after everything that the plan shows, in this order, and is hidden in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.intake.rows import straight_lined
from alliance_analytics.intake.survey import SurveyIntake
from alliance_analytics.measure.answer_quality import fastest, filled_scores, share_missing
from alliance_analytics.measure.weights import rake_weights
from alliance_analytics.model.instrument import ScaleKind
from alliance_analytics.publish.additions import safe_beside
from alliance_analytics.publish.release_plan import GROUP, ReleasePlan
from alliance_analytics.review.waves import MeasuredWave

Floats = npt.NDArray[np.float64]
SCALE: ScaleKind = "dimension"
VARIANTS = ("weighted", "gaps", "straight", "fast")
"""Weighted to the people invited; every gap filled with the worst and the best answer; without those who
ticked one answer all the way down; without the fastest fifth."""
COLUMNS = ["alliance", "wave", "variant", "scale", "name", "low", "high", "shown", "reason"]


@dataclass(frozen=True)
class _Variant:
    """How much each person counts in it, how many do, and how far the mean moves; for computing only."""

    name: str
    counts: Floats
    people: int
    low: float
    high: float


def released_variants(wave: MeasuredWave, survey: SurveyIntake, invited: pd.DataFrame) -> pd.DataFrame:
    """Return how far each dimension mean of everybody would move, shown where that tells about nobody.

    Parameters
    ----------
    wave : MeasuredWave
        One wave, called by its own items.
    survey : SurveyIntake
        What was read of it.
    invited : frame
        Columns partner, level and invited.

    Returns
    -------
    frame
        One row a variant and dimension: columns of ``COLUMNS``. ``low`` and ``high`` are changes of the mean
        in points, the same but for ``gaps``. A variant that does not exist (no times, nobody known to be
        invited) has no rows; one that is hidden is NaN.
    """
    counting = dict(_counting(wave.people, survey, invited))
    rows = [row for name in wave.scores[SCALE] for row in _of_scale(wave, survey, str(name), counting)]
    table = pd.DataFrame(rows, columns=COLUMNS[2:]).assign(alliance=wave.alliance, wave=wave.wave)
    return table[COLUMNS]


def _counting(
    people: pd.DataFrame, survey: SurveyIntake, invited: pd.DataFrame
) -> Iterator[tuple[str, Floats]]:
    """Yield how much each person counts in each variant that leaves the answers as they are."""
    weights = _weights(people, invited)
    if weights is not None:
        yield "weighted", weights
    straight = straight_lined(survey.responses[survey.missing_kinds.columns])
    yield "straight", 1.0 - straight.to_numpy().astype(float)
    if survey.seconds.notna().any():
        yield "fast", 1.0 - fastest(survey.seconds).astype(float)


def _weights(people: pd.DataFrame, invited: pd.DataFrame) -> Floats | None:
    """Return weights that fit partners and levels to the people invited; who named neither has none."""
    known = people[["partner", "level"]].notna().all(axis=1).to_numpy()
    if invited.empty or not known.any():
        return None
    margins = ("partner", "level")
    groups = {margin: people.loc[known, margin].to_numpy(object) for margin in margins}
    population = {
        margin: {
            str(group): float(count) for group, count in invited.groupby(margin)["invited"].sum().items()
        }
        for margin in margins
    }
    found = rake_weights(groups, population)
    if found.reason:
        return None
    weights = np.zeros(len(people))
    weights[known] = found.values
    return weights


def _of_scale(
    wave: MeasuredWave, survey: SurveyIntake, name: str, counting: Mapping[str, Floats]
) -> Iterator[tuple[object, ...]]:
    found = _variants(wave, survey, name, counting)
    for variant, reason in zip(found, _reasons(wave, name, found), strict=True):
        low, high = (float("nan"),) * 2 if reason else (variant.low, variant.high)
        yield variant.name, SCALE, name, low, high, not reason, reason


def _variants(
    wave: MeasuredWave, survey: SurveyIntake, name: str, counting: Mapping[str, Floats]
) -> list[_Variant]:
    """Return the variants of one dimension, in the order of ``VARIANTS``."""
    scores = wave.scores[SCALE][name].to_numpy(float)
    found = {each: _counted(each, scores, counts) for each, counts in counting.items()}
    found["gaps"] = _filled(wave, survey, name, scores)
    return [found[each] for each in VARIANTS if each in found]


def _counted(variant: str, scores: Floats, counts: Floats) -> _Variant:
    known = np.isfinite(scores) & (counts > 0)
    mean = np.average(scores[known], weights=counts[known]) if known.any() else float("nan")
    shift = float(mean - np.nanmean(scores)) if known.any() else float("nan")
    return _Variant(variant, counts, int(known.sum()), shift, shift)


def _filled(wave: MeasuredWave, survey: SurveyIntake, name: str, scores: Floats) -> _Variant:
    """Return how far the mean moves when every missing answer is the worst, and when it is the best."""
    asked, known = wave.instrument, np.isfinite(scores)
    items = asked.scales(SCALE)[name]
    low, high = (
        float(
            (filled_scores(survey.responses, items, asked.turned, fill=fill, points=asked.points) - scores)[
                known
            ].mean()
        )
        if known.any()
        else float("nan")
        for fill in (1.0, float(asked.points))
    )
    return _Variant("gaps", share_missing(survey.responses, items), int(known.sum()), low, high)


def _reasons(wave: MeasuredWave, name: str, variants: Sequence[_Variant]) -> list[str]:
    """Return why each variant is hidden, or ''; none is shown where the mean itself is not."""
    plan, rule = wave.plan, wave.plan.rule
    if not everybody_shown(plan, SCALE, name):
        return ["too_few"] * len(variants)
    enough = [variant.people >= rule.precision_minimum for variant in variants]
    asked = [variant.counts for variant, many in zip(variants, enough, strict=True) if many]
    safe = iter(safe_beside(plan, wave.people, wave.scores[SCALE][name], SCALE, asked))
    return [("" if next(safe) else "subtraction") if many else "too_few" for many in enough]


def everybody_shown(plan: ReleasePlan, scale: str, name: str) -> bool:
    """Return whether a plan shows the mean of everybody on one scale."""
    named = plan.scores[(plan.scores["scale"] == scale) & (plan.scores["name"] == name)]
    return bool(named.loc[named[GROUP].isna().all(axis=1), "shown"].any())
