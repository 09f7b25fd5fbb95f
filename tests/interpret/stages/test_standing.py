"""How marks stand, and what is missing for the next stage."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.stages.placement import stage_shares
from alliance_analytics.interpret.stages.standing import missing_for_next, stage_marks


def test_a_mark_stands_where_its_evidence_does_on_average(model, estimates):
    marks = stage_marks(estimates(mean=3.0, p5=3.0, p6=4.0), model).set_index("mark")
    assert marks.loc["procedure-oriented.procedures", "standing"] == pytest.approx(0.25)
    assert marks.loc["procedure-oriented.procedures", "verdict"] == "for"
    assert marks.loc["opportunism.individuals", "standing"] == pytest.approx(0.0)


def test_what_is_not_measured_has_no_standing(model, estimates):
    mark = stage_marks(estimates(), model).set_index("mark").loc["culturally-sensitive.survival"]
    assert not mark["measured"]
    assert np.isnan(mark["standing"])
    assert mark["verdict"] == ""


def test_nothing_measured_at_all(model, estimates):
    assert not stage_marks(estimates().assign(scale="item"), model)["measured"].any()


def test_the_largest_shortfall_comes_first(model, estimates):
    missing = missing_for_next(estimates(mean=2.9, p5=2.0, p6=2.0, p7=2.7), model)
    assert set(missing["next_stage"]) == {"procedure-oriented"}
    assert missing["mark"].tolist() == [
        "procedure-oriented.procedures",
        "procedure-oriented.groups-learned",
        "opportunism.individuals",
        "opportunism.unrecognised",
    ]
    assert missing["shortfall"].tolist() == pytest.approx([1.25, 0.35, 0.3, 0.1])
    assert missing["left_behind"].tolist() == [False, False, True, True]


def test_the_last_stage_misses_nothing(model, estimates):
    assert missing_for_next(estimates(mean=4.8), model).empty


def test_a_wave_that_is_not_placed_misses_nothing_either(model, estimates):
    waves = pd.concat([estimates(wave="2023").assign(scale="item"), estimates(mean=3.6, wave="2024")])
    missing = missing_for_next(waves, model)
    assert set(missing["wave"]) == {"2024"}
    assert set(missing["next_stage"]) == {"culturally-sensitive"}


def test_meeting_all_that_is_missing_reaches_the_next_stage(model, estimates):
    frame = estimates(mean=3.6)
    shortfall = missing_for_next(frame, model)["shortfall"].max()
    lifted = frame.assign(**{name: frame[name] + shortfall + 0.3 for name in ("mean", "ci_low", "ci_high")})
    assert stage_shares(lifted, model).set_index("stage").loc["culturally-sensitive", "share"] == 1
