"""Overdue before open, refuted and confirmed; within each the longest waiting first."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.interpret.learning.assumptions import KNOWN_COLUMNS, ORDER, known_assumptions

COLUMNS = ["assumption", "how_seen", "by", "status", "learned", "owner", "stated", "checked"]
DAY = date(2025, 6, 1)


def told(*rows):
    entries = [(name, "look", by, status, None, "Ann", stated, None) for name, status, by, stated in rows]
    return pd.DataFrame(entries, columns=COLUMNS, dtype=object)


def test_the_oldest_unchecked_come_first():
    table = known_assumptions(
        told(
            ("confirmed", "confirmed", date(2023, 1, 1), None),
            ("open later", "open", date(2026, 5, 1), None),
            ("overdue lately", "open", date(2025, 5, 1), None),
            ("refuted", "refuted", date(2022, 1, 1), None),
            ("overdue long", "open", date(2024, 5, 1), None),
            ("open soon", "open", date(2025, 7, 1), None),
            ("open whenever", "open", None, None),
        ),
        DAY,
    )
    assert table["assumption"].tolist() == [
        "overdue long", "overdue lately", "open soon", "open later", "open whenever", "refuted", "confirmed",
    ]  # fmt: skip
    assert list(table.columns) == KNOWN_COLUMNS


def test_of_equals_the_one_stated_first_comes_first():
    by = date(2025, 1, 1)
    table = known_assumptions(
        told(("new", "open", by, date(2024, 1, 1)), ("old", "open", by, date(2022, 1, 1))), DAY
    )
    assert table["assumption"].tolist() == ["old", "new"]


@pytest.mark.parametrize(
    ("by", "state"), [(date(2025, 5, 31), "overdue"), (date(2025, 6, 1), "open"), (None, "open")]
)
def test_overdue_is_open_after_its_day(by, state):
    assert known_assumptions(told(("a", "open", by, None)), DAY)["state"].tolist() == [state]


def test_what_was_checked_is_never_overdue():
    table = known_assumptions(told(("a", "refuted", date(2020, 1, 1), None)), DAY)
    assert table["state"].tolist() == ["refuted"]


def test_an_empty_register_stays_empty():
    assert known_assumptions(told(), DAY).empty


@given(
    st.lists(
        st.tuples(
            st.text(min_size=1),
            st.sampled_from(["open", "confirmed", "refuted"]),
            st.dates() | st.none(),
            st.none(),
        ),
        max_size=8,
    )
)
def test_nothing_is_lost_and_states_stand_in_order(rows):
    table = known_assumptions(told(*rows), DAY)
    assert sorted(table["assumption"]) == sorted(row[0] for row in rows)
    ranks = [ORDER.index(state) for state in table["state"]]
    assert ranks == sorted(ranks)
