import pandas as pd
import pytest

from alliance_analytics.interpret.themes.both_sources import COMPARED_COLUMNS, explaining, sources_compared

THEME = "flexibility"


def trend(statements: tuple[float, float], reports: tuple[float, float], half: float = 0.1) -> pd.DataFrame:
    rows = [
        (wave, source, THEME, value, value - half, value + half)
        for source, values in (("statements", statements), ("reports", reports))
        for wave, value in zip(("2023", "2024"), values, strict=True)
    ]
    return pd.DataFrame(rows, columns=["wave", "source", "theme", "value", "low", "high"])


@pytest.mark.parametrize(
    ("statements", "reports", "said"),
    [
        ((3.0, 4.0), (-0.5, 0.5), "agree"),
        ((3.0, 4.0), (0.5, -0.5), "disagree"),
        ((3.0, 4.0), (0.5, 0.55), "cannot_tell"),
        ((3.0, 4.0), (float("nan"), 0.5), "cannot_tell"),
    ],
)
def test_sources_agree_when_both_clearly_move_alike(
    statements: tuple[float, float], reports: tuple[float, float], said: str
) -> None:
    found = sources_compared(trend(statements, reports), "2023", "2024")
    assert list(found.columns) == COMPARED_COLUMNS
    assert found[["theme", "agreement"]].to_numpy().tolist() == [[THEME, said]]


def test_the_limits_of_a_change_combine_those_of_both_waves() -> None:
    row = sources_compared(trend((3.0, 4.0), (0.0, 0.0)), "2023", "2024").iloc[0]
    half = (0.1**2 + 0.1**2) ** 0.5
    expected = pytest.approx((1.0, 1.0 - half, 1.0 + half))
    assert tuple(row[["statements", "statements_low", "statements_high"]]) == expected


def test_a_wave_without_one_source_cannot_be_told() -> None:
    row = sources_compared(trend((3, 4), (0, 1)), "2022", "2024").iloc[0]
    assert row["agreement"] == "cannot_tell"
    assert row[["statements", "reports"]].isna().all()


def test_the_clearest_passages_come_first() -> None:
    coded = pd.DataFrame({"wave": "2024", "theme": THEME, "score": [0.2, 0.9, 0.5], "text": ["a", "b", "c"]})
    assert explaining(coded, THEME, "2024", most=2)["text"].tolist() == ["b", "c"]
