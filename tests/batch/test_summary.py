"""What a batch leaves behind."""

import json

import pytest

from alliance_analytics.batch.jobs import Outcome
from alliance_analytics.batch.summary import exit_status, write_summary

DONE = Outcome("a", "2024", "done", page="a/2024.html", headline="Trust is lowest", seconds=3.0)
FAILED = Outcome("b", "2024", "failed", cell=3, reason="No export.", remedy="Put it there.")
SKIPPED = Outcome("c", "", "skipped", reason="It has no wave.")


def test_the_summary_counts_and_lists(tmp_path):
    index = write_summary([DONE, FAILED, SKIPPED], tmp_path, title="Ours", language="en")
    content = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert content["counts"] == {"done": 1, "failed": 1, "skipped": 1}
    assert content["reviews"][1]["cell"] == 3
    page = index.read_text(encoding="utf-8")
    assert 'href="a/2024.html"' in page
    assert "Put it there." in page


@pytest.mark.parametrize(
    ("outcomes", "status"), [([DONE], 0), ([DONE, SKIPPED], 0), ([DONE, FAILED], 1), ([SKIPPED], 2), ([], 2)]
)
def test_exit_status(outcomes, status):
    assert exit_status(outcomes) == status
