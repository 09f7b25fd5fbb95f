"""Assumptions are told with the longest unchecked first; the day is that of the wave."""

import datetime

import alliance_analytics as aa


def test_the_overdue_one_comes_first(kept_study):
    exhibit = aa.assumptions(kept_study, datetime.date(2025, 1, 1))
    assert [row[:2] for row in exhibit.table.rows] == [
        ("Skippers notice", "overdue"),
        ("Locks are the limit", "refuted"),
    ]
    assert exhibit.headline == "Of 2 assumptions 1 refuted and 1 overdue"


def test_on_an_earlier_day_it_is_open(kept_study):
    assert aa.assumptions(kept_study, datetime.date(2019, 1, 1)).table.rows[0][1] == "open"


def test_what_was_learned_is_told(kept_study):
    assert aa.assumptions(kept_study).table.rows[-1][-1] == "Bridges are"


def test_without_a_register_there_is_no_exhibit(study):
    assert aa.assumptions(study) is None
