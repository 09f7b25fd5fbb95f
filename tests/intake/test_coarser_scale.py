import numpy as np
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.coarser_scale import notes_on_middle, refuse_coarser_scale
from alliance_analytics.intake.labels import vocabulary
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.scored_column import read_column
from alliance_analytics.model.answer_scales import answer_scales

FIVE = answer_scales().scale("agreement_5")
WORDS = vocabulary(FIVE, answer_scales(), {})
FOUR = ["Strongly disagree", "Disagree", "Agree", "Strongly agree"]


def column(cells, declared=None):
    return read_column(
        "S1",
        Column("", "A question"),
        np.array(cells, dtype=object),
        words=WORDS,
        declared=declared or {},
        file="x.csv",
    )


def test_a_file_in_which_nobody_is_in_the_middle_is_refused_with_both_ways_out():
    with pytest.raises(ExportError, match="Nobody gave the middle answer") as error:
        refuse_coarser_scale([column(FOUR * 15), column(FOUR * 10)], FIVE, "x.csv")
    assert error.value.found == "100 answers, none at point 3 of 5"
    assert "{'*': 4}" in error.value.remedy
    assert "{'*': 5}" in error.value.remedy


@pytest.mark.parametrize(
    "columns",
    [
        [FOUR * 24],
        [FOUR * 25, ["Neutral"]],
        [FOUR[1:] * 40],
        [["Don't know"] * 100],
    ],
)
def test_few_answers_one_in_the_middle_or_an_end_unused_are_no_sign(columns):
    refuse_coarser_scale([column(cells) for cells in columns], FIVE, "x.csv")


def test_codes_that_name_the_middle_say_that_there_was_one():
    refuse_coarser_scale([column(FOUR * 30, {"3": 3})], FIVE, "x.csv")


def test_a_single_column_without_a_middle_is_noted():
    [note] = notes_on_middle([column(FOUR * 8), column([*FOUR * 8, "Neutral"]), column(FOUR * 7)], FIVE)
    assert (note.reason, note.column, note.found) == ("no_middle", "A question", "32 answers")


def test_a_scale_of_even_length_has_no_middle():
    four = answer_scales().scale("agreement_4")
    assert notes_on_middle([column(FOUR * 50)], four) == []
