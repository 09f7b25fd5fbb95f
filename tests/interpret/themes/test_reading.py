"""Rules as numbers."""

from alliance_analytics.interpret.themes.reading import numbers_of, read_all
from alliance_analytics.model.codebook import Codebook


def test_weights_balances_and_tone_stand_by_theme(small: Codebook) -> None:
    texts = ["We trust each other.", "The decision came late.", "Tea was served."]
    found = numbers_of(read_all(texts, ["en"] * 3, small))
    assert found.weights.tolist() == [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]]
    assert found.balances[0].tolist() == [1, 0, 0, 0]
    assert found.tone.tolist() == [0, -1, 0]


def test_a_language_without_cues_says_nothing(small: Codebook) -> None:
    found = numbers_of(read_all(["We trust each other."], ["nl"], small))
    assert not found.weights.any()
