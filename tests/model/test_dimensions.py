import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.dimensions import DIMENSION_IDS, FILE, PILLAR_IDS, dimensions
from alliance_analytics.model.sourced import LANGUAGES

PILLARS_OF = {"cultural": "12", "relational": "34", "procedural": "56", "content": "78"}


def test_four_dimensions_and_eight_pillars_in_their_order():
    assert tuple(entry.id for entry in dimensions().dimensions) == DIMENSION_IDS
    assert tuple(entry.id for entry in dimensions().pillars) == PILLAR_IDS


@pytest.mark.parametrize(("dimension", "pillars"), PILLARS_OF.items())
def test_each_dimension_rests_on_its_two_pillars(dimension, pillars):
    assert [pillar.id for pillar in dimensions().pillars_of(dimension)] == list(pillars)
    assert {dimensions().dimension_of(pillar).id for pillar in pillars} == {dimension}


@pytest.mark.parametrize(
    ("dimension", "good", "bad"),
    [
        ("cultural", "will", "resistance"),
        ("relational", "together", "solo"),
        ("procedural", "order", "chaos"),
        ("content", "agree", "disagree"),
    ],
)
def test_a_friction_shows_both_ends(dimension, good, bad):
    friction = dimensions().dimension(dimension).friction
    assert (friction.good.en, friction.bad.en) == (good, bad)


def test_it_is_said_that_a_friction_is_a_balance():
    assert "balance" in dimensions().caveat.text.en
    assert "evenwicht" in dimensions().caveat.text.nl


def test_short_names_differ_and_fit_the_axis_of_a_chart():
    for language in LANGUAGES:
        names = [pillar.short_name[language] for pillar in dimensions().pillars]
        assert len(set(names)) == 8
        assert max(map(len, names)) <= 28


def test_a_pillar_stands_in_the_section_of_its_dimension():
    sections = {pillar.id: pillar.source.section for pillar in dimensions().pillars}
    assert sections == dict(
        zip(PILLAR_IDS, ["2.2", "2.2", "2.3", "2.3", "2.4", "2.4", "2.5", "2.5"], strict=True)
    )


def test_an_unknown_pillar_is_named_with_the_known_ones():
    with pytest.raises(ModelError, match="no such pillar") as error:
        dimensions().pillar("9")
    assert error.value.allowed == "1, 2, 3, 4, 5, 6, 7, 8"


def test_a_file_of_ones_own_may_reword(altered):
    path = altered(FILE, lambda content: content["pillars"][7]["name"].update(en="Our mission"))
    assert dimensions(path).pillar("8").name.en == "Our mission"
    assert dimensions().pillar("8").name.en != "Our mission"


def test_a_missing_pillar_is_named(altered):
    path = altered(FILE, lambda content: content["pillars"].pop(4))
    with pytest.raises(ModelError, match="without 5") as error:
        dimensions(path)
    assert error.value.where == "dimensions.yml, at pillars"


def test_a_pillar_named_twice_is_refused(altered):
    path = altered(FILE, lambda content: content["pillars"].append(content["pillars"][0]))
    with pytest.raises(ModelError, match="more than once"):
        dimensions(path)


def test_pillars_out_of_order_are_refused(altered):
    path = altered(FILE, lambda content: content["pillars"].reverse())
    with pytest.raises(ModelError, match="not in their order"):
        dimensions(path)


def test_a_pillar_of_an_unknown_dimension_names_the_nearest(altered):
    path = altered(FILE, lambda content: content["pillars"][2].update(dimension="relation"))
    with pytest.raises(ModelError) as error:
        dimensions(path)
    assert error.value.where == "dimensions.yml, at pillars.3.dimension"
    assert error.value.remedy == "Did you mean 'relational'?"


def test_a_dimension_without_pillars_is_refused(altered):
    def strip(content):
        for pillar in content["pillars"][6:]:
            pillar["dimension"] = "procedural"

    with pytest.raises(ModelError, match="without content"):
        dimensions(altered(FILE, strip))


def test_a_short_name_too_long_for_the_axis_is_refused(altered):
    path = altered(FILE, lambda content: content["pillars"][0]["short_name"].update(nl="x" * 29))
    with pytest.raises(ModelError, match="at most 28 characters") as error:
        dimensions(path)
    assert error.value.where == "dimensions.yml, at pillars[0].short_name.nl"
