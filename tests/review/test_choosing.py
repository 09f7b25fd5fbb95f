"""A name that does not exist is refused, with the nearest that does."""

import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.review.choosing import refuse_unknown


def test_a_known_name_passes():
    refuse_unknown("scale", "pillar", ("dimension", "pillar"))


def test_an_unknown_name_is_refused_with_what_is_allowed_and_the_nearest():
    with pytest.raises(ParameterError, match="This scale is unknown") as refusal:
        refuse_unknown("scale", "pilar", ("dimension", "pillar"))
    assert refusal.value.found == "pilar"
    assert refusal.value.allowed == "dimension, pillar"
    assert refusal.value.remedy == "Did you mean 'pillar'?"
