"""A rating is looked at again on the day agreed, or on the cadence: sooner after the first round."""

import datetime

import pytest

from alliance_analytics.interpret.front_door.revisits import months_later, next_revisit
from alliance_analytics.model.front_door import front_door

DAY = datetime.date(2025, 6, 1)


@pytest.mark.parametrize(
    ("agreed", "rounds", "expected"),
    [
        (datetime.date(2025, 9, 1), 1, datetime.date(2025, 9, 1)),
        (None, 1, datetime.date(2025, 12, 1)),
        (None, 2, datetime.date(2026, 6, 1)),
    ],
)
def test_the_day_agreed_comes_before_the_cadence(agreed, rounds, expected):
    assert next_revisit(agreed, DAY, rounds, front_door().cadence) == expected


def test_nobody_knows_when_what_was_never_dated_is_due():
    assert next_revisit(None, None, 1, front_door().cadence) is None


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (datetime.date(2025, 12, 31), 2, datetime.date(2026, 2, 28)),
        (datetime.date(2025, 1, 15), 24, datetime.date(2027, 1, 15)),
        (datetime.date(2025, 11, 30), 1, datetime.date(2025, 12, 30)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, expected):
    assert months_later(day, months) == expected
