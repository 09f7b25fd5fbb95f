"""A question says by its words whether its numbers are a judgement, an amount or a code."""

import pytest

from alliance_analytics.intake.description.questions import (
    asks_for_category,
    asks_for_judgement,
    asks_for_number,
)

STATEMENT = "we meet often enough"


@pytest.mark.parametrize("asked", ["how satisfied are you?", "in welke mate?", "net promoter score", "nps"])
def test_a_judgement(asked):
    assert asks_for_judgement(asked)
    assert not asks_for_number(asked)
    assert not asks_for_judgement(STATEMENT)


@pytest.mark.parametrize("asked", ["how many children?", "aantal overleggen", "years in your job", "alter"])
def test_an_amount(asked):
    assert asks_for_number(asked)
    assert not asks_for_number(STATEMENT)


def test_a_unit_in_a_question_for_a_judgement_makes_no_amount():
    assert not asks_for_number("how satisfied are you with the last years?")


@pytest.mark.parametrize("asked", ["gender", "welke afdeling?", "region code", "sexo"])
def test_what_somebody_is(asked):
    assert asks_for_category(asked)
    assert not asks_for_category(STATEMENT)
