import pandas as pd
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms.plain_table.missing_headings import (
    come_back,
    refuse_no_headings,
    refuse_people_in_columns,
    refuse_running_text,
)

ANSWERS = [
    [f"person {n}", "Agree" if n % 2 else "No", "No" if n % 3 else "Agree", "Agree" if n % 4 else "No"]
    for n in range(12)
]
HEADINGS = ["who", "We meet.", "We talk.", "We act."]


def cells(records):
    return pd.DataFrame(records, dtype=object, index=pd.RangeIndex(3, len(records) + 3))


def test_a_person_in_the_place_of_the_headings_is_told_of_and_not_shown():
    with pytest.raises(ExportError, match="headings are missing") as error:
        refuse_no_headings(cells(ANSWERS), "x.csv")
    assert error.value.where == "x.csv, record 3"
    assert error.value.found == "3 columns headed by what others answered in them"
    assert "person" not in str(error.value)


def test_an_address_is_no_heading():
    with pytest.raises(ExportError, match="headings are missing") as error:
        refuse_no_headings(cells([["Ann Bell", "ann@example.org"], ["Bob", "bob@example.org"]]), "x.csv")
    assert error.value.found == "a mail address in the place of a heading"
    assert "Ann" not in str(error.value)


@pytest.mark.parametrize(
    "records",
    [
        [HEADINGS, *ANSWERS],
        [HEADINGS, *ANSWERS[:6], HEADINGS, HEADINGS, *ANSWERS[6:]],
        ANSWERS[:10],
        [row[:3] for row in ANSWERS],
        [["id", "1", "2", "3"], *([str(n), *(str(1 + (n + m) % 3) for m in range(3))] for n in range(20))],
        [["who", "Agree", "No", "We act."], *ANSWERS],
        [["Questions? Mail ann@example.org"], ["none"]],
        [],
    ],
    ids=[
        *("headings", "repeated headings", "too few records", "too few columns", "numbers"),
        *("most are none", "an address in a sentence", "nothing"),
    ],
)
def test_headings_are_left_alone(records):
    refuse_no_headings(cells(records), "x.csv")


@pytest.mark.parametrize(
    "headings",
    [
        ["item", "Marjan de Vries", "Piet Jansen", "Anna Bell"],
        ["Timestamp", "9/13/2024 13:29:00", "2024-09-13T13:30:00Z", "13.09.2024, 13:31"],
        ["", "ann@example.org", "bob@example.org", "cas@example.org"],
    ],
)
def test_people_in_the_columns_are_told_of_and_not_shown(headings):
    with pytest.raises(ExportError, match="swapped") as error:
        refuse_people_in_columns(headings, "x.csv")
    assert "transposed" in str(error.value.remedy)
    assert not any(heading in str(error.value) for heading in headings[1:])


@pytest.mark.parametrize(
    "headings",
    [
        ["id", "Piet Jansen", "Anna Bell"],
        ["id", "Max Score", "Start Date", "Job Satisfaction"],
        ["id", "2024-09-13", "2024-09-14", "2024-09-15"],
        ["Anna Bell", "We meet.", "We talk.", "We act."],
        ["id", "", "", ""],
        [],
    ],
)
def test_columns_of_questions_are_left_alone(headings):
    refuse_people_in_columns(headings, "x.csv")


def test_answers_come_back_and_texts_do_not():
    assert come_back(["Agree", "No"] * 5)
    assert not come_back(["Agree", "No"] * 4)
    assert not come_back([f"text {n}" for n in range(12)])


MINUTES = ["Minutes of the meeting", "Present were Marieke and Piet.", "The chair opened the meeting at ten."]


@pytest.mark.parametrize(
    "records",
    [[[line] for line in MINUTES], [["Dear all", " we met Marieke."], ["We agreed", " to meet in June."]]],
    ids=["lines", "commas"],
)
def test_running_text_is_no_table_and_not_shown(records):
    with pytest.raises(ExportError, match="no table") as error:
        refuse_running_text(cells(records), "x.csv")
    assert error.value.found == "running text"
    assert "Marieke" not in str(error.value)


@pytest.mark.parametrize(
    "records",
    [
        [
            ["id", "comment"],
            ["1", "We work well, on the whole."],
            ["2", "Nobody knows who decides."],
        ],
        [["name", "organisation"], ["Ann Bell", " Acme of the North"], ["Bob", " Acme"]],
        [["Yes"], ["No"]],
        [["Which of these do you agree with?", "a", "b"], ["We meet as often as is needed", "1", "2"]],
    ],
    ids=["comments", "names", "answers", "three columns"],
)
def test_a_small_table_is_left_alone(records):
    refuse_running_text(cells(records), "x.csv")
