import pandas as pd
import pytest

from alliance_analytics.intake.platforms.redcap.dictionary import Field
from alliance_analytics.intake.platforms.redcap.headings import (
    columns_of,
    is_option,
    is_state_of_form,
    is_test_flag,
    is_time_of_form,
)


def field(name, label, kind="text", choices=(), validation="", identifies=False, form="survey"):
    return Field(name, form, kind, label, dict(choices), validation, identifies)


def columns(headings, cells, *fields):
    return columns_of(headings, pd.DataFrame([cells]), {one.name: one for one in fields})


@pytest.mark.parametrize(
    ("heading", "cell", "is_state"),
    [
        ("survey_complete", "2", True),
        ("survey_complete", "Unverified", True),
        ("Complete?", "Incomplete", True),
        ("survey_complete", "7", False),
        ("complete", "2", False),
    ],
)
def test_the_state_of_a_form_is_told_by_heading_and_cells(heading, cell, is_state):
    assert is_state_of_form(heading, pd.Series([cell, ""])) == is_state


def test_options_times_and_flags_are_told_by_their_headings():
    assert is_option("gym___1")
    assert is_option("gym____98")
    assert is_option("Gym (choice=Monday)")
    assert not is_option("gym_1")
    assert is_time_of_form("survey_timestamp")
    assert not is_time_of_form("timestamp")


@pytest.mark.parametrize("heading", ["test_record___1", "is_test", "test", "Test record? (choice=Yes)"])
def test_a_project_may_mark_its_own_tests(heading):
    assert is_test_flag(heading)


@pytest.mark.parametrize("heading", ["test_score", "latest", "protest", "test_result___1"])
def test_not_every_test_is_a_flag(heading):
    assert not is_test_flag(heading)


def test_without_a_dictionary_names_are_all_there_is():
    found = columns(
        ["record_id", "redcap_event_name", "s1", "survey_complete", "x"], ["1", "e", "4", "2", ""]
    )
    assert [(c.name, c.role, c.form) for c in found] == [
        ("record_id", "record_id", "survey"),
        ("redcap_event_name", "administration", "survey"),
        ("s1", "answer", "survey"),
        ("survey_complete", "administration", "survey"),
        ("x", "answer", ""),
    ]


def test_the_dictionary_gives_question_codes_and_form():
    s1 = field("s1", "We agree.", "radio", {"1": "No"}, form="second")
    found = columns(["record_id", "s1", "survey_complete"], ["1", "1", "2"], field("record_id", "Id"), s1)
    assert (found[1].text, found[1].labels, found[1].form) == ("We agree.", {"1": "No"}, "second")


def test_an_export_of_labels_is_looked_up_by_label_where_that_is_one_fields():
    fields = [field("record_id", "Id"), field("s1", "We agree.", "radio", {"1": "No"}), field("a", "Why?")]
    found = columns(["Id", "We agree.", "Why?"], ["1", "No", "x"], *fields, field("b", "Why?"))
    assert [(c.name, c.text) for c in found[1:]] == [("s1", "We agree."), ("", "Why?")]
    assert found[1].labels == {}


def test_an_export_of_labels_tells_its_forms_by_their_order():
    fields = [field("record_id", "Id"), field("s1", "We agree."), field("s2", "They agree.", form="other")]
    found = columns(["Id", "We agree.", "Complete?", "They agree.", "Complete?"], [*"1x2x2"], *fields)
    assert [c.form for c in found] == ["form 2", "form 2", "form 2", "form 4", "form 4"]


@pytest.mark.parametrize(
    ("headings", "place"),
    [
        (["id", "s1", "a_complete"], 0),
        (["s1", "record_id", "a_complete"], 1),
        (["s1", "redcap_event_name", "a_complete"], 0),
    ],
)
def test_the_column_that_numbers_people_is_found_by_name_and_by_place(headings, place):
    found = columns(headings, ["1", "4", "2"])
    assert [c.role for c in found].index("record_id") == place


def test_a_number_occurs_once_where_there_are_no_events():
    cells = pd.DataFrame([["4", "2", "2"], ["4", "3", "2"]])
    assert columns_of(["s1", "s2", "a_complete"], cells, {})[0].role == "answer"


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ({"validation": "email"}, "mail"),
        ({"validation": "phone"}, "identifier"),
        ({"identifies": True}, "identifier"),
        ({"kind": "calc"}, "administration"),
        ({"kind": "notes"}, "answer"),
    ],
)
def test_the_dictionary_says_what_a_column_is_for(told, role):
    found = columns(["record_id", "q"], ["1", "x"], field("record_id", "Id"), field("q", "Q", **told))
    assert found[1].role == role


def test_a_field_of_the_project_is_never_taken_for_administration():
    fields = [field("record_id", "Id"), field("treatment_complete", "Done?", "yesno", {"1": "Yes"})]
    assert columns(["record_id", "treatment_complete"], ["1", "1"], *fields)[1].role == "answer"


@pytest.mark.parametrize(
    ("heading", "text", "part"),
    [("gym___1", "Gym", "Monday"), ("gym____98", "Gym", "None"), ("Gym (choice=Monday)", "Gym", "Monday")],
)
def test_an_option_names_its_question(heading, text, part):
    gym = field("gym", "Gym", "checkbox", {"1": "Monday", "-98": "None"})
    found = columns(["record_id", heading], ["1", "1"], field("record_id", "Id"), gym)[1]
    assert (found.role, found.text, found.part) == ("choice", text, part)


@pytest.mark.parametrize(("cell", "role"), [("ann@example.org", "mail"), ("Room 12", "identifier")])
def test_the_survey_identifier_is_whatever_the_team_made_of_it(cell, role):
    found = columns(["record_id", "redcap_survey_identifier"], ["1", cell])
    assert found[1].role == role


def test_what_was_typed_at_other_lies_beside_its_question():
    found = columns(["record_id", "partner", "partner_other"], ["1", "4", "Mine"])
    assert (found[2].role, found[2].beside) == ("other_text", 1)
