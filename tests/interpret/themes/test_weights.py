"""Weights belong to one codebook."""

from alliance_analytics.interpret.themes.encoders import MULTILINGUAL
from alliance_analytics.interpret.themes.features import WIDTH
from alliance_analytics.interpret.themes.weights import shipped_vector_weights, shipped_weights
from alliance_analytics.model.codebook import Codebook, codebook


def test_weights_are_shipped_for_the_codebook_and_the_encoder() -> None:
    found, vectors = shipped_weights(codebook()), shipped_vector_weights(codebook(), MULTILINGUAL)
    assert found is not None
    assert vectors is not None
    assert found.likeness.shape == (WIDTH + 1, 5)
    assert found.combined.shape == (4, 6)
    assert vectors.combined.shape == (4, 7)
    assert 0 < found.limits[0] < found.limits[2] <= found.limits[1] < 1


def test_another_codebook_gets_none_of_them(small: Codebook) -> None:
    assert shipped_weights(small) is None
    assert shipped_vector_weights(codebook(), "another-encoder") is None
