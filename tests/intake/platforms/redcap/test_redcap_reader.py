from dataclasses import replace

import pytest

from alliance_analytics.intake.platforms.redcap.reader import Redcap
from alliance_analytics.intake.table import read_table

LABELS = ["Record ID", "Event Name", "We agree.", "Complete?"]


@pytest.fixture
def table(tmp_path, as_csv):
    def make(*records, name="x.csv"):
        path = tmp_path / name
        path.write_bytes(as_csv(records))
        return read_table(path)

    return make


@pytest.mark.parametrize(
    "headings",
    [
        ["record_id", "s1", "survey_complete"],
        ["id", "redcap_event_name", "s1"],
        ["id", "gym___1", "visit_complete"],
        ["id", "a_complete", "b_complete"],
        LABELS,
        ["Id", "We agree.", "Complete?"],
    ],
)
def test_forms_with_a_state_or_names_of_its_own_give_it_away(headings, table):
    assert Redcap().recognises(table(headings, ["1"] * len(headings)))


@pytest.mark.parametrize("headings", [["id", "s1", "s1_complete"], ["record_id", "s1"], ["id", "gym___1"]])
def test_less_is_not_enough(headings, table):
    assert not Redcap().recognises(table(headings, ["1"] * len(headings)))


def test_codes_without_a_dictionary_are_unexplained(table):
    coded = table(["record_id", "s1", "survey_complete"], ["1", "4", "2"])
    assert "data dictionary" in Redcap().read(coded).unexplained
    dictionary = table(
        ["Variable / Field Name", "Form Name", "Field Type", "Field Label"],
        ["record_id", "survey", "text", "Record ID"],
        name="d.csv",
    )
    assert Redcap().read(replace(coded, dictionary=dictionary)).unexplained == ""


@pytest.mark.parametrize(
    "records",
    [
        [LABELS, ["1", "Start", "Agree", "Complete"]],
        [["record_id", "s1", "survey_complete"], ["1", "Agree", "Complete"]],
    ],
)
def test_labels_explain_themselves(records, table):
    assert Redcap().read(table(*records)).unexplained == ""


def test_each_form_is_unfinished_by_itself(table):
    export = Redcap().read(
        table(
            ["record_id", "redcap_repeat_instance", "a1", "a_complete", "b_timestamp", "b1", "b_complete"],
            ["1", "1", "4", "2", "2024-05-01 09:00", "3", "2"],
            ["2", "0", "4", "1", "[not completed]", "3", ""],
        )
    )
    assert {form: left.tolist() for form, left in export.unfinished_forms.items()} == {
        "a": [False, True],
        "b": [False, True],
    }


def test_all_rows_of_a_test_are_tests(table):
    export = Redcap().read(
        table(
            ["record_id", "redcap_event_name", "test_record___1", "s1", "survey_complete"],
            ["1", "start", "1", "", ""],
            ["1", "later", "", "4", "2"],
            ["2", "start", "0", "4", "2"],
        )
    )
    assert export.exclusion.tolist() == ["test", "test", ""]
