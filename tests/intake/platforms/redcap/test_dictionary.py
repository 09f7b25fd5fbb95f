import pytest

from alliance_analytics.intake.platforms.redcap.dictionary import fields_of, is_dictionary
from alliance_analytics.intake.table import read_table

DESIGNED = [
    *("Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label"),
    *("Choices, Calculations, OR Slider Labels", "Field Note"),
    *("Text Validation Type OR Show Slider Number", "Identifier?"),
]
FETCHED = [
    *("field_name", "form_name", "section_header", "field_type", "field_label"),
    *("select_choices_or_calculations", "field_note"),
    *("text_validation_type_or_show_slider_number", "identifier"),
]


@pytest.fixture
def table(tmp_path, as_csv):
    def make(*records):
        path = tmp_path / "d.csv"
        path.write_bytes(as_csv(records))
        return read_table(path)

    return make


@pytest.mark.parametrize("headings", [DESIGNED, FETCHED])
def test_fields_are_read_under_either_set_of_headings(headings, table):
    made = table(
        headings,
        ["s1", "survey", "", "radio", "<b>We</b> agree.", "-1, No | 1, Yes, much | 9", "", "", ""],
        ["who", "survey", "", "text", "Who?", "", "", "email", "y"],
    )
    assert is_dictionary(made)
    s1, who = fields_of(made).values()
    assert (s1.name, s1.form, s1.kind, s1.label) == ("s1", "survey", "radio", "We agree.")
    assert s1.choices == {"-1": "No", "1": "Yes, much"}
    assert (who.validation, who.identifies, s1.identifies) == ("email", True, False)


@pytest.mark.parametrize(
    ("kind", "choices"),
    [
        ("yesno", {"1": "Yes", "0": "No"}),
        ("truefalse", {"1": "True", "0": "False"}),
        ("slider", {}),
        ("calc", {}),
    ],
)
def test_choices_belong_to_some_types_only(kind, choices, table):
    made = table(DESIGNED, ["q", "survey", "", kind, "Q", "low | high, up", "", "", ""])
    assert fields_of(made)["q"].choices == choices


def test_an_export_is_no_dictionary(table):
    assert not is_dictionary(table(["record_id", "q1", "survey_complete"], ["1", "4", "2"]))
