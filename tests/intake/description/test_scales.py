"""Labels low to high, length, and direction, of columns on a ladder."""

import pytest

from alliance_analytics.intake.description.graded_columns import graded_columns
from alliance_analytics.intake.description.options import Option
from alliance_analytics.intake.description.scales import direction_of, graded_scale, missing_codes
from alliance_analytics.intake.labels import bare_number


def column(*texts, count=10):
    return tuple(Option(text, text, count, bare_number(text)) for text in texts)


def coded(*labels):
    return tuple(Option(str(code), label, 5, code) for code, label in enumerate(labels, 1))


def scale_of(options, *, declared=False, others=()):
    columns = graded_columns(dict(enumerate([options, *others])), [""] * (1 + len(others)))
    return graded_scale(columns[0], columns.values(), declared=declared)


@pytest.mark.parametrize(
    ("pairs", "direction"),
    [
        ([], "ascending"),
        ([(1, 2), (2, 5), (3, 9)], "ascending"),
        ([(1, 9), (2, 5), (3, 2)], "descending"),
        ([(1, 9), (1, 2)], "unknown"),
        ([(5, 9), (6, 10), (8, 8)], "unknown"),
        ([(4, 9)], "unknown"),
    ],
)
def test_numbers_tell_the_direction_only_when_they_all_agree(pairs, direction):
    assert direction_of(pairs) == direction


def test_words_alone_are_put_in_order():
    scale = scale_of(column("Agree", "Strongly Agree", "Neutral", "Disagree"))
    assert scale.labels == ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly Agree")
    assert (scale.points, scale.direction) == (5, "ascending")


def test_codes_run_against_the_wording():
    scale = scale_of(
        coded("Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree"), declared=True
    )
    assert scale.direction == "descending"
    assert scale.labels[0] == "Strongly disagree"


def test_declared_labels_are_all_there_are():
    scale = scale_of(coded("Agree", "Neutral", "Disagree"), declared=True)
    assert scale.points == 3


def test_labels_keep_the_numbers_that_stand_in_the_file():
    scale = scale_of(
        column("Strongly Agree (1)", "Agree (2)", "Neutral (3)", "Disagree (4)", "Strongly disagree (5)")
    )
    assert scale.labels[-1] == "Strongly Agree (1)"
    assert scale.direction == "descending"


def test_a_label_from_elsewhere_brings_no_number_along():
    other = column("Strongly disagree (1)", "Disagree (2)", "Neutral (3)", "Agree (4)", "Strongly agree (5)")
    scale = scale_of(column("Agree (2)", "Strongly agree (1)", "Neutral (3)"), others=[other])
    assert scale.labels[:2] == ("Strongly disagree", "Disagree")


def test_words_at_the_ends_of_numbers_leave_the_direction_open():
    scale = scale_of(column("Strongly agree", *"98765432", "Strongly disagree"))
    assert (scale.labels, scale.points) == (("Strongly disagree", "Strongly agree"), 10)
    assert scale.direction == "unknown"


def test_numbered_words_at_the_ends_settle_it():
    scale = scale_of(column("1. Not at all clear", *"23456789", "10. Completely clear"))
    assert (scale.points, scale.direction) == (10, "ascending")


def test_missing_codes_come_in_order_and_without_strange_words():
    options = [
        Option("N/A", "N/A", 2, missing=True),
        Option("9", "Refused", 2, 9, missing=True),
        Option("-1", "Skip", 2, -1, missing=True),
        Option("Jan (N/A)", "Jan (N/A)", 1, missing=True),
    ]
    assert missing_codes(options) == ("-1", "9", "text, 9 characters", "N/A")


def test_a_six_beside_a_label_speaks_of_six_labels():
    scale = scale_of(
        column("(6) Worse", "(5) Slightly worse", "(4) Unchanged", "(3) Slightly better", "(2) Better")
    )
    assert (scale.points, scale.direction) == (7, "descending")


def test_a_middle_that_is_four_speaks_of_seven_labels():
    assert (
        scale_of(column("(3) Slightly better", "(4) Unchanged", "(2) Better", "(5) Slightly worse")).points
        == 7
    )


def test_a_label_that_nobody_gave_is_spelt_as_the_others_are():
    scale = scale_of(column("Mycket nöjd", "Nöjd", "Missnöjd"))
    assert scale.labels == ("Mycket missnöjd", "Missnöjd", "Nöjd", "Mycket nöjd")
