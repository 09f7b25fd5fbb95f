"""The shape of a name means nothing alone; labels, jobs and organisations do not have it."""

import pytest

from alliance_analytics.intake.identifiers.people import are_known_names, are_names, looks_like_a_name
from alliance_analytics.model.answer_scales import answer_scales

NAMES = [
    "Ann Smith",
    "Ann-Marie van der Berg",
    "J.P. de Vries",
    "Jansen, Piet",
    "Seán O'Neil",
    "María del Carmen Ruiz",
]
OTHERS = [
    "Ann",
    "ann smith",
    "Project Manager",
    "North Bank",
    "Gemeente Utrecht",
    "4",
    "NATO Base",
    "A. 4 B",
    "",
]


@pytest.mark.parametrize("name", NAMES)
def test_two_to_four_words_with_capitals_look_like_a_name(name):
    assert looks_like_a_name(name)


@pytest.mark.parametrize("other", OTHERS)
def test_jobs_organisations_and_single_words_do_not(other):
    assert not looks_like_a_name(other)


def test_a_column_of_names_may_hold_a_few_odd_ones():
    assert are_names([*NAMES, *(f"{name} Junior" for name in NAMES[:2]), "Ann Bell", "Bob Bell", "x"])
    assert not are_names([*NAMES, *OTHERS])
    assert not are_names([])


def test_no_set_of_labels_looks_like_a_column_of_names():
    for scale in answer_scales().scales:
        for by_point in scale.labels.values():
            assert not are_names([label.title() for labels in by_point for label in labels])


def test_given_names_tell_people_from_what_only_looks_like_them():
    assert are_known_names(["A. Anna Bell", "Jansen, Piet", "Ann-Marie van der Berg", "Xio Bao"])
    assert not are_known_names(["Anna Bell", "Project Manager"])
    assert not are_known_names(["San Francisco", "Den Haag", "Anna Bell"])
    assert not are_known_names([])
