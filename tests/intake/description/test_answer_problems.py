"""Doubts about one column, as rows."""

from collections import Counter

import pandas as pd

from alliance_analytics.intake.description.answer_problems import (
    anchor_problem,
    problems_of,
    stray_problems,
)
from alliance_analytics.intake.description.graded_columns import graded_columns
from alliance_analytics.intake.description.options import Option
from alliance_analytics.intake.description.scales import graded_scale
from alliance_analytics.intake.labels import bare_number

MANY = ["Agree", "Disagree", "Strongly agree", "Strongly disagree", "Neutral"] * 6


def problems(texts):
    cells = pd.Series(texts, index=range(2, len(texts) + 2), dtype=object)
    options = tuple(Option(text, text, count, bare_number(text)) for text, count in Counter(texts).items())
    one = graded_columns({0: options}, [""])[0]
    return problems_of(one, graded_scale(one, [one], declared=False), "We meet.", cells)


def test_clean_answers_have_no_problem():
    assert problems(MANY) == []


def test_a_slip_tells_its_record_and_what_it_was_read_as():
    (found,) = problems([*MANY, "Argee"])
    assert (found.row, found.found, found.allowed) == (32, "Argee", "agree")


def test_a_variant_tells_the_commoner_spelling():
    (found,) = problems([*MANY, "agree"])
    assert (found.row, found.found, found.allowed) == (32, "agree", "Agree")


def test_a_stranger_shows_its_shape():
    (found,) = problems([*MANY, "ask Marjan"])
    assert found.found == "text, 10 characters"
    assert "unreadable" in found.action


def test_two_words_for_one_answer():
    found = problems([*MANY, *["Neither agree nor disagree"] * 2])
    assert [each.found for each in found] == ["'neither agree nor disagree', 'neutral'"]


def test_two_languages():
    (found,) = problems([*MANY, *["Mee eens"] * 3])
    assert found.found == "'mee eens'"
    assert found.row is None


def test_numbers_that_contradict_their_wordings_are_shown_beside_them():
    texts = ["Strongly disagree (1)", "Agree (5)", "Strongly agree (6)", "Somewhat agree (8)"] * 4
    (found,) = problems(texts)
    assert "8 beside 'somewhat agree'" in found.found


def test_one_wording_with_two_numbers_contradicts_itself():
    (found,) = problems(["Agree (4)", "Agree (2)", "Disagree (2)", "Neutral (3)"] * 4)[-1:]
    assert "2 beside 'agree'" in found.found


def test_anchors_ask_for_a_declaration():
    found = problems(["Strongly agree", *"98765432", "Strongly disagree"] * 3)
    assert ["declare" in each.action.casefold() for each in found] == [True]
    assert anchor_problem([Option("Fantastic", "Fantastic", 9)], "Q").found == "Fantastic"


def test_strays_are_left_open():
    cells = pd.Series(["1", "99"], index=[2, 3])
    (found,) = stray_problems([Option("99", "99", 1, 99)], "Q", cells)
    assert (found.row, found.found) == (3, "99")
