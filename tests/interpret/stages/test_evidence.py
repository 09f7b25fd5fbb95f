"""Each piece of evidence says for, against or unclear, of its own mark."""

import numpy as np
import pytest

from alliance_analytics.interpret.stages.evidence import missing_evidence, stage_evidence, verdicts


def one(table, mark, name):
    return table[(table["mark"] == mark) & (table["name"] == name)].iloc[0]


def test_high_scores_speak_for_later_marks_and_against_the_first(model, estimates):
    table = stage_evidence(estimates(mean=4.6, half=0.1), model)
    assert one(table, "culturally-sensitive.mindshare", "3")["verdict"] == "for"
    assert one(table, "opportunism.individuals", "7")["verdict"] == "against"


def test_low_scores_speak_the_other_way(model, estimates):
    table = stage_evidence(estimates(mean=2.2, half=0.1), model)
    assert one(table, "procedure-oriented.procedures", "5")["verdict"] == "against"
    assert one(table, "opportunism.individuals", "7")["verdict"] == "for"


def test_near_its_cut_off_evidence_is_unclear(model, estimates):
    row = one(stage_evidence(estimates(mean=3.25, half=0.1), model), "procedure-oriented.procedures", "6")
    assert row["verdict"] == "unclear"
    assert row["share_met"] == pytest.approx(0.5, abs=0.06)
    assert (row["cut_off"], row["basis"], row["mean"]) == (3.25, "our convention", 3.25)


def test_only_evidence_that_is_there_is_listed(model, estimates):
    table = stage_evidence(estimates(), model)
    assert set(table["scale"]) == {"pillar"}
    assert table[["mean", "share_met"]].notna().all(axis=None)


def test_the_rest_is_said_to_be_missing(model, estimates):
    missing = missing_evidence(estimates(), model)
    survival = missing[missing["mark"] == "culturally-sensitive.survival"]
    assert survival[["scale", "reason"]].to_numpy().tolist() == [["statements", "not_asked"]]
    asked = sum(len(mark.evidence) for mark in model.marks)
    assert len(missing) + len(stage_evidence(estimates(), model)) == asked


def test_no_evidence_at_all(model, estimates):
    assert stage_evidence(estimates().assign(scale="item"), model).empty


def test_limits_of_clear_belong_to_it():
    assert verdicts(np.array([0.8, 0.79, 0.21, 0.2]), 0.8).tolist() == [
        "for",
        "unclear",
        "unclear",
        "against",
    ]
