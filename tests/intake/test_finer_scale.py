import numpy as np
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.finer_scale import refuse_finer_scale, refuse_other_numbers
from alliance_analytics.intake.labels import vocabulary
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.scored_column import read_column
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.spelling import plain

SCALES = answer_scales()
FIVE = SCALES.scale("agreement_5")


def check(*columns):
    read = [
        (Column(f"Q{n}", ""), {plain(label): FIVE.meanings[plain(label)] for label in labels})
        for n, labels in enumerate(columns)
    ]
    refuse_finer_scale(read, FIVE, SCALES, "x.csv")


@pytest.mark.parametrize(
    ("labels", "fits"),
    [
        (["Agree", "Somewhat agree", "Neutral"], "agreement_6|agreement_7"),
        (["Helemaal mee eens", "Zeer mee eens", "Mee eens"], "agreement_7_graded"),
        (["Stimme zu", "Stimme eher zu"], "agreement_6"),
        (["Stimme zu", "Stimme eher zu", "Helemaal mee eens"], "agreement_6"),
    ],
)
def test_two_answers_in_one_column_that_fit_a_finer_scale_are_refused(labels, fits):
    with pytest.raises(ExportError, match=fits) as error:
        check(["Agree"], labels)
    assert error.value.where == "x.csv, Q1"


def test_more_labels_in_the_file_than_the_scale_has_points_are_refused():
    with pytest.raises(ExportError, match="another scale"):
        check(["Strongly agree", "Agree", "Neutral"], ["Strongly disagree", "Somewhat agree", "Disagree"])


@pytest.mark.parametrize(
    "columns",
    [
        [["Agree", "Disagree"], ["Strongly agree", "Neutral"]],
        [["Neutral", "Neither agree nor disagree", "Agree"]],
        [["Agree", "Mee eens", "Stimme zu"]],
        [
            [
                *("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"),
                *("Helemaal mee oneens", "Mee oneens", "Neutraal", "Mee eens", "Helemaal mee eens"),
            ]
        ],
        [["Agree"], ["Somewhat agree"]],
        [["Strongly agree", "Agree", "Disagree", "Strongly disagree"], ["Somewhat agree"]],
        [["Agree strongly", "Strongly agree"]],
        [[]],
    ],
)
def test_wordings_of_one_answer_may_stand_side_by_side(columns):
    check(*columns)


def numbers(*cells, **fields):
    words = vocabulary(FIVE, SCALES, {})
    one = read_column(
        "S1",
        Column("Q1", "", **fields),
        np.array(cells, dtype=object),
        words=words,
        declared={},
        file="x.csv",
    )
    refuse_other_numbers([one], FIVE, "x.csv")


@pytest.mark.parametrize(
    ("cells", "points"),
    [
        (["1 - Strongly disagree", "2", "7 - Strongly agree"], 7),
        (["1 - Strongly agree", "4 - Strongly disagree"], 4),
        (["0 Strongly disagree", "10 Strongly agree"], 11),
        (["6 - Agree", "7 - Strongly agree"], 7),
    ],
)
def test_numbers_beside_labels_that_count_other_points_are_refused(cells, points):
    with pytest.raises(ExportError, match=f": {points} points") as error:
        numbers(*cells)
    assert f"rescale: {{'*': {points}}}" in error.value.remedy


def test_labels_of_a_file_that_count_four_are_refused():
    labels = {"1": "Strongly disagree", "2": "Disagree", "3": "Agree", "4": "Strongly agree"}
    with pytest.raises(ExportError, match=": 4 points"):
        numbers("1", "3", labels=labels)


@pytest.mark.parametrize(
    "cells",
    [
        ["1 - Strongly disagree", "5 - Strongly agree"],
        ["5 - Strongly disagree", "1 - Strongly agree"],
        ["5 - Agree", "6 - Strongly agree", "8 - Neutral"],
        ["13 - Agree", "14 - Strongly agree"],
        ["Agree", "Strongly agree"],
    ],
)
def test_numbers_that_fit_or_contradict_or_are_mere_codes_are_left_to_the_wording(cells):
    numbers(*cells)
