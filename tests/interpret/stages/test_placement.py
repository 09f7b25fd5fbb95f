"""A placement says how sure it is, and rises with the marks and with nothing else."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alliance_analytics.interpret.stages.finding import found_evidence
from alliance_analytics.interpret.stages.placement import most_likely_stage, stage_shares
from alliance_analytics.model.stages import stage_model

few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
pillar = st.sampled_from(["1", "2", "3", "4", "5", "6", "7", "8"])


def shares_of(table):
    return table["share"].tolist()


@pytest.mark.parametrize(
    ("means", "stage"),
    [
        ({"mean": 2.5}, "opportunism"),
        ({"mean": 3.6}, "procedure-oriented"),
        ({"mean": 4.5}, "culturally-sensitive"),
        ({"mean": 4.3, "p5": 2.6, "p6": 2.6}, "opportunism"),
        ({"mean": 2.7, "p5": 3.7, "p6": 3.7, "p1": 3.2}, "procedure-oriented"),
    ],
    ids=["low", "middle", "high", "good spirit without procedures", "procedures without warmth"],
)
def test_plain_cases(model, estimates, means, stage):
    assert most_likely_stage(stage_shares(estimates(half=0.2, **means), model))["stage"].tolist() == [stage]


def test_a_stage_can_be_skipped_kept_and_lost_again(model, estimates):
    waves = [
        estimates(mean, wave=str(year)) for year, mean in enumerate([2.0, 4.6, 4.6, 3.6, 2.5], start=2020)
    ]
    path = most_likely_stage(stage_shares(pd.concat(waves), model))["stage"].tolist()
    assert path == [
        "opportunism", "culturally-sensitive", "culturally-sensitive", "procedure-oriented", "opportunism",
    ]  # fmt: skip


def test_a_census_leaves_the_doubt_about_the_cut_offs(estimates):
    """With means known, only the cut-off moves: 3.35 lies above 3.25 in (0.10 + 0.25) / 0.50 of draws."""
    table = stage_shares(estimates(mean=3.9, p5=3.35, p6=3.35, p8=3.0), stage_model())
    assert table["share"].tolist() == pytest.approx([0.3, 0.7, 0.0], abs=0.025)
    assert table["low"].tolist() == [0.0, 0.0, 0.0]
    assert table["high"].tolist() == [1.0, 1.0, 0.0]


def test_shares_add_up_and_lie_in_their_range(model, estimates):
    table = stage_shares(estimates(mean=3.7, half=0.4), model)
    assert table["share"].sum() == pytest.approx(1)
    assert ((table["low"] <= table["share"]) & (table["share"] <= table["high"])).all()
    assert table["placed"].all()


def test_a_wider_interval_is_a_larger_doubt(model, estimates):
    narrow, wide = (stage_shares(estimates(3.6, half), model)["share"].max() for half in (0.1, 1.5))
    assert wide < narrow


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda frame: frame.assign(scale="item"), "not_asked"),
        (lambda frame: frame.assign(mean=np.nan, ci_low=np.nan, ci_high=np.nan, n=np.nan), "too_few_answers"),
        (lambda frame: frame[~frame["name"].isin(["5", "6"])], "too_little_evidence"),
    ],
)
def test_without_evidence_a_wave_is_not_placed(model, estimates, change, reason):
    table = stage_shares(change(estimates()), model)
    assert not table["placed"].any()
    assert table[["share", "low", "high"]].isna().all(axis=None)
    assert set(table["reason"]) == {reason}
    assert most_likely_stage(table)["stage"].isna().all()


def test_no_waves_no_rows(model, estimates):
    assert stage_shares(estimates().iloc[:0], model).empty


def test_of_equals_the_earliest_stage_is_chosen(model, estimates):
    table = stage_shares(estimates(), model).assign(share=[0.4, 0.4, 0.2])
    assert most_likely_stage(table)["stage"].tolist() == ["opportunism"]


@few
@given(mean=st.floats(2.0, 4.8), half=st.floats(0, 0.8), raised=pillar, by=st.floats(0.0, 1.5))
def test_raising_one_pillar_never_leads_back(model, estimates, mean, half, raised, by):
    before = stage_shares(estimates(mean, half), model)
    after = stage_shares(_raised(estimates(mean, half), raised, by), model)
    at_least = [table["share"].to_numpy()[::-1].cumsum() for table in (before, after)]
    assert (at_least[1] >= at_least[0] - 1e-12).all()


def _raised(frame, name, by):
    return frame.assign(
        **{
            column: frame[column] + np.where(frame["name"] == name, by, 0)
            for column in ("mean", "ci_low", "ci_high")
        }
    )


@few
@given(mean=st.floats(2.5, 4.5), order=st.permutations(range(16)))
def test_the_order_of_rows_does_not_matter(model, estimates, mean, order):
    both = pd.concat([estimates(mean, 0.3, wave="2023"), estimates(mean + 0.2, 0.3, wave="2024")])
    pd.testing.assert_frame_equal(stage_shares(both.iloc[order], model), stage_shares(both, model))


def test_the_seed_fixes_the_numbers(model, estimates):
    frame = estimates(mean=3.3, half=0.4)
    first, again, *others = (stage_shares(frame, model, seed=seed) for seed in (3, 3, 4, 5))
    pd.testing.assert_frame_equal(first, again)
    assert not any(first.equals(other) for other in others)


def test_another_wave_does_not_change_a_placement(model, estimates):
    alone = stage_shares(estimates(3.3, 0.4), model)
    both = stage_shares(pd.concat([estimates(4.0, 0.2, wave="2020"), estimates(3.3, 0.4)]), model)
    assert shares_of(both[both["wave"] == "2024"]) == shares_of(alone)


def other(scale, name, value, half=0.0):
    """One piece of evidence that is no answer, in the wave that ``estimates`` makes."""
    return pd.DataFrame(
        {
            "alliance": "North Quay", "wave": "2024", "partner": None, "level": None, "link": None,
            "scale": scale, "name": name, "n": np.nan,
            "mean": value, "ci_low": value - half, "ci_high": value + half,
        },
        index=[0],
    )  # fmt: skip


@few
@given(
    mean=st.floats(2.5, 4.5),
    worse=st.floats(0.0, 2.0),
    better=st.floats(0.0, 2.0),
    half=st.floats(0.0, 0.6),
    dimension=st.sampled_from(["relational", "cultural"]),
)
def test_a_narrower_gap_between_partners_never_leads_back(
    model, estimates, mean, worse, better, half, dimension
):
    wide, narrow = max(worse, better), min(worse, better)
    tables = [
        stage_shares(pd.concat([estimates(mean, 0.3), other("partner_gap", dimension, gap, half)]), model)
        for gap in (wide, narrow)
    ]
    at_least = [table["share"].to_numpy()[::-1].cumsum() for table in tables]
    assert (at_least[1] >= at_least[0] - 1e-12).all()


@few
@given(
    mean=st.floats(2.5, 4.5),
    block=st.sampled_from(["reporting", "decision-making-model", "meeting-structure", "learning-circle"]),
)
def test_a_block_that_comes_never_leads_back(model, estimates, mean, block):
    tables = [
        stage_shares(pd.concat([estimates(mean, 0.3), other("block", block, value)]), model)
        for value in (1.0, 5.0)
    ]
    at_least = [table["share"].to_numpy()[::-1].cumsum() for table in tables]
    assert (at_least[1] >= at_least[0] - 1e-12).all()


@few
@given(mean=st.floats(2.5, 4.5), low=st.floats(1, 5), high=st.floats(1, 5))
def test_reports_that_speak_better_never_lead_back(model, estimates, mean, low, high):
    tables = [
        stage_shares(pd.concat([estimates(mean, 0.3), other("passages", "trust_loyalty", value, 0.2)]), model)
        for value in sorted((low, high))
    ]
    at_least = [table["share"].to_numpy()[::-1].cumsum() for table in tables]
    assert (at_least[1] >= at_least[0] - 1e-12).all()


@few
@given(order=st.permutations(range(3)))
def test_the_order_of_other_evidence_does_not_matter(model, estimates, order):
    pieces = [
        other("block", "reporting", 5.0),
        other("partner_gap", "cultural", 0.8, 0.3),
        other("passages", "flexibility", 3.4, 0.4),
    ]
    tables = [
        stage_shares(pd.concat([*(pieces[place] for place in places), estimates(3.3, 0.4)]), model)
        for places in (range(3), order)
    ]
    pd.testing.assert_frame_equal(*tables)


def test_blocks_and_reports_alone_place_nobody(model, estimates):
    hidden = estimates().assign(mean=np.nan, ci_low=np.nan, ci_high=np.nan, n=np.nan)
    blocks = [
        other("block", name, 5.0) for name in ("reporting", "decision-making-model", "meeting-structure")
    ]
    table = stage_shares(pd.concat([hidden, *blocks]), model)
    assert set(table["reason"]) == {"too_few_answers"}


def test_a_block_that_nobody_told_of_is_missing_and_not_absent(model, estimates):
    found = found_evidence(estimates(), model)
    told = found[found["scale"].isin(["block", "passages", "partner_gap"])]
    assert set(told["absence"]) == {"not_told"}
