import numpy as np
import pandas as pd
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.answers import read_answers
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.answer_scales import answer_scales

TWO = (Column("q1", "One"), Column("q2", "Two"))


def answers(export, declared=None, places=None, rescale=None):
    return read_answers(
        export,
        places or {"S1": 0, "S2": 1},
        ["S1", "S2", "S3"],
        answer_scales(),
        scale_id="agreement_5",
        declared=declared or {},
        rescale=rescale or {},
    )


def test_points_and_kinds_stand_beside_each_other(make_export):
    read = answers(make_export(TWO, [["Agree", "Don't know"], ["", "Strongly disagree"]]))
    rows = pd.RangeIndex(2, 4, name="row")
    expected = {"S1": [4.0, np.nan], "S2": [np.nan, 1.0], "S3": [np.nan, np.nan]}
    pd.testing.assert_frame_equal(read.points, pd.DataFrame(expected, index=rows))
    assert read.kinds_by_name.to_numpy().tolist() == [
        ["", "dont_know", "not_shown"],
        ["blank", "", "not_shown"],
    ]


def test_a_cell_has_a_point_or_a_kind_and_never_both(make_export):
    read = answers(make_export(TWO, [["Agree", "perhaps"], ["n/a", "Neutral"], ["Agree", "Agree"]]))
    assert (read.points.notna() == (read.kinds == 0)).all(axis=None)


def test_codes_of_the_settings_count_in_every_column(make_export):
    read = answers(
        make_export(TWO, [["1", "6"], ["2", "1"]]), {"1": "Strongly agree", "2": "Agree", "6": "Don't know"}
    )
    assert read.points["S1"].tolist() == [5.0, 4.0]
    assert read.kinds_by_name["S2"].tolist() == ["dont_know", ""]


def test_a_linear_scale_without_labels_counts_up_and_is_noted(make_export):
    read = answers(make_export(TWO, [["1", "5"], ["3", "0"]], bare_numbers_are_points=True))
    assert read.points["S1"].tolist() == [1.0, 3.0]
    assert read.kinds_by_name["S2"].tolist() == ["", "unreadable"]
    assert [note.reason for note in read.notes] == ["numbers_read", "unreadable"]


SEVEN = (
    ("Strongly disagree", 1.0),
    ("Disagree", 1 + 4 / 6),
    ("Somewhat disagree", 1 + 8 / 6),
    ("Neutral", 3.0),
    ("Somewhat agree", 1 + 16 / 6),
    ("Agree", 1 + 20 / 6),
    ("Strongly agree", 5.0),
)


def test_another_scale_is_refused_until_the_settings_say_how_it_is_read(make_export):
    export = make_export(TWO, [[label, "Agree"] for label, _ in SEVEN])
    with pytest.raises(ExportError, match=r"rescale: \{'\*': 7\}") as error:
        answers(export)
    assert error.value.where == "x.csv, q1"
    read = answers(export, rescale={"S1": 7})
    assert read.points["S1"].tolist() == pytest.approx([point for _, point in SEVEN])
    assert read.points["S2"].tolist() == [4.0] * 7
    assert read.rescaled == {"S1": 7}
    [note] = [note for note in read.notes if note.reason == "rescaled"]
    assert note.found == "7 points: S1"


def test_every_column_may_be_rescaled_at_once_and_one_be_excepted(make_export):
    read = answers(make_export(TWO, [["Slightly agree", "Agree"]]), rescale={"*": 7, "q2": 5})
    assert read.points.loc[2, ["S1", "S2"]].tolist() == pytest.approx([1 + 16 / 6, 4.0])
    assert read.rescaled == {"S1": 7}


def test_eleven_points_run_from_zero_to_ten(make_export):
    export = make_export(TWO, [[str(n), "Agree"] for n in range(11)], bare_numbers_are_points=True)
    read = answers(export, rescale={"S1": 11})
    assert read.points["S1"].tolist() == pytest.approx([1 + 4 * n / 10 for n in range(11)])


def test_labels_in_the_place_of_the_extreme_numbers_are_the_extremes(make_export):
    cells = ["Strongly agree", *map(str, range(9, 1, -1)), "Strongly disagree"]
    export = make_export(TWO, [[cell, "Agree"] for cell in cells])
    ends = {"1": "Strongly disagree", "10": "Strongly agree"}
    read = answers(export, ends, rescale={"S1": 10})
    assert read.points["S1"].tolist() == pytest.approx([1 + 4 * (n - 1) / 9 for n in range(10, 0, -1)])


def test_numbers_between_labels_without_numbers_have_no_direction(make_export):
    cells = ["Strongly agree", "4", "3", "2", "Strongly disagree"]
    with pytest.raises(ExportError, match="which way the numbers count"):
        answers(make_export(TWO, [[cell, "Agree"] for cell in cells]))


def test_a_code_with_a_label_of_another_scale_in_the_file_is_left_to_that_scale(make_export):
    declared = {"a": "Somewhat agree", "b": "Agree"}
    read = answers(make_export(TWO, [["a", "b"]]), declared, rescale={"S1": 7, "S2": 5})
    assert read.points.loc[2, ["S1", "S2"]].tolist() == pytest.approx([1 + 16 / 6, 4.0])


def test_what_the_platform_writes_for_a_hidden_question_is_not_shown(make_export):
    read = answers(make_export(TWO, [["N/A", "Agree"]], missing_labels={"N/A": "not_shown"}))
    assert read.kinds_by_name["S1"].tolist() == ["not_shown"]


@pytest.mark.parametrize(
    ("records", "found"),
    [([["1", "5"], ["2", "3"]], "numbers from 1 to 5 without labels"), ([["good", "bad"]], "unknown labels")],
)
def test_a_file_of_which_most_cannot_be_read_is_refused_without_showing_it(records, found, make_export):
    with pytest.raises(ExportError, match="Most answers could not be read") as error:
        answers(make_export(TWO, records))
    assert error.value.found == found


def test_nobody_answering_anything_is_no_fault(make_export):
    assert answers(make_export(TWO, [["", ""], ["", "Don't know"]])).points.isna().all(axis=None)


def test_reading_leaves_the_export_as_it_was(make_export):
    export = make_export(TWO, [["Agree", "Neutral"]])
    before = export.cells.copy()
    answers(export)
    pd.testing.assert_frame_equal(export.cells, before)


@pytest.mark.parametrize("form", ["{label}", "{label} ({number})", "{number} - {label}"])
def test_labels_of_another_scale_are_told_with_and_without_numbers(form, make_export):
    cells = [form.format(label=label, number=number) for number, (label, _) in enumerate(SEVEN, start=1)]
    export = make_export(TWO, [[cell, "Agree"] for cell in cells])
    with pytest.raises(ExportError, match="another scale"):
        answers(export)
    read = answers(export, rescale={"q1": 7})
    assert read.points["S1"].tolist() == pytest.approx([point for _, point in SEVEN])


def test_labels_that_a_file_declares_are_those_of_another_scale_too(make_export):
    labels = {str(number): label for number, (label, _) in enumerate(SEVEN, start=1)}
    export = make_export([Column("q1", "One", labels=labels), TWO[1]], [["6", "Agree"], ["2", "Agree"]])
    with pytest.raises(ExportError, match=r"rescale: \{'\*': 7\}"):
        answers(export)
    read = answers(export, rescale={"q1": 7})
    assert read.points["S1"].tolist() == pytest.approx([1 + 20 / 6, 1 + 4 / 6])
