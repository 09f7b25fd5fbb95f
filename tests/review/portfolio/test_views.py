"""Each exhibit shows its rows in the order of need, and says in words what cannot be shown."""

import datetime

import pytest

from alliance_analytics.review.portfolio.cells import portfolio_label, rank_range, with_more
from alliance_analytics.review.portfolio.door_views import assumed, at_the_door, raters, screened
from alliance_analytics.review.portfolio.points import main_points, warned
from alliance_analytics.review.portfolio.portfolio import portfolio
from alliance_analytics.review.portfolio.store import kept_or_measured
from alliance_analytics.review.portfolio.views import among, beside_norms, need, scales, standing

ORDER = ["birch", "cedar", "maple", "willow", "yew"]


@pytest.fixture(scope="module")
def found(portfolio_root):
    return portfolio(portfolio_root, today=datetime.date(2026, 3, 1), measure=kept_or_measured)


def test_rank_stands_with_its_range_and_its_own_cells(found):
    table = need(found).table
    assert [row[0] for row in table.rows] == ORDER
    assert table.rows[0][2].startswith("1 (1 to")
    assert table.rows[4][2] == "not ranked"
    assert table.rows[0][4] == "73%"


def test_every_alliance_stands_in_the_table_of_scales(found):
    table = scales(found, "dimension").table
    assert [row[0] for row in table.rows] == ORDER
    assert set(table.rows[4][1:]) == {found.cells.say("hidden")}
    assert scales(found, "mood") is None


def test_pictures_come_with_words(found):
    for exhibit in (need(found), standing(found), at_the_door(found)):
        assert exhibit.svg
        assert exhibit.svg_narrow
        assert exhibit.alt


def test_too_few_alliances_have_no_place_among_ours(found):
    assert among(found).table is None


def test_a_norm_is_told_with_its_source(found):
    exhibit = beside_norms(found)
    assert exhibit.table.header == ("Alliance", "Content, norm 3.0")
    assert [row[0] for row in exhibit.table.rows] == ORDER[:4]
    assert exhibit.table.rows[0][1].endswith(") below")
    assert exhibit.notes[-1] == "Norms from: A study of 2020."


def test_means_stand_beside_those_before_pooling(found):
    rows = standing(found).table.rows
    assert [row[0] for row in rows] == ORDER[:4]
    assert all(row[3].endswith("%") for row in rows)


def test_warnings_are_told_in_words(found):
    rows = dict(warned(found).table.rows)
    assert "fewer services than its place asks for" in rows["birch"]


def test_main_points_name_the_first_and_what_gets_too_little(found):
    points = main_points(found).points
    assert points[0].startswith("birch comes first.")
    assert any("less management" in point and "birch" in point for point in points)


def test_the_front_door_says_place_move_and_revisit(found):
    rows = {row[0]: row for row in at_the_door(found).table.rows}
    assert rows["birch"][1] == "4.5 · 4.5 · 2"
    assert rows["birch"][3].startswith("Professional node team")
    assert "less than it asks for" in rows["birch"][4]
    assert rows["birch"][5].startswith("moved, was specialist function")
    assert rows["birch"][6] == "2025-12-01, overdue"
    assert rows["maple"][3] == "not placed yet: value unknown"


def test_raters_assumptions_and_screening(found):
    assert len(raters(found).table.rows) == 3
    assert assumed(found).table.rows[0][:2] == ("birch", "Demand stays")
    assert screened(found).table.rows[0][0] == "Paper supply"
    assert "shared risk" in screened(found).table.rows[0][1]


def test_names_and_ranks_as_readers_see_them(found):
    assert portfolio_label(found, "overall", "overall") == "Overall"
    assert portfolio_label(found, "pillar", "unheard") == "unheard"
    assert with_more(found, list("abcdefg")) == "a, b, c, d, e and 2 more"
    assert with_more(found, ["a", "b"]) == "a and b"
    assert rank_range(found, {"rank": float("nan")}) == "not ranked"
