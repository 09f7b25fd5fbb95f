import pandas as pd
import pytest

from alliance_analytics.intake.platforms.qualtrics.administration import (
    ROLES,
    SURE,
    exclusion,
    key,
    role_by_name,
)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Duration (in seconds)", "durationinseconds"),
        ("_recordId", "recordid"),
        ("Duration__in_seconds_", "durationinseconds"),
    ],
)
def test_names_are_alike_in_every_layout(name, known):
    assert key(name) == known
    assert known in ROLES


def test_the_sure_signs_have_a_role():
    assert ROLES.keys() >= SURE


@pytest.mark.parametrize(
    ("status", "channel", "finished", "progress", "reason"),
    [
        ("IP Address", "anonymous", "True", "100", ""),
        ("0", "email", "1", "100", ""),
        ("Imported", "", "True", "", ""),
        ("16", "", "1", "100", ""),
        ("Survey Preview", "preview", "True", "100", "preview"),
        ("1", "email", "1", "100", "preview"),
        ("Survey Test", "test", "True", "100", "test"),
        ("Umfragetest", "test", "Wahr", "100", "test"),
        ("2", "", "0", "20", "test"),
        ("Spam", "", "True", "100", "spam"),
        ("9", "", "1", "100", "preview"),
        ("0", "email", "0", "24", "unfinished"),
        ("IP Address", "email", "False", "24", "unfinished"),
        ("", "", "", "99", "unfinished"),
    ],
)
def test_the_platforms_marks_rule_a_response_out(status, channel, finished, progress, reason):
    cells = pd.DataFrame([[status, channel, finished, progress]])
    places = {"status": 0, "distributionchannel": 1, "finished": 2, "progress": 3}
    assert exclusion(cells, places).tolist() == [reason]


def test_columns_that_were_taken_out_rule_nothing_out():
    assert exclusion(pd.DataFrame([["x"], ["y"]]), {}).tolist() == ["", ""]


@pytest.mark.parametrize("name", ["Q_RecaptchaScore", "Q_TotalDuration", "SC0", "Q4_NPS_GROUP", "Q2_DO"])
def test_what_the_platform_works_out_is_no_question(name):
    assert role_by_name(name) == "administration"
    assert role_by_name(f"{name}_mine") == "answer" or name.startswith("Q_")
