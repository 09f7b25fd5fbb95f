import datetime

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.governance.decisions import decision_delays, delay_trend

DAY = datetime.date(2025, 12, 31)


def day(text):
    return datetime.date.fromisoformat(text) if text else None


def delays(*rows):
    table = pd.DataFrame(
        [("A", "x", day(due), day(taken)) for due, taken in rows],
        columns=["alliance", "decision", "due", "taken"],
        dtype=object,
    )
    return decision_delays(table, DAY)


@pytest.mark.parametrize(
    ("due", "taken", "state", "late"),
    [
        ("2025-03-10", "2025-03-01", "in_time", -9),
        ("2025-03-10", "2025-03-10", "in_time", 0),
        ("2025-03-10", "2025-03-25", "late", 15),
        ("2025-12-01", "", "overdue", 30),
        ("2026-01-10", "", "open", np.nan),
        ("", "2025-03-01", "undated", np.nan),
    ],
)
def test_what_became_of_a_decision(due, taken, state, late):
    row = delays((due, taken)).iloc[0]
    assert row["state"] == state
    assert row["days"] == pytest.approx(late, nan_ok=True)


def test_the_trend_counts_by_the_quarter_due_and_leaves_open_ones_out():
    trend = delay_trend(
        delays(
            ("2025-01-10", "2025-01-10"),
            ("2025-02-10", "2025-02-20"),
            ("2025-03-10", "2025-04-09"),
            ("2025-08-10", ""),
            ("2026-02-01", ""),
        )
    )
    assert trend["quarter"].tolist() == ["2025-Q1", "2025-Q2", "2025-Q3"]
    assert trend.loc[0, ["due", "in_time", "late", "overdue"]].tolist() == [3, 1, 2, 0]
    assert trend.loc[0, ["median_days", "low", "high"]].tolist() == [10, 5, 20]
    assert trend.loc[1, "due"] == 0
    assert np.isnan(trend.loc[1, "median_days"])
    assert trend.loc[2, "overdue"] == 1


def test_no_decisions_give_no_trend():
    assert delay_trend(delays()).empty
