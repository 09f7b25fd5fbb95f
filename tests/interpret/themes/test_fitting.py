"""What is learned from sentences."""

import dataclasses

import numpy as np

from alliance_analytics.interpret.themes.fitting import can_be_learned, learned, sentences_of
from alliance_analytics.interpret.themes.judging import decide, judge
from alliance_analytics.model.codebook import Codebook
from alliance_analytics.model.sentences import Neutral, Prototype
from alliance_analytics.model.themes import THEME_IDS

WORDS = {
    "trust_loyalty": "faith",
    "decision_making": "vote",
    "management_capability": "lead",
    "flexibility": "bend",
}


def taught(small: Codebook) -> Codebook:
    prototypes = [
        Prototype(
            theme, "", "en", "enabler" if number % 2 else "constraint", f"{judged} {word} number {number}"
        )
        for theme, word in WORDS.items()
        for number in range(30)
        for judged in ["splendid" if number % 2 else "dreadful"]
    ]
    plain = [Neutral("en", f"the tea was cold on day {number}") for number in range(40)]
    return dataclasses.replace(small, cues=(), prototypes=tuple(prototypes), without_theme=tuple(plain))


def test_sentences_without_a_theme_stand_last(small: Codebook) -> None:
    given = sentences_of(taught(small))
    assert given.themes.shape == (160, 4)
    assert given.themes[:120].sum(axis=1).tolist() == [1] * 120
    assert not given.themes[120:].any()


def test_few_sentences_teach_nothing(small: Codebook) -> None:
    assert can_be_learned(taught(small))
    assert not can_be_learned(small)
    assert not can_be_learned(dataclasses.replace(taught(small), without_theme=()))


def test_an_own_codebook_is_learned_when_first_used(small: Codebook) -> None:
    book = taught(small)
    texts = ["splendid vote", "dreadful bend", "the tea was cold"]
    found = judge(texts, ["en"] * 3, book)
    decisions = decide(found, strict=True)
    assert [one.themes for one in decisions] == [
        (THEME_IDS.index("decision_making"),),
        (THEME_IDS.index("flexibility"),),
        (),
    ]
    assert found.praise[0, 1] > 0.5 > found.praise[1, 3]
    assert np.isfinite(learned(book).limits).all()
