"""Cells that registers share: nothing is left empty, and a change has its interval."""

import datetime
from types import SimpleNamespace

import numpy as np
import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.review.conference.register_tables import (
    movement_cell,
    pillar_cell,
    problem_notes,
    told,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "not told"), ("", "not told"), ("Ann", "Ann"), (datetime.date(2025, 3, 1), "2025-03-01")],
)
def test_what_was_told_or_not(study, value, text):
    assert told(study, value) == text


def test_a_pillar_by_its_name(study):
    assert pillar_cell(study, "3") == study.labels.pillars["3"]
    assert pillar_cell(study, None) == "none named"


def test_a_change_has_its_interval_or_no_number(study):
    row = {"movement": "moved", "change": 0.52, "ci_low": 0.21, "ci_high": 0.83}
    assert movement_cell(study, row) == "moved: +0.52 (+0.21 to +0.83)"
    assert movement_cell(study, {**row, "movement": "cannot_tell", "change": np.nan}) == "can't tell"


def test_a_change_of_few_people_has_one_decimal_as_their_means_have(study):
    few = SimpleNamespace(language="en", say=study.say, everybody=study.everybody.assign(n=9))
    row = {"movement": "moved", "change": 0.52, "ci_low": 0.21, "ci_high": 0.83}
    assert movement_cell(few, row) == "moved: +0.5 (+0.2 to +0.8)"


def test_problems_are_named_by_place_and_never_by_content(study):
    (note,) = problem_notes(study, [WorkspaceError("Wrong.", where="plan.csv, row 3", found="Ann")])
    assert "plan.csv, row 3" in note
    assert "Ann" not in note
    assert problem_notes(study, []) == ()
