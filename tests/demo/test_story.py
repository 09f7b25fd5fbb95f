from __future__ import annotations

import doctest
from collections import Counter

import numpy as np
import pytest

from alliance_analytics.demo import story
from alliance_analytics.demo.story import OUTLINES, SENTENCES_A_THEME, enablers, stories, texts
from alliance_analytics.model.stages import STAGE_IDS
from alliance_analytics.model.themes import THEME_IDS


@pytest.fixture
def told(example_waves, generator):
    waves = example_waves["high-water-together"]
    return list(zip(waves, stories(waves, generator), strict=True))


def sentences(documents):
    return [sentence for document in documents for sentence in document.sentences]


def test_the_examples_hold():
    assert doctest.testmod(story).failed == 0


def test_there_is_enough_to_say():
    assert set(texts().themes) == set(THEME_IDS)
    assert all(len(pool) >= 12 for sides in texts().themes.values() for pool in sides.values())
    assert set(texts().stages) == set(STAGE_IDS)


def test_no_sentence_stands_for_two_things():
    pools = [pool for sides in texts().themes.values() for pool in sides.values()]
    pools += [*texts().stages.values(), texts().neutral]
    for language in ("en", "nl"):
        said = [sentence[language] for pool in pools for sentence in pool]
        assert len(set(said)) == len(said)


def test_the_better_a_theme_the_more_good_is_told():
    counts = [enablers(mean) for mean in np.arange(1, 5.1, 0.1)]
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (0, SENTENCES_A_THEME)


def test_each_wave_says_as_much_of_each_theme_and_follows_its_mean(told):
    for wave, documents in told:
        counts = Counter((s.theme, s.polarity) for s in sentences(documents) if s.theme)
        for theme in THEME_IDS:
            ids = list(wave.instrument.scales("theme")[theme])
            good = enablers(float(wave.turned[ids].to_numpy().mean()))
            assert counts[theme, "enabler"] == good
            assert counts[theme, "constraint"] == SENTENCES_A_THEME - good


def test_stage_sentences_are_those_of_the_planted_stage(told):
    for wave, documents in told:
        stages = [s.stage for s in sentences(documents) if s.stage]
        assert stages == [wave.wave.stage] * 3


def test_a_paragraph_keeps_to_one_theme_and_one_side(told):
    for _, documents in told:
        for document in documents:
            for section in document.sections:
                for paragraph in section.paragraphs:
                    assert len({(s.theme, s.polarity, s.stage) for s in paragraph}) == 1


def test_names_are_filled_in_and_nothing_is_said_twice_in_a_wave(told):
    for wave, documents in told:
        said = [sentence.text for sentence in sentences(documents)]
        assert len(set(said)) == len(said)
        assert not any("{" in text for text in said)
        assert {document.kind for document in documents} == set(OUTLINES)
        assert {document.language for document in documents} == {wave.wave.language}


def test_two_partners_of_one_sentence_are_different(told):
    names = {partner.name for partner in told[0][0].plan.partners}
    named = [[name for name in names if name in s.text] for _, docs in told for s in sentences(docs)]
    assert any(len(found) == 2 for found in named)
    for _, documents in told:
        for sentence in sentences(documents):
            assert all(sentence.text.count(name) < 2 for name in names)
