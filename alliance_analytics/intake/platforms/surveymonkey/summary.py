"""SurveyMonkey's summaries: a sheet a question, which counts answers and names no respondent."""

from __future__ import annotations

from alliance_analytics.intake.table import Table
from alliance_analytics.model.spelling import plain

COUNTED = frozenset(
    {"answer choices", "answer options", "antwoordkeuzen", "antwortoptionen", "choix de reponses"}
)
COUNTS = frozenset(
    {"responses", "response percent", "response count", "reacties", "beantwortungen", "reponses"}
)
FIRST_RECORDS = 10


def is_summary(table: Table) -> bool:
    """Return whether one of the first records heads a count of answers instead of answers."""
    if table.variables:
        return False
    return any(
        plain(cells[0]) in COUNTED and COUNTS & set(map(plain, cells[1:]))
        for cells in (table.record(place) for place in range(min(FIRST_RECORDS, len(table.cells))))
    )
