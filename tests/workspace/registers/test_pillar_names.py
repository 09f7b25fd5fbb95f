"""A pillar is meant by its number or by its name in either language."""

import pytest

from alliance_analytics.workspace.registers.pillar_names import pillar_column, pillar_words

PILLARS = ("1", "2", "3", "4", "5", "6", "7", "8")


@pytest.mark.parametrize("text", ["3", "Trust", "vertrouwen", "Trust between the partners"])
def test_number_and_names_mean_the_same(text):
    assert pillar_column(PILLARS).read(text) == "3"


def test_an_unknown_name_is_refused_with_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'trust'"):
        pillar_column(PILLARS).read("trusst")


def test_an_instrument_of_its_own_has_its_own_pillars():
    assert pillar_words(["speed", "care"]) == {"speed": "speed", "care": "care"}
