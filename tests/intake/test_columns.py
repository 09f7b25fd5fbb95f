import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.columns import asks_for, map_columns
from alliance_analytics.intake.platforms.base import Column

S1, S2 = Column("Q1", "Partners keep their promises."), Column("Q2", "Some partners serve only themselves.")


def reasons(found):
    return [note.reason for note in found.notes]


def test_each_question_gets_its_column(instrument):
    columns = [Column("", "Timestamp", role="administration"), S2, Column("", "At which level?"), S1]
    found = map_columns(columns, instrument, {}, "x.csv")
    assert found.places == {"S2": 1, "LEVEL": 2, "S1": 3}
    assert reasons(found) == ["item_not_found"] * 4


def test_the_settings_go_before_the_wording(instrument):
    columns = [S1, Column("Q9", "Something else")]
    assert map_columns(columns, instrument, {"Q9": "S1"}, "x.csv").places == {"S1": 1}


@pytest.mark.parametrize("name", ["Q9", "Code nine [row]", "ROW", "q9 "])
def test_a_mapping_may_name_a_code_a_heading_or_a_row(name, instrument):
    found = map_columns([Column("Q9", "Code nine", "row")], instrument, {name: "S1"}, "x.csv")
    assert found.places == {"S1": 0}


def test_the_very_wording_goes_before_a_wording_inside_another_heading(instrument):
    columns = [S1, Column("Q1_n", "Partners keep their promises. - Topics")]
    found = map_columns(columns, instrument, {}, "x.csv")
    assert found.places["S1"] == 0
    assert "column_not_used" in reasons(found)


def test_what_was_typed_beside_a_choice_is_no_question(instrument):
    other = Column("PARTNER_TEXT", "Which partner do you work for?", role="other_text")
    columns = [S1, other, Column("P", "Which partner do you work for?")]
    assert map_columns(columns, instrument, {}, "x.csv").places["PARTNER"] == 2


@pytest.mark.parametrize(
    "text", ["Some partners serve onyl themselves", "2) Some partners serve only themselves"]
)
def test_a_loose_match_is_noted(text, instrument):
    found = map_columns([S1, Column("", text)], instrument, {}, "x.csv")
    [note] = [note for note in found.notes if note.reason == "matched_loosely"]
    assert found.places["S2"] == 1
    assert note.column == text


def test_a_question_that_goes_on_in_the_next_heading_is_refused(instrument):
    asked = next(item for item in instrument.items if item.id == "S2").asked("en")
    start, end = asked[:30], asked[30:]
    with pytest.raises(ExportError, match="cut in two"):
        map_columns([S1, Column("", start), Column("", f" {end}")], instrument, {}, "x.csv")
    assert map_columns([S1, Column("", start), Column("", "Else")], instrument, {}, "x.csv").places["S2"] == 1


def test_two_columns_for_one_item_are_refused(instrument):
    with pytest.raises(ExportError, match="Several columns can be item S1") as error:
        map_columns([S1, Column("Q7", S1.text)], instrument, {}, "x.csv")
    assert error.value.found == "column 1 (Q1); column 2 (Q7)"


def test_one_column_for_two_items_is_refused(instrument):
    with pytest.raises(ExportError, match="one column two items") as error:
        map_columns([S1], instrument, {"Q1": "S1", "q1": "S2"}, "x.csv")
    assert error.value.found == "Q1 is S1, q1 is S2"


def test_two_columns_mapped_to_one_item_are_refused(instrument):
    with pytest.raises(ExportError, match="one item two columns"):
        map_columns([S1, S2], instrument, {"Q1": "S1", "Q2": "S1"}, "x.csv")


def test_another_survey_is_refused_with_its_headings(instrument):
    with pytest.raises(ExportError, match="another survey") as error:
        map_columns([Column("", f"Question {n}") for n in range(9)], instrument, {}, "x.csv")
    assert error.value.found == "Question 0 | Question 1 | Question 2 | Question 3 | Question 4"


@pytest.mark.parametrize(
    ("mapping", "near"),
    [({"Q1": "S11"}, "S1"), ({"Q11": "S1"}, "Q1")],
)
def test_a_mapping_of_what_is_not_there_names_the_nearest(mapping, near, instrument):
    with pytest.raises(ExportError, match=f"Did you mean '{near}'"):
        map_columns([S1, S2], instrument, mapping, "x.csv")


def test_a_mapping_of_a_heading_that_two_columns_have_is_refused(instrument):
    with pytest.raises(ExportError, match="several columns have"):
        map_columns([Column("", "Same"), Column("", "Same")], instrument, {"Same": "S1"}, "x.csv")


@pytest.mark.parametrize(
    ("texts", "asks"), [(["S1", "S2"], True), (["S1", "Other"], False), ([S1.text, S2.text, "Other"], True)]
)
def test_a_table_asks_for_the_statements_when_half_of_them_are_headings(texts, asks, instrument):
    assert asks_for([Column("", text) for text in texts], instrument) is asks
