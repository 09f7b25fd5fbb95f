import pytest
from pydantic import TypeAdapter, ValidationError

from alliance_analytics.errors import ModelError
from alliance_analytics.model.identified import (
    Described,
    Kebab,
    by_id,
    ids,
    refuse_duplicates,
    refuse_unknown,
    require_ids,
    require_order,
)

SOURCE = {"work": "this project", "section": "a test"}


def entry(name):
    text = {"en": name, "nl": name}
    return Described(id=name, name=text, description=text, source=SOURCE, basis="our convention")


ENTRIES = (entry("north"), entry("south"))


def test_an_entry_is_found_by_its_id():
    assert by_id(ENTRIES, "south", "wind") is ENTRIES[1]
    assert ids(ENTRIES) == ("north", "south")


def test_an_entry_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(ModelError) as error:
        by_id(ENTRIES, "nord", "wind")
    assert error.value.what == "There is no such wind."
    assert (error.value.found, error.value.allowed) == ("nord", "north, south")
    assert error.value.remedy == "Did you mean 'north'?"


def test_only_what_is_used_twice_is_named_as_a_duplicate():
    refuse_duplicates(["a", "b"], "somewhere")
    with pytest.raises(ModelError) as error:
        refuse_duplicates(["a", "b", "a", "c", "c"], "somewhere")
    assert (error.value.where, error.value.found) == ("somewhere", "a, c")


def test_only_what_is_unknown_is_named_as_unknown():
    refuse_unknown(["a"], ["a", "b"], "somewhere")
    with pytest.raises(ModelError) as error:
        refuse_unknown(["a", "z"], ["a", "b"], "somewhere")
    assert (error.value.found, error.value.allowed) == ("z", "a, b")


def test_required_ids_may_come_in_any_order_unless_order_is_required():
    require_ids(["b", "a"], ["a", "b"], "somewhere")
    require_order(["a", "b"], ["a", "b"], "somewhere")
    with pytest.raises(ModelError, match="not in their order"):
        require_order(["b", "a"], ["a", "b"], "somewhere")


@pytest.mark.parametrize("check", [require_ids, require_order])
@pytest.mark.parametrize(
    ("found", "message"), [("a", "without b"), ("aab", "more than once"), ("abz", "unknown")]
)
def test_required_ids_are_there_once_and_no_others(check, found, message):
    with pytest.raises(ModelError, match=message):
        check(list(found), ["a", "b"], "somewhere")


@pytest.mark.parametrize("name", ["alliance-map", "a", "step-2"])
def test_an_id_is_lower_case_words_joined_by_hyphens(name):
    assert TypeAdapter(Kebab).validate_python(name) == name


@pytest.mark.parametrize("name", ["", "Alliance", "alliance map", "alliance_map", "-map", "map-", "a--b"])
def test_other_ids_are_refused(name):
    with pytest.raises(ValidationError):
        TypeAdapter(Kebab).validate_python(name)
