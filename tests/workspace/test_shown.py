"""A workspace and its responses say what they are; rows come only when asked for."""

import pandas as pd
from IPython.core.formatters import DisplayFormatter

from alliance_analytics.workspace.shown import waves_as_html


def test_responses_are_not_shown_by_accident(workspace):
    responses = workspace.responses("canal", "2025")
    shown, _ = DisplayFormatter().format(responses)
    assert set(shown) == {"text/plain", "text/html"}
    for text in shown.values():
        assert f"Responses of {len(responses)} people" in text
        assert "Northern Locks" not in text


def test_rows_that_are_asked_for_are_an_ordinary_frame(workspace):
    rows = workspace.responses("canal", "2025").head()
    assert type(rows) is pd.DataFrame
    assert "Northern Locks" in rows.to_string()


def test_a_workspace_is_a_table_of_its_waves(workspace):
    assert ">2023, 2024, 2025</td>" in workspace._repr_html_()


def test_names_cannot_be_markup():
    assert "<b>" not in waves_as_html("<b>", {"<b>": ()})
    assert "no waves" in waves_as_html("ours", {"new": ()})
