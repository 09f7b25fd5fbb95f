"""The front door tells of every relation where it stands, what it gets, and when it is looked at again."""

from alliance_analytics.review.portfolio.door_views import assumed, at_the_door, raters, screened


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
