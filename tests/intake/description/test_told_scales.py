"""Questions that say what the numbers under them mean, and questions with other numbers in them."""

import doctest

import pytest

from alliance_analytics.intake.description import told_scales
from alliance_analytics.intake.description.told_scales import ToldScale, told_scale


def test_the_examples_hold():
    assert doctest.testmod(told_scales).failed == 0


@pytest.mark.parametrize(
    ("heading", "low", "high", "direction"),
    [
        ("Was it clear?10 - strongly agree, 1 - strongly disagree.", 1, 10, "ascending"),
        ("We meet often. (1=Strongly Agree; 5=Strongly Disagree)", 1, 5, "descending"),
        ("How useful? 1 (not at all useful) to 7 (very useful)", 1, 7, "ascending"),
        ("Strongly disagree (1), Strongly agree (5)", 1, 5, "ascending"),
        ("Hoe tevreden bent u? (0 = zeer ontevreden, 10 = zeer tevreden)", 0, 10, "ascending"),
        ("Wie zufrieden? 1 = sehr unzufrieden, 5 = sehr zufrieden", 1, 5, "ascending"),
        ("Rate us, 1 being the lowest and 5 being the highest", 1, 5, "ascending"),
        (
            "What is your feeling, where 5 is completely met and 1 is did not meet expectations?",
            1,
            5,
            "unknown",
        ),
        ("On a scale from 0-10, how likely are you to recommend us?", 0, 10, "unknown"),
        ("Geef een cijfer van 1 t/m 10", 1, 10, "unknown"),
    ],
)
def test_a_question_may_tell_its_scale(heading, low, high, direction):
    assert told_scale(heading) == ToldScale(low, high, direction)


@pytest.mark.parametrize(
    "heading",
    [
        "How far do you agree?",
        "Is 100% attendance needed in 1-2 weeks?",
        "Were you happy with the meeting of 3-5-2019?",
        "Which of the 5 partners do you trust?",
        "Are 1 - or more - of them late?",
        "Version 1.5 is better",
    ],
)
def test_other_numbers_tell_nothing(heading):
    assert told_scale(heading) is None
