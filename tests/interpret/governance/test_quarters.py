import datetime

import pytest

from alliance_analytics.interpret.governance.quarters import quarter_of, quarters


@pytest.mark.parametrize(
    ("month", "quarter"), [(1, "2024-Q1"), (3, "2024-Q1"), (4, "2024-Q2"), (12, "2024-Q4")]
)
def test_the_quarter_of_a_day(month, quarter):
    assert quarter_of(datetime.date(2024, month, 28)) == quarter


def test_a_quarter_in_which_nothing_happened_is_there():
    assert quarters(["2023-Q4", "2024-Q2"]) == ["2023-Q4", "2024-Q1", "2024-Q2"]
    assert quarters([]) == []
