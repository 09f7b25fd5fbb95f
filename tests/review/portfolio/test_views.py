"""Each exhibit shows its rows in the order of need, and says in words what cannot be shown."""

from alliance_analytics.review.portfolio.cells import portfolio_label, rank_range, with_more
from alliance_analytics.review.portfolio.door_views import at_the_door
from alliance_analytics.review.portfolio.views import among, beside_norms, need, scales, standing

ORDER = ["birch", "cedar", "maple", "willow", "yew"]


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


def test_names_and_ranks_as_readers_see_them(found):
    assert portfolio_label(found, "overall", "overall") == "Overall"
    assert portfolio_label(found, "pillar", "unheard") == "unheard"
    assert with_more(found, list("abcdefg")) == "a, b, c, d, e and 2 more"
    assert with_more(found, ["a", "b"]) == "a and b"
    assert rank_range(found, {"rank": float("nan")}) == "not ranked"
