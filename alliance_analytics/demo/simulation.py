"""What all invited people would answer, drawn from known parameters.

An answer starts as a point on the answer scale, with the good end up::

    expected mean of the statement in this wave (by pillar, by stage mark, or the mean of all pillars)
    + effect of its themes + its own easiness + loading * (partner + level + person) + noise

The person's effect and the statement's easiness last over the waves; the noise does not. A statement that
describes the bad end is answered at the other end, a little more agreeably than that. What comes out is
rounded to a point and held within the scale, so means near an end lie nearer to the middle than their
parameter. Complete answers of everybody invited are the population; who answers is drawn afterwards and
changes nothing in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from alliance_analytics.demo.plan import Behaviour, PlannedAlliance, PlannedWave, Stage
from alliance_analytics.model.instrument import Instrument, Item

Numbers = NDArray[np.float64]
"""One row a person, one column a statement, unless said otherwise."""

MARK_MEANS: dict[Stage, dict[str, float]] = {
    "opportunism": {"opportunism": 4.0, "procedure-oriented": 2.3, "culturally-sensitive": 2.1},
    "procedure-oriented": {"opportunism": 2.5, "procedure-oriented": 4.0, "culturally-sensitive": 2.9},
    "culturally-sensitive": {"opportunism": 2.0, "procedure-oriented": 4.0, "culturally-sensitive": 4.4},
}
"""Planted stage, then the stage of a mark, to the expected agreement with the mark's statements."""

MARK_LOADING = 0.3
"""A mark is neither good nor bad, so how people feel about the alliance hardly colours it."""


@dataclass(frozen=True)
class SimulatedWave:
    """One wave of one alliance: the plan it follows, everybody invited, and what they would answer.

    ``people`` has columns person (int, the same over the waves), partner, level and answered (bool).
    ``answers`` has the same rows and one column a scored item, 1 to the highest point *as answered*,
    complete.
    """

    plan: PlannedAlliance
    wave: PlannedWave
    instrument: Instrument
    people: pd.DataFrame
    answers: pd.DataFrame

    @property
    def turned(self) -> pd.DataFrame:
        """The answers with the good end up."""
        turned = self.answers.copy()
        negative = list(self.instrument.turned)
        turned[negative] = self.instrument.points + 1 - turned[negative]
        return turned


def simulate(
    plan: PlannedAlliance, instrument: Instrument, generator: np.random.Generator
) -> tuple[SimulatedWave, ...]:
    """Return the waves of an alliance, in the order of its plan.

    Parameters
    ----------
    plan : PlannedAlliance
        The true parameters.
    instrument : Instrument
        The questionnaire that is answered.
    generator : numpy Generator
        The only source of chance: the same state gives the same waves.
    """
    easiness = _easiness(instrument, plan.behaviour, generator)
    waves = []
    for wave, people in zip(plan.waves, _casts(plan, generator), strict=True):
        expected = _expected(wave, instrument) + easiness
        answers = _answers(expected, _lasting_effects(plan, people), plan.behaviour, instrument, generator)
        answered = _answered(wave.answering, plan.behaviour, people, generator)
        cast = people[["person", "partner", "level"]].assign(answered=answered)
        waves.append(
            SimulatedWave(plan, wave, instrument, cast, pd.DataFrame(answers, columns=_ids(instrument)))
        )
    return tuple(waves)


def _ids(instrument: Instrument) -> list[str]:
    return [item.id for item in instrument.scored]


def _casts(plan: PlannedAlliance, generator: np.random.Generator) -> Iterator[pd.DataFrame]:
    """Yield each wave's people, one a seat; between waves some seats pass to somebody new."""
    behaviour = plan.behaviour
    seats = pd.DataFrame(
        [
            (partner.name, level)
            for partner in plan.partners
            for level, count in partner.people.items()
            for _ in range(count)
        ],
        columns=["partner", "level"],
    )
    person = np.arange(len(seats))
    effect = generator.normal(0, behaviour.person_sd, len(seats))
    for _ in plan.waves:
        yield seats.assign(person=person, effect=effect)
        leaving = generator.random(len(seats)) < behaviour.turnover
        person = np.where(leaving, person.max() + 1 + np.cumsum(leaving) - 1, person)
        effect = np.where(leaving, generator.normal(0, behaviour.person_sd, len(seats)), effect)


def _easiness(instrument: Instrument, behaviour: Behaviour, generator: np.random.Generator) -> Numbers:
    """Return a lasting effect a statement; those of a pillar cancel out, which keeps its mean."""
    drawn = pd.Series(generator.normal(0, behaviour.item_sd, len(instrument.scored)), _ids(instrument))
    for ids in instrument.scales("pillar").values():
        drawn[list(ids)] -= drawn[list(ids)].mean()
    return np.asarray(drawn, dtype=np.float64)


def _expected(wave: PlannedWave, instrument: Instrument) -> Numbers:
    return np.array([_item_mean(wave, item, instrument.points) for item in instrument.scored])


def _item_mean(wave: PlannedWave, item: Item, points: int) -> float:
    if item.mark:
        agreement = MARK_MEANS[wave.stage][item.mark.split(".")[0]]
        return agreement if item.direction == "positive" else points + 1 - agreement
    overall = sum(wave.pillars.values()) / len(wave.pillars)
    effects = [wave.themes.get(theme, 0.0) for theme in item.themes]
    return wave.pillars.get(item.pillar or "", overall) + sum(effects)


def _lasting_effects(plan: PlannedAlliance, people: pd.DataFrame) -> Numbers:
    partners = people["partner"].map({partner.name: partner.offset for partner in plan.partners})
    levels = people["level"].map(lambda level: plan.behaviour.levels.get(level, 0.0))
    return (partners + levels + people["effect"]).to_numpy(dtype=float)


def _answers(
    expected: Numbers,
    lasting: Numbers,
    behaviour: Behaviour,
    instrument: Instrument,
    generator: np.random.Generator,
) -> NDArray[np.int64]:
    items = instrument.scored
    loading = np.array([MARK_LOADING if item.mark else 1.0 for item in items])
    noise = generator.normal(0, behaviour.noise_sd, (len(lasting), len(items)))
    good_end_up = expected + lasting[:, None] * loading + noise
    turned = np.array([item.id in instrument.turned for item in items])
    as_answered = np.where(
        turned, instrument.points + 1 - good_end_up + behaviour.negative_wording, good_end_up
    )
    points = np.clip(np.floor(as_answered + 0.5), 1, instrument.points).astype(int)
    return _straight_lined(points, behaviour.straight_lining, generator)


def _straight_lined(
    points: NDArray[np.int64], share: float, generator: np.random.Generator
) -> NDArray[np.int64]:
    """Let a few people tick their first answer all the way down."""
    careless = generator.random(len(points)) < share
    return np.where(careless[:, None], points[:, :1], points)


def _answered(
    rate: float, behaviour: Behaviour, people: pd.DataFrame, generator: np.random.Generator
) -> NDArray[np.bool_]:
    """Draw the people who answer, without replacement: the share is fixed, chance decides who.

    The largest of Gumbel noise plus log odds are a draw with these odds.
    """
    log_odds = behaviour.answering_slope * people["effect"] / (behaviour.person_sd or 1.0)
    drawn = np.argsort(-(log_odds.to_numpy() + generator.gumbel(size=len(people))))
    found = np.zeros(len(people), dtype=bool)
    found[drawn[: round(rate * len(people))]] = True
    return found
