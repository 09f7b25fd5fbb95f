import numpy as np
import pandas as pd

from benchmarks.themes import left_alone, macro_f1, quality


def test_macro_f1_is_the_mean_over_the_themes() -> None:
    truth = np.array([[True, False, False, False], [True, True, False, False]])
    given = np.array([[True, False, False, False], [False, True, False, True]])
    assert macro_f1(truth, given) == np.mean([2 / 3, 1, 0, 0])


def test_left_alone_counts_passages_without_a_code() -> None:
    given = np.array([[False, False, False, False], [False, True, False, False]])
    assert left_alone(given, given) == 0.5


def test_clear_passages_are_coded_well() -> None:
    rows = [
        ("The partners trust each other completely.", "en", "trust_loyalty", "enabler"),
        ("Niemand durft een knoop door te hakken.", "nl", "decision_making", "constraint"),
        ("Parking is free for visitors.", "en", "none", ""),
    ]
    found = quality(pd.DataFrame(rows, columns=["text", "language", "themes", "polarity"]))
    values = found.set_index("measure")["value"]
    assert values["left alone, of those without a theme"] == 1
    assert values["polarity, of all themes labelled"] == 1
    assert (found["low"] <= found["value"]).all()
