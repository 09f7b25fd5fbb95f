"""One convention changed at a time shows which of them a placement rests on."""

import pytest

from alliance_analytics.interpret.stages.sensitivity import convention_sensitivity


def test_a_wave_near_a_line_rests_on_that_line(model, estimates):
    table = convention_sensitivity(estimates(mean=3.6, p5=3.4, p6=3.4), model)
    changed = table[table["changed"]]
    assert changed[["convention", "subject"]].to_numpy().tolist() == [
        ["cut_offs", "procedure-oriented.procedures"]
    ]
    assert changed["move"].tolist() == [0.25]
    assert changed["after"].tolist() == ["opportunism"]


def test_a_wave_far_from_every_line_rests_on_none(model, estimates):
    assert not convention_sensitivity(estimates(mean=4.9), model)["changed"].any()


def test_every_mark_and_every_rule_is_moved_both_ways(model, estimates):
    table = convention_sensitivity(estimates(), model)
    rules = sum(stage.reached_when is not None for stage in model.stages)
    assert len(table) == 2 * (len(model.marks) + rules)
    assert table["move"].abs().unique().tolist() == pytest.approx([0.25, 0.1])


def test_waves_that_are_not_placed_are_left_out(model, estimates):
    assert convention_sensitivity(estimates().assign(scale="item"), model).empty


def test_a_lower_share_lets_the_other_marks_do(model, estimates):
    table = convention_sensitivity(estimates(mean=3.6, p5=2.6, p6=2.6), model)
    changed = table[table["changed"]]
    assert changed[["convention", "subject", "move"]].to_numpy().tolist() == [
        ["share", "procedure-oriented", -0.1]
    ]
    assert changed["after"].tolist() == ["procedure-oriented"]
