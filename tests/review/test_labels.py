"""What readers call things: the model's names, or an instrument's own."""

import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.model.stages import stage_model
from alliance_analytics.review.labels import block_names, labels, theme_names


@pytest.fixture(scope="module")
def english():
    return labels(default_instrument(), stage_model(), "en")


@pytest.fixture(scope="module")
def own(ferry):
    return ferry.labels


def test_scales_of_the_model_have_its_names_in_its_order(english):
    assert english.dimensions == {
        "cultural": "Cultural",
        "relational": "Relational",
        "procedural": "Procedural",
        "content": "Content",
    }
    assert list(english.pillars) == [str(number) for number in range(1, 9)]
    assert list(english.themes) == list(theme_names("en"))


def test_names_are_there_in_dutch():
    dutch = labels(default_instrument(), stage_model(), "nl")
    assert dutch.pillars["3"] == "Vertrouwen"
    assert dutch.levels["strategic"] == "Strategisch"


def test_each_pillar_belongs_to_a_dimension_and_each_dimension_has_two_ends(english):
    assert english.sectors["1"] == english.sectors["2"] == "Cultural"
    assert english.frictions["relational"] == ("solo", "together")


def test_an_instrument_with_names_of_its_own_keeps_them(own):
    assert list(own.dimensions) == ["service", "price"]
    assert own.pillars == {"speed": "speed", "care": "care", "cost": "cost", "fares": "fares"}
    assert own.sectors["fares"] == "price"
    assert own.frictions == {}
    assert own.themes == {}


def test_a_text_in_one_language_serves_both(ferry):
    dutch = labels(ferry.instrument, ferry.stages, "nl")
    assert dutch.levels == {"crew": "Crew", "shore": "Shore"}
    assert dutch.items["speed1"] == "Statement 1 on speed."


@pytest.mark.parametrize("scale", ["dimension", "pillar", "theme", "item"])
def test_every_kind_of_scale_has_its_names(english, scale):
    assert set(english.of(scale)) == set(default_instrument().scales(scale))


def test_an_unknown_kind_of_scale_is_refused_with_the_nearest(english):
    with pytest.raises(ParameterError, match="'theme'"):
        english.of("themes")


def test_blocks_are_called_by_their_names():
    assert block_names(["alliance-board"], "nl") == {"alliance-board": "Alliantiebestuur"}
