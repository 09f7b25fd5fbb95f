"""What matters first is named, in words that everybody can act on."""

from alliance_analytics.review.portfolio.points import main_points, warned


def test_warnings_are_told_in_words(found):
    rows = dict(warned(found).table.rows)
    assert "fewer services than its place asks for" in rows["birch"]


def test_main_points_name_the_first_and_what_gets_too_little(found):
    points = main_points(found).points
    assert points[0].startswith("birch comes first.")
    assert any("less management" in point and "birch" in point for point in points)
