import pandas as pd

from alliance_analytics.interpret.themes.factors import FACTOR_COLUMNS, factor_trend

ROWS = [
    ("2023", "flexibility", "movable-plans", "enabler", "en"),
    ("2023", "trust_loyalty", "opportunism", "constraint", "en"),
    ("2024", "trust_loyalty", "mutual-trust", "enabler", "nl"),
    ("2024", "trust_loyalty", "mutual-trust", "unclear", "en"),
    ("2024", "trust_loyalty", None, "enabler", "en"),
    ("2024", "trust_loyalty", "mutual-trust", "enabler", "other"),
    ("2024", None, None, None, "en"),
]


def coded() -> pd.DataFrame:
    return pd.DataFrame(ROWS, columns=["wave", "theme", "factor", "polarity", "language"])


def test_factors_are_counted_by_wave_the_most_spoken_of_first() -> None:
    assert factor_trend(coded()).to_numpy().tolist() == [
        ["trust_loyalty", "mutual-trust", "2024", 1, 0, 1],
        ["trust_loyalty", "opportunism", "2023", 0, 1, 0],
        ["flexibility", "movable-plans", "2023", 1, 0, 0],
    ]


def test_without_factors_there_are_no_rows() -> None:
    assert list(factor_trend(coded().tail(1)).columns) == FACTOR_COLUMNS
    assert factor_trend(coded().tail(1)).empty
