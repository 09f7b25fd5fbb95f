"""What the columns that may hold answers do hold."""

from dataclasses import replace

import numpy as np
import pytest

from alliance_analytics.intake.description.column_answers import ColumnAnswers
from alliance_analytics.intake.platforms.base import Column

AGREEMENT = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
RATED = "How satisfied are you?"


@pytest.fixture
def answers(exported, repeated):
    columns = [
        (Column("Q1", "We trust each other."), repeated(*AGREEMENT)),
        (Column("Q2", RATED), repeated("1", "2", "3", "4", "5")),
        (Column("Q3", "Where do you work?"), repeated("North", "South")),
        (Column("Q4", "When?", role="administration"), repeated(*AGREEMENT)),
    ]
    return ColumnAnswers(exported(columns), named=frozenset({2}))


def test_only_columns_of_answers_are_looked_at_and_none_that_names_the_partner(answers):
    assert list(answers.options) == [0, 1]


def test_a_column_that_repeats_another_is_looked_at_once(answers):
    first, *others = answers.export.columns
    again = replace(answers.export, columns=(replace(first, repeats=1), *others))
    assert list(ColumnAnswers(again).options) == [1, 2]


def test_words_and_bare_numbers_are_told_apart(answers):
    assert (list(answers.graded), list(answers.bare), list(answers.anchored)) == ([0], [1], [])


def test_every_scale_is_found_and_bare_numbers_do_not_tell_how_many_there_were(answers):
    assert {place: scale.points for place, scale in answers.scales.items()} == {0: 5, 1: None}
    assert answers.scales[0].labels == AGREEMENT


def test_answers_become_rungs_or_codes(answers):
    rungs = answers.numbers[0][:5]
    assert (np.diff(rungs) > 0).all()
    assert answers.numbers[1][:5].tolist() == [1, 2, 3, 4, 5]


def test_what_is_no_answer_is_no_number(exported, repeated):
    read = ColumnAnswers(exported({"We trust each other.": ["", "Perhaps so", *repeated(*AGREEMENT)]}))
    assert np.isnan(read.numbers[0][:2]).all()
    assert np.isfinite(read.numbers[0][2:]).all()


def test_names_of_options_tell_what_was_given_and_not_what_was_offered(exported, repeated):
    given = ("strongly_agree", "agree", "disagree")
    labels = {name: name.replace("_", " ") for name in given}
    read = ColumnAnswers(exported([(Column("Q1", "", labels=labels), repeated(*given, cells=12))]))
    assert read.scales[0].points == 5
    offered = Column("Q1", "", labels={"1": "Strongly agree", "2": "Agree", "3": "Disagree"})
    assert ColumnAnswers(exported([(offered, repeated("1", "2", "3"))])).scales[0].points == 3
