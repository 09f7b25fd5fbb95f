import datetime

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.governance.meetings import meeting_kinds, meeting_trend

FIRST, THIRD = datetime.date(2025, 1, 5), datetime.date(2025, 9, 5)


def meetings(*rows):
    columns = ["date", "decided", "updated", "minutes"]
    return pd.DataFrame(rows, columns=columns).assign(alliance="A")


@pytest.mark.parametrize(
    ("decided", "updated", "kind"),
    [
        (0, 5, "updates"),
        (1, 3, "mixed"),
        (2, 2, "decides"),
        (3, np.nan, "decides"),
        (np.nan, np.nan, "untold"),
        (0, 0, "untold"),
    ],
)
def test_what_a_meeting_is_for(decided, updated, kind):
    assert meeting_kinds(meetings((FIRST, decided, updated, 60.0)))["kind"].tolist() == [kind]


def test_the_trend_by_quarter_and_a_meeting_without_a_count_is_no_update():
    kinds = meeting_kinds(
        meetings(
            (FIRST, 0.0, 4.0, 180.0),
            (FIRST, np.nan, np.nan, 60.0),
            (THIRD, 3.0, 1.0, 45.0),
            (None, 1.0, 0.0, 9.0),
        )
    )
    trend = meeting_trend(kinds)
    assert trend["quarter"].tolist() == ["2025-Q1", "2025-Q2", "2025-Q3"]
    assert trend["meetings"].tolist() == [2, 0, 1]
    assert trend["share"].tolist() == pytest.approx([0, np.nan, 1], nan_ok=True)
    assert trend["minutes"].tolist() == pytest.approx([120, np.nan, 45], nan_ok=True)
