import numpy as np
import pandas as pd
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.answers import read_answers
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.answer_scales import answer_scales

TWO = (Column("q1", "One"), Column("q2", "Two"))


def answers(export, declared=None, places=None):
    return read_answers(
        export,
        places or {"S1": 0, "S2": 1},
        ["S1", "S2", "S3"],
        answer_scales(),
        scale_id="agreement_5",
        declared=declared or {},
    )


def test_points_and_kinds_stand_beside_each_other(make_export):
    read = answers(make_export(TWO, [["Agree", "Don't know"], ["", "Strongly disagree"]]))
    rows = pd.RangeIndex(2, 4, name="row")
    expected = {"S1": [4.0, np.nan], "S2": [np.nan, 1.0], "S3": [np.nan, np.nan]}
    pd.testing.assert_frame_equal(read.points, pd.DataFrame(expected, index=rows))
    assert read.kinds.to_numpy().tolist() == [["", "dont_know", "not_shown"], ["blank", "", "not_shown"]]


def test_a_cell_has_a_point_or_a_kind_and_never_both(make_export):
    read = answers(make_export(TWO, [["Agree", "perhaps"], ["n/a", "Neutral"], ["Agree", "Agree"]]))
    assert (read.points.notna() == (read.kinds == "")).all(axis=None)


def test_codes_of_the_settings_count_in_every_column(make_export):
    read = answers(
        make_export(TWO, [["1", "6"], ["2", "1"]]), {"1": "Strongly agree", "2": "Agree", "6": "Don't know"}
    )
    assert read.points["S1"].tolist() == [5.0, 4.0]
    assert read.kinds["S2"].tolist() == ["dont_know", ""]


def test_a_linear_scale_without_labels_counts_up_and_is_noted(make_export):
    read = answers(make_export(TWO, [["1", "5"], ["3", "0"]], bare_numbers_are_points=True))
    assert read.points["S1"].tolist() == [1.0, 3.0]
    assert read.kinds["S2"].tolist() == ["", "unreadable"]
    assert [note.reason for note in read.notes] == ["numbers_read", "unreadable"]


def test_what_the_platform_writes_for_a_hidden_question_is_not_shown(make_export):
    read = answers(make_export(TWO, [["N/A", "Agree"]], missing_labels={"N/A": "not_shown"}))
    assert read.kinds["S1"].tolist() == ["not_shown"]


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
