import datetime

import pytest

from alliance_analytics.review.portfolio.governance import (
    decision_times,
    meetings_that_decide,
    services_delivered,
)
from alliance_analytics.review.portfolio.practice import practice

DAY = datetime.date(2025, 7, 1)


@pytest.fixture
def found(practised):
    return practice(practised(), today=DAY)


def test_services_by_quarter_and_who_got_less(found):
    exhibit = services_delivered(found)
    assert exhibit.table.rows == (("2025-Q1", "4", "3", "75%"), ("2025-Q2", "4", "4", "100%"))
    assert "75%" in exhibit.headline
    assert exhibit.points[0].endswith("Reporting: 88% of what was agreed.")


def test_decisions_with_their_delay_and_those_overdue(found):
    exhibit = decision_times(found)
    assert exhibit.headline == "Of 2 decisions that were due, 1 fell in time, 0 late, and 1 are overdue"
    assert exhibit.table.rows[0] == ("2025-Q1", "1", "1", "0", "0", "\u22124", "\u22124 to \u22124")
    assert exhibit.points[0].startswith("Opening hours (")
    assert "61 days overdue" in exhibit.points[0]


def test_meetings_that_decide_or_only_update(found):
    rows = meetings_that_decide(found).table.rows
    assert rows[0] == ("2025-Q1", "1", "0", "0", "1", "0%", "180")
    assert rows[1] == ("2025-Q2", "1", "1", "0", "0", "100%", "60")


def test_a_quarter_without_anything_says_none(practised):
    text = "alliance,date,decided,updated\ncanal,2025-01-10,1,0\ncanal,2025-08-10,,\n"
    rows = meetings_that_decide(practice(practised(meetings=text), today=DAY)).table.rows
    assert rows[1] == ("2025-Q2", "0", "0", "0", "0", "none", "unknown")


def test_what_was_not_understood_is_told_by_place(practised):
    text = "alliance,decision,due,taken\ncanal,Who pays,2025-02-01,\ncannal,Other,2025-02-01,\n"
    notes = decision_times(practice(practised(decisions=text), today=DAY)).notes
    assert notes[-1] == "Not understood, or in doubt: decisions.csv, row 3."


def test_without_registers_there_is_nothing_to_show(practised):
    nothing = practice(practised(service_agreements=None, decisions=None, meetings=None))
    assert services_delivered(nothing) is None
    assert decision_times(nothing) is None
    assert meetings_that_decide(nothing) is None


def test_dutch_numbers_and_words(practised):
    found = practice(practised(), "nl", today=DAY)
    assert decision_times(found).headline.startswith("Van 2 besluiten")
