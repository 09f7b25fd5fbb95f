import pandas as pd
import pytest

from alliance_analytics.interpret.ecosystem.friction import friction

PILLARS = pd.DataFrame(
    [("3", 2.6, 2.4, 2.8, 30, True), ("5", 3.6, 3.4, 3.8, 30, True), ("7", 2.1, 1.9, 2.3, 4, False)],
    columns=["name", "mean", "ci_low", "ci_high", "n", "shown"],
)
THEMES = pd.DataFrame(
    [("trust_loyalty", 5, 2), ("flexibility", 1, 3)], columns=["theme", "enabler", "constraint"]
)


def marks(process, pillar=None, theme=None, weakest=()):
    steps = process(("ask", "X", "", ""), pillar=[pillar], theme=[theme])
    return friction(steps, PILLARS, THEMES, weakest, 3.0)


def test_a_pillar_below_the_middle_marks_a_step_with_its_interval(process):
    row = marks(process, "3").iloc[0]
    assert row[["step", "source", "about"]].tolist() == ["ask", "survey", "3"]
    assert row[["mean", "ci_low", "ci_high", "n"]].tolist() == [2.6, 2.4, 2.8, 30]


def test_a_good_pillar_marks_only_when_it_is_the_weakest(process):
    assert marks(process, "5").empty
    assert marks(process, "5", weakest=("5",))["about"].tolist() == ["5"]


def test_a_hidden_pillar_marks_nothing_even_as_the_weakest(process):
    assert marks(process, "7", weakest=("7",)).empty


@pytest.mark.parametrize(
    ("theme", "sources"), [("flexibility", ["reports"]), ("trust_loyalty", []), (None, [])]
)
def test_reports_mark_a_theme_that_is_more_held_back_than_helped(theme, sources, process):
    assert marks(process, theme=theme)["source"].tolist() == sources
