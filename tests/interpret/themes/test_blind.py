"""Samples coded by people, beside the coder."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.themes.blind import agreement, disagreements, queue, sample, verdict
from alliance_analytics.interpret.themes.textkey import text_key
from alliance_analytics.measure.coders import krippendorff_alpha


def by_coder(themes: list[str | None]) -> pd.DataFrame:
    texts = [f"Passage number {number} of words." for number in range(len(themes))]
    frame = pd.DataFrame({"text": texts, "theme": themes, "document": "a.md", "page": 1, "language": "en"})
    return frame.assign(paragraph=range(len(themes)), abstained=False, score=0.5, why="", runner_up="")


def by_hand(codes: list[str]) -> pd.DataFrame:
    texts = by_coder([None] * len(codes))["text"]
    keys = [text_key(text) for text in texts]
    return pd.DataFrame({"text": texts, "key": keys, "themes": codes, "document": "a.md", "paragraph": "1"})


CODER = ["trust_loyalty", "trust_loyalty", None, None, "flexibility", None]
PERSON = ["trust_loyalty", "none", "none", "trust_loyalty", "flexibility", "none"]


def test_agreement_is_krippendorffs_alpha_of_each_theme() -> None:
    trust = agreement(by_coder(CODER), by_hand(PERSON)).set_index("theme").loc["trust_loyalty"]
    expected = krippendorff_alpha([[1, 1, 0, 0, 0, 0], [1, 0, 0, 1, 0, 0]], "nominal")
    assert trust[["alpha", "low", "high"]].tolist() == [expected.estimate, expected.low, expected.high]
    assert trust[["n", "verdict"]].tolist() == [6, "unreliable"]
    assert trust[["sensitivity", "specificity"]].tolist() == [0.5, 0.75]
    assert trust[["hits", "carrying", "rejections", "others"]].tolist() == [1, 2, 3, 4]


def test_a_theme_nobody_saw_has_no_alpha_and_a_reason() -> None:
    silent = agreement(by_coder(CODER), by_hand(PERSON)).set_index("theme").loc["decision_making"]
    assert np.isnan(silent["alpha"])
    assert silent[["reason", "verdict"]].tolist() == ["one_value", "unknown"]


@pytest.mark.parametrize(
    ("alpha", "low", "said"),
    [(0.9, 0.7, "reliable"), (0.9, 0.5, "tentative"), (0.7, 0.5, "tentative"), (0.6, 0.5, "unreliable")],
)
def test_a_verdict_minds_the_lower_end(alpha: float, low: float, said: str) -> None:
    assert verdict(alpha, low) == said


def test_disagreements_are_listed_with_both_codes() -> None:
    found = disagreements(by_coder(CODER), by_hand(PERSON))
    assert found[["first", "second"]].to_numpy().tolist() == [
        ["trust_loyalty", "none"],
        ["none", "trust_loyalty"],
    ]


def test_a_sample_is_blind_drawn_once_each_and_the_same_for_a_seed() -> None:
    coded = by_coder(CODER)
    drawn = sample(coded, 4, seed=3)
    assert (drawn["themes"] == "").all()
    assert "theme" not in drawn
    assert drawn["text"].is_unique
    assert drawn.equals(sample(coded, 4, seed=3))
    assert len(sample(coded, 99, seed=3)) == 6


def test_the_queue_holds_what_was_left_to_a_person() -> None:
    coded = by_coder(CODER).assign(
        abstained=[False, False, True, False, False, True], score=[0, 0, 0.2, 0, 0, 0.4]
    )
    assert queue(coded)["text"].tolist() == ["Passage number 5 of words.", "Passage number 2 of words."]
