"""What may speak for a mark holds answers, blocks, gaps and reports, and nothing hidden."""

import alliance_analytics as aa
from alliance_analytics.interpret.stages.finding import WAVE


def test_every_kind_of_evidence_is_there_for_every_wave(study):
    kinds = study.stage_basis.groupby("wave")["scale"].agg(set)
    assert {"block", "partner_gap", "pillar", "passages"} <= kinds["2025"]


def test_one_row_a_wave_scale_and_name(study):
    assert not study.stage_basis.duplicated([*WAVE, "scale", "name"]).any()


def test_gaps_are_those_that_the_review_shows(study):
    table = study.stage_basis
    gaps = table[(table["scale"] == "partner_gap") & (table["wave"] == study.wave)].set_index("name")["mean"]
    shown = study.gaps("partner").groupby("name")["gap"].max()
    assert gaps.to_dict() == shown.to_dict()


def test_where_partners_may_not_be_shown_there_is_no_gap(tiny):
    assert "partner_gap" not in set(tiny.stage_basis["scale"])


def test_an_instrument_without_dimensions_of_the_model_keeps_its_own(ferry):
    assert ferry.stage["reason"] == "not_asked"
    assert aa.evidence(ferry) is None
