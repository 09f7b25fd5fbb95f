"""How far codes can be relied on, by a blind sample in the folder of an alliance."""

import shutil

import pytest

import alliance_analytics as aa
from alliance_analytics.review.themes.reports import blind_sample, codes_of_reports
from alliance_analytics.review.themes.sample import agreement_note, agreement_of
from alliance_analytics.workspace.corrections import BLIND_SAMPLE


@pytest.fixture
def sampled(tmp_path, world):
    root = shutil.copytree(world, tmp_path / "world")
    workspace = aa.open_workspace(root)
    codes = codes_of_reports(workspace, "canal", ("2025",)).drop_duplicates("text")
    table = codes[["document", "paragraph", "text"]].assign(themes="none", polarity="", by="me")
    table.to_csv(root / "canal" / BLIND_SAMPLE, index=False)
    return workspace


def test_the_sample_of_the_alliance_is_found_and_compared(sampled):
    assert len(blind_sample(sampled, "canal")) == 3
    assert blind_sample(sampled, "ferry").empty
    study = aa.study(sampled, "canal")
    found = agreement_of(study)
    assert found["n"].tolist() == [3] * 4
    assert "Trust and loyalty" in agreement_note(study, found)


def test_an_alliance_with_a_sample_and_corrections_is_still_an_alliance_and_no_wave(sampled):
    assert sampled.alliances == ("canal", "ferry")
    assert sampled.waves("canal") == ("2023", "2024", "2025")
