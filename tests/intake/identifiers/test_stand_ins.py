"""A stand-in tells people of one file apart, and is known for what it is."""

import pytest

from alliance_analytics.intake.identifiers.stand_ins import PERSONS, TELL_APART, is_stand_in, stand_in


@pytest.mark.parametrize("kind", sorted(TELL_APART))
def test_different_people_get_different_stand_ins(kind):
    assert stand_in(kind, 1) != stand_in(kind, 2)
    assert is_stand_in(stand_in(kind, 1)) is (kind in PERSONS)


@pytest.mark.parametrize("text", ["ann@example.org", "1@example.org", "x@stripped.invalid", "3", ""])
def test_nobody_is_taken_for_a_stand_in(text):
    assert not is_stand_in(text)
