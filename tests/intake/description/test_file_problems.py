"""Doubts about a whole file."""

import numpy as np
import pytest

from alliance_analytics.intake.description.described import Scale
from alliance_analytics.intake.description.file_problems import noted, several_lengths, turned_copies
from alliance_analytics.intake.description.graded_columns import graded_columns
from alliance_analytics.intake.description.options import Option
from alliance_analytics.intake.log import LogEntry


def column(*labels):
    return tuple(Option(label, label, 5) for label in labels)


def test_notes_of_the_reader_are_carried_over_without_mail_addresses():
    (found,) = noted([LogEntry("padding", "Left out.", found="from ann@example.org", column="Q", row=3)])
    assert (found.row, found.column, found.found, found.action) == (3, "Q", "from […]", "Left out.")


def test_scales_of_two_lengths_are_told_when_they_grade_the_same():
    given = {
        0: column("Agree", "Disagree"),
        1: column("Agree", "Disagree"),
        2: column("Very safe", "Quite safe", "Unsafe"),
    }
    graded = graded_columns(given, [""] * 3)
    scales = {place: Scale((), points, "ascending") for place, points in enumerate([4, 5, 7])}
    assert [each.found for each in several_lengths(graded, scales)] == ["agreement: 4 and 5 points"]
    assert several_lengths(graded, scales | {1: scales[0]}) == []


def test_a_turned_copy_is_found_with_its_blanks():
    asked = np.array([1.0, 2, 5, 4, np.nan, 3, 5])
    (found,) = turned_copies({0: asked, 1: asked + 0.0, 2: 6 - asked}, ["op1", "op2", "Rop2"])
    assert (found.column, found.found) == ("Rop2", "the same answers as 'op2', turned")


@pytest.mark.parametrize("other", [[5.0, 4, 1, 2, 3, 4], [3.0, 3, 3, 3, 3, 3], [1.0, 2, 5, 4, 3, 2]])
def test_anything_else_is_no_copy(other):
    asked = np.array([1.0, 2, 5, 4, 3, 3])
    assert turned_copies({0: asked, 1: np.array(other)}, ["a", "b"]) == []
