import pandas as pd
import pytest

from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.typeform.damage import turned_into_dates


def noted(texts, role="answer"):
    return [note.found for note in turned_into_dates([Column("", "Q", role=role)], pd.DataFrame({0: texts}))]


@pytest.mark.parametrize("text", ["01-May", "Jun-25", "6-jun", "mei-25", "2025-06-01", "2025-06-01 00:00:00"])
def test_a_range_that_became_a_date_is_noted(text):
    assert noted([text, "26-50", "26-50"]) == ["1 cell"]
    assert noted([text, text, "26-50"]) == ["2 cells"]


@pytest.mark.parametrize("text", ["1-5", "In May", "May", "2024-06-01 09:10", "25 or more", "Marching-25"])
def test_other_answers_are_not(text):
    assert noted([text, "Agree"]) == []


def test_a_column_of_whole_days_asked_for_them():
    assert noted(["2025-06-01", "2025-06-02", ""]) == []


def test_only_answers_are_looked_at():
    assert noted(["01-May", "x"], role="administration") == []
