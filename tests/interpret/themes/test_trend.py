import numpy as np
import pandas as pd
import pytest
from scipy import stats

from alliance_analytics.interpret.themes.trend import TREND_COLUMNS, theme_trend
from alliance_analytics.model.themes import THEME_IDS


def coded(rows: list[tuple[str, int, str | None, str | None]], language: str = "en") -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["wave", "paragraph", "theme", "polarity"])
    return frame.assign(
        alliance="a",
        document="d.md",
        page=pd.array([pd.NA] * len(frame), dtype="Int64"),
        language=language,
        text=[f"Sentence {number}." for number in frame["paragraph"]],
    )


ROWS: list[tuple[str, int, str | None, str | None]] = [
    ("2023", 1, "trust_loyalty", "enabler"),
    ("2023", 1, "flexibility", "constraint"),
    ("2023", 2, "trust_loyalty", "constraint"),
    ("2023", 3, "trust_loyalty", "enabler"),
    ("2023", 4, "trust_loyalty", "unclear"),
    ("2023", 5, None, None),
    ("2024", 1, None, None),
]


def test_every_wave_has_every_theme_and_counts_passages_once() -> None:
    trend = theme_trend(coded(ROWS))
    assert list(trend.columns) == TREND_COLUMNS
    assert trend["theme"].tolist() == list(THEME_IDS) * 2
    assert trend.groupby("wave")["n"].unique().map(list).to_dict() == {"2023": [5], "2024": [1]}


def test_the_balance_is_enabler_less_constraint() -> None:
    trust = theme_trend(coded(ROWS)).iloc[0]
    assert trust[["enabler", "constraint", "unclear"]].tolist() == [2, 1, 1]
    assert trust["value"] == pytest.approx(1 / 4)
    assert trust["share"] == pytest.approx(4 / 5)
    assert trust["low"] < trust["value"] < trust["high"]


def test_a_theme_nobody_speaks_of_has_no_balance_but_a_share_of_none() -> None:
    silent = theme_trend(coded(ROWS)).query("wave == '2024'")
    assert silent[["value", "low", "high"]].isna().all(axis=None)
    assert (silent["share"] == 0).all()
    assert (silent["share_high"] > 0).all()


def test_the_interval_of_the_share_is_wilsons() -> None:
    trust = theme_trend(coded(ROWS)).iloc[0]
    expected = stats.binomtest(4, 5).proportion_ci(0.95, method="wilson")
    assert (trust["share_low"], trust["share_high"]) == pytest.approx((expected.low, expected.high))


def test_each_polarity_and_what_was_left_have_shares_with_limits() -> None:
    rows = theme_trend(coded(ROWS).assign(abstained=[False] * 5 + [True, False]))
    trust, expected = rows.iloc[0], stats.binomtest(1, 5).proportion_ci(0.95, method="wilson")
    for share in ("constraint_share", "unclear_share", "abstained_share"):
        limits = trust[share], trust[f"{share}_low"], trust[f"{share}_high"]
        assert limits == pytest.approx((0.2, expected.low, expected.high))


def test_the_interval_of_the_balance_covers_about_as_often_as_it_says() -> None:
    rng = np.random.default_rng(5)
    chances, size, times = [0.5, 0.3, 0.2], 25, 400
    truth = chances[0] - chances[1]
    polarity = ["enabler", "constraint", "unclear"]
    drawn = [
        (f"{time:03d}", number, "flexibility", polarity[code])
        for time in range(times)
        for number, code in enumerate(rng.choice(3, size=size, p=chances))
    ]
    trend = theme_trend(coded(drawn)).query("theme == 'flexibility'")
    assert trend["low"].le(truth).mul(trend["high"].ge(truth)).mean() >= 0.93


def test_passages_in_another_language_are_not_counted() -> None:
    mixed = pd.concat([coded(ROWS), coded([("2023", 9, None, None), ("2025", 1, None, None)], "other")])
    trend = theme_trend(mixed)
    assert trend.query("wave == '2023'")["n"].unique().tolist() == [5]
    foreign = trend.query("wave == '2025'")
    assert foreign["n"].tolist() == [0] * 4
    assert foreign["share"].isna().all()


def test_a_wider_level_gives_a_wider_interval() -> None:
    narrow, wide = (theme_trend(coded(ROWS), level).iloc[0] for level in (0.8, 0.99))
    assert wide["share_low"] < narrow["share_low"] < narrow["share_high"] < wide["share_high"]


def test_nothing_coded_gives_an_empty_frame() -> None:
    assert list(theme_trend(coded(ROWS).iloc[:0]).columns) == TREND_COLUMNS
