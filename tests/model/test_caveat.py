import pytest

from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.caveat import Caveat
from alliance_analytics.model.dimensions import dimensions
from alliance_analytics.model.formation import formation
from alliance_analytics.model.front_door import front_door
from alliance_analytics.model.themes import themes


@pytest.mark.parametrize("load", [dimensions, building_blocks, themes, front_door, formation])
def test_every_part_that_readers_could_take_for_more_than_it_is_has_a_caveat(load):
    caveat = load().caveat
    assert isinstance(caveat, Caveat)
    assert caveat.text.en != caveat.text.nl
