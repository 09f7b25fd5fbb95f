"""The explanation names every mark, every cut-off, and on whose word it stands."""

import pytest

from alliance_analytics.model.stages import ecosystem_model, stage_model
from alliance_analytics.review.development.explaining import explain


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("model", [stage_model, ecosystem_model])
def test_every_mark_and_reason_is_told(model, language):
    text = explain(model(), language)
    for mark in model().marks:
        assert mark.name[language] in text
        assert all(entry.because[language] in text for entry in mark.evidence)


def test_every_convention_says_that_it_is_one():
    text = explain(stage_model(), "en")
    counted = sum(len(mark.evidence) for mark in stage_model().marks)
    assert text.count("our convention]") >= counted
    assert text.count("stated there]") == len(stage_model().stages) + len(stage_model().marks)


def test_cut_offs_and_weights_are_written_as_the_language_does():
    assert "shows from 3.25 up; weight 2.00" in explain(stage_model(), "en")
    assert "te zien vanaf 3,25; gewicht 2,00" in explain(stage_model(), "nl")


def test_evidence_is_called_by_its_name():
    text = explain(stage_model(), "en")
    for name in (
        "Pillar 5 Alliance structure",
        "Building block Meeting structure",
        "Reports on Trust and loyalty",
    ):
        assert name in text
