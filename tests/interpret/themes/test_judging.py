"""From chances to decisions."""

import numpy as np
import pytest

from alliance_analytics.interpret.themes.judging import Judgement, decide, polarity
from alliance_analytics.interpret.themes.reading import NOTHING


def judgement(chances: list[float], weights: list[float] | None = None, *, known: bool = True) -> Judgement:
    return Judgement(
        chances=np.array([chances]),
        praise=np.full((1, 4), 0.5),
        cue_weights=np.array([weights or [0.0] * 4]),
        readings=(NOTHING,),
        known=np.array([known]),
        limits=np.array([0.2, 0.6, 0.5]),
        coder="test",
    )


@pytest.mark.parametrize(
    ("chances", "weights", "themes", "why"),
    [
        ([0.1, 0.9, 0.0, 0.0], None, (1,), ""),
        ([0.7, 0.9, 0.8, 0.0], None, (1, 2), ""),
        ([0.1, 0.1, 0.0, 0.0], None, (), ""),
        ([0.1, 0.55, 0.0, 0.0], None, (), "grey"),
        ([0.1, 0.9, 0.0, 0.0], [1.0, 0, 0, 0], (), "conflict"),
        ([0.1, 0.9, 0.0, 0.0], [1.0, 0.5, 0, 0], (1,), ""),
    ],
)
def test_a_theme_is_given_when_certain(
    chances: list[float], weights: list[float] | None, themes: tuple[int, ...], why: str
) -> None:
    found = decide(judgement(chances, weights))[0]
    assert (found.themes, found.abstained) == (themes, why)


def test_strict_decides_always_at_its_own_limit() -> None:
    assert decide(judgement([0.1, 0.55, 0.0, 0.0]), strict=True)[0].themes == (1,)
    assert decide(judgement([0.1, 0.45, 0.0, 0.0]), strict=True)[0].themes == ()


def test_another_language_is_left_to_a_person() -> None:
    assert decide(judgement([0.0, 0.9, 0.0, 0.0], known=False))[0].abstained == "language"


@pytest.mark.parametrize(("chance", "said"), [(0.9, "enabler"), (0.45, "unclear"), (0.1, "constraint")])
def test_a_polarity_may_be_unclear_unless_strict(chance: float, said: str) -> None:
    assert polarity(chance) == said
    assert polarity(chance, strict=True) == ("enabler" if chance >= 0.5 else "constraint")
