"""Proofs keep patterns from taking too much."""

import pytest

from alliance_analytics.intake.identifiers import looks


@pytest.mark.parametrize(
    ("text", "proved"), [("020 123 45 67", True), ("01-02-2023", False), ("0123 456", False)]
)
def test_a_telephone_number_is_long_enough_and_no_date(text, proved):
    assert looks.is_phone(text) is proved


@pytest.mark.parametrize(("text", "proved"), [("192.0.2.1", True), ("3.2.1.4", False), ("300.1.1.1", False)])
def test_a_network_address_is_no_number_of_a_chapter(text, proved):
    assert looks.is_network_address(text) is proved


@pytest.mark.parametrize(("text", "proved"), [("2001:db8::7", True), ("12:30:45", False), ("::", False)])
def test_a_long_network_address_is_no_time_of_day(text, proved):
    assert looks.is_long_network_address(text) is proved


@pytest.mark.parametrize(
    ("text", "proved"),
    [
        ("52.3702, 4.8952", True),
        ("98.3702, 4.8952", False),
        ("4°5'", True),
        ("0.9812 1.0234 83.1 4.8", False),
    ],
)
def test_a_place_lies_on_earth(text, proved):
    assert looks.is_place(text) is proved


def test_every_look_can_be_met():
    assert {look.kind for look in looks.LOOKS} == {
        *("link", "mail", "bank_account", "panel_id", "device", "coordinates", "national_id", "phone")
    }
