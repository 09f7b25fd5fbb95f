"""Draws keep the promise of their interval, and do not depend on what stands beside them."""

import numpy as np
import pandas as pd
import pytest
from scipy import special

from alliance_analytics.interpret.stages.draws import Luck, _as_student, draw_means, draw_moves, for_each_wave
from alliance_analytics.model.stages import stage_model

LUCK = Luck(seed=1, alliance="North Quay", wave="2024")
CONVENTIONS = stage_model().conventions.model_copy(update={"draws": 40_000})


def evidence(**columns):
    rows = {"scale": "pillar", "name": ["5", "6"], "mean": 3.0, "ci_low": 2.6, "ci_high": 3.2, "n": 8.0}
    return pd.DataFrame(rows | columns)


def test_draws_fill_the_interval_on_either_side():
    drawn = draw_means(evidence(), CONVENTIONS, LUCK)
    np.testing.assert_allclose(np.quantile(drawn, [0.025, 0.5, 0.975]), [2.6, 3.0, 3.2], atol=0.015)


def test_a_census_does_not_move():
    drawn = draw_means(evidence(ci_low=3.0, ci_high=3.0), CONVENTIONS, LUCK)
    assert (drawn == 3.0).all()


@pytest.mark.parametrize("correlation", [0.0, 0.5, 1.0])
def test_errors_of_two_means_correlate_as_agreed(correlation):
    conventions = CONVENTIONS.model_copy(update={"correlation": correlation})
    drawn = draw_means(evidence(ci_low=2.8, n=10_000.0), conventions, LUCK)
    assert np.corrcoef(drawn.T)[0, 1] == pytest.approx(correlation, abs=0.02)


def test_the_same_mean_draws_the_same_numbers_whatever_else_is_asked():
    both = draw_means(evidence(), CONVENTIONS, LUCK)
    turned = draw_means(evidence().iloc[::-1], CONVENTIONS, LUCK)
    np.testing.assert_array_equal(both, turned[:, ::-1])


def test_another_wave_has_other_luck():
    other = Luck(seed=1, alliance="North Quay", wave="2025")
    assert not np.array_equal(LUCK.stream("x").random(3), other.stream("x").random(3))


def test_cut_offs_move_within_their_bounds_and_per_mark():
    moves = draw_moves(("a.one", "a.two"), CONVENTIONS, LUCK)
    assert np.abs(moves["a.one"]).max() <= 0.25
    assert moves["a.one"].std() == pytest.approx(0.5 / np.sqrt(12), abs=0.002)
    assert not np.array_equal(moves["a.one"], moves["a.two"])


def test_no_wave_gives_an_empty_frame_with_its_columns():
    found = pd.DataFrame(columns=["alliance", "wave"])
    assert list(for_each_wave(found, 0, lambda wave, luck: wave, ["wave", "share"]).columns) == [
        "wave",
        "share",
    ]


@pytest.mark.parametrize("freedom", [1.0, 3.0, 30.0])
def test_the_table_gives_the_quantiles_of_a_student_t(freedom):
    normal = np.random.default_rng(2).standard_normal(2000)
    exact = special.stdtrit(freedom, special.ndtr(normal))
    np.testing.assert_allclose(_as_student(normal, freedom), exact, rtol=3e-6)
