"""The portfolio says of an alliance what its review says, and nothing that its review hides."""

import pandas as pd
import pytest

from alliance_analytics.model.instrument import SCALE_KINDS
from alliance_analytics.publish.release_plan import release_plan
from alliance_analytics.review.portfolio.measuring import measured_alliance
from alliance_analytics.review.study import study
from alliance_analytics.review.waves import measure_wave
from alliance_analytics.workspace import open_workspace


@pytest.fixture(scope="module")
def trees(portfolio_root):
    return open_workspace(portfolio_root)


def as_frame(measured):
    return pd.DataFrame(measured.estimates)


@pytest.mark.parametrize("alliance", ["canal", "ferry"])
def test_estimates_are_those_of_the_review(workspace, alliance):
    opened, found = study(workspace, alliance), as_frame(measured_alliance(workspace, alliance))
    for scale in ("dimension", "pillar"):
        expected = opened.estimates(scale).sort_values("name")[["name", "mean", "ci_low", "ci_high", "shown"]]
        ours = found[found["scale"] == scale].sort_values("name")[list(expected)]
        pd.testing.assert_frame_equal(
            ours.reset_index(drop=True), expected.reset_index(drop=True), check_dtype=False
        )


def test_the_stage_is_that_of_the_review(workspace):
    opened, found = study(workspace, "canal"), measured_alliance(workspace, "canal")
    assert found.stage == opened.stage["stage"]
    assert found.share == pytest.approx(opened.stage["share"])


def test_the_change_is_that_of_all_dimensions(trees):
    opened, found = study(trees, "birch"), measured_alliance(trees, "birch")
    assert found.previous == "2024"
    assert found.change["shown"]
    assert found.change["change"] == pytest.approx(opened.changes("dimension")["change"].mean())
    assert found.change["ci_high"] < 0


def test_what_the_review_hides_stays_hidden(trees):
    found = as_frame(measured_alliance(trees, "yew"))
    assert not found["shown"].any()
    assert found[["n", "mean", "ci_low", "ci_high"]].isna().all(axis=None)


def test_a_response_that_tells_about_few_is_not_told(trees):
    response = measured_alliance(trees, "yew").response
    assert not response["shown"]
    assert pd.isna(response["rate"])


def test_an_alliance_that_cannot_be_read_says_why(tmp_path, write_alliance):
    write_alliance(tmp_path / "oak", {"Larder": {"tactical": (9, 9)}})
    (tmp_path / "oak" / "2025" / "answers.csv").write_text("nothing\n1\n", encoding="utf-8")
    found = measured_alliance(open_workspace(tmp_path), "oak")
    assert found.problem
    assert found.estimates == []


def test_statements_decided_alone_are_decided_alike(trees):
    wave = measure_wave(trees, "cedar", "2025")
    statements = {kind: wave.instrument.scales(kind) for kind in SCALE_KINDS}
    some = list(wave.scores["item"])[::7]
    invited, rule = trees.invited("cedar", "2025"), trees.rule("cedar", "2025")
    part = release_plan(wave.people, wave.scores, invited, rule, statements=statements, items=some)
    whole = wave.plan.scores
    expected = whole[(whole["scale"] != "item") | whole["name"].isin(some)].reset_index(drop=True)
    pd.testing.assert_frame_equal(part.scores, expected)
