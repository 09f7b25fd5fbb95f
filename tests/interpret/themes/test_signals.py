import numpy as np

from alliance_analytics.interpret.themes.reading import CueNumbers
from alliance_analytics.interpret.themes.signals import polarity_signals, theme_signals


def test_cues_of_a_theme_stand_beside_those_of_others_and_are_capped() -> None:
    cues = CueNumbers(np.array([[5.0, 0.5, 0, 0]]), np.zeros((1, 4)), np.zeros(1))
    assert theme_signals([np.array([0.3])], cues, 0).tolist() == [[0.3, 2, 1, 1, 0.5]]
    assert theme_signals([np.array([0.3])], cues, 1).tolist() == [[0.3, 0.5, 0, 1, 2]]


def test_balance_and_tone_are_capped() -> None:
    assert polarity_signals([np.array([0.1])], np.array([9.0]), np.array([-9.0])).tolist() == [[0.1, 2, -2]]
