import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.finer_scale import refuse_finer_scale
from alliance_analytics.intake.platforms.base import Column
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
        [["Agree"], ["Somewhat agree"]],
        [["Strongly agree", "Agree", "Disagree", "Strongly disagree"], ["Somewhat agree"]],
        [["Agree strongly", "Strongly agree"]],
        [[]],
    ],
)
def test_wordings_of_one_answer_may_stand_side_by_side(columns):
    check(*columns)
