from __future__ import annotations

import numpy as np
import pytest

from alliance_analytics.demo.exports import ODD_SPELLINGS, answer_labels, export_of
from alliance_analytics.demo.platforms import LAYOUTS
from alliance_analytics.model.instruments import default_instrument


@pytest.mark.parametrize("platform", list(LAYOUTS))
def test_everybody_who_answered_is_kept_and_the_rest_is_counted(wave_on, generator, platform):
    wave = wave_on(platform)
    export = export_of(wave, generator)
    assert export.kept == wave.people["answered"].sum()
    assert export.kept + sum(export.excluded.values()) == len(export.survey.records)
    assert set(export.excluded) == LAYOUTS[platform].marked


def test_labels_are_those_of_the_answer_scale():
    labels = answer_labels(default_instrument(), "nl")
    assert labels["1"] == "Helemaal mee oneens"
    assert labels["dont_know"] == "Weet ik niet"
    assert len(labels) == 7


def test_a_few_labels_of_true_responses_are_spelt_oddly(wave_on, generator):
    survey = export_of(wave_on("surveymonkey"), generator).survey
    assert len(survey.spellings) == ODD_SPELLINGS
    for (row, item), written in survey.spellings.items():
        assert survey.records[row].kind == "response"
        assert written != survey.labels[survey.answer(row, item)]


@pytest.mark.parametrize("platform", ["spss", "qualtrics"])
def test_a_coded_export_counts_agreement_first_and_has_no_spelling(example_waves, generator, platform):
    wave = next(wave for wave in example_waves["second-desk"] if wave.wave.platform == platform)
    survey = export_of(wave, generator).survey
    assert survey.codes is not None
    assert survey.codes["5"] == 1
    assert not survey.spellings


def test_one_comment_holds_what_identifies(wave_on, generator):
    comments = export_of(wave_on("microsoft-forms"), generator).survey.comments
    texts = [text for text in comments.to_numpy().ravel() if "@example.org" in text]
    assert len(texts) == 1


def test_the_same_seed_gives_the_same_export(wave_on):
    first, again = (export_of(wave_on("google-forms"), np.random.default_rng(2)) for _ in range(2))
    assert first.survey.records == again.survey.records
    assert first.survey.comments.equals(again.survey.comments)
    assert first.file == again.file
