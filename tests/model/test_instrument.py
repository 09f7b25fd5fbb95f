import pytest
from pydantic import ValidationError

from alliance_analytics.errors import ModelError
from alliance_analytics.model.instrument import Instrument, Item


def statement(item_id: str, **given) -> Item:
    return Item(id=item_id, kind=given.pop("kind", "statement"), wording={"en": f"About {item_id}."}, **given)


@pytest.fixture
def instrument() -> Instrument:
    return Instrument(
        id="small",
        title={"en": "Small", "nl": "Klein"},
        version="1",
        levels={"staff": {"en": "Staff"}},
        items=(
            statement("WHO", kind="partner"),
            statement("a", pillar="1", dimension="x", themes=("calm",)),
            statement("b", pillar="2", dimension="x", themes=("calm", "speed"), direction="negative"),
            statement("c", themes=("speed",)),
            statement("result", kind="outcome", direction="negative"),
            statement("why", kind="open", dimension="x"),
        ),
    )


def test_only_statements_and_outcomes_are_scored(instrument):
    assert [item.id for item in instrument.scored] == ["a", "b", "c", "result"]


def test_turned_are_the_scored_items_that_describe_the_bad_end(instrument):
    assert instrument.turned == {"b", "result"}


def test_a_dimension_holds_its_scored_items_whatever_their_pillar(instrument):
    assert instrument.scales("dimension") == {"x": ("a", "b")}


def test_pillars_hold_their_own_items(instrument):
    assert instrument.scales("pillar") == {"1": ("a",), "2": ("b",)}


def test_an_item_counts_in_each_of_its_themes(instrument):
    assert instrument.scales("theme") == {"calm": ("a", "b"), "speed": ("b", "c")}


def test_every_scored_item_is_a_scale_of_its_own(instrument):
    assert instrument.scales("item") == {name: (name,) for name in ("a", "b", "c", "result")}


def test_a_theme_named_twice_counts_once():
    assert statement("a", themes=("calm", "speed", "calm")).themes == ("calm", "speed")


def test_a_bare_number_in_yaml_is_a_name():
    item = Item.model_validate({"id": 7, "kind": "statement", "wording": {"en": "Seven."}, "pillar": 1})
    assert (item.id, item.pillar) == ("7", "1")


def test_an_item_is_found_by_its_id(instrument):
    assert instrument.item("result").kind == "outcome"


def test_an_unknown_id_names_the_nearest(instrument):
    with pytest.raises(ModelError) as caught:
        instrument.item("results")
    assert caught.value.remedy == "Did you mean 'result'?"


def test_wording_falls_back_to_the_first_language_only():
    item = Item(id="a", kind="statement", wording={"de": "Ja.", "nl": "Ja hoor."})
    assert (item.asked("nl"), item.asked("en")) == ("Ja hoor.", "Ja.")


def test_languages_are_those_of_the_items(instrument):
    assert instrument.languages == ("en",)


@pytest.mark.parametrize("change", [{"kind": "statment"}, {"direction": "reversed"}, {"colour": "blue"}])
def test_an_item_refuses_what_the_schema_does_not_know(change):
    with pytest.raises(ValidationError):
        Item.model_validate({"id": "a", "kind": "statement", "wording": {"en": "A."}} | change)


def test_an_instrument_cannot_be_changed(instrument):
    with pytest.raises(ValidationError):
        instrument.points = 7


def test_an_item_may_say_what_it_was_by_one_id_or_by_several():
    assert statement("a").was == ()
    assert statement("a", was="b").was == ("b",)
    assert statement("a", was=["b", 3]).was == ("b", "3")
