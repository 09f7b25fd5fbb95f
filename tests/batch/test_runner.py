"""Many jobs: told as they end, returned in order, and one that breaks costs only itself."""

from dataclasses import replace

import pytest

from alliance_analytics.batch.jobs import Job
from alliance_analytics.batch.runner import run_jobs

pytestmark = pytest.mark.notebook


def test_outcomes_come_back_in_order_and_are_told(showing, failing, tmp_path):
    first = Job(failing, tmp_path, "a", "2024", "en", tmp_path / "out" / "a" / "2024.html")
    second = replace(first, notebook=showing, alliance="b", page=tmp_path / "out" / "b" / "2024.html")
    told = []
    outcomes = run_jobs([first, second], 2, told.append)
    assert [(each.alliance, each.status) for each in outcomes] == [("a", "failed"), ("b", "done")]
    assert sorted(each.alliance for each in told) == ["a", "b"]


def test_a_process_that_dies_fails_its_own_review(tmp_path):
    broken = Job(tmp_path / "no-such.ipynb", tmp_path, "a", "2024", "en", tmp_path / "a.html")
    outcomes = run_jobs([broken], 1, lambda _: None)
    assert outcomes[0].status == "failed"
    assert "broke off" in outcomes[0].reason
