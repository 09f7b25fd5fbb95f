"""The page of a run: failures first, where, why, what to do, and the cost."""

import re

import pytest

from alliance_analytics.batch.jobs import Outcome
from alliance_analytics.batch.run_page import render_run

OUTCOMES = [
    Outcome(
        "canal",
        "2024",
        "done",
        page="canal/2024.html",
        headline="Trust is lowest",
        seconds=3.2,
        memory=310,
        label="2024",
    ),
    Outcome("canal", "2024", "unchanged", page="canal/2024-nl.html", seconds=3.0, label="2024 (nl)"),
    Outcome(
        "harbour",
        "2024",
        "failed",
        cell=3,
        notebook="05.ipynb",
        reason="No export.",
        remedy="Put it there.",
        label="2024",
    ),
    Outcome(
        "lock",
        "2024",
        "failed",
        notebook="05.ipynb",
        reason="<b>Too slow</b>",
        remedy="More time.",
        label="2024",
    ),
    Outcome("quay", "", "skipped", reason="It has no wave."),
]


def test_failures_come_first_with_cell_reason_and_remedy():
    page = render_run(OUTCOMES, title="Waterways", language="en")
    assert page.index(">harbour<") < page.index(">lock<") < page.index(">canal<")
    assert "05.ipynb, code cell 3" in page
    assert "What to do: Put it there." in page
    assert "1 made, 1 unchanged, 2 failed, 1 skipped" in page


def test_costs_are_written_as_the_language_does():
    assert "3.2 s, 310 MiB" in render_run(OUTCOMES, title="Waterways", language="en")
    assert "3,2 s, 310 MiB" in render_run(OUTCOMES, title="Waterways", language="nl")


def test_nothing_on_it_runs_and_every_anchor_is_there_once():
    page = render_run(OUTCOMES, title="Waterways", language="en")
    anchors = re.findall(r'id="([^"]+)"', page)
    assert "<script" not in page
    assert "<b>Too slow" not in page
    assert len(anchors) == len(set(anchors))
    assert {name.lstrip("#") for name in re.findall(r'href="(#[^"]+)"', page)} <= set(anchors)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_it_opens_in_both_languages(language):
    assert f'<html lang="{language}"' in render_run(OUTCOMES, title="Waterways", language=language)
