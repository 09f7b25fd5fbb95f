"""What a column is for."""

import pandas as pd
import pytest

from alliance_analytics.intake.description.column_roles import role_of
from alliance_analytics.intake.description.options import options_of
from alliance_analytics.intake.platforms.base import Column


def role(column, texts, **known):
    cells = pd.Series(texts, dtype=object)
    found = options_of(column, cells, {})
    return role_of(column, cells, found, **{"is_answer": False, "is_identifying": False} | known)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("mail", "identifier"),
        ("record_id", "identifier"),
        ("administration", "metadata"),
        ("timing", "timing"),
        ("choice", "choice"),
        ("other_text", "comment"),
    ],
)
def test_the_platform_says_first(said, expected):
    assert role(Column("x", "", role=said), ["a", "b"]) == expected


def test_an_answer_and_an_identifier_are_what_they_were_found_to_be():
    assert role(Column("", "Q"), ["Agree"], is_answer=True) == "answer"
    assert role(Column("", "Q"), ["Jan"], is_identifying=True) == "identifier"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Yes", "No"] * 5, "choice"),
        (["Paris", "Rome", "Oslo"] * 5, "choice"),
        ([f"because of thing {chr(97 + n)}" for n in range(9)], "comment"),
        (["only once"], "comment"),
        (["23", "45", "67", "31"], "other"),
        (["18-29", "30 - 44", "60+"] * 5, "choice"),
        (["< 18", "> 60", "18 to 60"] * 5, "choice"),
        (["020-123", "45", "67", "31"], "other"),
        (["21:45:00", "11:37:00"], "other"),
        (["Oct 5, 2022 1:05:10 PM", "Nov 28, 2022 1:07:10 PM"], "other"),
        (["5. Oktober 2022"] * 9, "other"),
        ([f"5 Oct 2022 {n}:30" for n in range(150)], "other"),
        (["1", "1", ""], "choice"),
        (["0.42", "1.3"], "other"),
        (["", ""], "other"),
        ([f"thing number {n} of many" for n in range(150)], "comment"),
        ([str(n) for n in range(150)], "other"),
    ],
)
def test_content_says_the_rest(texts, expected):
    assert role(Column("", "Q"), texts) == expected


def test_declared_categories_are_a_choice_though_nobody_ticked_them():
    assert role(Column("q", "Q", labels={"1": "Paris", "2": "Rome"}), ["", ""]) == "choice"
    assert role(Column("q", "Q", labels={"1": "Paris", "2": "Rome"}), ["1", "2"]) == "choice"
