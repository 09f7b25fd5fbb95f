import pandas as pd
import pytest

from alliance_analytics.intake.platforms.surveymonkey.summary import is_summary
from alliance_analytics.intake.table import Table


@pytest.mark.parametrize(
    ("records", "summary"),
    [
        ([["Our survey", ""], ["Answer Choices", "Responses"], ["Agree", "10"]], True),
        ([["Antwoordkeuzen", "Reacties"], ["Mee eens", "3"]], True),
        ([["How far?", "Why?"], ["Agree", "Responses"]], False),
        ([["Answer Choices", "Why?"], ["Agree", "x"]], False),
    ],
)
def test_counts_of_answers_are_known_by_their_heading(records, summary):
    assert is_summary(Table("x.xlsx", pd.DataFrame(records, dtype=object))) == summary
