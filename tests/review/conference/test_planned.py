"""The scorecard tells what was reached and how far, and names what is missing."""

import pytest

import alliance_analytics as aa
from alliance_analytics.review.conference.planned import as_written


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [(6, "en", "6"), (4.5, "nl", "4,5"), (0.25, "en", "0.25"), (2140, "nl", "2140"), (1 / 3, "en", "0.33")],
)
def test_a_number_has_the_decimals_that_it_has(value, language, text):
    assert as_written(value, language) == text


def test_an_objective_is_told_with_its_way(kept_study):
    rows = {row[0]: row for row in aa.plan(kept_study).table.rows}
    assert rows["Ships a day"][2:5] == ("40", "30", "not reached, 50% of the way")
    assert rows["Waiting hours"][2:5] == ("not told", "3", "not known")


def test_the_year_before_has_no_column_where_nobody_told_of_it(kept_study):
    assert "Year before" not in aa.plan(kept_study).table.header


def test_the_headline_counts_only_what_is_known(kept_study):
    assert aa.plan(kept_study).headline.startswith("0 of the 1 objectives")


def test_a_target_without_a_number_is_named_by_its_place(kept_study):
    assert "plan.csv, row 3" in aa.plan(kept_study).notes[-1]


def test_without_a_plan_there_is_no_exhibit(ferry):
    assert aa.plan(ferry) is None
