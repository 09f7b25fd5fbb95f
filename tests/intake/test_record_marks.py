"""A mark is the same for the same person's same answers, and says nothing without the key."""

import numpy as np
import pandas as pd

from alliance_analytics.intake.record_marks import LENGTH, NONE, RECORD, record_marks

STATEMENTS = {"pillar": {"p": ("a", "b")}}
PEOPLE = pd.DataFrame({"person": ["anna", "bert", None]})
ITEMS = pd.DataFrame({"a": [1.0, 1.0, np.nan], "b": [2.0, 2.0, np.nan], "c": [3.0, 4.0, np.nan]})


def marks(people=PEOPLE, items=ITEMS, key=b"secret"):
    scores = {"pillar": pd.DataFrame({"p": items[["a", "b"]].mean(axis=1)}), "item": items}
    return record_marks(people, scores, STATEMENTS, key)


def test_the_same_again_has_the_same_marks():
    pd.testing.assert_frame_equal(marks(), marks())


def test_people_with_the_same_answers_have_marks_of_their_own():
    assert marks()["pillar:p"].iloc[:2].nunique() == 2


def test_a_corrected_answer_changes_the_marks_that_it_is_in_and_no_other():
    changed = marks(items=ITEMS.assign(c=[5.0, 4.0, np.nan]))
    assert changed["pillar:p"].tolist() == marks()["pillar:p"].tolist()
    assert changed[RECORD].ne(marks()[RECORD]).tolist() == [True, False, False]


def test_who_has_no_score_and_no_link_has_no_mark():
    assert marks().iloc[2].tolist() == [NONE] * 3


def test_another_key_gives_other_marks_which_hold_no_name():
    here, there = marks(), marks(key=b"other")
    assert set(here.to_numpy().ravel()) & set(there.to_numpy().ravel()) == {NONE}
    assert set(here.to_numpy()[:2].ravel()).isdisjoint({"anna", "bert"})
    assert here.to_numpy()[:2].astype(str).ravel().tolist() == [
        mark for mark in here.to_numpy()[:2].ravel() if len(mark) == LENGTH
    ]
