"""Factors beneath the themes, over the waves."""

from alliance_analytics.review.themes.factors import theme_factors

TRUST = "trust_loyalty"


def test_factors_are_counted_by_wave_with_their_signs(saying):
    exhibit = theme_factors(saying(_2024=f"{TRUST},flexibility", _2025=f"{TRUST},{TRUST},"))
    assert exhibit.table.header == ("Theme", "Factor", "2024", "2025")
    assert exhibit.table.rows == (
        ("Trust and loyalty", "Trust in place of hierarchy", "+1", "+2"),
        ("Flexibility", "Plans that can move", "\u22121", "none"),
    )
    assert exhibit.headline == (
        "Beneath the themes, reports speak most of: Trust in place of hierarchy (Trust and loyalty)"
    )


def test_without_a_theme_there_is_no_exhibit(saying):
    assert theme_factors(saying(_2025=",?")) is None
