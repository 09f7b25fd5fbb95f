import doctest

import pytest

from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.limesurvey import headings
from alliance_analytics.intake.platforms.limesurvey.headings import (
    are_codes_of_parts,
    column_of,
    columns_below,
    part_of,
    question_of,
)


def test_the_examples_hold():
    assert doctest.testmod(headings).failed == 0


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Q1[SQ001]", Column("Q1[SQ001]", "")),
        ("Q1[SQ001]. How? [We meet.]", Column("Q1[SQ001]", "How?", "We meet.")),
        ("How? [We meet.]", Column("", "How?", "We meet.")),
        ("How far?", Column("", "How far?")),
    ],
)
def test_code_question_and_part_are_told_apart(heading, column):
    assert column_of(heading) == column


def test_a_question_holds_until_the_next_one():
    assert [c.text for c in columns_below(("A", "", "B"), ("1", "2", "3"))] == ["A", "A", "B"]


@pytest.mark.parametrize(
    ("column", "question", "part"),
    [
        (Column("Q1[SQ1]", ""), "Q1", "sq1"),
        (Column("Q1[other]", "How?", "Other"), "how", "other"),
        (Column("Q1", "How?"), "", ""),
    ],
)
def test_columns_of_one_question_share_it(column, question, part):
    assert (question_of(column), part_of(column)) == (question, part)


@pytest.mark.parametrize(
    ("headings", "are_codes"),
    [
        (["Q1[A]", "Q1[B]", "Q2[SQ001]", "Age"], True),
        (["Q1[A]", "Q1[B]", "Q2"], False),
        (["b[1]", "b[2]", "b[3]"], False),
        (["How far? [A]", "How far? [B]", "How far? [C]"], False),
    ],
)
def test_codes_of_parts_are_a_sign_of_their_own(headings, are_codes):
    assert are_codes_of_parts(headings) is are_codes
