"""What of a text may be shown."""

import pytest

from alliance_analytics.intake.description.safe_texts import heading, shape_of, shown

LABELS = ["Strongly agree", "Agree", "Disagree"]


@pytest.mark.parametrize("text", ["kinda agree", "agree strongly", "7", "Disagree"])
def test_a_text_made_like_a_label_is_shown(text):
    assert shown(text, 1, LABELS) == text


@pytest.mark.parametrize(
    "text",
    [
        "Agree with Jan de Vries",
        "Marjan",
        "jan@bank.example",
        "0612345678",
        "agree " * 30,
        "ask somebody else",
    ],
)
def test_of_anything_else_only_the_shape_is_told(text):
    assert shown(text, 1, LABELS) == shape_of(text)


def test_what_several_people_gave_is_no_persons_own():
    assert shown("None in this area", 3, LABELS) == "None in this area"


def test_an_identifier_stays_hidden_however_often_it_comes():
    assert shown("jan@bank.example", 30, LABELS) == "text, 16 characters"


def test_shapes():
    assert shape_of("x") == "text, 1 character"
    assert shape_of("-12,5") == "number, 5 characters"


def test_a_heading_loses_what_tells_who_somebody_is():
    assert heading("Mail your\nanswer to ann@example.org") == "Mail your answer to […]"
