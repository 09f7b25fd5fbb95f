import datetime

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.governance.services import service_gaps, service_trend

FIRST, THIRD = datetime.date(2025, 2, 1), datetime.date(2025, 8, 1)


def told(*rows):
    return pd.DataFrame(rows, columns=["alliance", "service", "period", "agreed", "delivered"])


def test_the_share_delivered_by_quarter_with_the_empty_one_between():
    trend = service_trend(told(("A", "reporting", FIRST, 4, 3), ("A", "reporting", THIRD, 2, 2)))
    assert trend["quarter"].tolist() == ["2025-Q1", "2025-Q2", "2025-Q3"]
    assert trend["share"].tolist() == pytest.approx([0.75, np.nan, 1], nan_ok=True)
    assert trend["n"].tolist() == [1, 0, 1]


def test_more_of_one_service_does_not_make_up_for_less_of_another():
    trend = service_trend(told(("A", "reporting", FIRST, 2, 4), ("A", "start-up", FIRST, 2, 0)))
    assert trend.loc[0, ["agreed", "delivered", "share"]].tolist() == [4, 2, 0.5]


def test_what_was_not_told_does_not_count_as_not_delivered():
    rows = told(
        ("A", "reporting", FIRST, 2, np.nan), ("A", "reporting", None, 2, 1), ("A", "reporting", FIRST, 1, 1)
    )
    assert service_trend(rows)["share"].tolist() == [1]


def test_gaps_are_those_below_what_was_agreed_the_widest_first():
    gaps = service_gaps(
        told(
            ("A", "x", FIRST, 4, 3), ("B", "x", FIRST, 4, 1), ("B", "x", THIRD, 4, 1), ("C", "x", FIRST, 1, 1)
        )
    )
    assert gaps[["alliance", "share"]].to_numpy().tolist() == [["B", 0.25], ["A", 0.75]]
