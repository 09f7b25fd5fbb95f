"""Each warning comes with its reason, and goes without it."""

import datetime
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.portfolio.warnings import WARNINGS, Seen, warnings_for

TODAY = datetime.date(2026, 6, 1)
PLACED = {
    "reason": "", "apart": False, "overdue": False, "training": "", "resourcing": "node-team",
    "service_level": "higher", "resourcing_now": "node-team", "service_level_now": "higher",
}  # fmt: skip
CALM = Seen(
    need={"rank": 4, "sure": False},
    pillars=pd.DataFrame({"ci_high": [3.4, 3.1]}),
    change={"shown": True, "ci_high": 0.2},
    response={"shown": True, "rate": 0.7},
    date=datetime.date(2025, 6, 1),
    door=PLACED,
)


def warned(seen, *, has_register=True):
    return warnings_for(seen, today=TODAY, has_register=has_register, points=5)


def test_nothing_stands_out():
    assert warned(CALM) == ()
    assert warned(replace(CALM, change=None, response=None, date=None)) == ()


@pytest.mark.parametrize(
    ("changed", "warning"),
    [
        ({"need": {"rank": np.nan, "sure": False}}, "hidden"),
        ({"need": {"rank": 1, "sure": True}}, "most_in_need"),
        ({"change": {"shown": True, "ci_high": -0.1}}, "falling"),
        ({"pillars": pd.DataFrame({"ci_high": [2.9, 4.0]})}, "weak_pillar"),
        ({"response": {"shown": True, "rate": 0.4}}, "low_response"),
        ({"date": datetime.date(2024, 11, 1)}, "not_measured_lately"),
        ({"door": None}, "not_at_front_door"),
        (
            {"door": {**PLACED, "reason": "no_alliance", "resourcing": None, "service_level": None}},
            "no_alliance",
        ),
        ({"door": {**PLACED, "reason": "business_model", "resourcing": None}}, "business_model"),
        ({"door": {**PLACED, "apart": True}}, "raters_apart"),
        ({"door": {**PLACED, "overdue": True}}, "revisit_overdue"),
        ({"door": {**PLACED, "training": "missing"}}, "untrained"),
        ({"door": {**PLACED, "service_level_now": "basic"}}, "less_service"),
        ({"door": {**PLACED, "resourcing_now": "innovation-team"}}, "other_team"),
    ],
)
def test_each_reason_gives_its_warning_alone(changed, warning):
    assert warned(replace(CALM, **changed)) == (warning,)


def test_a_hidden_change_or_response_warns_of_nothing():
    hidden = replace(CALM, change={"shown": False, "ci_high": -1}, response={"shown": False, "rate": 0.1})
    assert warned(hidden) == ()


def test_without_a_register_nobody_is_missing_from_it():
    assert warned(replace(CALM, door=None), has_register=False) == ()


def test_warnings_come_in_their_order():
    both = replace(CALM, door={**PLACED, "overdue": True}, need={"rank": 1, "sure": True})
    assert warned(both) == ("most_in_need", "revisit_overdue")
    assert WARNINGS.index("most_in_need") < WARNINGS.index("revisit_overdue")
