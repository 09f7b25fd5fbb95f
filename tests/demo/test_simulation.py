from __future__ import annotations

import numpy as np
import pytest

from alliance_analytics.demo.simulation import MARK_MEANS, simulate
from alliance_analytics.model.instruments import default_instrument

INSTRUMENT = default_instrument()


def only(plan, seed=1):
    return simulate(plan, INSTRUMENT, np.random.default_rng(seed))[0]


def scale(simulated, kind, name):
    return simulated.turned[list(INSTRUMENT.scales(kind)[name])].mean(axis=1)


def test_everybody_invited_answers_everything_within_the_scale(example_waves):
    for waves in example_waves.values():
        for wave in waves:
            invited = sum(sum(partner.people.values()) for partner in wave.plan.partners)
            assert wave.answers.shape == (invited, len(INSTRUMENT.scored))
            assert set(np.unique(wave.answers)) <= {1, 2, 3, 4, 5}


@pytest.mark.parametrize("mean", [2.5, 3.0, 3.4])
def test_a_pillars_mean_is_its_parameter(crowd, mean):
    # 2000 people leave a standard error of about 0.01; rounding and holding within the scale add a little.
    simulated = only(crowd(wave={"pillars": dict.fromkeys("12345678", 3.0) | {"6": mean}}))
    assert scale(simulated, "pillar", "6").mean() == pytest.approx(mean, abs=0.05)
    assert scale(simulated, "pillar", "1").mean() == pytest.approx(3.0, abs=0.05)


def test_the_easiness_of_statements_leaves_the_pillars_mean(crowd):
    means = only(crowd(item_sd=0.5)).turned.mean()
    pillars = {name: list(ids) for name, ids in INSTRUMENT.scales("pillar").items()}
    statements = [item for ids in pillars.values() for item in ids]
    assert means[statements].std() > 0.25
    for ids in pillars.values():
        assert means[ids].mean() == pytest.approx(3.0, abs=0.08)


def test_a_theme_shifts_its_statements_only(crowd):
    simulated = only(crowd(wave={"themes": {"flexibility": 0.5}}))
    assert simulated.turned["T7"].mean() == pytest.approx(3.5, abs=0.07)
    assert simulated.turned["T3"].mean() == pytest.approx(3.0, abs=0.07)


def test_partners_and_levels_lie_apart_by_their_offsets(crowd):
    plan = crowd(levels={"strategic": 0.4})
    partners = (plan.partners[0].model_copy(update={"offset": -0.5}), plan.partners[1])
    simulated = only(plan.model_copy(update={"partners": partners}))
    means = (
        scale(simulated, "pillar", "6")
        .groupby([simulated.people["partner"], simulated.people["level"]])
        .mean()
    )
    first, second = (partner.name for partner in partners)
    assert means[second, "strategic"] - means[second, "operational"] == pytest.approx(0.4, abs=0.1)
    assert means[second, "tactical"] - means[first, "tactical"] == pytest.approx(0.5, abs=0.1)


def test_a_bad_end_is_answered_at_the_other_end_and_a_little_more_agreeably(crowd):
    plain, agreeable = (only(crowd(negative_wording=wording)) for wording in (0.0, 0.3))
    high = only(crowd(wave={"pillars": dict.fromkeys("12345678", 4.2)}))
    assert high.answers["P1a"].mean() > 3.8
    assert high.answers["P1d"].mean() < 2.2
    assert agreeable.answers["P1d"].mean() - plain.answers["P1d"].mean() == pytest.approx(0.3, abs=0.08)
    assert agreeable.answers["P1a"].mean() == pytest.approx(plain.answers["P1a"].mean())


@pytest.mark.parametrize("stage", ["opportunism", "procedure-oriented", "culturally-sensitive"])
def test_stage_marks_follow_the_planted_stage(crowd, stage):
    simulated = only(crowd(wave={"stage": stage}))
    for item in (item for item in INSTRUMENT.scored if item.mark):
        expected = MARK_MEANS[stage][item.mark.split(".")[0]]
        assert simulated.answers[item.id].mean() == pytest.approx(expected, abs=0.2)


def test_a_person_stays_the_same_over_the_waves_and_noise_does_not(crowd):
    first, second = simulate(crowd(waves=2, turnover=0.0), INSTRUMENT, np.random.default_rng(1))
    behaviour = first.plan.behaviour
    shared = behaviour.person_sd**2 / (behaviour.person_sd**2 + behaviour.noise_sd**2)
    assert first.turned["P6a"].corr(second.turned["P6a"]) == pytest.approx(shared, abs=0.08)
    assert first.people["person"].equals(second.people["person"])


def test_seats_change_hands_at_the_rate_of_turnover(crowd):
    first, second, third = simulate(crowd(waves=3, turnover=0.3), INSTRUMENT, np.random.default_rng(1))
    stayed = first.people["person"] == second.people["person"]
    assert stayed.mean() == pytest.approx(0.7, abs=0.03)
    assert third.people["person"].is_unique
    newcomers = set(third.people["person"]) - set(second.people["person"])
    assert newcomers.isdisjoint(first.people["person"])


def test_the_share_that_answers_is_fixed(crowd):
    assert only(crowd(wave={"answering": 0.63})).people["answered"].mean() == pytest.approx(0.63)


def test_those_who_are_unhappy_keep_silent_when_the_slope_says_so(crowd):
    for slope, low, high in ((0.0, -0.06, 0.06), (1.0, 0.15, 1.0)):
        simulated = only(crowd(answering_slope=slope, wave={"answering": 0.6}))
        liking = simulated.turned.mean(axis=1)
        answered = simulated.people["answered"]
        assert low < liking[answered].mean() - liking[~answered].mean() < high


def test_a_few_people_tick_one_answer_throughout(crowd):
    simulated = only(crowd(straight_lining=0.05))
    assert (simulated.answers.nunique(axis=1) == 1).mean() == pytest.approx(0.05, abs=0.02)


def test_the_same_seed_gives_the_same_waves(crowd):
    first, again, other = (only(crowd(), seed) for seed in (3, 3, 4))
    assert first.answers.equals(again.answers)
    assert first.people.equals(again.people)
    assert not first.answers.equals(other.answers)
