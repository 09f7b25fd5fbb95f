import doctest

import pytest

from alliance_analytics.intake.platforms import known_labels
from alliance_analytics.intake.platforms.known_labels import are_one_scale, is_known_label


def test_the_examples_hold():
    assert doctest.testmod(known_labels).failed == 0


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Niet mee eens, niet mee oneens", True),
        ("STRONGLY  agree", True),
        ("Don't know", True),
        ("By mail", False),
        ("4", False),
    ],
)
def test_a_label_of_a_point_or_of_no_answer_is_known(text, known):
    assert is_known_label(text) == known


@pytest.mark.parametrize(
    ("labels", "one"),
    [
        (["Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree", "Don't know"], True),
        (["Strongly agree", "Agree", "Disagree", "Strongly disagree"], True),
        (["Strongly agree", "Agree", "Neutral", "Disagree"], False),
        (["Helemaal mee oneens", "Mee oneens", "Neutraal", "Mee eens", "Helemaal mee eens"], True),
        (["1", "2", "3", "4"], True),
        (["2", "3", "4"], False),
        (["1", "2", "2"], False),
        (["1"], False),
        (["North", "South"], False),
    ],
)
def test_a_scale_is_whole_or_it_is_none(labels, one):
    assert are_one_scale(labels) == one
