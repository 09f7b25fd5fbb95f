"""Evidence is what both the model asks for and everybody's estimates hold."""

import pandas as pd
import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.interpret.stages.finding import asked_evidence, found_evidence


def test_every_piece_of_evidence_is_asked_once(model):
    asked = asked_evidence(model)
    assert len(asked) == sum(len(mark.evidence) for mark in model.marks)
    procedures = asked[asked["mark"] == "procedure-oriented.procedures"]
    assert procedures["scale"].tolist() == ["statements", "pillar", "pillar", "block", "block"]
    assert procedures["name"].dropna().tolist() == ["5", "6", "decision-making-model", "reporting"]


def test_groups_are_not_everybody(model, estimates):
    group = estimates(mean=5.0).assign(partner="Port")
    found = found_evidence(pd.concat([estimates(mean=3.0), group]), model)
    assert found.loc[found["absence"] == "", "mean"].eq(3.0).all()


def test_absence_tells_not_asked_from_too_few_answers(model, estimates):
    hidden = estimates()
    hidden.loc[hidden["name"] == "5", ["mean", "ci_low", "ci_high", "n"]] = float("nan")
    found = found_evidence(hidden, model).set_index(["mark", "scale", "name"])["absence"]
    assert found["procedure-oriented.procedures", "pillar", "5"] == "too_few_answers"
    assert found["procedure-oriented.procedures", "pillar", "6"] == ""
    assert found["culturally-sensitive.improvement", "theme", "flexibility"] == "not_asked"


def test_two_estimates_of_one_scale_are_refused(model, estimates):
    with pytest.raises(ParameterError, match="pillar 1"):
        found_evidence(pd.concat([estimates(), estimates()]), model)
