"""Every kind has a name for readers."""

from typing import get_args

from alliance_analytics.intake.identifiers.kinds import CALLED, Kind


def test_every_kind_is_called_something():
    assert CALLED.keys() == set(get_args(Kind))
