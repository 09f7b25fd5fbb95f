from __future__ import annotations

from datetime import datetime

import pandas as pd
import pytest

from alliance_analytics.demo.sheet import Sheet
from alliance_analytics.intake.platforms.answers_to_write import Record


@pytest.fixture
def sheet() -> Sheet:
    days = (3, 1, 2)
    return Sheet(
        tuple(
            Record("response", f"P{day}", "tactical", datetime(2024, 1, day), datetime(2024, 1, day))
            for day in days
        ),
        pd.DataFrame({"a": [3.0, 1.0, 2.0], "b": [3.0, 1.0, 2.0]}),
        pd.DataFrame({"a": ["", "", ""], "b": ["", "", ""]}, dtype=object),
        pd.DataFrame({"C": ["three", "one", "two"]}),
    )


def test_rows_stay_together_when_put_in_order_of_time(sheet):
    ordered = sheet.in_order_of_time()
    assert [record.partner for record in ordered.records] == ["P1", "P2", "P3"]
    assert list(ordered.answers["a"]) == [1.0, 2.0, 3.0]
    assert list(ordered.comments["C"]) == ["one", "two", "three"]


def test_joining_puts_one_below_the_other(sheet):
    joined = sheet.joined(sheet.rows([1]))
    assert len(joined.records) == 4
    assert list(joined.answers.index) == [0, 1, 2, 3]
    assert joined.comments["C"].iloc[3] == "one"


def test_leaving_out_answers_says_that_they_are_blank(sheet):
    left = sheet.without_answers(["b"])
    assert left.answers["b"].isna().all()
    assert set(left.missing_kinds["b"]) == {"blank"}
    assert list(left.answers["a"]) == [3.0, 1.0, 2.0]
    assert set(left.comments["C"]) == {""}
    assert sheet.answers["b"].notna().all()
