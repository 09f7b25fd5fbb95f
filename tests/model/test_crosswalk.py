import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.crosswalk import Crosswalk, ItemChanges, Step, item_changes, renamed
from alliance_analytics.model.instrument import Instrument, Item
from alliance_analytics.model.sourced import Bilingual


def instrument(**wordings):
    """An instrument of statements, id to wording or to the fields of an item."""
    fields = {
        name: {"wording": {"en": given}} if isinstance(given, str) else given
        for name, given in wordings.items()
    }
    return Instrument(
        id="ours",
        title=Bilingual(en="Ours", nl="De onze"),
        version="1",
        levels={"one": {"en": "One"}},
        items=tuple(Item(id=name, kind="statement", **given) for name, given in fields.items()),
    )


OLD = instrument(A="We meet.", B="We talk.", C="We act.")


def test_the_same_instrument_has_no_changes():
    changes = item_changes(OLD, OLD)
    assert changes.nothing
    assert changes.kept == {"A": "A", "B": "B", "C": "C"}


def test_the_same_id_is_the_same_item_and_other_words_are_marked():
    changes = item_changes(OLD, instrument(A=" we MEET", B="We talk a lot.", D="We rest."))
    assert changes.kept == {"A": "A", "B": "B"}
    assert changes.reworded == {"B"}
    assert (changes.added, changes.removed) == (("D",), ("C",))
    assert changes.comparable == {"A"}
    assert not changes.nothing


def test_a_crosswalk_carries_an_item_over_and_frees_its_id_for_another():
    new = instrument(B="We meet.", A="Something new.", C="We act.")
    changes = item_changes(OLD, new, [Step(old="A", new="B")])
    assert changes.kept == {"B": "A", "C": "C"}
    assert changes.reworded == frozenset()
    assert (changes.added, changes.removed) == (("A",), ("B",))


def test_an_item_may_say_itself_what_it_was():
    new = instrument(X={"wording": {"en": "We meet."}, "was": "A"}, C="We act.")
    assert item_changes(OLD, new).kept == {"X": "A", "C": "C"}
    several = instrument(X={"wording": {"en": "We meet."}, "was": ["Z", "A"]})
    assert item_changes(OLD, several).kept == {"X": "A"}


@pytest.mark.parametrize(("said", "reworded"), [(True, {"A"}), (False, set()), (None, {"A"})])
def test_who_wrote_the_crosswalk_judges_what_a_new_wording_means(said, reworded):
    new = instrument(A="We do meet.")
    assert item_changes(OLD, new, [Step(old="A", new="A", wording_changed=said)]).reworded == reworded


def test_words_are_compared_in_the_languages_that_both_have():
    old = instrument(A={"wording": {"en": "We meet.", "nl": "Wij spreken elkaar."}})
    assert not item_changes(old, instrument(A={"wording": {"nl": "Wij spreken elkaar"}})).reworded
    assert item_changes(old, instrument(A={"wording": {"de": "Wir treffen uns."}})).reworded == {"A"}


def test_a_statement_that_is_scored_the_other_way_is_another_one():
    new = instrument(A={"wording": {"en": "We meet."}, "direction": "negative"})
    assert item_changes(OLD, new).reworded == {"A"}


def test_a_line_without_one_id_is_an_addition_or_a_removal():
    changes = item_changes(OLD, instrument(A="We meet.", B="We talk."), [Step(old="A"), Step(new="B")])
    assert changes.kept == {}
    assert (changes.added, changes.removed) == (("A", "B"), ("A", "B", "C"))


def test_a_crosswalk_of_one_wave_is_held_to_its_ids_and_a_shared_one_is_not():
    with pytest.raises(ModelError, match=r"2025/crosswalk\.csv[\s\S]*Aa"):
        item_changes(OLD, OLD, [Step(old="Aa", new="A")], where="2025/crosswalk.csv")
    assert item_changes(OLD, OLD, [Step(old="Z", new="Y")]).nothing


def test_one_item_cannot_become_two():
    with pytest.raises(ModelError, match="gives one item two others"):
        item_changes(OLD, OLD, [Step(old="A", new="B"), Step(old="A", new="C")])


def test_a_line_for_one_wave_does_not_hold_for_another():
    crosswalk = Crosswalk(items=(Step(old="A", new="B", wave="2024"), Step(old="C", new="D")))
    assert [step.new for step in crosswalk.into("2024")] == ["B", "D"]
    assert [step.new for step in crosswalk.into("2025")] == ["D"]


def test_changes_add_up_over_several_waves():
    first = ItemChanges({"B": "A", "C": "C", "D": "D"}, frozenset({"C"}), ("E",), ("Z",))
    second = ItemChanges({"X": "B", "C": "C", "E": "E"}, frozenset({"X"}), ("Y",), ("D",))
    both = first.then(second)
    assert both.kept == {"X": "A", "C": "C"}
    assert both.reworded == {"X", "C"}
    assert both.added == ("E", "Y")
    assert both.removed == ("Z", "D")


def test_an_instrument_is_called_by_other_ids_without_being_changed():
    assert [item.id for item in renamed(OLD, {"A": "X"}).items] == ["X", "B", "C"]
    assert OLD.items[0].id == "A"
