"""The answers of a column: cells, labels, numbers, and what stands for none."""

import pandas as pd
import pytest

from alliance_analytics.intake.description.options import (
    MOST,
    is_known_missing,
    is_missing,
    options_of,
    split_number,
    without_numbers,
)
from alliance_analytics.intake.platforms.base import Column


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("4 - Agree", (4, "Agree")),
        ("Strongly agree (7)", (7, "Strongly agree")),
        ("(1) Everyday", (1, "Everyday")),
        ("10. Completely well placed", (10, "Completely well placed")),
        ("4 .. (Agree)", (4, "Agree")),
        ("1 = agree", (1, "agree")),
        ("-2 Disagree", (-2, "Disagree")),
        ("(5)", (5, "")),
        ("4)", (4, "")),
        ("4,0", (4, "")),
        ("2 or 3 times a month", (None, "2 or 3 times a month")),
        ("18-24", (None, "18-24")),
        ("Less than 10,000 €", (None, "Less than 10,000 €")),
        ("Agree", (None, "Agree")),
    ],
)
def test_only_a_number_that_is_marked_off_is_taken_out(label, expected):
    assert split_number(label) == expected


def test_a_sentence_keeps_its_number():
    sentence = "I think that " + "very " * 30 + "good: 4"
    assert split_number(sentence) == (None, sentence)


@pytest.mark.parametrize(
    ("label", "missing"),
    [
        ("Don't know", True),
        ("Prefer not to say/not answered", True),
        ("Unfamiliar (N/A)", True),
        ("Skip, from the question before", True),
        ("Neutral", False),
        ("No", False),
        ("Agree / don't know", False),
    ],
)
def test_ways_to_say_nothing(label, missing):
    assert is_missing(label) is missing


def test_a_label_with_an_explanation_is_missing_but_not_to_the_letter():
    assert is_known_missing("N/A")
    assert is_known_missing("Je ne sais pas / I don't know")
    assert not is_known_missing("Ask Ann / I don't know")
    assert not is_known_missing("Unfamiliar (N/A)")


def test_declared_labels_are_options_though_nobody_chose_them():
    column = Column(
        "Q1", "How safe?", labels={"1": "Very safe", "2": "Unsafe", "8": "Don't know", "9": "Odd"}
    )
    found = options_of(
        Column("Q1", "How safe?", labels=column.labels, missing=frozenset({"9"})),
        pd.Series(["1", "1", "8", "9", ""]),
        {},
    )
    assert {(o.text, o.label, o.count, o.code, o.missing) for o in found} == {
        ("1", "Very safe", 2, 1, False),
        ("2", "Unsafe", 0, 2, False),
        ("8", "Don't know", 1, 8, True),
        ("9", "Odd", 1, 9, True),
    }


def test_a_column_of_many_texts_has_no_options():
    assert options_of(Column("", "Why?"), pd.Series([f"because {n} x" for n in range(MOST + 1)]), {}) == ()


def test_what_the_platform_fills_in_is_missing():
    (option,) = options_of(Column("", "Q"), pd.Series(["-99", "-99"]), {"-99": "blank"})
    assert option.missing


def test_a_number_in_a_label_becomes_its_code():
    options = options_of(Column("", "Q"), pd.Series(["Agree (4)", "Not Applicable (8)", "(3)", "Odd"]), {})
    split = {
        option.text: (option.code, option.wording, option.missing) for option in without_numbers(options)
    }
    assert split == {
        "Agree (4)": (4, "agree", False),
        "Not Applicable (8)": (8, "not applicable", True),
        "(3)": (3, "", False),
        "Odd": (None, "odd", False),
    }


@pytest.mark.parametrize(
    ("label", "missing"),
    [
        ("I didn’t use this feature", True),
        ("Have not attended", True),
        ("I don't know this tool", True),
        ("I know but never used it", True),
        ("Never heard of it", True),
        ("I was not aware of this", True),
        ("Não sei", True),
        ("I do not know what to say", False),
        ("Never", False),
        ("I didn't agree", False),
    ],
)
def test_who_never_met_a_thing_cannot_grade_it(label, missing):
    assert is_missing(label) is missing
