from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.intake import rows
from alliance_analytics.intake.answers import KINDS
from alliance_analytics.intake.identity import Identity
from alliance_analytics.intake.platforms.base import Column

VARIED = [1.0, 2.0, 3.0, 4.0, 5.0] * 2


def points(*records):
    return pd.DataFrame(records, index=pd.RangeIndex(2, 2 + len(records)), dtype=float)


def places(kinds):
    return pd.DataFrame(kinds).map(KINDS.index)


def identity(frame, person=None, response_id=None, devices=()):
    def column(values):
        return pd.Series(values or [""] * len(frame), index=frame.index, dtype=object)

    return Identity(column(person), column(response_id), tuple(column(values) for values in devices), ())


def repeats(frame, order=None, **known):
    who = identity(frame, **known)
    order = frame.index if order is None else pd.Index(order)
    content = frame.fillna(0).astype(str).agg(" ".join, axis=1).where(who.person == "", "")
    return rows.earlier_record(who, frame, content, order)


def test_unfinished_without_an_answer_was_only_opened(make_export):
    export = make_export([Column("", "q"), Column("", "r")], [["", "N/A"], ["Agree", ""], ["", ""]])
    marks = pd.Series(["unfinished", "unfinished", ""], index=export.cells.index, dtype=object)
    export = export.__class__(
        **{**export.__dict__, "exclusion": marks, "missing_labels": {"N/A": "not_shown"}}
    )
    assert rows.marked_by_platform(export, [0, 1]).tolist() == ["opened_only", "unfinished", ""]


def test_of_several_forms_those_count_that_ask_the_questions(make_export):
    columns = [Column("", "q", form="asked"), Column("", "r", form="other")]
    export = make_export(columns, [["Agree", "x"], ["", "x"], ["Agree", ""]])
    left = {
        "asked": pd.Series([True, True, False], index=export.cells.index),
        "other": pd.Series(True, index=export.cells.index),
    }
    export = replace(export, unfinished_forms=left)
    assert rows.marked_by_platform(export, [0]).tolist() == ["unfinished", "opened_only", ""]
    export = replace(export, exclusion=export.exclusion.mask(left["asked"], "test"))
    assert rows.marked_by_platform(export, [0]).tolist() == ["test", "test", ""]


def test_a_record_is_empty_without_answer_dont_know_and_comment():
    kinds = places([["blank", "not_shown"], ["blank", "dont_know"], ["blank", "blank"], ["", "blank"]])
    comments = pd.DataFrame({"C1": ["", "", "Hello", ""]})
    assert rows.empty(kinds, comments).tolist() == [True, False, False, False]


def test_a_record_is_empty_where_no_comment_was_asked_for():
    assert rows.empty(places([["blank"]]), pd.DataFrame(index=[0])).tolist() == [True]


def test_equal_records_bear_one_text():
    first, other, again = rows.alike([("a", 1), ("a", 2), ("a", 1)])
    assert first == again != other


def test_the_same_person_repeats_whatever_was_answered():
    frame = points(VARIED, VARIED[::-1], VARIED)
    assert repeats(frame, person=["a", "b", "a"]) == {4: 2}


def test_the_same_id_of_a_response_repeats():
    assert repeats(points([1.0], [2.0]), response_id=["R1", "R1"]) == {3: 2}


def test_where_nobody_is_known_the_same_answers_from_one_device_repeat():
    frame = points([4.0], [4.0], [4.0], [5.0])
    assert repeats(frame, devices=[["ip", "ip", "other", "ip"]]) == {3: 2}


def test_any_device_will_do():
    frame = points([4.0], [4.0], [4.0])
    assert repeats(frame, devices=[["s1", "s2", "s1"], ["ip", "ip", ""]]) == {3: 2, 4: 2}


def test_without_devices_only_telling_answers_repeat():
    straight, short = [4.0] * 10, [*VARIED[:9], np.nan]
    frame = points(VARIED, VARIED, straight, straight, short, short)
    assert repeats(frame) == {3: 2}


def test_a_known_person_does_not_repeat_another_by_answers():
    assert repeats(points(VARIED, VARIED, VARIED), person=["a", "b", ""]) == {}


def test_a_record_that_counts_less_repeats_a_later_one():
    frame = points(VARIED, VARIED[::-1])
    assert repeats(frame, person=["a", "a"], order=[3, 2]) == {2: 3}


@pytest.mark.parametrize("name", ["empty", "note_row", "opened_only", "padding", "preveiw"])
def test_what_holds_no_answers_or_is_no_reason_cannot_be_kept(name):
    with pytest.raises(ParameterError, match="keep_rows"):
        rows.refuse_unknown_reasons([name])
    rows.refuse_unknown_reasons(rows.REVERSIBLE)


def test_what_is_kept_is_counted():
    marked = pd.Series(["", "test", "preview", "test"], index=[2, 3, 4, 5])
    assert [(note.reason, note.found) for note in rows.kept(marked)] == [
        ("kept_rows", "1 preview"),
        ("kept_rows", "2 test"),
    ]


def test_three_sendings_all_repeat_the_first():
    assert repeats(points(VARIED, VARIED, VARIED), person=["a"] * 3) == {3: 2, 4: 2}


@pytest.mark.parametrize(
    ("answers", "straight"),
    [
        ([4.0] * 6, True),
        ([4.0] * 5 + [5.0], False),
        ([4.0] * 5 + [np.nan], True),
        ([4.0] * 4 + [np.nan] * 2, False),
        ([np.nan] * 6, False),
    ],
)
def test_one_answer_all_the_way_down_is_straight(answers, straight):
    assert rows.straight_lined(points(answers)).tolist() == [straight]


def test_half_of_the_items_must_be_answered_to_be_straight():
    assert rows.straight_lined(points([4.0] * 5 + [np.nan] * 6)).tolist() == [False]


def test_what_is_left_out_is_noted_in_the_order_of_the_file():
    reasons = pd.Series(["", "duplicate", "test", "empty"], index=[4, 5, 6, 7])
    notes = rows.left_out(reasons, {5: 4})
    assert [(n.row, n.reason, n.found) for n in notes] == [
        (5, "duplicate", "repeats record 4"),
        (6, "test", "marked by the platform"),
        (7, "empty", ""),
    ]


def test_what_is_odd_is_kept_and_noted():
    assert [(n.reason, n.row) for n in rows.remarks(points([4.0] * 6, VARIED[:6]))] == [("straight_lined", 2)]
    assert [n.reason for n in rows.remarks(points(VARIED))] == ["one_respondent"]
